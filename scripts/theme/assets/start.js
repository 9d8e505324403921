/* In: the head of a page. Out: the reader's colors before the first paint; Material's search once it is wanted. */
(() => {
  const root = document.documentElement
  root.classList.replace("no-js", "js")

  // Material's script expects these four names; stock pages define them in an inline script.
  const scope = new URL("..", document.currentScript.src)
  window.__md_scope = scope
  window.__md_hash = text => [...text].reduce((hash, letter) => (hash << 5) - hash + letter.charCodeAt(0), 0)
  window.__md_get = (key, storage = localStorage, base = scope) => JSON.parse(storage.getItem(`${base.pathname}.${key}`))
  window.__md_set = (key, value, storage = localStorage, base = scope) => {
    try { storage.setItem(`${base.pathname}.${key}`, JSON.stringify(value)) } catch { /* A full or forbidden storage costs the reader nothing but the memory. */ }
  }

  const dark = matchMedia("(prefers-color-scheme: dark)")
  let chosen = null
  try { chosen = __md_get("scheme") } catch { /* no storage */ }
  const isDark = () => (chosen ? chosen === "dark" : dark.matches)
  const show = () => { if (chosen) root.dataset.scheme = chosen }
  show()

  const offerColors = button => {
    const say = () => button.setAttribute("aria-pressed", String(isDark()))
    button.addEventListener("click", () => {
      chosen = isDark() ? "light" : "dark"
      __md_set("scheme", chosen)
      show()
      say()
    })
    dark.addEventListener("change", say)
    say()
  }

  // Material's script brings shortcuts of a single letter (WCAG 2.1.4) and takes Tab for closing. On the window, in the
  // bubbling phase and before it, we see each key last but one: it gets only what walks through the results.
  const guardKeys = panel => addEventListener("keydown", event => {
    const walks = ["ArrowDown", "ArrowUp", "Enter"].includes(event.key) && panel.contains(event.target)
    if (!walks) event.stopImmediatePropagation()
  })

  const loadEngine = panel => {
    if (loadEngine.done) return
    loadEngine.done = true
    guardKeys(panel)
    // Results come with tabindex="-1"; without it Tab reaches them too.
    new MutationObserver(() => panel.querySelectorAll("li [tabindex]").forEach(link => link.removeAttribute("tabindex")))
      .observe(panel, { childList: true, subtree: true })
    const script = document.createElement("script")
    script.src = JSON.parse(document.getElementById("search-engine").textContent)
    document.body.append(script)
  }

  const offerSearch = panel => {
    panel.querySelector("form").addEventListener("submit", event => event.preventDefault())
    panel.addEventListener("focusin", () => loadEngine(panel))
    if (!new URLSearchParams(location.search).has("q")) return
    panel.showPopover?.()
    loadEngine(panel)
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".tool--scheme").forEach(offerColors)
    document.querySelectorAll("#search").forEach(offerSearch)
    // A link in the contents that stays on the page must not leave them open over it.
    document.querySelectorAll("[popover]").forEach(panel => panel.addEventListener("click", event => {
      if (event.target.closest("a[href]") && panel.matches(":popover-open")) panel.hidePopover()
    }))
  })
})()
