"""The links that a citation is printed as: the paper's numbers, leading into the list."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from edition.model import Citation, Edition

REFERENCES_PAGE = "references.md"


def citation_label(edition: Edition, citation: Citation) -> str:
    """The paper's number; author and year of a work that the paper does not number here."""
    if citation.number:
        return str(citation.number)
    return edition.bibliography[citation.key].short


def citation_nodes(edition: Edition, citations: list[Citation]) -> list[Element | str]:
    """What is printed for the citations of one bracket, with commas between."""
    nodes: list[Element | str] = []
    for citation in citations:
        if nodes:
            nodes.append(", ")
        nodes += _nodes(edition, citation)
    return nodes


def _nodes(edition: Edition, citation: Citation) -> list[Element | str]:
    """One citation; one of an unknown key stays as it was written."""
    if citation.key not in edition.bibliography:
        return [_element("span", f"[@{citation.key}]", {"class": "citation-undefined"})]
    label = citation_label(edition, citation)
    attributes = {
        "class": "citation",
        "href": f"/{REFERENCES_PAGE}#ref-{citation.key}",
        "role": "doc-biblioref",
        "data-ref": citation.key,
        "aria-label": f"Reference {label}" if citation.number else label,
    }
    if citation.anchor:
        attributes["id"] = citation.anchor
    nodes: list[Element | str] = [_element("a", f"[{label}]", attributes)]
    if citation.prefix:
        prefix = _element("span", f"{citation.prefix} ", {"class": "citation-prefix"})
        nodes.insert(0, prefix)
    if citation.locator:
        locator = _element("span", f", {citation.locator}", {"class": "citation-locator"})
        nodes.append(locator)
    return nodes


def _element(tag: str, text: str, attributes: dict[str, str]) -> Element:
    element = Element(tag, attributes)
    element.text = AtomicString(text)  # not read as Markdown: a title may hold `_` or `*`
    return element
