r"""A Python-Markdown extension for what manuscripts hold, written for Pandoc, Quarto or LaTeX.

- Figures and references to them are in `figures`, formulas in `formulas`, fences in `code_fences`.
- LaTeX's commands for a text in another face, `\textsf{R}`, are emphasis, or the text alone.
- A task of a list has a box. No cell of a table is left out.
- A footnote that no mark leads to has no link back.
- A backslash before a line end breaks the line; before punctuation it is left out.
- The mark `{-}` of a heading, which takes its number away, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from string import punctuation
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.model.pages.code_fences import simplify_fences
from edition.model.pages.figures import (
    REFERENCE,
    FigureDescriptions,
    FigureReader,
    Numbers,
    figure_link,
)
from edition.model.pages.formulas import FORMULA, FormulaBlocks, formula_element

_UNNUMBERED = re.compile(r"^( {0,3}#{1,6}[ \t].*?)[ \t]*\{-\}[ \t]*$")
_TEXT = r"\\(?P<command>emph|text(?:it|sl|bf|tt|sf|sc|rm|up|normal)?|mbox)\{(?P<text>[^{}\\]*)\}"
_ELEMENTS = {"emph": "em", "textit": "em", "textsl": "em", "textbf": "strong", "texttt": "code"}
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}


class ManuscriptExtension(Extension):
    """Reads what the top of this module names."""

    def __init__(self) -> None:
        super().__init__()
        self._figure_numbers: Numbers = {}

    def reset(self) -> None:
        """Forget the page before."""
        self._figure_numbers.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors: figures before paragraphs, formulas after code."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = list(dict.fromkeys([*md.ESCAPED_CHARS, *punctuation]))
        md.preprocessors.register(_Lines(md), "edition-lines", 26)

        tables = _Tables(md.parser, {"use_align_attribute": False})
        md.parser.blockprocessors.register(tables, "table", 75)
        figures = FigureReader(md.parser, self._figure_numbers)
        md.parser.blockprocessors.register(figures, "edition-figures", 15)

        references = _Inline(REFERENCE, md, partial(figure_link, numbers=self._figure_numbers))
        md.inlinePatterns.register(references, "edition-references", 186)
        md.inlinePatterns.register(_Inline(FORMULA, md, formula_element), "edition-formulas", 185)
        text_commands = _Inline(_TEXT, md, _text_element)
        md.inlinePatterns.register(text_commands, "edition-text-commands", 184)
        line_break = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(line_break, "edition-breaks", 182)

        md.treeprocessors.register(_Tasks(md), "edition-tasks", 30)
        # When the text in all elements is read.
        md.treeprocessors.register(FigureDescriptions(md), "edition-figure-descriptions", 4)
        md.treeprocessors.register(_Footnotes(md), "edition-footnotes", 4)
        md.treeprocessors.register(FormulaBlocks(md), "edition-formula-blocks", 4)


class _Lines(Preprocessor):
    """Simplifies the lines that open code, and headings."""

    def run(self, lines: list[str]) -> list[str]:
        simplify_fences(lines)
        return [_UNNUMBERED.sub(r"\1", line) for line in lines]


class _Tables(TableProcessor):
    """Tables whose rows may have more cells than the head: Python-Markdown drops those."""

    # The two methods are missing in the stubs, and have had this form since version 2.6.
    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]
        super()._build_row(row, parent, [*align, *[None] * more])  # type: ignore[misc]


class _Inline(InlineProcessor):
    """Makes an element of what a pattern matches; where `make` returns None, it is left alone."""

    def __init__(
        self, pattern: str, md: Markdown, make: Callable[[re.Match[str]], Element | None]
    ) -> None:
        super().__init__(pattern, md)
        self._make = make

    def handleMatch(  # type: ignore[override]  # of InlineProcessor's and Pattern's signature  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        element = self._make(match)
        return (None, None, None) if element is None else (element, match.start(), match.end())


def _text_element(match: re.Match[str]) -> Element:
    element = Element(_ELEMENTS.get(match["command"], "span"))
    element.text = AtomicString(match["text"]) if element.tag == "code" else match["text"]
    return element


class _Tasks(Treeprocessor):
    """Puts a box in the place of `[ ]` or `[x]` at the beginning of an item."""

    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            first = item[0] if len(item) and item[0].tag == "p" and not item.text else item
            first.text = _TASK.sub(lambda match: _BOXES[match[1]], first.text or "", count=1)


class _Footnotes(Treeprocessor):
    """Takes away the links that lead back from a footnote to a mark which is not there."""

    def run(self, root: Element) -> None:
        marks = {f"#{mark.get('id')}" for mark in root.iter("sup")}
        for paragraph in root.iter("p"):
            for link in paragraph.findall("a[@class='footnote-backref']"):
                if link.get("href") not in marks:
                    paragraph.remove(link)
