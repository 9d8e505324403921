"""The newest version is at the plain addresses, the older at /v/ with a banner on each page."""

from __future__ import annotations

import re
import shutil
from filecmp import cmp
from pathlib import Path

import lxml.html
import pytest

import versions
from conftest import as_lines
from edition.checks.site_rules import Site as CheckedSite
from edition.checks.site_rules import broken_links, check_site
from edition.model import Edition
from repository import edit

BASE = "/some-repo/"
OLD = "v/1.2.0/"
STONE = "towers/stone/index.html"
LASTING = "https://edition.example/some-repo/v/1.2.0/towers/stone/"


def run(paper: Path) -> int:
    """Put the released versions into the site of a paper."""
    return versions.main(["--root", str(paper)])


@pytest.fixture()
def site(paper: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The newest with version 1.2.0 beside it."""
    monkeypatch.setenv("REPO_URL", "https://example.org/lamps/")
    assert run(paper) == 0
    return paper / "site"


def read(file: Path) -> lxml.html.HtmlElement:
    """A page of a site."""
    return lxml.html.fromstring(file.read_bytes().decode())


def banner(file: Path) -> str:
    """The banner of a page, with which its text begins."""
    (found,) = read(file).xpath("(//article | //main[not(.//article)])/*[1]")
    return as_lines(found)


def files_in(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their path in it."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_the_newest_is_at_the_plain_address_as_it_was_built(site, new_paper):
    now, before = files_in(site), files_in(new_paper / "site")
    assert [name for name in before if now[name] != before[name]] == ["v/index.html"]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("pay", "keepers/pay/index.html"),
        ("chants", "keepers/chants/index.html"),
        ("bells", "keepers/bells/index.html"),
        ("brine1919lamps", "references/brine1919lamps.html"),
    ],
)
def test_an_old_page_leads_to_the_newest(site, golden, name, file):
    """To the same page, one that has moved, one that is gone, and the document of a work."""
    golden(f"releases/{name}.html", banner(site / OLD / file))


def test_the_list_of_versions(site, golden):
    listed = as_lines(read(site / "v/index.html").find(".//article"))
    golden("releases/versions.html", re.sub(r"\d\.\d MB", "0.4 MB", listed))
    moved = read(site / OLD / "v/index.html").xpath("//meta[@http-equiv='refresh']/@content")
    assert moved == ["0; url=../../"]
    redirect = (site / OLD / "keepers/hymns/index.html").read_bytes()
    assert redirect == (site / "keepers/hymns/index.html").read_bytes()
    archive, kept = "edition-1.2.0-site.zip", site.parent / "releases/v1.2.0"
    assert cmp(site / "v" / archive, kept / archive, shallow=False)
    assert (site / f"v/{archive}.sha256").read_text() in (kept / "SHA256SUMS").read_text()


def test_a_copy_of_the_newest_says_that_it_is_the_newest(paper, old_paper, old_site, golden):
    shutil.copytree(old_paper, paper, dirs_exist_ok=True)
    shutil.copytree(old_site.folder, paper / "site", dirs_exist_ok=True)
    assert run(paper) == 0
    golden("releases/newest.html", banner(paper / "site" / OLD / "keepers/pay/index.html"))


def test_search_engines_list_the_newest_and_citations_name_the_version(site):
    old, plain = read(site / OLD / STONE), read(site / STONE)
    robots = "//meta[@name='robots']/@content"
    assert (old.xpath(robots), plain.xpath(robots)) == (["noindex"], [])
    assert old.xpath("//link[@rel='canonical']/@href") == [LASTING]
    cited = "//section[@data-work='edition']"
    assert set(old.xpath(f"{cited}//*[@class='cite-address']/text()")) == {LASTING}
    assert "This is the permanent link of version 1.2.0." in old.xpath(f"string({cited})")
    assert "This link shows the latest version." in plain.xpath(f"string({cited})")


def test_the_addresses_of_an_old_page_are_those_of_folders(site):
    assert read(site / OLD / STONE).xpath("//a[contains(@href, 'index.html')]") == []


def test_every_link_leads_somewhere(site):
    assert broken_links(site, BASE) == {}


def test_an_old_version_is_only_checked_where_it_leads_out(site):
    inside = ("Storms took", '[@lost] <a href="../nowhere/">took</a>')
    outside = ('href="../../../../v/"', 'href="../../../../w/"')
    edit(site, *((f"{OLD}{STONE}", *replaced) for replaced in (inside, outside)))
    checked = CheckedSite(Edition.load(site.parent), site, BASE)
    assert [str(problem) for problem in check_site(checked)] == [
        "v/1.2.0/towers/stone/index.html:1: dead-link: '/w' leads nowhere: File not found. Check if file exists and path is correct. Correct the link in the source."
    ]


def test_publishing_twice_gives_the_same_bytes(site, capsys):
    before = files_in(site)
    assert run(site.parent) == 0
    assert files_in(site) == before
    said = "Released versions: 1.2.0.\nOf the changelog's versions these have no release: 1.1.0.\n"
    assert capsys.readouterr().err == said


def test_without_releases_nothing_is_done(paper, capsys):
    shutil.rmtree(paper / "releases")
    before = files_in(paper)
    assert run(paper) == 0
    assert files_in(paper) == before
    assert capsys.readouterr() == ("", "")
