/* In: the panel of the search and search/search_index.js, both of this edition. Out: what holds all words of the query, best first.
   start.js fetches it when a reader first opens the panel. The index is a script, because a page opened from the disk may fetch nothing else. */
(() => {
  const SHOWN = 40, BEFORE = 60, LENGTH = 220
  const own = document.currentScript.src
  const panel = document.getElementById("search"), input = panel.querySelector("input")
  const status = panel.querySelector("[role=status]"), list = panel.querySelector("ol")
  let found = null

  // One form for what readers type differently: case, accents, marks of vowels, Arabic and Urdu letters, the dot in Chinese names.
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ي/g, "ی").replace(/ك/g, "ک").replace(/[·•‧’'‘]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()

  // Latin words are found from their beginning; Chinese has no spaces to begin after.
  const holds = (text, word) => (/\p{Script=Han}/u.test(word) ? text.includes(word) : ` ${text}`.includes(` ${word}`))

  function read(documents) {
    const pages = new Map(documents.filter(({ location }) => !location.includes("#")).map(({ location, title }) => [location, title]))
    return documents.map(({ location, title, text }) => ({ location, title, text, page: pages.get(location.split("#")[0]), foldedTitle: fold(title), foldedText: fold(text) }))
  }

  function worth({ foldedTitle, foldedText, location }, words, phrase) {
    if (!words.every(word => holds(foldedTitle, word) || holds(foldedText, word))) return 0
    const whole = text => ` ${text} `.includes(` ${phrase} `)
    return 1 + (foldedTitle === phrase ? 40 : 0) + (whole(foldedTitle) ? 20 : 0) + 8 * words.filter(word => holds(foldedTitle, word)).length
      + (whole(foldedText) ? 6 : holds(foldedText, phrase) ? 3 : 0) + (location.includes("#") ? 0 : 2)
  }

  function excerpt(text, query) {
    const words = query.trim().split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    const pattern = new RegExp(words.sort((one, other) => other.length - one.length).join("|"), "giu")
    const at = Math.max(0, text.search(pattern))
    const from = at > BEFORE ? text.lastIndexOf(" ", at - BEFORE) + 1 : 0, part = text.slice(from, from + LENGTH)
    const cut = from + LENGTH < text.length ? part.slice(0, Math.max(part.lastIndexOf(" "), BEFORE)) + " …" : part
    const pieces = [from ? "… " : ""]
    let last = 0
    for (const match of cut.matchAll(pattern)) {
      const mark = document.createElement("mark")
      mark.textContent = match[0]
      pieces.push(cut.slice(last, match.index), mark)
      last = match.index + match[0].length
    }
    return [...pieces, cut.slice(last)]
  }

  function part(name, className, ...content) {
    const node = document.createElement(name)
    node.className = className
    node.append(...content)
    return node
  }

  function address(location) {
    const [path, anchor] = new URL(location, new URL("..", own)).href.split("#")
    // On a disk the address of a folder shows a list of files.
    return path + (path.startsWith("file:") && path.endsWith("/") ? "index.html" : "") + (anchor ? `#${anchor}` : "")
  }

  function item({ location, title, text, page }, query) {
    const link = part("a", "result")
    link.href = address(location)
    link.append(part("span", "result-title", title))
    if (page && page !== title) link.append(" ", part("span", "result-page", page))
    const said = part("span", "result-text", ...excerpt(text, query))
    said.dir = "auto"
    link.append(" ", said)
    return part("li", "", link)
  }

  function show() {
    const query = input.value, phrase = fold(query), words = phrase.split(" ").filter(Boolean)
    if (!words.length) {
      status.textContent = "Words of the text, a name, a source, a note."
      return list.replaceChildren()
    }
    const hits = found.map(entry => ({ entry, value: worth(entry, words, phrase) })).filter(({ value }) => value)
    hits.sort((one, other) => other.value - one.value)
    status.textContent = `${hits.length || "No"} place${hits.length === 1 ? "" : "s"}${hits.length > SHOWN ? `; the first ${SHOWN} are shown` : ""}`
    list.replaceChildren(...hits.slice(0, SHOWN).map(({ entry }) => item(entry, query)))
  }

  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops = [input, ...list.querySelectorAll("a")]
    stops[stops.indexOf(document.activeElement) + step]?.focus()
    event.preventDefault()
  }

  status.textContent = "The index is being read."
  const script = document.createElement("script")
  script.src = new URL("../search/search_index.js", own)
  script.addEventListener("load", () => {
    found = read(window.editionIndex.docs)
    input.addEventListener("input", show)
    panel.addEventListener("keydown", walk)
    panel.querySelector("form").addEventListener("submit", () => list.querySelector("a")?.click())
    show()
  })
  script.addEventListener("error", () => { status.textContent = "The index of the search could not be read." })
  document.head.append(script)
})()
