/* In: the citations, note marks, terms and cross-links of the text, and the lists at the page's foot. Out: beside the one that is
   pointed at, tabbed to or tapped, a preview: a copy of the list's item, or of the paragraph that the link leads to. */
(() => {
  const OPEN_DELAY = 150, CLOSE_DELAY = 300, GAP = 6, EDGE = 12
  const MARKERS = "a.citation[data-ref], a.note-mark[data-note], a.term[data-term]"
  const CROSS_LINKS = ".para a[href]:not([class], [rel], .preview a), .see-also a[href]"
  const sheet = matchMedia("(max-width: 40em) and (hover: none)")
  const pages = new Map()
  let marker = null, preview = null, wanted = null, timer = 0, touched = false, tabbed = false

  const isHere = place => place.origin + place.pathname === location.origin + location.pathname

  /* The page of a link, as a document: this one, or another that is read once. */
  function pageOf(place) {
    if (isHere(place)) return document
    const address = place.origin + place.pathname
    if (!pages.has(address)) {
      pages.set(address, fetch(address).then(answer => {
        if (!answer.ok) throw new Error(answer.status)
        return answer.text()
      }).then(text => new DOMParser().parseFromString(text, "text/html")))
    }
    return pages.get(address)
  }

  /* The paragraph that a cross-link leads to, under the name of its place; nothing where it leads to something else. */
  async function passage(link) {
    const place = new URL(link.href), page = await pageOf(place), id = decodeURIComponent(place.hash.slice(1))
    const paragraph = id ? page.getElementById(id) : page.querySelector(".page .para")
    if (paragraph?.tagName !== "P") return null
    const text = document.createElement("p"), title = document.createElement("p"), item = document.createElement("div")
    text.append(...document.importNode(paragraph, true).childNodes)
    text.querySelectorAll(".citation, .note-mark, .pilcrow, .preview").forEach(node => node.remove())
    text.querySelectorAll("a").forEach(inner => inner.replaceWith(...inner.childNodes))
    const names = [isHere(place) ? "" : page.querySelector(".section-number")?.textContent, isHere(place) ? "" : page.querySelector("h1").textContent, paragraph.querySelector(".pilcrow")?.textContent]
    title.className = "preview-place"
    title.append(names.filter(Boolean).join(" · "))
    item.append(title, text)
    if (touched) {
      const go = document.createElement("a")
      go.href = link.href
      go.append("Go to this paragraph")
      item.append(document.createElement("p"))
      item.lastChild.append(go)
    }
    return item
  }

  /* What a preview shows; of a cross-link a promise. */
  function itemOf(link) {
    const { ref, note, term } = link.dataset
    if (ref) return document.querySelector(`.works-cited li[data-ref="${CSS.escape(ref)}"]`)
    // A note that stands in the margin is seen already.
    if (note) return document.querySelector(`.page-notes:not(.in-margin) li[data-note="${CSS.escape(note)}"]`)
    if (term) return document.querySelector(`.page-terms [data-term="${CSS.escape(term)}"]`)
    return passage(link)
  }

  function build(citation, item) {
    const box = document.createElement("span")
    box.className = "preview"
    box.id = "preview"
    box.setAttribute("role", "group")
    box.setAttribute("aria-label", citation.getAttribute("aria-label") || citation.textContent)
    // It stands in the middle of a paragraph, where neither a paragraph nor a part of a list may stand.
    for (const part of item.children) {
      const copy = document.createElement("span")
      copy.className = `preview-part ${part.className}`
      copy.append(...part.cloneNode(true).childNodes)
      // Numbers and letters lead back to the words in the text, which is where the reader is.
      copy.querySelectorAll("a.ref-back, a.note-number").forEach(link => link.replaceWith(...link.childNodes))
      // A work may be cited under several numbers: what it says belongs to one of them.
      copy.querySelectorAll(".evidence").forEach(node => { if (node.dataset.cite !== citation.id) node.remove() })
      copy.querySelectorAll("[id]").forEach(node => node.removeAttribute("id"))
      box.append(copy)
    }
    return box
  }

  function place() {
    preview.style.maxHeight = ""
    if (sheet.matches) {
      // The sentence stays in sight above the sheet.
      const hidden = marker.getBoundingClientRect().bottom + 2 * GAP - preview.getBoundingClientRect().top
      if (hidden > 0) scrollBy(0, hidden)
      return
    }
    // A citation may be broken over two lines: the preview belongs to the first part.
    const at = marker.getClientRects()[0], width = document.documentElement.clientWidth
    const origin = preview.offsetParent.getBoundingClientRect(), size = preview.getBoundingClientRect()
    const left = Math.max(EDGE, Math.min(at.left - 24, width - size.width - EDGE))
    const roomBelow = innerHeight - at.bottom - GAP - EDGE, roomAbove = at.top - GAP - EDGE
    const below = size.height <= roomBelow || roomBelow >= roomAbove
    const height = Math.min(size.height, below ? roomBelow : roomAbove)
    const top = below ? at.bottom + GAP : at.top - GAP - height
    if (height < size.height) preview.style.maxHeight = `${height}px`
    preview.style.left = `${left - origin.left - preview.offsetParent.clientLeft}px`
    preview.style.top = `${top - origin.top - preview.offsetParent.clientTop}px`
  }

  async function open(citation) {
    clearTimeout(timer)
    if (citation === marker) return
    close()
    wanted = citation
    const found = itemOf(citation)
    const item = found instanceof Promise ? await found.catch(() => null) : found
    // A page takes a moment to come: meanwhile the reader may have gone on.
    if (wanted !== citation || marker) return
    if (!item) {
      if (touched && found instanceof Promise) location.assign(citation.href)
      return
    }
    marker = citation
    preview = build(citation, item)
    citation.after(preview)
    citation.setAttribute("aria-expanded", "true")
    citation.setAttribute("aria-controls", preview.id)
    place()
  }

  function close() {
    clearTimeout(timer)
    wanted = null
    if (!preview) return
    marker.removeAttribute("aria-expanded")
    marker.removeAttribute("aria-controls")
    preview.remove()
    marker = preview = null
  }

  const soon = (what, delay) => { clearTimeout(timer); timer = setTimeout(what, delay) }

  function markerOf(event) {
    const link = event.target.closest?.(MARKERS) || event.target.closest?.(CROSS_LINKS)
    if (!link || link.matches(MARKERS)) return link
    // From a disk a page reads no other.
    const place = new URL(link.href)
    return place.origin === location.origin && (place.protocol !== "file:" || isHere(place)) ? link : null
  }
  const isOurs = node => preview && (preview.contains(node) || marker.contains(node))

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return
    const citation = markerOf(event)
    if (isOurs(event.target)) clearTimeout(timer)
    else if (citation) soon(() => open(citation), OPEN_DELAY)
    else if (!preview) {
      clearTimeout(timer)
      wanted = null
    }
    else if (!isOurs(document.activeElement)) soon(close, CLOSE_DELAY)
  })
  document.documentElement.addEventListener("pointerleave", () => { if (!isOurs(document.activeElement)) soon(close, CLOSE_DELAY) })

  document.addEventListener("focusin", event => {
    const citation = markerOf(event)
    // Only who tabs to it asks for it: a browser also moves the focus to what an address names.
    if (citation && tabbed) open(citation)
    else if (preview && !isOurs(event.target)) close()
  })
  document.addEventListener("focusout", event => {
    if (preview && isOurs(event.target) && event.relatedTarget && !isOurs(event.relatedTarget)) close()
  })

  document.addEventListener("pointerdown", event => {
    touched = event.pointerType !== "mouse"
    tabbed = false
    if (preview && !isOurs(event.target)) close()
  })
  document.addEventListener("click", event => {
    const citation = markerOf(event)
    // detail is 0 for the keyboard's Enter, which follows the link as a mouse does.
    if (!citation || !touched || !event.detail || (citation.matches(MARKERS) && !itemOf(citation))) return
    event.preventDefault()
    if (citation === marker || citation === wanted) close()
    else open(citation)
  })

  document.addEventListener("keydown", event => {
    touched = false
    tabbed = event.key === "Tab"
    if (event.key !== "Escape" || !preview) return
    const back = preview.contains(document.activeElement) && marker
    close()
    if (back) back.focus()
    event.preventDefault()
  })
  addEventListener("resize", () => { if (preview) place() })
})()
