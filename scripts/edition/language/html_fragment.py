"""Parses pieces of HTML."""

from __future__ import annotations

import lxml.html
from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HtmlProcessingInstruction

# lxml's own parser asks a function of Python for the class of each element, since those of forms
# have classes of their own. No form is read here.
_PARSER = etree.HTMLParser()
_PARSER.set_element_class_lookup(
    etree.ElementDefaultClassLookup(
        element=HtmlElement,
        comment=HtmlComment,
        pi=HtmlProcessingInstruction,
        entity=HtmlEntity,
    )
)


def parse_fragment(html: str) -> HtmlElement:
    """The elements and the text of a piece of HTML, below one `div`."""
    document = lxml.html.document_fromstring(f"<html><body>{html}</body></html>", _PARSER)
    root = _PARSER.makeelement("div")
    body = document.find("body")
    if body is not None:  # otherwise it is a set of frames
        root.text = body.text if body.text and body.text.strip() else None
        root.extend(body)
    return root
