"""In: a character of parsed HTML and a new element. Out: the HTML with the element after the character, or after the link around it."""

from __future__ import annotations

from lxml.html import HtmlElement


def insert_after(element: HtmlElement, in_tail: bool, at: int, new: HtmlElement) -> None:
    """Set `new` after the character at index `at` of the element's text or, with `in_tail`, of its tail.

    Within a link it is set after the link: a link in a link is no HTML.
    """
    around = element.iterancestors() if in_tail else (element, *element.iterancestors())
    link = next((outer for outer in around if outer.tag == "a"), None)
    if link is not None:
        new.tail, link.tail = link.tail, None
        link.addnext(new)
    elif in_tail:
        text = element.tail or ""
        new.tail, element.tail = text[at + 1 :], text[: at + 1]
        element.addnext(new)
    else:
        text = element.text or ""
        new.tail, element.text = text[at + 1 :], text[: at + 1]
        element.insert(0, new)
