"""The newest version is at the plain addresses, the older at /v/ with a banner on each page."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import lxml.html
import pytest

import versions
from conftest import Site, as_lines
from edition.checks.site_rules import Site as CheckedSite
from edition.checks.site_rules import check_site
from edition.model import Edition
from releases.conftest import Copies

BASE = "/some-repo/"


def run(copies, *more: str) -> int:
    folders = {"--root": copies.root, "--site": copies.site, "--releases": copies.releases}
    words = [word for option, folder in folders.items() for word in (option, str(folder))]
    return versions.main([*words, *more])


@pytest.fixture()
def site(copies) -> Path:
    """The newest with version 1.2.0 beside it."""
    copy = copies()
    assert run(copy, "--repository", "https://example.org/lamps") == 0
    return copy.site


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(
        (site / address / "index.html").read_bytes(), parser=lxml.html.HTMLParser(encoding="utf-8")
    )


def banner(page: lxml.html.HtmlElement) -> str:
    (found,) = page.find_class("version-banner")
    return as_lines(found)


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def links(element: lxml.html.HtmlElement) -> list[str]:
    return [link.get("href") for link in element.iter("a")]


def test_the_newest_is_at_the_plain_address_as_it_was_built(site, new_site):
    for file in (file for file in new_site.folder.rglob("*") if file.is_file()):
        name = file.relative_to(new_site.folder).as_posix()
        assert (site / name).read_bytes() == file.read_bytes() or name == "v/index.html"


@pytest.mark.parametrize("name", ["pay", "songs", "watches", "chants", "bells"])
def test_an_old_page_says_what_changed_since(site, golden, name):
    """Words changed, words added, nothing changed, a page that has moved, a page that is gone."""
    golden(f"releases/{name}.html", banner(page(site, f"v/1.2.0/keepers/{name}")))


def test_the_document_of_a_work_has_the_banner_too(site, golden):
    file = site / "v/1.2.0/references/brine1919lamps.html"
    golden("releases/brine1919lamps.html", banner(lxml.html.parse(str(file)).getroot()))


def test_the_list_of_versions(site, golden):
    listed = as_lines(page(site, "v").find(".//article"))
    golden("releases/versions.html", re.sub(r"\d\.\d MB", "0.4 MB", listed))
    moved = page(site, "v/1.2.0/v").xpath("//meta[@http-equiv='refresh']/@content")
    assert moved == ["0; url=../../"]


def test_a_copy_of_the_newest_says_that_it_is_the_newest(copies, old_site, old_paper, golden):
    copy = copies()
    same = shutil.copytree(old_site.folder, copy.site.parent / "same")
    assert run(Copies(old_paper, same, copy.releases)) == 0
    golden("releases/newest.html", banner(page(same, "v/1.2.0/keepers/pay")))


def test_search_engines_list_the_newest_and_citations_name_the_version(site):
    root = page(site, "v/1.2.0/towers/stone")
    assert root.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert root.xpath("//link[@rel='canonical']/@href") == [
        "https://edition.example/some-repo/v/1.2.0/towers/stone/"
    ]
    cited = root.xpath("//section[@data-work='edition']//*[@class='cite-address']")
    assert {address.text for address in cited} == {
        "https://edition.example/some-repo/v/1.2.0/towers/stone/"
    }
    assert "This is the permanent link of version 1.2.0." in words(
        root.find(".//section[@data-work='edition']")
    )
    plain = words(page(site, "towers/stone").find(".//section[@data-work='edition']"))
    assert "This link shows the latest version. Each release has a permanent link." in plain
    assert page(site, "towers/stone").xpath("//meta[@name='robots']") == []


def test_the_addresses_of_an_old_page_are_those_of_folders(site):
    assert [
        link
        for link in links(page(site, "v/1.2.0/towers/stone"))
        if link.partition("#")[0].endswith("index.html")
    ] == []


def test_every_link_leads_somewhere(site, new_paper):
    assert Site(site, BASE, "").broken_links() == []
    assert [
        str(problem) for problem in check_site(CheckedSite(Edition.load(new_paper), site, BASE))
    ] == []


def test_an_old_version_is_only_checked_where_it_leads_out(site, new_paper):
    file = site / "v/1.2.0/towers/stone/index.html"
    text = file.read_text("utf-8")
    text = text.replace("Storms took", '[@lost] <a href="../nowhere/">took</a>').replace(
        'href="../../../../v/"', 'href="../../../../w/"'
    )
    file.write_text(text, encoding="utf-8")
    assert [
        str(problem) for problem in check_site(CheckedSite(Edition.load(new_paper), site, BASE))
    ] == [
        "v/1.2.0/towers/stone/index.html:1: dead-link: '/w' leads nowhere: File not found. Check if file exists and path is correct. Correct the link in the source."
    ]


def test_publishing_twice_gives_the_same_bytes(copies):
    one, other = copies(), copies()
    assert [run(one), run(other), run(other)] == [0, 0, 0]
    for folder in (one.site, other.site):
        assert (folder / "v/1.2.0/index.html").is_file()
    bytes_of = [
        {
            file.relative_to(copy.site): file.read_bytes()
            for file in copy.site.rglob("*")
            if file.is_file()
        }
        for copy in (one, other)
    ]
    assert bytes_of[0] == bytes_of[1]


def test_without_releases_nothing_is_done(copies, capsys):
    copy = copies()
    before = sorted(copy.site.rglob("*"))
    assert run(Copies(copy.root, copy.site, copy.site / "none")) == 0
    assert sorted(copy.site.rglob("*")) == before
    assert capsys.readouterr() == ("", "")
