"""Every style and format of the made-up paper, as reviewed by eye in tests/golden/citing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import PAPER
from edition.cache import Cache
from edition.citing.citeproc import Request
from edition.citing.csl_json import csl_item
from edition.citing.self_citation import page_item, paper_item
from edition.citing.styled_citations import StyledCitations
from edition.citing.styles import STYLES
from edition.exports import exports_of
from edition.model import Edition
from edition.site.head import head_of

Golden = Callable[[str, str | bytes], None]
SITE = "https://edition.example/some-repo/"


@pytest.fixture(scope="module")
def placed() -> Edition:
    """The made-up paper, published at an address."""
    edition = Edition.load(PAPER)
    edition.project.site_url = SITE
    return edition


@pytest.fixture(scope="module")
def requests(placed: Edition) -> list[Request]:
    """The paper, two pages, every work of the bibliography, and what styles trip over.

    Of the items in odd-items.json, the two with four authors say "et al." in their own languages,
    the two of one year are not told apart as 2018a and 2018b, and markup in a title is text. IEEE
    and GB/T 7714 print a locator, but no number: that is of the citing text's own list.
    """
    odd = json.loads((Path(__file__).parent / "odd-items.json").read_text("utf-8"))
    found = [Request(paper_item(placed)), Request(paper_item(placed), "sec. 2")]
    for path in ("index.md", "towers/stone.md"):
        found.append(Request(page_item(placed, placed.by_path[path]), "para. 3"))
    return found + [Request(item) for item in [*map(csl_item, placed.bibliography), *odd]]


@pytest.fixture(scope="module")
def styled(requests: list[Request], tmp_path_factory: pytest.TempPathFactory) -> StyledCitations:
    found = StyledCitations(Cache(tmp_path_factory.mktemp("project")))
    found.start(requests)
    return found


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_a_style(style, requests, styled, golden):
    lines = []
    for request in requests:
        formatted = styled.get(request)[style.id]
        name = f"{request.item['id']} {request.locator}".strip()
        lines += [name, f"  {formatted.reference}", f"  {formatted.citation}", ""]
    golden(f"citing/{style.id}.txt", "\n".join(lines))


@pytest.mark.parametrize("name", ["editors", "paper", "references"])
@pytest.mark.parametrize("format", ["bib", "bib.txt", "json", "ris"])
def test_a_list_of_works(name, format, placed, golden):
    golden(f"citing/{name}.{format}", exports_of(placed)[f"downloads/{name}.{format}"]())


def test_files_for_programs(placed, golden):
    files = exports_of(placed)
    golden("citing/llms.txt", files["llms.txt"]())
    golden("citing/linkset.json", files["linkset.json"]())
    golden("citing/page.json", files["towers/stone/index.json"]())


@pytest.mark.parametrize(
    ("path", "name"),
    [("index.md", "home"), ("towers/stone.md", "section"), ("references.md", "references")],
)
def test_a_head(path, name, placed, golden):
    head = head_of(placed, "Lamps of Orrin", path, pdf="downloads/edition.pdf")
    assert head
    golden(f"citing/head-{name}.txt", "\n".join([head.metadata, *head.coins, ""]))


def test_coins_are_on_the_list_of_references_alone(placed):
    for page in placed.pages:
        head = head_of(placed, "", page.path)
        assert head
        listed = placed.paper_references if page.path == "references.md" else []
        assert len(head.coins) == len(listed)
