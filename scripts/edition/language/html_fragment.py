"""Parses pieces of HTML."""

from __future__ import annotations

import re

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


# A browser goes on after these; the parser would leave out what follows.
_END_OF_DOCUMENT = re.compile(r"</(?:body|html)\b[^>]*>", re.IGNORECASE)


def parse_fragment(html: str) -> HtmlElement:
    """The elements and the text of a piece of HTML, below one `div`.

    Tags of a document, such as `<html>` and `<body>`, are passed over, as a browser does.
    """
    # The document around it makes sure that there is a body, also for a piece without content:
    # lxml.html.fragment_fromstring takes `<html>` for a whole document, and finds no body in it.
    inside = _END_OF_DOCUMENT.sub("", html)
    document = lxml.html.document_fromstring(f"<html><body>{inside}</body></html>", _PARSER)
    body = next(document.iter("body"))
    root = _PARSER.makeelement("div")
    root.text = body.text if body.text and body.text.strip() else None
    root.extend(body)
    return root
