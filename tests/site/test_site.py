"""The made-up paper, built strictly under a sub-path, and with faults.

That links lead somewhere, nothing is unresolved and no id stands twice:
tests/checks/test_site_rules.py.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from conftest import PAPER, Site, build_site, overlay_paper
from edition.releases.publish import STYLE


def said(element: HtmlElement) -> str:
    """What a reader sees, on one line."""
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def test_the_build_is_strict_and_says_nothing(built):
    assert (built.code, built.warnings) == (0, [])


def test_no_script_or_style_sheet_is_published_that_no_page_loads(built):
    files = [file for file in built.folder.rglob("*") if file.suffix in {".html", ".js", ".css"}]
    texts = "".join(file.read_text("utf-8") for file in files)
    assets = {file.name for file in (built.folder / "assets").iterdir()}
    # The pages of released versions load one, once there are any.
    assert {
        name for name in assets if f'assets/{name}"' not in texts and f'"{name}"' not in texts
    } == {Path(STYLE).name}


def test_no_private_use_character_is_left_anywhere(built):
    for file in built.folder.rglob("*"):
        if file.suffix in {".html", ".json", ".xml", ".txt"}:
            assert not re.search("[\ue000-\uf8ff]", file.read_text("utf-8")), file.name


def test_every_citation_has_its_work_on_the_page_for_the_preview(built):
    for address in built.addresses():
        article = built.article(address)
        cited = set(article.xpath(".//a[contains(@class, 'citation')]/@data-ref"))
        assert cited == set(article.xpath(".//section[@class='works-cited']//li/@data-ref")), (
            address
        )


TARGETS = ("gone.md", "towers/stone.md#p9", "references.md#ref-gone", "#lost")
CITED = "# Stone\n\nLit.[@brine1919lamps; @gone.x] Out.[@Brine1919lamps, p. 3]\n{: #p1 }\n"
UNREADABLE = "[" * 60_000


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The made-up paper with links and citations to nothing, and a page that cannot be read in
    time.
    """
    folder = tmp_path_factory.mktemp("broken")
    about = (PAPER / "docs/about.md").read_text("utf-8")
    links = "".join(f"\n[gone]({target})\n" for target in TARGETS)
    pages = {"about.md": about + links, "towers/stone.md": CITED, "towers/oil.md": UNREADABLE}
    files = {f"docs/{path}": text for path, text in (pages | {"lost.md": UNREADABLE}).items()}
    root = overlay_paper(folder / "paper", files)
    return build_site(root / "mkdocs.yml", folder / "site", "/")


def test_broken_links_fail_the_build(broken):
    assert broken.code == 1
    told = [line for line in broken.warnings if "about.md" in line]
    for target in TARGETS:
        name = target.partition("#")[2] or target
        assert any(name in line for line in told), target
        told = [line for line in told if name not in line]
    assert told == []


def test_an_unknown_key_is_kept_in_sight_and_the_rest_of_the_page_is_built(broken):
    paragraph = broken.article("towers/stone/").get_element_by_id("p1")
    assert said(paragraph) == "Lit.[1], [@gone.x] Out.[@Brine1919lamps]¶1"


def test_a_page_that_cannot_be_read_in_time_is_not_handed_on(broken):
    """Python-Markdown would take minutes to come to the end of it."""
    line = "docs/towers/oil.md:1: error: unreadable-file: more than 20 brackets are open"
    assert line in broken.output
    for name in ("towers/oil", "lost"):
        assert "[[[" not in (broken.folder / name / "index.html").read_text("utf-8")
