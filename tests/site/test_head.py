"""What the heads of pages say to programs, with and without a known address: true, once, never empty."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import lxml.html
import pytest
import yaml
from pyld import jsonld

from edition.exports import exports_of
from edition.model import Edition
from edition.site.head import Head, head_of
from edition.site.json_ld import json_ld

SITE = "https://edition.example/some-repo/"
PAPERS = ("tests/paper", ".")


@pytest.fixture(
    params=[(paper, site) for paper in PAPERS for site in (SITE, "")],
    ids=lambda param: "-".join(param),
)
def placed(request: pytest.FixtureRequest, root: Path) -> Edition:
    """Each paper, with and without an address to be published at."""
    edition = Edition.load(root / request.param[0])
    edition.project.site_url = request.param[1]
    return edition


def heads(edition: Edition) -> Iterator[tuple[str, Head]]:
    for page in edition.pages:
        head = head_of(edition, "Site", page.path)
        assert head
        yield page.address, head


def values(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from values(inner)
    yield value


def test_nothing_is_empty(placed):
    for _address, head in heads(placed):
        assert all(tag.name and tag.content for tag in head.meta)
        assert all(link.rel and link.address for link in head.links)
        assert all(value not in ("", [], {}, None) for value in values(json.loads(head.json_ld)))


def test_scholar_finds_the_work_on_one_page(placed):
    found = {
        address: [tag.content for tag in head.meta if tag.name == "citation_title"]
        for address, head in heads(placed)
    }
    assert found.pop("") == [placed.paper.title]
    assert not any(found.values())
    for address, head in heads(placed):
        assert bool(address) is not any(tag.name.startswith("citation_") for tag in head.meta)


def test_one_address_of_its_own_where_it_is_known_and_none_where_not(placed):
    for address, head in heads(placed):
        expected = [SITE + address] if placed.project.site_url else []
        assert [link.address for link in head.links if link.rel == "cite-as"] == expected
        for name in ("og:url", "dcterms.identifier"):
            assert [tag.content for tag in head.meta if tag.name == name] == expected
        if not expected:
            told = " ".join(tag.content for tag in head.meta) + head.json_ld
            told += " ".join(link.address for link in head.links)
            assert "edition.example" not in told and "127.0.0.1" not in told


def test_a_paper_without_authors_or_date_is_no_article_for_scholar(overlay, edition):
    root = overlay(
        {
            "docs/data/paper.yml": 'title: "Lamps"\nyear: "1931-13"\nedition: {title: Lamps, version: 1.0.0, date: 2025-02-30}\n'
        }
    )
    for address, head in heads(edition(root)):
        assert not [tag for tag in head.meta if tag.name.startswith("citation_")]
        assert not [tag for tag in head.meta if tag.name == "dcterms.creator"]
        assert "1931-13" not in head.json_ld
        assert "2025-02-30" not in head.json_ld + "".join(tag.content for tag in head.meta), address


def _schema_org(url: str, _options: dict[str, Any]) -> dict[str, Any]:
    assert url == "https://schema.org"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": {"@vocab": "https://schema.org/"}},
    }


def test_json_ld_is_one_graph_with_what_it_is_based_on(placed):
    for page in placed.pages:
        base = SITE + page.address
        options = {"documentLoader": _schema_org, "base": base}
        graph = jsonld.flatten(json.loads(json_ld(placed, page)), options=options)
        nodes = {
            node["@id"]: {name.removeprefix("https://schema.org/"): node[name] for name in node}
            for node in graph
        }
        edition, paper, own = nodes[SITE + "#edition"], nodes.get(SITE + "#paper"), nodes.get(base)
        if not page.address:
            assert paper["name"] == [{"@value": placed.paper.title}]
            assert edition["isBasedOn"] == [{"@id": SITE + "#paper"}]
            assert len(edition["hasPart"]) == sum(bool(part.section) for part in placed.pages)
            continue
        kind = "ScholarlyArticle" if page.section else "WebPage"
        assert own["@type"] == [f"https://schema.org/{kind}"]
        assert own["isPartOf"] == [{"@id": SITE + "#edition"}]
        if page.section:
            assert own["isBasedOn"] == [{"@id": SITE + "#paper"}]
            cited = {citation.key for citation in page.citations}
            assert len(own.get("citation", [])) == len(cited)
            assert len(paper.get("correction", [])) == len(placed.notes_on(page.path))


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


def test_the_citation_file_is_valid(root):
    schema = json.loads((Path(__file__).parent / "schemas" / "cff.json").read_text("utf-8"))
    citation = yaml.load((root / "CITATION.cff").read_text("utf-8"), Loader=yaml.BaseLoader)
    for reference in citation["references"]:
        reference["year"] = int(reference["year"])
    jsonschema.validate(citation, schema)
