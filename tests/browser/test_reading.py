"""What a reader does to read: search in three scripts, from the web or a disk, under the policy, on paper, and take it along."""

from __future__ import annotations

import re

import pytest
from lxml import html
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.reading import Site

WHOLE = ["PDF", "EPUB", "plain text"]
REFUSED = """() => { window.refused = []; document.addEventListener("securitypolicyviolation", event => refused.push(event.violatedDirective)) }"""
INLINE = """() => { const script = document.createElement("script"); script.textContent = "window.ran = true"; document.head.append(script) }"""


def search(page: Page, query: str) -> Locator:
    """The results for a query, with the panel opened first."""
    panel = page.get_by_role("search")
    if not panel.is_visible():
        page.get_by_role("button", name="Search", exact=True).click()
    panel.get_by_role("searchbox").fill(query)
    return panel.get_by_role("link")


def read_section(site: Site):
    return next(
        page
        for page in site.edition.pages
        if page.section and any(paragraph.number for paragraph in page.paragraphs)
    )


@pytest.mark.parametrize("lang", ["zh", "ur"])
def test_search_finds_a_name_in_another_script(page: Page, site: Site, lang: str):
    name, form = next(
        (name, form.text)
        for name in site.edition.names
        for form in name.forms
        if form.lang.startswith(lang)
    )
    page.goto("")
    expect(search(page, form).filter(has_text=name.name).first).to_be_visible()


def test_search_finds_a_name_by_its_alias(page: Page, site: Site):
    name, alias = next(
        (name, form)
        for name in site.edition.names
        for form in name.all_forms[1:]
        if form.isascii() and form.isupper()
    )
    page.goto("")
    expect(search(page, alias).filter(has_text=name.name).first).to_be_visible()


def test_a_result_leads_to_the_paragraph(page: Page, site: Site):
    known = read_section(site)
    paragraph = next(paragraph for paragraph in known.paragraphs if paragraph.number)
    page.goto("")
    search(page, " ".join(re.findall(r"\w+", paragraph.text)[:9])).first.click()
    expect(page).to_have_url(f"{site.address}{known.address}#{paragraph.id}")


def test_results_are_walked_with_the_keyboard(page: Page, site: Site):
    page.goto("")
    results = search(page, site.edition.names[0].name)
    expect(results.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("search")).to_be_hidden()


def test_every_page_has_a_policy_and_the_whole_edition(site: Site):
    for file in sorted(site.folder.rglob("*.html")):
        tree = html.parse(file).getroot()
        if tree.xpath("//meta[@http-equiv='refresh']"):
            continue
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert "default-src 'self'" in policy and "unsafe" not in policy, file
        assert [text for text in tree.xpath("//footer//a/text()") if text in WHOLE] == WHOLE, file


def test_the_policy_stops_a_foreign_script_and_nothing_of_ours(reader: BrowserContext, site: Site):
    page = reader.new_page()
    page.add_init_script(f"({REFUSED})()")
    page.goto(read_section(site).address)
    search(page, site.edition.names[0].name)
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()
    assert page.evaluate("refused") == []
    page.evaluate(INLINE)
    page.wait_for_function("refused.length > 0")
    assert page.evaluate("window.ran") is None
    page.close()


def test_from_the_disk(browser, site: Site):
    context = browser.new_context()
    page, troubles = context.new_page(), []
    page.on("console", lambda said: troubles.append(said.text))
    page.on(
        "request", lambda request: request.url.startswith("file:") or troubles.append(request.url)
    )
    page.goto((site.folder / "index.html").as_uri())
    page.get_by_role("link", name="Begin reading").click()
    expect(page).to_have_url(re.compile(r"/index\.html$"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    name = site.edition.names[0]
    search(page, name.name).filter(has_text=name.name).first.click()
    expect(page).to_have_url(re.compile(r"/index\.html#"))
    assert troubles == []
    context.close()


def test_the_switch_for_notes_is_remembered(page: Page, site: Site):
    noted = next(
        known
        for known in site.edition.pages
        if known.section and any(note.page == known.path for note in site.edition.notes)
    )
    page.goto(noted.address)
    page.get_by_role("button", name="Notes", exact=True).click()
    page.reload()
    expect(page.get_by_role("button", name="Notes", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )
