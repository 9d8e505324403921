"""Sets the text of a chapter: quotes are curled, and numbers stay with their units."""

from __future__ import annotations

from lxml.html import HtmlElement

from edition.language.typography import typeset

_VERBATIM = ("code", "pre")
_INLINE = ("a", "cite", "em", "q", "span", "strong", "sub", "sup")


def typeset_body(element: HtmlElement, before: str = "", lang: str = "en") -> str:
    """Set the text in an element. Returns the character that the text after it follows."""
    lang = element.get("lang") or lang
    verbatim = element.tag in _VERBATIM
    if element.text:
        element.text = element.text if verbatim else typeset(element.text, before, lang)
        before = element.text[-1]
    for child in element:
        inside = (
            typeset_body(child, before if child.tag in _INLINE else "", lang)
            if isinstance(child.tag, str) and child.tag not in _VERBATIM
            else ""
        )
        before = inside if child.tag in _INLINE else "x" if child.tag in _VERBATIM else ""
        if child.tail:
            child.tail = typeset(child.tail, before, lang)
            before = child.tail[-1]
    return before
