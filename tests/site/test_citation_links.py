"""Citations of odd titles, keys and prefixes; the plain ones are in tests/golden/site."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

import lxml.html
import markdown
import pytest

from edition.model import Bibliography, Citation, Edition, Reference
from edition.model.pages.markdown import Bracket, CitationExtension, fragment
from edition.problem import Location
from edition.site.citation_links import citation_label, citation_nodes

PLACE = Location("docs/a.md", 1)


def edition_with(tmp_path, **entries: dict[str, str]) -> Edition:
    references = {key: Reference(key, "misc", fields, PLACE) for key, fields in entries.items()}
    works = Bibliography(references, list(references.values()))
    return replace(Edition.load(tmp_path), bibliography=works)


def rendered(edition: Edition, *citations: Citation) -> lxml.html.HtmlElement:
    def render(bracket: Bracket) -> Element:
        return fragment(citation_nodes(edition, list(citations)))

    names = ["attr_list", "md_in_html", "smarty", "tables"]
    html = markdown.markdown("Lit [@a].", extensions=[*names, CitationExtension(render)])
    return lxml.html.fragment_fromstring(html, create_parent="div")


def cite(key: str, **values) -> Citation:
    return Citation(key, PLACE, "a.md", 0, **values)


def test_a_work_without_a_number_is_named_by_author_and_year(tmp_path):
    edition = edition_with(tmp_path, a={"author": "Brine, Ada", "date": "1919"})
    element = rendered(edition, cite("a"))
    assert element.text_content() == "Lit [Brine 1919]."
    assert element.find(".//a").get("id") is None
    assert element.find(".//a").get("aria-label") == "Brine 1919"
    assert citation_label(edition, cite("a")) == "Brine 1919"


@pytest.mark.parametrize(
    "title",
    [
        "Tide_Tables_of",
        "A *lamp* `lit`",
        "A [draft] of",
        "A [half",
        "<x>A</x> & B",
        "A / B",
        "![A](b.png)",
        "a@b",
        "A | B",
        "O'Brine",
        'A "lamp"',
    ],
)
def test_a_title_in_a_label_is_no_markdown(tmp_path, title):
    element = rendered(edition_with(tmp_path, a={"title": title}), cite("a"))
    assert element.text_content() == f"Lit [{title}]."
    assert [child.tag for child in element.iter()] == ["div", "p", "a"]
    assert element.find(".//a").get("aria-label") == title


@pytest.mark.parametrize("key", ["a.b", "a:b", "a_b_c", "a-b", "a/b", "a+b", "A1919b"])
def test_keys_of_every_form_lead_to_their_entry(tmp_path, key):
    element = rendered(edition_with(tmp_path, **{key: {"title": "T"}}), cite(key, number=1))
    assert element.find(".//a").get("href") == f"/references.md#ref-{key}"
    assert element.find(".//a").get("data-ref") == key


@pytest.mark.parametrize("key", ["gone", "Gone.b", "gone_b_c", "a<b>"])
def test_an_unknown_key_stays_visible_as_written(tmp_path, key):
    element = rendered(edition_with(tmp_path), cite(key))
    assert element.text_content() == f"Lit [@{key}]."
    assert element.find(".//span").get("class") == "citation-undefined"


def test_emphasis_is_all_that_a_prefix_may_hold(tmp_path):
    edition = edition_with(tmp_path, a={"title": "T"})
    element = rendered(
        edition, cite("a", number=1, prefix="*Dawn*, <b>2</b>;", locator="p. <3 & 'iv'")
    )
    assert element.text_content() == "Lit Dawn, <b>2</b>; [1], p. <3 & 'iv'."
    assert [child.tag for child in element.iter()] == ["div", "p", "span", "em", "a", "span"]


def test_an_author_is_named_in_the_text_or_hidden(tmp_path):
    edition = edition_with(tmp_path, a={"author": "Brine, Ada", "date": "1919"})
    for values, text in (
        ({"is_named": True}, "Brine (1919)"),
        ({"is_named": True, "number": 3, "locator": "p. 4"}, "Brine [3], p. 4"),
        ({"is_hidden": True}, "[1919]"),
        ({"is_hidden": True, "number": 3}, "[3]"),
    ):
        assert rendered(edition, cite("a", **values)).text_content() == f"Lit {text}."
    assert rendered(edition, cite("gone", is_named=True)).text_content() == "Lit @gone."
