"""In: a page's parsed Markdown. Out: paragraphs that show their address, and headings whose address no citation changes.

An extension of Python-Markdown.
"""

from __future__ import annotations

import html
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import remove_fnrefs, render_inner_html, strip_tags, unique
from markdown.treeprocessors import Treeprocessor

from edition.model.pages.page import PARAGRAPH_ID


class _Marks(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            id = paragraph.get("id") or ""
            if not PARAGRAPH_ID.match(id):
                continue
            paragraph.set("class", " ".join(filter(None, [paragraph.get("class"), "para"])))
            link = SubElement(
                paragraph,
                "a",
                {
                    "class": "pilcrow",
                    "href": f"#{id}",
                    "aria-label": f"Address of paragraph {id[1:]}",
                },
            )
            link.text = f"¶{id[1:]}"


class _HeadingIds(Treeprocessor):
    def run(self, root: Element) -> None:
        toc = self.md.treeprocessors["toc"]
        used = {element.get("id") for element in root.iter() if element.get("id")}
        for heading in (
            element for element in root.iter() if toc.header_rgx.match(str(element.tag))
        ):
            bare = _without_citations(deepcopy(heading))
            if bare is not None and not heading.get("id"):
                text = strip_tags(render_inner_html(remove_fnrefs(bare), self.md))
                heading.set("id", unique(toc.slugify(html.unescape(text), toc.sep), used))


def _without_citations(element: Element) -> Element | None:
    """The element with its citations taken out, or None where it has none."""
    found = False
    for parent in list(element.iter()):
        for child in list(parent):
            if "citation" in (child.get("class") or "").split():
                tail = child.tail
                child.clear()
                child.tail, found = tail, True
    return element if found else None


class ParagraphMarks(Extension):
    """Adds to each paragraph `#p2a` a link to itself, `¶2a`, and keeps citations out of the ids of headings."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        # After attribute lists (8) have given the ids, before relative links (0) are resolved.
        md.treeprocessors.register(_Marks(md), "edition-paragraphs", 4)
        if "toc" in md.treeprocessors:
            # Before the table of contents (5) gives ids from all of a heading's words: the number of a source is no part of an address.
            md.treeprocessors.register(_HeadingIds(md), "edition-headings", 6)
