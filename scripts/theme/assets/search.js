/* In: the panel of the search and search/search_index.js, both of this edition. Out: what has the words of the query, in groups, the text first.
   start.js fetches it when a reader first opens the panel. The index is a script, because a page opened from the disk may fetch nothing else. */
(() => {
  const GROUPS = { text: "In the text", note: "Editorial notes", name: "Names and terms", event: "Timeline", reference: "References", page: "Other pages" }
  const FEW = { text: 12 }, SHOWN = 5, BEFORE = 60, LENGTH = 220, CLOSE = 140
  const HINT = "Try a word, a name in any script, or a number such as [1] or note 1."
  const own = document.currentScript.src
  const panel = document.getElementById("search"), input = panel.querySelector("input")
  const status = panel.querySelector("[role=status]"), list = panel.querySelector(".results")
  let found = null, vocabulary = null

  // One form for what readers type differently: case, accents, marks of vowels, Arabic and Urdu letters, the dot in Chinese names.
  const fold = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/ي/g, "ی").replace(/ك/g, "ک").replace(/[·•‧’'‘]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()

  // Words that say nothing about a place, unless the query has no others.
  const EMPTY = new Set("a an and are at by did do does for from had has have how in is it its of on or that the this to was were what when where which who why will with".split(" "))

  /* Patterns of an English word in its other forms: "cities" finds city, "arrested" arrest, "planned" plan, "note" noted but not "not". */
  function stems(word) {
    if (!/^[a-z]{4,}$/.test(word)) return []
    const cut = word.match(/^(.{2,}?)(ies|y)$/)
    if (cut) return [`${cut[1]}(?:y|ies|ied)`]
    const single = word.replace(/(sse|she|che|xe)s$/, found => found.slice(0, -2)).replace(/([^s])s$/, "$1")
    const found = single.endsWith("e") ? [`${single}(?:s|d|r|rs)?`, `${single.slice(0, -1)}ing`] : [`${single}(?:s|es|ed|ing|er|ers)?`]
    const bare = single.match(/^(.{3,}?)(?:ed|ing)$/)?.[1]
    if (bare) found.push(`${bare}(?:s|e|es|ed|ing|er|ers)?`, `${bare.replace(/([bdgklmnprt])\1$/, "$1")}(?:s)?`)
    return found
  }

  /* What finds a word of the query in folded text, from the most exact: as it is, as a beginning, as another form. Chinese has no spaces to begin after. */
  function patterns(word) {
    if (/\p{Script=Han}/u.test(word)) return [new RegExp(word, "u")]
    const ways = [`${word}(?= |$)`]
    if (!/^[\d ]+$/.test(word)) ways.push(word, ...stems(word).map(stem => `${stem}(?= |$)`))
    return ways.map(way => new RegExp(`(?:^| )${way}`, "u"))
  }

  /* The words of a query; "3.2" and "north-east" are one each. */
  function read(query) {
    const words = query.split(/\s+/).map(fold).filter(Boolean), full = words.filter(word => !EMPTY.has(word))
    return (full.length ? full : words).map(word => ({ word, ways: patterns(word) }))
  }

  /* How well a text has a word: 1 exactly, .7 as a beginning, .8 in another form, 0 not at all. */
  function has(text, { ways }) {
    const at = ways.findIndex(way => way.test(text))
    return at < 0 ? 0 : [1, 0.7][at] || 0.8
  }

  const whole = (text, phrase) => ` ${text} `.includes(` ${phrase} `)

  /* How well an entry answers, and how many words it lacks. What only its context or other names have counts less. */
  function rate(entry, words, phrase) {
    let value = 0, lacks = 0
    for (const word of words) {
      const title = has(entry.foldedTitle, word), text = has(entry.foldedText, word), aside = title || text ? 0 : has(entry.foldedAside, word)
      if (!title && !text && !aside) lacks++
      value += 5 * title + 4 * text + 2 * aside
    }
    if (entry.foldedTitle === phrase) value += 40
    else if (whole(entry.foldedTitle, phrase)) value += 20
    if (whole(entry.foldedText, phrase)) value += 12
    else if (words.length > 1 && entry.foldedSentences.some(sentence => words.every(word => has(sentence, word)))) value += 6
    return { entry, value, lacks }
  }

  function prepare(documents) {
    return documents.map(({ also = [], context = "", kind, ...entry }, order) => ({
      ...entry, also, order, kind: GROUPS[kind] ? kind : "page", foldedTitle: fold(entry.title), foldedText: fold(entry.text),
      foldedSentences: entry.text.split(/(?<=[.!?])\s/).map(fold),
      foldedAside: fold([context, ...also.map(forms => forms.slice(1).join(" "))].join(" ")),
    }))
  }

  const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

  /* The words to mark in an excerpt: as typed, in their other forms, and the names by which the text calls what was asked for. */
  function marked(words, { also, foldedText }) {
    const missing = words.filter(word => !has(foldedText, word))
    const named = also.filter(forms => missing.some(word => has(fold(forms.slice(1).join(" ")), word))).map(forms => escaped(forms[0]))
    const typed = words.flatMap(({ word }) => {
      const start = /\p{Script=Han}/u.test(word) ? "" : "(?<![\\p{L}\\p{N}])", end = /\d$/.test(word) ? "(?!\\d)" : ""
      const middle = escaped(word).replace(/ /g, "[^\\p{L}\\p{N}]+")
      return [...stems(word).map(stem => `${start}${stem}(?![\\p{L}\\p{N}])`), start + middle + end]
    })
    return new RegExp([...typed, ...named].join("|"), "giu")
  }

  /* The start of the stretch of text with the most different marks in it. */
  function densest(text, pattern) {
    const hits = [...text.matchAll(pattern)]
    const kinds = hit => new Set(hits.filter(other => other.index >= hit.index && other.index < hit.index + CLOSE).map(other => other[0].slice(0, 4).toLowerCase())).size
    return hits.reduce((best, hit) => (kinds(hit) > best.kinds ? { at: hit.index, kinds: kinds(hit) } : best), { at: 0, kinds: 0 }).at
  }

  function excerpt(entry, words) {
    const { text } = entry, pattern = marked(words, entry), at = densest(text, pattern)
    const from = at > BEFORE ? text.lastIndexOf(" ", at - BEFORE) + 1 : 0, part = text.slice(from, from + LENGTH)
    const cut = from + LENGTH < text.length ? part.slice(0, Math.max(part.lastIndexOf(" "), BEFORE)) + " …" : part
    const pieces = [from ? "… " : ""]
    let last = 0
    for (const match of cut.matchAll(pattern)) {
      pieces.push(cut.slice(last, match.index), element("mark", "", match[0]))
      last = match.index + match[0].length
    }
    return [...pieces, cut.slice(last)]
  }

  function element(name, className, ...content) {
    const node = document.createElement(name)
    if (className) node.className = className
    node.append(...content)
    return node
  }

  function address(location) {
    const [path, anchor] = new URL(location, new URL("..", own)).href.split("#")
    // On a disk the address of a folder shows a list of files.
    return path + (path.startsWith("file:") && path.endsWith("/") ? "index.html" : "") + (anchor ? `#${anchor}` : "")
  }

  function item(entry, words) {
    const link = element("a", "result", element("span", "result-title", entry.title))
    link.href = address(entry.location)
    const said = element("span", "result-text", ...excerpt(entry, words))
    said.dir = "auto"
    link.append(" ", said)
    return element("li", "", link)
  }

  function group(kind, hits, words) {
    const few = FEW[kind] || SHOWN, heading = element("h2", "", GROUPS[kind], " ", element("span", "result-count", String(hits.length)))
    const items = element("ol", "", ...hits.slice(0, few).map(({ entry }) => item(entry, words)))
    items.setAttribute("role", "list")
    const section = element("section", "result-group", heading, items)
    if (hits.length > few) {
      const more = element("button", "tool", `Show all ${hits.length}`)
      more.type = "button"
      more.addEventListener("click", () => {
        items.append(...hits.slice(few).map(({ entry }) => item(entry, words)))
        items.children[few].firstChild.focus()
        more.remove()
      })
      section.append(more)
    }
    return section
  }

  /* Every word of the edition, and every two neighbors written as one, with the number of times that it is there. */
  function count() {
    const seen = new Map()
    for (const { foldedTitle, foldedText } of found) {
      const words = `${foldedTitle} ${foldedText}`.split(" ")
      words.forEach((word, at) => {
        for (const [form, shown] of [[word, word], [word + words[at + 1], `${word} ${words[at + 1]}`]]) {
          const known = seen.get(form)
          if (known) known.times++
          else if (form.length > 3 && !/\d/.test(form)) seen.set(form, { form, shown, times: 1 })
        }
      })
    }
    return [...seen.values()]
  }

  /* The word of the edition nearest to a word, if one is near. */
  function nearest(word) {
    vocabulary ||= count()
    const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
    let best = null
    for (const known of vocabulary) {
      if (Math.abs(known.form.length - word.length) > most) continue
      const steps = window.editDistance(word, known.form)
      if (steps > most) continue
      const cost = steps + (known.form[0] === word[0] ? 0 : 0.5) + (known.shown === known.form ? 0 : 0.6) - Math.min(known.times, 20) / 100
      if (!best || cost < best.cost) best = { cost, shown: known.shown }
    }
    return best?.shown
  }

  const isKnown = word => found.some(entry => has(entry.foldedTitle, word) || has(entry.foldedText, word) || has(entry.foldedAside, word))

  // As the edition writes it, names with their capitals.
  function written(word) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word).replace(/ /g, "[^\\p{L}\\p{N}]+")}(?![\\p{L}\\p{N}])`, "iu")
    const forms = found.map(({ text }) => text.match(pattern)?.[0]).filter(Boolean)
    return forms.find(form => form === form.toLowerCase()) || forms[0] || word
  }

  /* The query with each unknown word replaced by the nearest known one; empty where there is none. */
  function suggestion(words) {
    const better = words.map(word => (isKnown(word) ? word.word : nearest(word.word)))
    return better.every(Boolean) && better.some((word, at) => word !== words[at].word) ? better.map(written).join(" ") : ""
  }

  function report(query, hits, words, partial) {
    const said = hits.length === 1 ? "1 result" : `${hits.length} results`
    if (!hits.length) status.replaceChildren(`No results for “${query.trim()}”.`)
    else if (partial) status.replaceChildren(`No results with all the words. ${said} with some of them:`)
    else status.replaceChildren(said)
    const better = !hits.length || partial ? suggestion(words) : ""
    if (!better) return
    const button = element("button", "suggestion", better)
    button.type = "button"
    button.addEventListener("click", () => {
      input.value = better
      input.focus()
      show()
    })
    status.append(" Did you mean ", button, "?")
  }

  /* All entries that have every word. A long query finds paragraphs of the text that lack one; where nothing has all words, what lacks one is shown. */
  function answers(words, phrase) {
    const rated = found.map(entry => rate(entry, words, phrase)).filter(({ value }) => value)
    const complete = rated.filter(({ lacks }) => !lacks), near = rated.filter(({ lacks }) => lacks === 1)
    const hasText = complete.some(({ entry }) => entry.kind === "text")
    if (!complete.length) return { hits: words.length > 1 ? near : [], partial: true }
    const more = hasText || words.length < 3 ? [] : near.filter(({ entry }) => entry.kind === "text")
    return { hits: [...complete, ...more], partial: false }
  }

  function show() {
    // "n57" is how the address of note 57 ends.
    const query = input.value.replace(/^\s*n(\d+)\s*$/i, "note $1"), phrase = fold(query), words = read(query)
    if (!words.length) {
      status.textContent = HINT
      return list.replaceChildren()
    }
    const { hits, partial } = answers(words, phrase)
    hits.sort((one, other) => one.lacks - other.lacks || other.value - one.value || one.entry.order - other.entry.order)
    report(query, hits, words, partial)
    // Whoever asks for a number has a reference or a note in mind, and who asks for a page by its name that page.
    const named = hits.some(({ entry }) => entry.kind === "page" && entry.foldedTitle === phrase)
    const first = /^\s*\[\d+\]\s*$/.test(query) ? "reference" : /^note \d+$/.test(phrase) ? "note" : named ? "page" : ""
    const kinds = Object.keys(GROUPS).sort((one, other) => (other === first) - (one === first))
    const groups = kinds.map(kind => [kind, hits.filter(({ entry }) => entry.kind === kind)]).filter(([, members]) => members.length)
    list.replaceChildren(...groups.map(([kind, members]) => group(kind, members, words)))
  }

  function walk(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    const stops = [input, ...panel.querySelectorAll(".results a, .results button, .suggestion")]
    stops[stops.indexOf(document.activeElement) + step]?.focus()
    event.preventDefault()
  }

  function load(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script")
      script.src = new URL(path, own)
      script.addEventListener("load", resolve)
      script.addEventListener("error", reject)
      document.head.append(script)
    })
  }

  status.textContent = "Loading …"
  Promise.all([load("distance.js"), load("../search/search_index.js")]).then(() => {
    found = prepare(window.editionIndex.docs)
    input.addEventListener("input", show)
    panel.addEventListener("keydown", walk)
    panel.querySelector("form").addEventListener("submit", () => list.querySelector("a")?.click())
    show()
  }, () => { status.textContent = "Search did not load. Reload the page, or use the indexes in the contents." })
})()
