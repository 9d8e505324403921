"""What the heads of pages say to programs, with and without a known address: true, once, never
empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import pytest
import yaml
from pyld import jsonld

from conftest import ROOT
from edition.exports import exports_of
from edition.model import Edition, Page
from edition.site.head import head_of
from edition.site.json_ld import json_ld

SITE = "https://edition.example/some-repo/"
PAPERS = ("tests/paper", ".")
EMPTY = re.compile(r'(?<!\\)""|\[\]|\{\}|[:,[]null')  # in JSON


@pytest.fixture(
    params=[(paper, site) for paper in PAPERS for site in (SITE, "")],
    ids=lambda param: "-".join(param),
)
def placed(request: pytest.FixtureRequest) -> Edition:
    """Each paper, with and without an address to be published at."""
    edition = Edition.load(ROOT / request.param[0])
    edition.project.site_url = request.param[1]
    return edition


def heads(edition: Edition) -> Iterator[tuple[str, lxml.html.HtmlElement]]:
    """What each page says to programs, by its address."""
    for page in edition.pages:
        head = head_of(edition, "Site", page.path)
        assert head
        yield page.address, lxml.html.fragment_fromstring(head.metadata, create_parent="head")


def test_nothing_is_empty_and_every_address_is_whole_or_unknown(placed):
    for address, head in heads(placed):
        tags = {meta.get("name", meta.get("property")): meta.get("content") for meta in head}
        assert all(head.xpath(".//@*"))
        assert not EMPTY.search(head.findtext("script"))
        # Scholar finds the work on one page.
        assert tags.get("citation_title") == (None if address else placed.paper.title)
        assert bool(address) is not any(str(name).startswith("citation_") for name in tags)
        own = SITE + address if placed.project.site_url else None
        assert head.xpath("link[@rel='cite-as']/@href") == ([own] if own else [])
        assert (tags.get("og:url"), tags.get("dcterms.identifier")) == (own, own)
        if not own:
            written = lxml.html.tostring(head, encoding="unicode")
            assert "edition.example" not in written and "127.0.0.1" not in written


FACTS = """\
title: Lamps
year: "1931-13"
edition: {title: Lamps, version: 1.0.0, date: 2025-02-30}
"""


@pytest.mark.parametrize("authors", ["", "authors: [{family: Wren}]\n"])
def test_a_paper_without_authors_or_date_is_no_article_for_scholar(overlay, edition, authors):
    root = overlay({"docs/data/paper.yml": FACTS + authors})
    for address, head in heads(edition(root)):
        written = lxml.html.tostring(head, encoding="unicode")
        for wrong in ('"citation_', "dcterms.creator", "1931-13", "2025-02-30"):
            assert wrong not in written, address


def graph_of(edition: Edition, page: Page) -> dict[str, Any]:
    """The nodes of a page's JSON-LD by id, with all addresses whole."""
    context = {"@vocab": "https://schema.org/", "url": {"@type": "@id"}}
    written = json.loads(json_ld(edition, page)) | {"@context": context}
    nodes = jsonld.flatten(written, options={"base": SITE + page.address})
    return {node["@id"]: node for node in nodes}


@pytest.mark.parametrize("paper", PAPERS)
def test_without_an_address_the_json_ld_says_the_same(paper):
    edition = Edition.load(ROOT / paper)
    for page in edition.pages:
        edition.project.site_url = SITE
        graph = graph_of(edition, page)
        edition.project.site_url = ""
        assert graph_of(edition, page) == graph, page.path
        corrections = graph.get(f"{SITE}#paper", {}).get("https://schema.org/correction", [])
        assert len(corrections) == len(edition.notes_on(page.path)), page.path


def test_no_text_can_end_the_data_block(made_up):
    page = made_up.pages[1]
    description, page.meta["description"] = page.meta["description"], "</script><b>"
    try:
        assert "<" not in json_ld(made_up, page)
        assert json.loads(json_ld(made_up, page))["@graph"][0]["description"] == "</script><b>"
    finally:
        page.meta["description"] = description


def test_a_linkset_and_a_robots_file_only_where_they_can_be_right(placed):
    made = exports_of(placed)
    assert ("linkset.json" in made) is bool(placed.project.site_url)
    assert "robots.txt" not in made
    placed.project.site_url = "https://edition.example/"
    assert "robots.txt" in exports_of(placed)


def test_a_changelog_becomes_a_feed(overlay, edition):
    text = "---\ntitle: Changelog\n---\n\n# Changelog\n\n## 1.1.0 · 2 May 2025\n\nMore *lamps* & [oil](../index.md).\n\n## 1.0.0 · 31 February 2025\n\nNo such day.\n"
    config = "site_name: Lamps\nnav:\n  - index.md\n  - about/changelog.md\n"
    loaded = edition(overlay({"docs/about/changelog.md": text, "mkdocs.yml": config}))
    feed = lxml.html.etree.fromstring(exports_of(loaded)["feed.xml"]())
    atom = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.xpath("a:entry/a:title/text()", namespaces=atom) == ["Version 1.1.0"]
    assert feed.xpath("a:entry/a:content/text()", namespaces=atom) == ["More lamps & oil."]
    assert feed.xpath("a:updated/text()", namespaces=atom) == ["2025-05-02T00:00:00Z"]
    assert all(id.startswith("urn:uuid:") for id in feed.xpath("//a:id/text()", namespaces=atom))


def test_the_citation_file_is_valid():
    schema = json.loads((Path(__file__).parent / "schemas" / "cff.json").read_text("utf-8"))
    citation = yaml.load((ROOT / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)
    for reference in citation["references"]:
        reference["year"] = int(reference["year"])
    jsonschema.validate(citation, schema)
