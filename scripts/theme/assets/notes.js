/* In: the notes at a page's foot (.page-notes) and their marks in the text. Out: notes beside their lines where the window
   has a margin, whole; a click on a mark pins its note beside it. The switch (.tool--notes) hides them, and is remembered. */
(() => {
  /* A link may choose a filter of a list: `#filter-differs`. */
  function choose() {
    const named = linkedElement()
    if (named?.type === "radio") named.checked = true
  }
  choose()
  addEventListener("hashchange", choose)

  const list = document.querySelector(".page-notes"), page = document.querySelector(".page"), button = document.querySelector(".tool--notes")
  if (!list || !page || !button) return
  const root = document.documentElement, wide = matchMedia("(min-width: 62em)"), GAP = 10
  const notes = [...list.querySelectorAll(".note")]
  const markOf = note => document.querySelector(`.note-mark[data-note="${note.dataset.note}"]`)
  const noteOf = mark => document.getElementById(`n${mark.dataset.note}`)
  const inMargin = () => list.classList.contains("in-margin")
  let pinned = null

  const pageTop = () => page.getBoundingClientRect().top
  const markTop = mark => mark.getBoundingClientRect().top - pageTop() - 4

  /* The tops of notes that want to be at `wanted` and must not overlap: as near to their marks as possible, in the sense of least
     squares. Notes that would overlap form a group, which is moved as one to the mean of what its members want. */
  function spread(wanted, start) {
    const groups = []
    let above = 0
    for (const { at, height } of wanted) {
      groups.push({ total: at - above, size: 1 })
      above += height + GAP
      while (groups.length > 1 && groups.at(-1).total / groups.at(-1).size < groups.at(-2).total / groups.at(-2).size) {
        const last = groups.pop()
        groups.at(-1).total += last.total
        groups.at(-1).size += last.size
      }
    }
    const means = groups.flatMap(({ total, size }) => Array(size).fill(Math.max(total / size, start)))
    above = 0
    return wanted.map(({ height }, index) => {
      const top = means[index] + above
      above += height + GAP
      return top
    })
  }

  function place() {
    const beside = wide.matches && !root.classList.contains("notes-off")
    list.classList.toggle("in-margin", beside)
    page.style.minHeight = ""
    notes.forEach(note => { note.style.top = "" })
    if (!beside) return
    const start = page.querySelector(".voice, h1").getBoundingClientRect().top - pageTop()
    // Read every height before the first write, so that the page is laid out once.
    const wanted = notes.map(note => {
      const mark = markOf(note)
      return { at: mark ? markTop(mark) : start, height: note.getBoundingClientRect().height }
    })
    const tops = spread(wanted, start)
    notes.forEach((note, index) => { note.style.top = `${tops[index]}px` })
    page.style.minHeight = `${tops.at(-1) + wanted.at(-1).height + GAP}px`
    if (pinned) makeRoom(pinned, start)
  }

  /* Move a note, with all that it shows, beside its mark, and those above and below it out of its way. */
  function makeRoom(note, start) {
    const mark = markOf(note), at = notes.indexOf(note)
    if (!mark) return
    const boxes = notes.map(one => ({ top: parseFloat(one.style.top), height: one.offsetHeight }))
    boxes[at].top = markTop(mark)
    for (let i = at + 1; i < notes.length; i++) boxes[i].top = Math.max(boxes[i].top, boxes[i - 1].top + boxes[i - 1].height + GAP)
    for (let i = at - 1; i >= 0; i--) boxes[i].top = Math.max(start, Math.min(boxes[i].top, boxes[i + 1].top - boxes[i].height - GAP))
    notes.forEach((one, index) => { one.style.top = `${boxes[index].top}px` })
  }

  function pin(note) {
    unpin()
    pinned = note
    note.classList.add("pinned")
    markOf(note)?.classList.add("active")
    place()
  }

  function unpin() {
    if (!pinned) return
    pinned.classList.remove("pinned")
    markOf(pinned)?.classList.remove("active")
    pinned = null
    place()
  }

  function pair(event, on) {
    if (!inMargin()) return
    const mark = event.target.closest?.(".note-mark"), note = event.target.closest?.(".page-notes .note")
    if (mark) noteOf(mark)?.classList.toggle("active", on)
    if (note && note !== pinned) markOf(note)?.classList.toggle("active", on)
  }
  for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, event => pair(event, on))
  }

  document.addEventListener("click", event => {
    if (!inMargin() || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const mark = event.target.closest?.(".note-mark")
    if (!mark) {
      if (!event.target.closest?.(".note.pinned")) unpin()
      return
    }
    event.preventDefault()
    const note = noteOf(mark), again = note === pinned
    if (again) unpin()
    else pin(note)
    // detail is 0 for the keyboard's Enter: the focus goes on to the note.
    if (!again && !event.detail) note.querySelector("a")?.focus({ preventScroll: true })
  })
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || !pinned) return
    const mark = pinned.contains(document.activeElement) && markOf(pinned)
    unpin()
    if (mark) mark.focus({ preventScroll: true })
  })

  /* A link to a note shows it beside its sentence. Who comes back to a page finds the place that was left. */
  function showLinked() {
    const note = notes.find(one => `#${one.id}` === location.hash)
    if (!note || !inMargin()) return
    pin(note)
    const mark = markOf(note) || note
    if (performance.getEntriesByType("navigation")[0]?.type !== "back_forward") mark.scrollIntoView()
  }
  addEventListener("hashchange", showLinked)
  addEventListener("load", showLinked)

  const showState = () => { button.textContent = root.classList.contains("notes-off") ? "Show notes" : "Hide notes" }
  button.addEventListener("click", () => {
    saveSetting("notes", root.classList.toggle("notes-off") ? "off" : "on")
    showState()
    place()
  })
  showState()
  place()
  showLinked()
  wide.addEventListener("change", place)
  addEventListener("resize", place)
  document.fonts?.ready.then(place)
})()
