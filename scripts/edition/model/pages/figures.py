r"""Reads figures, and the references to them.

An image that is alone in its paragraph is a figure, and its description the caption, as in Pandoc
(pandoc.org/MANUAL, "implicit_figures"). A figure with an id has its number in the page before the
caption, and a reference to it becomes a link with this number: `\autoref{fig:map}`,
`Figure \ref{fig:map}`, `@fig-map`.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from edition.model.pages.citation import CROSS_REFERENCE
from edition.model.pages.citation_offsets import MARK

# `![caption](<source> "title"){attributes}`, and on the line below `{: attributes }`. An id as `p1`
# on that line is the address of a paragraph, and what has one stays a paragraph.
_FIGURE = re.compile(
    r"""[ ]{0,3}!\[(?P<caption>(?:[^\[\]]|\[[^\[\]]*\])+)\]
        \([ ]*(?:<(?P<angle>[^<>\n]+)>|(?P<source>(?:[^()<>\s]|\([^()\s]*\)|[ ](?!["' )]))+))
        (?:\s+(?:"(?P<title>[^"]*)"|'(?P<other>[^']*)'))?\s*\)
        [ ]*(?:\{:?(?P<attributes>[^{}\n]*)\})?
        \s*(?:\n\{:(?![^{}\n]*\#p\d)(?P<below>[^{}\n]*)\})?\s*""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\s*\\label\{([^{}]*)\}")
_ID = re.compile(r"#([\w:.-]+)")
_SIZE = re.compile(r"\b(width|height)=[\"']?([\d.]+(?:%|px)?)(?=[\s\"']|$)")
_SPACE_BEFORE_SIGN = re.compile(r" (?=[.,;:!?)])")

REFERENCE = (
    r"\\(?P<command>ref|autoref|cref|Cref)\{(?P<label>[^{}\s]+)\}"
    rf"|(?:(?P<open>\[)(?:{MARK})?)?@{MARK}(?P<key>{CROSS_REFERENCE}[\w:.-]*\w)(?(open)\])"
)
r"""The pattern of a reference: `\ref{fig:map}`, or `@fig-map` with or without brackets.

The second looks like a citation, so it has the marks of one's offset.
"""
_FIGURE_WORD = re.compile(r"\bfig(?:ure|\.)?[\s\xa0~]*\Z", re.IGNORECASE)

Numbers = dict[str, int]
"""The figures of a page by their ids; one without an id is counted under a space and its number."""


class FigureReader(BlockProcessor):
    """Makes figures of images, and puts their numbers into `numbers`."""

    def __init__(self, parser: BlockParser, numbers: Numbers) -> None:
        super().__init__(parser)
        self._numbers = numbers

    def test(self, parent: Element, block: str) -> bool:
        return bool(_FIGURE.fullmatch(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = _FIGURE.fullmatch(blocks.pop(0))
        assert match
        attributes = f"{match['attributes'] or ''} {match['below'] or ''}"
        named = _LABEL.search(match["caption"]) or _ID.search(attributes)
        id = named[1] if named else ""
        number = len(self._numbers) + 1
        self._numbers.setdefault(id or f" {number}", number)

        figure = SubElement(parent, "figure", {"id": id} if id else {})
        source = (match["angle"] or match["source"]).replace(" ", "%20")
        image = SubElement(figure, "img", {"src": source, **dict(_SIZE.findall(attributes))})
        if title := match["title"] or match["other"]:
            image.set("title", title)
        caption = _LABEL.sub("", match["caption"]).strip()
        if id and not re.match("fig", caption, re.IGNORECASE):
            caption = f"Figure {number}: {caption}"
        SubElement(figure, "figcaption").text = caption


def figure_link(match: re.Match[str], numbers: Numbers) -> Element | None:
    """The link of what `REFERENCE` matches; None where the page has no such figure."""
    id = match["label"] or match["key"]
    if id not in numbers:
        return None
    # `\ref` prints a number alone, and the text may have the word before any reference.
    is_named = match["command"] == "ref" or _FIGURE_WORD.search(match.string, 0, match.start())
    link = Element("a", {"href": f"#{id}"})
    link.text = AtomicString(f"{'' if is_named else 'Figure '}{numbers[id]}")
    return link


class FigureDescriptions(Treeprocessor):
    """Describes each figure by its caption, as a reader sees it: when the text in it is read."""

    def run(self, root: Element) -> None:
        for figure in root.iter("figure"):
            image, caption = figure.find("img"), figure.find("figcaption")
            if image is not None and caption is not None and image.get("alt") is None:
                words = HTML_PLACEHOLDER_RE.sub(self._entity, "".join(caption.itertext()))
                image.set("alt", _SPACE_BEFORE_SIGN.sub("", " ".join(words.split())))

    def _entity(self, match: re.Match[str]) -> str:
        """What Python-Markdown has set aside: an entity such as `&ldquo;`, and not a tag."""
        stored = self.md.htmlStash.rawHtmlBlocks[int(match[1])]
        return match[0] if isinstance(stored, str) and stored.startswith("&") else ""
