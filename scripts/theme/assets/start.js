/* In: the head of a page. Out: the reader's colors before the first paint; the search once it is wanted. */
(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")

  // What a reader chose is kept for this edition alone. A full or forbidden storage costs the reader nothing but the memory.
  const own = new URL(document.currentScript.src), KEPT = new URL("..", own).pathname
  window.recall = name => { try { return JSON.parse(localStorage.getItem(`${KEPT}.${name}`)) } catch { return null } }
  window.keep = (name, value) => { try { localStorage.setItem(`${KEPT}.${name}`, JSON.stringify(value)) } catch { /* see above */ } }

  const dark = matchMedia("(prefers-color-scheme: dark)")
  let chosen = recall("scheme")
  if (recall("notes") === "off") root.classList.add("notes-off")
  const isDark = () => (chosen ? chosen === "dark" : dark.matches)
  const show = () => { if (chosen) root.dataset.scheme = chosen }
  show()

  const offerColors = button => {
    const say = () => button.setAttribute("aria-pressed", String(isDark()))
    button.addEventListener("click", () => {
      chosen = isDark() ? "light" : "dark"
      keep("scheme", chosen)
      show()
      say()
    })
    dark.addEventListener("change", say)
    say()
  }

  const offerSearch = panel => {
    const load = () => {
      if (load.done) return
      load.done = true
      const script = document.createElement("script")
      script.src = new URL("search.js", own)
      document.head.append(script)
    }
    panel.querySelector("form").addEventListener("submit", event => event.preventDefault())
    panel.addEventListener("toggle", load)
    panel.addEventListener("focusin", load)
    const query = new URLSearchParams(location.search).get("q")
    if (query === null) return
    panel.querySelector("input").value = query
    panel.showPopover?.()
  }

  // On a disk the address of a folder shows a list of files, not the page in it.
  const leadToFile = link => {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".tool--scheme").forEach(offerColors)
    document.querySelectorAll("#search").forEach(offerSearch)
    if (location.protocol === "file:") document.querySelectorAll("a[href]").forEach(leadToFile)
    // A link in the contents that stays on the page must not leave them open over it.
    document.querySelectorAll("[popover]").forEach(panel => panel.addEventListener("click", event => {
      if (event.target.closest("a[href]") && panel.matches(":popover-open")) panel.hidePopover()
    }))
  })
})()
