"""What a reader does who finds a fault: opens the source at its line, or the form for reports, already filled in."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page

from conftest import REPOSITORY

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def visit(reader: BrowserContext) -> Page:
    """A page that the repository answers with an empty one."""
    page = reader.new_page()
    page.route(f"{REPOSITORY}/**", lambda route: route.fulfill(body="", content_type="text/html"))
    return page


def source_of(link: str) -> tuple[str, str]:
    """The path that a link leads to, and the text of the line that it names."""
    assert link.startswith(f"{REPOSITORY}/edit/main/")
    address = urlsplit(link)
    path = unquote(address.path.removeprefix(f"{urlsplit(REPOSITORY).path}/edit/main/"))
    lines = (ROOT / path).read_text("utf-8").splitlines()
    return path, lines[int(address.fragment.removeprefix("L")) - 1] if address.fragment else ""


def form(template: str) -> dict:
    return yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / template).read_text("utf-8"))


def reported(page: Page) -> dict[str, str]:
    """The fields of the form that "Report a problem" opens."""
    page.get_by_role("link", name="Report a problem").click()
    page.wait_for_url(f"{REPOSITORY}/issues/new?**")
    return {
        name: value
        for name, [value] in parse_qs(urlsplit(page.url).query, strict_parsing=True).items()
    }


def test_every_page_leads_to_its_source(site):
    for known in site.edition.pages:
        [link] = site.parsed(known.address).find_class("edit-page")
        assert source_of(link.get("href")) == (f"docs/{known.path}", ""), known.address
        assert known.title in (ROOT / known.file).read_text("utf-8")


def test_every_reference_leads_to_the_line_of_its_entry(site):
    listed = site.parsed("references/")
    for reference in site.edition.bibliography:
        link = listed.get_element_by_id(f"ref-{reference.key}").find_class("edit-link")[0]
        path, line = source_of(link.get("href"))
        assert path == reference.location.path
        assert line.startswith("@") and line.endswith(f"{{{reference.key},"), line


def test_every_note_leads_to_the_line_of_its_record(site):
    listed = site.parsed("notes/")
    for note in site.edition.notes:
        [link] = listed.xpath(f"//a[@aria-label='Edit note {note.id}']")
        path, line = source_of(link.get("href"))
        assert (path, line) == (
            f"docs/data/notes/{note.page.removesuffix('.md')}.yml",
            f"- id: {note.id}",
        )


def test_following_an_edit_link_opens_the_repository(visit, site):
    visit.goto(site.edition.pages[1].address)
    visit.get_by_role("link", name="Edit this page").click()
    visit.wait_for_url(f"{REPOSITORY}/edit/main/docs/{site.edition.pages[1].path}")


def test_a_report_names_page_place_and_version(visit, site):
    edition = site.edition
    read = next(p for p in edition.pages if sum(bool(one.number) for one in p.paragraphs) > 1)
    first, second = [paragraph.id for paragraph in read.paragraphs if paragraph.number][:2]
    for address in (
        f"{read.address}#{first}",
        f"{read.address}#{second}",
        f"references/#ref-{edition.paper_references[0].key}",
        f"notes/#{edition.notes[0].anchor}",
        read.address,
        "",
    ):
        visit.goto(address)
        filled = reported(visit)
        assert filled == {
            "template": "correction.yml",
            "place": address or "/",
            "version": edition.paper.edition.version,
        }
        visit.go_back()  # the next report names the next place
    fields = {field.get("id"): field for field in form(filled.pop("template"))["body"]}
    # A query fills in what is typed; a choice would have to be one of its options, word for word.
    assert {fields[name]["type"] for name in filled} <= {"input", "textarea"}
