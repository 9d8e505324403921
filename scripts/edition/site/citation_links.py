"""The links that a citation is printed as: the paper's numbers, leading into the list."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from edition.citing.citation_words import (
    as_written,
    citation_label,
    citation_text,
    emphasis,
)
from edition.model import Citation, Edition
from edition.model.pages.markdown import named_author


def citation_nodes(edition: Edition, citations: list[Citation]) -> list[Element | str]:
    """What is printed for the citations of one bracket or key, with commas between."""
    nodes: list[Element | str] = []
    for citation in citations:
        if nodes:
            nodes.append(", ")
        nodes += _nodes(edition, citation)
    return nodes


def _nodes(edition: Edition, citation: Citation) -> list[Element | str]:
    """One citation; one of an unknown key stays as it was written."""
    if citation.key not in edition.bibliography:
        return [_element("span", as_written(citation), {"class": "citation-undefined"})]
    label = citation_label(edition, citation)
    attributes = {
        "class": "citation" if citation.number else "citation citation--words",
        "href": f"/{edition.list_page('references')}#ref-{citation.key}",
        "role": "doc-biblioref",
        "data-ref": citation.key,
        "aria-label": f"Reference {label}" if citation.number else label,
    }
    if citation.anchor:
        attributes["id"] = citation.anchor
    nodes: list[Element | str] = [_element("a", citation_text(edition, citation), attributes)]
    if citation.is_named:
        nodes.insert(0, named_author(edition.bibliography[citation.key].short_author))
    elif citation.prefix:
        nodes.insert(0, _words(f"{citation.prefix} ", "citation-prefix"))
    if citation.locator:
        nodes.append(_words(f", {citation.locator}", "citation-locator"))
    return nodes


def _words(text: str, kind: str) -> Element:
    """The words before or after a link. Emphasis is all of Markdown that they may hold."""
    element = _element("span", "", {"class": kind})
    for piece, is_emphasized in emphasis(text):
        if is_emphasized:
            element.append(_element("em", piece, {}))
        elif len(element):
            element[-1].tail = AtomicString(piece)
        else:
            element.text = AtomicString(piece)
    return element


def _element(tag: str, text: str, attributes: dict[str, str]) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(text)  # not read as Markdown: a title may hold `_` or `*`
    return element
