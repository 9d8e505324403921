/* In: the block "Cite this page" (details.cite), paragraphs' addresses (a.pilcrow), links "Cite" of the list (a.cite-link).
   Out: a dialog that shows one style at a time for the page, the paragraph or the source, and copies it. */
(() => {
  const MEMORY = "cite-style"
  const block = document.querySelector("details.cite")
  const canonical = document.querySelector('link[rel="canonical"]')
  const here = () => (canonical ? canonical.href : location.href).replace(/[?#].*$/, "")
  const nameOf = { edition: "This edition", paper: "The paper" }
  let dialog = null, shown = null

  /* Elements: make("p", {class: "a"}, "text", child, …) */
  function make(tag, attributes = {}, ...inside) {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    element.append(...inside)
    return element
  }

  /* The day of reading is the reader's own, in the form that the style wants. */
  function today(form) {
    const now = new Date(), long = { day: "numeric", month: "long", year: "numeric" }
    const month = now.toLocaleDateString("en-GB", { month: "short" }).replace("Sept", "Sep") + "."
    const short = now.getMonth() === 4 ? "May" : month
    switch (form) {
      case "british": return now.toLocaleDateString("en-GB", long)
      case "american": return now.toLocaleDateString("en-US", long)
      case "british-short": return `${now.getDate()} ${short} ${now.getFullYear()}`
      case "american-short": return `${short} ${now.getDate()}, ${now.getFullYear()}`
      default: return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-")
    }
  }

  /* Fill in what the build could not know. `paragraph` is the edition's number (`1b`); the paper counts without the letter. */
  function fill(root, address, paragraph) {
    root.querySelectorAll(".cite-address").forEach(node => { node.textContent = address })
    root.querySelectorAll(".cite-today").forEach(node => { node.textContent = today(node.dataset.form) })
    root.querySelectorAll(".cite-place").forEach(node => {
      const section = node.dataset.section
      if (!section) node.textContent = paragraph
      else if (paragraph) node.textContent = `${section}, para. ${parseInt(paragraph, 10)}`
    })
    if (!paragraph) return
    root.querySelectorAll("[data-located]").forEach(node => {
      node.parentElement?.querySelector("[data-whole]")?.remove()
      node.hidden = false
    })
  }

  function worksIn(root) {
    return [...root.querySelectorAll(".cite-work")].map(section => {
      const styles = new Map()
      section.querySelectorAll("[data-style]").forEach(part => {
        const name = part.querySelector("dt, summary").textContent.trim()
        styles.set(part.dataset.style, { name, body: part.querySelector("dd, pre") })
      })
      return { id: section.dataset.work, styles }
    })
  }

  const plain = node => node.tagName === "CODE" ? node.textContent : node.textContent.replace(/\s+/g, " ").trim()

  /* Where a page is not served securely there is no clipboard but the old one. */
  function copyBySelection(node) {
    const selection = getSelection()
    selection.selectAllChildren(node)
    const done = document.execCommand("copy")
    selection.removeAllRanges()
    if (!done) throw new Error("not copied")
  }

  async function copy(node, status) {
    status.textContent = ""
    try {
      if (!navigator.clipboard) copyBySelection(node)
      else if (node.tagName === "CODE" || !window.ClipboardItem) await navigator.clipboard.writeText(plain(node))
      else {
        // With its italics for a word processor, and without for everything else.
        const forms = { "text/plain": plain(node), "text/html": node.innerHTML }
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(forms).map(([type, text]) => [type, new Blob([text], { type })])))])
      }
      status.textContent = `Copied: ${node.dataset.copy}`
    } catch {
      status.textContent = "Copying was blocked. Select the text and copy it."
    }
  }

  function addButtons(root, status) {
    root.querySelectorAll("[data-copy]").forEach(node => {
      if (node.closest("[hidden]")) return
      const button = make("button", { type: "button", class: "cite-copy", "aria-label": `Copy ${node.dataset.copy}` }, "Copy")
      button.addEventListener("click", () => copy(node, status))
      const anchor = node.closest("pre") || node
      anchor.after(button)
    })
  }

  function build() {
    const close = make("button", { type: "button", class: "cite-close", "aria-label": "Close" }, "×")
    const title = make("h2", { id: "cite-title", tabindex: "-1" })
    const where = make("p", { class: "cite-where" })
    const works = make("div", { class: "cite-works", role: "radiogroup", "aria-label": "What to cite" })
    const select = make("select", { id: "cite-choice" })
    const choice = make("p", { class: "cite-choice" }, make("label", { for: "cite-choice" }, "Style or format"), " ", select)
    const place = make("p", { class: "cite-said" })
    const output = make("div", { class: "cite-output" })
    const status = make("p", { class: "cite-status", role: "status" })
    const element = make("dialog", { class: "cite-dialog", "aria-labelledby": "cite-title" }, close, title, where, works, place, choice, output, status)
    close.addEventListener("click", () => element.close())
    // A click beside the dialog falls on its backdrop, which counts as the dialog itself.
    element.addEventListener("click", event => { if (event.target === element) element.close() })
    select.addEventListener("change", () => {
      try { localStorage.setItem(MEMORY, select.value) } catch { /* The choice is not remembered. */ }
      show()
    })
    document.body.append(element)
    return { element, title, where, works, place, select, output, status }
  }

  /* The edition's paragraph 1b restates a part of the paper's paragraph 1. */
  function placeInPaper() {
    const section = block.dataset.section, number = parseInt(shown.paragraph, 10)
    if (!section) return ""
    const part = shown.paragraph && String(number) !== shown.paragraph ? ` (¶${shown.paragraph} is part of it)` : ""
    return `In the paper: section ${section}${number ? `, paragraph ${number}` : ""}${part}. Page numbers unknown.`
  }

  const remembered = () => { try { return localStorage.getItem(MEMORY) } catch { return null } }

  function show() {
    const style = shown.work.styles.get(dialog.select.value)
    const copyOfBody = style.body.cloneNode(true)
    dialog.output.replaceChildren(...(copyOfBody.tagName === "PRE" ? [copyOfBody] : copyOfBody.childNodes))
    dialog.place.textContent = shown.work.id === "paper" ? placeInPaper() : ""
    dialog.place.hidden = !dialog.place.textContent
    fill(dialog.output, shown.address, shown.paragraph)
    addButtons(dialog.output, dialog.status)
    dialog.status.textContent = ""
  }

  function choose(work) {
    const before = dialog.select.value || remembered()
    shown.work = work
    dialog.select.replaceChildren(...[...work.styles].map(([id, style]) => make("option", { value: id }, style.name)))
    if (work.styles.has(before)) dialog.select.value = before
    show()
  }

  function offerWorks(works) {
    dialog.works.hidden = works.length < 2
    dialog.works.replaceChildren(...works.map((work, at) => {
      const radio = make("input", { type: "radio", name: "cite-work", value: work.id })
      radio.checked = at === 0
      radio.addEventListener("change", () => choose(work))
      return make("label", {}, radio, ` ${nameOf[work.id] || ""}`)
    }))
  }

  function open({ title, works, address, paragraph = "" }) {
    dialog ||= build()
    shown = { address, paragraph }
    dialog.title.textContent = title
    const node = make("span", { class: "cite-text cite-address-shown", "data-copy": "the link" }, address)
    dialog.where.replaceChildren(...(address ? [node] : []))
    dialog.where.hidden = !address
    addButtons(dialog.where, dialog.status)
    offerWorks(works)
    choose(works[0])
    dialog.element.showModal()
    dialog.title.focus()
  }

  const openPage = () => open({ title: `Cite ${block.dataset.title}`, works: worksIn(block), address: here() })

  function openParagraph(id) {
    const paragraph = id.replace(/^p/, "")
    history.replaceState(history.state, "", `#${id}`)
    open({ title: `Cite ${block.dataset.title}, paragraph ${paragraph}`, works: worksIn(block), address: `${here()}#${id}`, paragraph })
  }

  async function openSource(link) {
    try {
      const answer = await fetch(link.href)
      if (!answer.ok) throw new Error(answer.status)
      const source = new DOMParser().parseFromString(await answer.text(), "text/html")
      open({ title: `Cite: ${source.querySelector(".cite-work").dataset.title}`, works: worksIn(source), address: "" })
    } catch {
      location.assign(link.href) // the document itself says all
    }
  }

  document.addEventListener("click", event => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const pilcrow = block && event.target.closest?.("a.pilcrow[href^='#']"), link = event.target.closest?.("a.cite-link")
    const whole = block && event.target.closest?.("a[href='#cite']")
    if (!pilcrow && !link && !whole) return
    if (link && location.protocol === "file:") return // there a page may fetch nothing: the link leads to the source's own document
    event.preventDefault()
    if (whole) openPage()
    else if (pilcrow) openParagraph(decodeURIComponent(pilcrow.hash.slice(1)))
    else openSource(link)
  })

  if (block) {
    const button = make("button", { type: "button", class: "cite-button" }, "Cite this page")
    button.addEventListener("click", openPage)
    block.before(button)
    block.hidden = true
  }

  // A source's own document: everything is open, with buttons.
  if (!block) document.querySelectorAll("main .cite-work").forEach(work => {
    const status = make("p", { class: "cite-status", role: "status" })
    work.append(status)
    addButtons(work, status)
  })
})()

/* In: "Report a problem" at the foot. Out: the form with the paragraph, reference or note that the address names filled in. */
document.querySelector("a.report")?.addEventListener("click", event => {
  const form = new URL(event.currentTarget.href), place = form.searchParams.get("place").split("#")[0]
  form.searchParams.set("place", place + location.hash)
  event.currentTarget.href = form
})
