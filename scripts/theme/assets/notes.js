/* In: the notes at a page's foot (.page-notes) and their marks in the text. Out: notes beside their lines where the window
   has a margin, and the switch that hides them (.tool--notes) at work, remembered. Without this script they stay at the foot. */
(() => {
  const list = document.querySelector(".page-notes"), page = document.querySelector(".page"), button = document.querySelector(".tool--notes")
  if (!list || !page || !button) return
  const root = document.documentElement, wide = matchMedia("(min-width: 76.25em)"), GAP = 14
  const notes = [...list.querySelectorAll(".note")]
  const markOf = note => document.querySelector(`.note-mark[data-note="${note.dataset.note}"]`)

  function place() {
    const inMargin = wide.matches && !root.classList.contains("notes-off")
    list.classList.toggle("in-margin", inMargin)
    page.style.minHeight = ""
    notes.forEach(note => { note.style.top = "" })
    if (!inMargin) return
    const top = page.getBoundingClientRect().top
    const start = page.querySelector(".voice, h1").getBoundingClientRect().top - top
    // Read every height before the first write, so that the page is laid out once.
    const wanted = notes.map(note => {
      const mark = markOf(note)
      return { note, at: mark ? mark.getBoundingClientRect().top - top - 4 : start, height: note.getBoundingClientRect().height }
    })
    let free = 0
    for (const { note, at, height } of wanted) {
      const y = Math.max(at, free)
      note.style.top = `${y}px`
      free = y + height + GAP
    }
    page.style.minHeight = `${free}px`
  }

  function pair(event, on) {
    const mark = event.target.closest?.(".note-mark"), note = event.target.closest?.(".page-notes.in-margin .note")
    if (mark && list.classList.contains("in-margin")) document.getElementById(`n${mark.dataset.note}`)?.classList.toggle("active", on)
    if (note) markOf(note)?.classList.toggle("active", on)
  }
  for (const [name, on] of [["pointerover", true], ["pointerout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, event => pair(event, on))
  }

  const say = () => button.setAttribute("aria-pressed", String(!root.classList.contains("notes-off")))
  button.addEventListener("click", () => {
    saveSetting("notes", root.classList.toggle("notes-off") ? "off" : "on")
    say()
    place()
  })
  say()
  place()
  wide.addEventListener("change", place)
  addEventListener("resize", place)
  document.fonts?.ready.then(place)
})()
