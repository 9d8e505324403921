"""The newest version is at the plain addresses, the older at /v/ with a banner on each page."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import pytest

import versions
from conftest import Site
from edition.checks.site_rules import Site as CheckedSite
from edition.checks.site_rules import check_site
from edition.model import Edition

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


def banner(site: Path, address: str) -> lxml.html.HtmlElement:
    (found,) = page(site, f"v/1.2.0/{address}").find_class("version-banner")
    return found


def words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def links(element: lxml.html.HtmlElement) -> list[str]:
    return [link.get("href") for link in element.iter("a")]


def test_the_newest_is_at_the_plain_address_as_it_was_built(site: Path, new_site) -> None:
    for file in (file for file in new_site.folder.rglob("*") if file.is_file()):
        name = file.relative_to(new_site.folder).as_posix()
        assert (site / name).read_bytes() == file.read_bytes() or name == "v/index.html"


def test_an_old_page_says_what_changed_since(site: Path) -> None:
    said = words(banner(site, "keepers/pay/"))
    assert said == (
        "Version 1.2.0, 9 April 2025, an archived copy. There is a newer version: this page in version 1.3.0, 2 May 2026. All versions. "
        "What changed on this page since: 1 paragraph changed, 1 removed "
        "Paragraph 1 changed (in the latest version) … no citation without brackets). They were very small. Paragraph 3 is no longer on this page"
    )
    assert links(banner(site, "keepers/pay/")) == [
        "../../../../keepers/pay/",
        "../../../../v/",
        "#p1",
        "../../../../keepers/pay/#p1",
        "#p3",
    ]
    assert [deleted.text for deleted in banner(site, "keepers/pay/").iter("del", "ins")] == ["very"]


def test_what_is_new_is_shown(site: Path) -> None:
    (added,) = banner(site, "keepers/songs/").iter("ins")
    assert added.text == "A last song was found."
    assert "../../../../keepers/songs/#p3" in links(banner(site, "keepers/songs/"))


def test_a_page_as_it_is_today_says_so(site: Path) -> None:
    assert words(banner(site, "keepers/watches/")).endswith(
        "All versions. Nothing has changed on this page since."
    )


def test_a_page_that_moved_leads_to_its_new_address(site: Path) -> None:
    assert "2 May 2026, where this page has moved to 2.3 Songs." in words(
        banner(site, "keepers/chants/")
    )
    assert links(banner(site, "keepers/chants/"))[0] == "../../../../keepers/songs/"
    assert "Late has moved: new place" in words(banner(site, "keepers/chants/"))


def test_a_page_that_is_gone_leads_to_the_nearest(site: Path) -> None:
    assert "2 May 2026, which no longer has this page. The closest page is 2 Keepers." in words(
        banner(site, "keepers/bells/")
    )
    assert links(banner(site, "keepers/bells/"))[0] == "../../../../keepers/"


def test_the_document_of_a_work_has_the_banner_too(site: Path) -> None:
    file = site / "v/1.2.0/references/brine1919lamps.html"
    (said,) = lxml.html.parse(str(file)).getroot().find_class("version-banner")
    assert links(said)[0] == "../../../references/brine1919lamps.html"


def test_search_engines_list_the_newest_and_citations_name_the_version(site: Path) -> None:
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


def test_the_addresses_of_an_old_page_are_those_of_folders(site: Path) -> None:
    assert [
        link
        for link in links(page(site, "v/1.2.0/towers/stone"))
        if link.partition("#")[0].endswith("index.html")
    ] == []


def test_the_list_of_versions(site: Path) -> None:
    article = page(site, "v").find(".//article")
    assert [words(heading) for heading in article.iter("h2")][:2] == [
        "Version 1.3.0 · 2 May 2026",
        "Version 1.2.0 · 9 April 2025",
    ]
    newest, kept = article.find_class("version-kept")
    assert words(newest) == "You are reading this version."
    assert links(kept) == [
        "1.2.0/",
        "1.2.0/downloads/edition.pdf",
        "1.2.0/downloads/edition.epub",
        "1.2.0/downloads/edition.txt",
        "edition-1.2.0-site.zip",
        "edition-1.2.0-site.zip.sha256",
        "https://example.org/lamps/releases/tag/v1.2.0",
    ]
    assert "The first of all, with songs." in words(article)
    assert page(site, "v/1.2.0/v").xpath("//meta[@http-equiv='refresh']/@content") == [
        "0; url=../../"
    ]


def test_every_link_leads_somewhere(site: Path, new_paper: Path) -> None:
    assert Site(site, BASE, "").broken_links() == []
    assert [
        str(problem) for problem in check_site(CheckedSite(Edition.load(new_paper), site, BASE))
    ] == []


def test_an_old_version_is_only_checked_where_it_leads_out(site: Path, new_paper: Path) -> None:
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


def test_publishing_twice_gives_the_same_bytes(copies) -> None:
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


def test_a_copy_of_the_newest_says_that_it_is_the_newest(copies, old_site, old_paper: Path) -> None:
    copy = copies()
    same = type(copy)(
        old_paper, Path(shutil.copytree(old_site.folder, copy.site.parent / "same")), copy.releases
    )
    assert run(same) == 0
    assert words(banner(same.site, "keepers/pay/")) == (
        "Version 1.2.0, 9 April 2025, an archived copy. This is the latest version, also at this link that always shows the latest. All versions. Nothing has changed on this page since."
    )


def test_without_releases_nothing_is_done(copies, capsys: pytest.CaptureFixture[str]) -> None:
    copy = copies()
    before = sorted(copy.site.rglob("*"))
    copy = type(copy)(copy.root, copy.site, copy.site / "none")
    assert run(copy) == 0
    assert sorted(copy.site.rglob("*")) == before
    assert capsys.readouterr() == ("", "")
