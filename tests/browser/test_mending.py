"""What a reader does who finds a fault: opens the source at its line, or the form for reports,
already filled in.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page

from conftest import REPOSITORY, ROOT

EDIT = f"{REPOSITORY}/edit/main/"
FORM = ROOT / ".github" / "ISSUE_TEMPLATE" / "correction.yml"


@pytest.fixture
def visit(reader: BrowserContext) -> Page:
    """A page that the repository answers with an empty one."""
    page = reader.new_page()
    page.route(f"{REPOSITORY}/**", lambda route: route.fulfill(body="", content_type="text/html"))
    return page


def source_of(link: str) -> tuple[str, str]:
    """The path that a link leads to, and the text of the line that it names."""
    assert link.startswith(EDIT)
    path, _, line = unquote(link.removeprefix(EDIT)).partition("#L")
    lines = (ROOT / path).read_text("utf-8").splitlines()
    return path, lines[int(line) - 1] if line else ""


def test_every_page_reference_and_note_leads_to_its_line(site, edition):
    for page in edition.pages:
        [link] = site.page(page.address).find_class("edit-page")
        assert source_of(link.get("href")) == (page.file, ""), page.address
    listed = site.page("references/")
    for reference in edition.bibliography:
        link = listed.get_element_by_id(f"ref-{reference.key}").find_class("edit-link")[0]
        path, line = source_of(link.get("href"))
        assert path == reference.location.path
        assert line.startswith("@") and line.endswith(f"{{{reference.key},"), line
    listed = site.page("notes/")
    for note in edition.notes:
        [link] = listed.xpath(f"//a[@aria-label='Edit note {note.id}']/@href")
        path = f"docs/data/notes/{note.page.removesuffix('.md')}.yml"
        assert source_of(link) == (path, f"- id: {note.id}")


def test_a_report_names_page_place_and_version(visit, edition):
    read = next(p for p in edition.pages if sum(bool(one.number) for one in p.paragraphs) > 1)
    first, second = [paragraph.id for paragraph in read.paragraphs if paragraph.number][:2]
    visit.goto(read.address)
    visit.get_by_role("link", name="Edit this page").click()
    visit.wait_for_url(f"{EDIT}{read.file}")
    for address in (
        f"{read.address}#{first}",
        f"{read.address}#{second}",
        f"references/#ref-{edition.paper_references[0].key}",
        "",
    ):
        visit.goto(address)
        visit.get_by_role("link", name="Report a problem").click()
        visit.wait_for_url(f"{REPOSITORY}/issues/new?**")
        filled = dict(parse_qsl(urlsplit(visit.url).query, strict_parsing=True))
        assert filled == {
            "template": FORM.name,
            "place": address or "/",
            "version": edition.paper.edition.version,
        }
        visit.go_back()  # the next report names the next place
    fields = {field.get("id"): field["type"] for field in yaml.safe_load(FORM.read_text())["body"]}
    # A query fills in what is typed; a choice would have to be one of its options, word for word.
    assert {fields["place"], fields["version"]} <= {"input", "textarea"}
