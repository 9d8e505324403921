/* What narrow windows need. In: the lists at a page's foot (details.fold) and the head of the page. Out: the lists are folded until
   they are asked for, linked to or printed; the head, which scrolls away, comes back when one scrolls up. */
(() => {
  const narrow = matchMedia("screen and (max-width: 61.99em)"), header = document.querySelector(".site-header")
  const folds = [...document.querySelectorAll("details.fold")]

  function fold() {
    const opened = history.state?.opened || []
    folds.forEach((one, index) => { one.open = !narrow.matches || opened.includes(index) || one.contains(linkedElement()) })
  }

  function showTarget() {
    const element = linkedElement(), closed = element?.closest("details.fold:not([open])")
    if (!closed) return
    closed.open = true
    element.scrollIntoView()
  }

  fold()
  narrow.addEventListener("change", fold)
  addEventListener("hashchange", showTarget)
  addEventListener("beforeprint", () => folds.forEach(one => { one.open = true }))
  addEventListener("afterprint", fold)
  // So that who comes back finds the lists as they were left.
  folds.forEach(one => one.querySelector("summary").addEventListener("click", () => setTimeout(() => {
    const opened = folds.flatMap((other, index) => (other.open ? [index] : []))
    history.replaceState({ ...history.state, opened }, "")
  })))

  let last = scrollY
  addEventListener("scroll", () => {
    if (!narrow.matches) return
    const moved = scrollY - last
    if (Math.abs(moved) < 8) return
    header.classList.toggle("away", moved > 0 && scrollY > header.offsetHeight)
    last = scrollY
  }, { passive: true })
  header.addEventListener("focusin", () => header.classList.remove("away"))
})()
