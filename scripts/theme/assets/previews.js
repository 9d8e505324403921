/* In: the citations, note marks and terms of the text, and the lists at the page's foot. Out: beside the one that is
   pointed at, focused or tapped, a preview of what the list says of it. A preview is a copy of the list's item: one truth. */
(() => {
  const OPEN_DELAY = 150, CLOSE_DELAY = 300, GAP = 6, EDGE = 12
  const MARKERS = "a.citation[data-ref], a.note-mark[data-note], a.term[data-term]"
  let marker = null, preview = null, timer = 0, touched = false

  function listed({ dataset: { ref, note, term } }) {
    if (ref) return document.querySelector(`.works-cited li[data-ref="${CSS.escape(ref)}"]`)
    // A note that stands in the margin is seen already.
    if (note) return document.querySelector(`.page-notes:not(.in-margin) li[data-note="${CSS.escape(note)}"]`)
    return document.querySelector(`.page-terms [data-term="${CSS.escape(term)}"]`)
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
      copy.querySelectorAll("a.ref-back, a.note-letter").forEach(link => link.replaceWith(...link.childNodes))
      // A work may be cited under several numbers: what it says belongs to one of them.
      copy.querySelectorAll(".evidence").forEach(node => { if (node.dataset.cite !== citation.id) node.remove() })
      copy.querySelectorAll("[id]").forEach(node => node.removeAttribute("id"))
      box.append(copy)
    }
    return box
  }

  function place() {
    preview.style.maxHeight = ""
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

  function open(citation) {
    clearTimeout(timer)
    if (citation === marker) return
    close()
    const item = listed(citation)
    if (!item) return
    marker = citation
    preview = build(citation, item)
    citation.after(preview)
    citation.setAttribute("aria-expanded", "true")
    citation.setAttribute("aria-controls", preview.id)
    place()
  }

  function close() {
    clearTimeout(timer)
    if (!preview) return
    marker.removeAttribute("aria-expanded")
    marker.removeAttribute("aria-controls")
    preview.remove()
    marker = preview = null
  }

  const soon = (what, delay) => { clearTimeout(timer); timer = setTimeout(what, delay) }
  const markerOf = event => event.target.closest?.(MARKERS)
  const isOurs = node => preview && (preview.contains(node) || marker.contains(node))

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return
    const citation = markerOf(event)
    if (isOurs(event.target)) clearTimeout(timer)
    else if (citation) soon(() => open(citation), OPEN_DELAY)
    else if (!preview) clearTimeout(timer)
    else if (!isOurs(document.activeElement)) soon(close, CLOSE_DELAY)
  })
  document.documentElement.addEventListener("pointerleave", () => { if (!isOurs(document.activeElement)) soon(close, CLOSE_DELAY) })

  document.addEventListener("focusin", event => {
    const citation = markerOf(event)
    if (citation && !touched && citation.matches(":focus-visible")) open(citation)
    else if (preview && !isOurs(event.target)) close()
  })
  document.addEventListener("focusout", event => {
    if (preview && isOurs(event.target) && event.relatedTarget && !isOurs(event.relatedTarget)) close()
  })

  document.addEventListener("pointerdown", event => {
    touched = event.pointerType !== "mouse"
    if (preview && !isOurs(event.target)) close()
  })
  document.addEventListener("click", event => {
    const citation = markerOf(event)
    // detail is 0 for the keyboard's Enter, which follows the link as a mouse does.
    if (!citation || !touched || !event.detail || !listed(citation)) return
    event.preventDefault()
    if (citation === marker) close()
    else open(citation)
  })

  document.addEventListener("keydown", event => {
    touched = false
    if (event.key !== "Escape" || !preview) return
    const back = preview.contains(document.activeElement) && marker
    close()
    if (back) {
      back.focus()
      close()
    }
    event.preventDefault()
  })
  addEventListener("resize", () => { if (preview) place() })
})()
