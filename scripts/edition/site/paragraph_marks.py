"""A Python-Markdown extension: paragraphs show their address; citations change no heading's id."""

from __future__ import annotations

import html
from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import (
    TocTreeprocessor,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unique,
)
from markdown.treeprocessors import Treeprocessor

from edition.model.pages.page import PARAGRAPH_ID


class ParagraphMarks(Extension):
    """Adds to each paragraph `#p2a` a link to itself, `¶2a`, and gives headings their ids."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the two processors.

        Processors with a higher priority run first. Attribute lists (8) set the ids of paragraphs,
        the table of contents (5) makes ids for headings, MkDocs resolves relative links (0).
        """
        md.treeprocessors.register(_HeadingIds(md), "edition-headings", 6)
        md.treeprocessors.register(_ParagraphLinks(md), "edition-paragraphs", 4)


class _ParagraphLinks(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            id = paragraph.get("id") or ""
            if PARAGRAPH_ID.match(id):
                paragraph.set("class", f"{paragraph.get('class', '')} para".strip())
                label = f"Address of paragraph {id[1:]}"
                attributes = {"class": "pilcrow", "href": f"#{id}", "aria-label": label}
                SubElement(paragraph, "a", attributes).text = f"¶{id[1:]}"


class _HeadingIds(Treeprocessor):
    """Gives an id to each heading that holds a citation.

    The table of contents would make it from all the heading's words, the printed number included.
    But an address must not change when a source is added before it.
    """

    def run(self, root: Element) -> None:
        toc = self.md.treeprocessors["toc"]
        assert isinstance(toc, TocTreeprocessor)
        used = {id for element in root.iter() if (id := element.get("id"))}
        for heading in root.iter():
            if heading.get("id") or not toc.header_rgx.match(str(heading.tag)):
                continue
            bare = deepcopy(heading)
            if _remove_citations(bare):
                text = strip_tags(render_inner_html(remove_fnrefs(bare), self.md))
                heading.set("id", unique(toc.slugify(html.unescape(text), toc.sep), used))


def _remove_citations(element: Element) -> bool:
    """Empty the citations in an element; whether there were any."""
    found = False
    for child in element.iter():
        if "citation" in (child.get("class") or "").split():
            tail = child.tail
            child.clear()
            child.tail = tail
            found = True
    return found
