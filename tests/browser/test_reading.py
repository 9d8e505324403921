"""What a reader searches for, in three scripts, and what the policy of the pages stops."""

from __future__ import annotations

import re

from playwright.sync_api import BrowserContext, Page, expect

from browser.reading import PREFIX, Site, search
from foreign_words import unmarked
from weight import parse_page

WHOLE = ["PDF", "EPUB", "plain text"]
REFUSED = """() => { window.refused = []; document.addEventListener("securitypolicyviolation", event => refused.push(event.violatedDirective)) }"""
INLINE = """() => { const script = document.createElement("script"); script.textContent = "window.ran = true"; document.head.append(script) }"""


def read_section(site: Site):
    return next(
        page
        for page in site.edition.pages
        if page.section and any(paragraph.number for paragraph in page.paragraphs)
    )


def test_search_finds_a_name_in_other_scripts_and_by_its_alias(page: Page, site: Site):
    names = site.edition.names
    forms = [(name, form.text, form.lang[:2]) for name in names for form in name.forms]
    sought = [next(one for one in forms if one[2] == lang) for lang in ("zh", "ur")]
    aliases = [(name, form, "") for name in names for form in name.all_forms[1:]]
    sought.append(next(one for one in aliases if one[1].isascii() and one[1].isupper()))
    page.goto("")
    for name, query, _ in sought:
        expect(search(page, query).filter(has_text=name.name).first).to_be_visible()


def test_a_result_leads_to_the_paragraph(page: Page, site: Site):
    known = read_section(site)
    paragraph = next(paragraph for paragraph in known.paragraphs if paragraph.number)
    page.goto("")
    search(page, " ".join(re.findall(r"\w+", paragraph.text)[:9])).first.click()
    expect(page).to_have_url(f"{site.address}{known.address}#{paragraph.id}")


def test_search_finds_a_page_under_the_sub_path(page: Page, site: Site):
    sought = next(known for known in site.edition.pages if known.section.count(".") == 1)
    page.goto("")
    search(page, sought.title).filter(has_text=sought.title).first.click()
    expect(page.locator("h1")).to_contain_text(sought.title)
    assert f"{PREFIX}{sought.address}" in page.url


def test_words_in_another_script_have_their_language_and_direction(site: Site):
    for file in sorted(site.folder.rglob("*.html")):
        assert unmarked(parse_page(file)) == [], file.relative_to(site.folder)


def test_every_page_has_a_policy_and_the_whole_edition(site: Site):
    for file in sorted(site.folder.rglob("*.html")):
        tree = parse_page(file)
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
