"""In: a page's parsed Markdown. Out: paragraphs that show their address, as an extension of Python-Markdown."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from ..model.page import PARAGRAPH_ID


class _Marks(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            id = paragraph.get("id") or ""
            if not PARAGRAPH_ID.match(id):
                continue
            paragraph.set("class", " ".join(filter(None, [paragraph.get("class"), "para"])))
            link = SubElement(paragraph, "a", {"class": "pilcrow", "href": f"#{id}", "aria-label": f"Address of paragraph {id[1:]}"})
            link.text = f"¶{id[1:]}"


class ParagraphMarks(Extension):
    """Adds to each paragraph `#p2a` a link to itself, `¶2a`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        # After attribute lists (8) have given the ids, before relative links (0) are resolved.
        md.treeprocessors.register(_Marks(md), "edition-paragraphs", 4)
