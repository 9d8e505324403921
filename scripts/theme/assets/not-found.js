/* In: an unknown address, and addresses.json. Out: the nearest known ones, as "Did you mean …?"; the asked words, ready to be searched for. */
(() => {
  const SHOWN = 3, distance = window.editDistance, ROOT = new URL("..", document.currentScript.src)
  const box = document.querySelector(".nearest"), form = document.querySelector(".not-found-search")

  // `v/1.2.0/Towers/stone.html` → `towers/stone`
  const plain = path => path.toLowerCase().replace(/^v\/[^/]*\//, "").replace(/(^|\/)index\.(html?|md|json)$/, "").replace(/\.(html?|md|php)$/, "")
    .replace(/[\s_]+/g, "-").replace(/^\/+|\/+$/g, "").replace(/\/{2,}/g, "/")

  const decoded = text => { try { return decodeURIComponent(text) } catch { return text } }

  // A page may be asked for without the folder it lies in: its own name alone counts too, a little less.
  function cost(asked, known) {
    const name = path => path.slice(path.lastIndexOf("/") + 1)
    const whole = distance(asked, known) / Math.max(asked.length, known.length, 1)
    return Math.min(whole, 0.05 + distance(name(asked), name(known)) / Math.max(name(asked).length, name(known).length, 1))
  }

  /* The pages nearest to a path, best first: their addresses, old ones in the place of which others stand included. */
  function nearest(asked, { pages, moved }) {
    const known = [...Object.keys(pages).map(address => [address, address]), ...Object.entries(moved)].filter(([from]) => plain(from))
    const rated = known.map(([from, to]) => ({ address: to, cost: cost(asked, plain(from)) })).filter(found => found.cost < 0.45)
    rated.sort((one, other) => one.cost - other.cost)
    return [...new Set(rated.filter(found => found.cost <= rated[0].cost + 0.2).map(found => found.address))].slice(0, SHOWN)
  }

  /* What was asked: the page's path, and the place in it, which may stand after a slash instead of a hash sign. */
  function asking() {
    const path = plain(decoded(location.pathname).slice(ROOT.pathname.length)), place = decoded(location.hash.slice(1))
    const slip = place ? null : path.match(/^(.*)\/(p\d+[a-z]?)$/)
    return slip ? { path: slip[1], place: slip[2] } : { path, place }
  }

  function link(address, place, pages) {
    const [path, anchor = place] = address.split("#"), page = pages[path], numbered = /^p\d/.test(anchor)
    const there = anchor && (!numbered || page?.paragraphs.includes(anchor)) // only of paragraphs is it known whether they are there
    const found = document.createElement("a"), number = numbered && there ? `, paragraph ${anchor.slice(1)}` : ""
    found.href = new URL(path + (there ? `#${anchor}` : ""), ROOT)
    found.textContent = page ? `${page.section} ${page.title}`.trim() + number : address
    const item = document.createElement("li")
    item.append(found, " ", Object.assign(document.createElement("span"), { className: "address", textContent: found.pathname + found.hash }))
    return item
  }

  async function offer() {
    const answer = await fetch(new URL("addresses.json", ROOT))
    if (!answer.ok) return
    const known = await answer.json(), { path, place } = asking()
    const addresses = nearest(path, known)
    if (!addresses.length) return
    const said = document.createElement("p"), list = document.createElement("ul")
    said.textContent = "Did you mean:"
    list.append(...addresses.map(address => link(address, place, known.pages)))
    box.replaceChildren(said, list)
  }

  form?.addEventListener("submit", event => {
    event.preventDefault()
    const panel = document.getElementById("search"), query = panel.querySelector("input")
    query.value = form.elements.words.value
    panel.showPopover()
    query.dispatchEvent(new Event("input"))
  })
  if (form) form.elements.words.value = asking().path.split("/").pop().replace(/-/g, " ")
  offer().catch(() => { /* the list of pages below says the same at more length */ })
})()
