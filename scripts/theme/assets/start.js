/* Runs in the head: sets the reader's colors before the first paint, and loads the search when it is first opened. */
(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")

  // Settings are stored under the path of this edition: several may share one host. Where the storage is
  // full or forbidden, a setting lasts as long as the page.
  const own = new URL(document.currentScript.src), prefix = new URL("..", own).pathname
  window.readSetting = name => { try { return JSON.parse(localStorage.getItem(`${prefix}.${name}`)) } catch { return null } }
  window.saveSetting = (name, value) => { try { localStorage.setItem(`${prefix}.${name}`, JSON.stringify(value)) } catch { /* see above */ } }

  // What the address leads to on this page. Anything may stand in an address: what cannot be decoded leads nowhere.
  window.linkedElement = () => { try { return document.getElementById(decodeURIComponent(location.hash.slice(1))) } catch { return null } }

  const dark = matchMedia("(prefers-color-scheme: dark)")
  let chosen = readSetting("scheme")
  if (readSetting("notes") === "off") root.classList.add("notes-off")
  const isDark = () => (chosen ? chosen === "dark" : dark.matches)
  const show = () => { if (chosen) root.dataset.scheme = chosen }
  show()

  const setUpColors = button => {
    const say = () => button.setAttribute("aria-pressed", String(isDark()))
    button.addEventListener("click", () => {
      chosen = isDark() ? "light" : "dark"
      saveSetting("scheme", chosen)
      show()
      say()
    })
    dark.addEventListener("change", say)
    say()
  }

  const setUpSearch = panel => {
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
  const addIndexFile = link => {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".tool--scheme").forEach(setUpColors)
    document.querySelectorAll("#search").forEach(setUpSearch)
    if (location.protocol === "file:") document.querySelectorAll("a[href]").forEach(addIndexFile)
    // A link in the contents that stays on the page must not leave them open over it.
    document.querySelectorAll("[popover]").forEach(panel => panel.addEventListener("click", event => {
      if (event.target.closest("a[href]") && panel.matches(":popover-open")) panel.hidePopover()
    }))
  })
})()
