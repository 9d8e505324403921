r"""A Python-Markdown extension for what manuscripts hold: figures with captions, formulas, tasks.

An image that is alone in its paragraph is a figure, and its description the caption, as in Pandoc
(pandoc.org/MANUAL, "implicit_figures"). A formula in TeX is kept as it is written, in
`<code class="math">`: nothing in it is read as Markdown. A task of a list has a box. Of a chunk of
code, ```` ```{r, echo=FALSE} ````, only the language is read, and of a heading `{-}`, which takes
its number away, nothing.

A figure with an id has the number in its page before the caption, and a reference to it is a link
with this number: `\autoref{fig:map}`, `Figure \ref{fig:map}`, `@fig-map`. LaTeX's commands for a
text in another face, `\textsf{R}`, are read as emphasis or as the text alone.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.model.pages.citation import CROSS_REFERENCE
from edition.model.pages.markdown import MARK

_FIGURE = re.compile(
    r"""[ ]{0,3}!\[(?P<caption>(?:[^\[\]]|\[[^\[\]]*\])+)\]
        \([ ]*(?P<source><[^<>\n]+>|[^()\n"<>]*[^()\s"<>])(?:\s+"[^"]*")?[ ]*\)
        [ ]*(?:\{:?(?P<attributes>[^{}\n]*)\})?\s*(?:\n\{:(?P<below>[^{}\n]*)\})?\s*""",
    re.VERBOSE,
)
_LABEL = re.compile(r"\s*\\label\{([^{}]*)\}")
_ID = re.compile(r"#([\w:.-]+)")
_SIZE = re.compile(r"\b(width|height)=[\"']?([\d.]+(?:%|px)?)(?=[\s\"']|$)")
_CITED = re.compile(r"\s*\[[^\[\]]*@[^\[\]]*\]")
_PARAGRAPH = re.compile(r"#p\d")

_FORMULA = (
    r"(?P<block>\$\$(?:(?!\$\$)[\s\S])+\$\$)"
    r"|(?P<parens>\\\((?:(?!\\\))[\s\S])+\\\))"
    r"|(?P<square>\\\[(?:(?!\\\])[\s\S])+\\\])"
    r"|(?P<begin>\\begin\{(?P<name>(?:equation|align|gather|multline|eqnarray|math)\*?)\}"
    r"[\s\S]+?\\end\{(?P=name)\})"
    r"|(?<![\\$\w])(?P<line>\$(?![\s$])[^$]*?[^\s\\$]\$)(?![\d$\w])"
)
_IS_FORMULA = re.compile(r"[\\_^=+<>{}]")
_CHUNK = re.compile(r"^([ \t]*(?:`{3,}|~{3,}))[ \t]*\{([A-Za-z]\w*)(?:[ ,][^\n]*)?\}[ \t]*$")
_UNNUMBERED = re.compile(r"^( {0,3}#{1,6}[ \t].*?)[ \t]*\{-\}[ \t]*$")
_REFERENCE = (
    r"\\(?P<command>ref|autoref|cref|Cref)\{(?P<label>[^{}\s]+)\}"
    rf"|(?:(?P<open>\[)(?:{MARK})?)?@{MARK}(?P<key>{CROSS_REFERENCE}[\w:.-]*\w)(?(open)\])"
)
_TEXT = r"\\(?P<command>emph|text(?:it|sl|bf|tt|sf|sc|rm|up|normal)?|mbox)\{(?P<text>[^{}\\]*)\}"
_ELEMENTS = {"emph": "em", "textit": "em", "textsl": "em", "textbf": "strong", "texttt": "code"}
_NAMED = re.compile(r"\bfig(?:ure|\.)?[\s\xa0~]*\Z", re.IGNORECASE)
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}


class ManuscriptExtension(Extension):
    """Reads figures and references to them, formulas, tasks and chunks of code."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        """The figures of the page by their ids; one without is counted under its number."""

    def reset(self) -> None:
        """Forget the page before."""
        self._numbers.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors: figures before paragraphs, formulas after code."""
        md.preprocessors.register(_Chunks(md), "edition-chunks", 26)  # before fenced code
        md.registerExtension(self)
        figures = _Figures(md.parser, self._numbers)
        md.parser.blockprocessors.register(figures, "edition-figures", 15)
        md.inlinePatterns.register(_TextCommands(_TEXT, md), "edition-text-commands", 184)
        md.inlinePatterns.register(_References(md, self._numbers), "edition-references", 186)
        md.inlinePatterns.register(_Formulas(_FORMULA, md), "edition-formulas", 185)
        md.treeprocessors.register(_Tasks(md), "edition-tasks", 30)
        md.treeprocessors.register(_FormulaBlocks(md), "edition-formula-blocks", 7)


class _Chunks(Preprocessor):
    """Leaves of R Markdown's and Quarto's attributes what Markdown reads."""

    def run(self, lines: list[str]) -> list[str]:
        return [_UNNUMBERED.sub(r"\1", _CHUNK.sub(r"\1\2", line)) for line in lines]


class _Figures(BlockProcessor):
    def __init__(self, parser: BlockParser, numbers: dict[str, int]) -> None:
        super().__init__(parser)
        self._numbers = numbers

    def test(self, parent: Element, block: str) -> bool:
        match = _FIGURE.fullmatch(block)
        return bool(match) and not _PARAGRAPH.search((match["below"] or "") if match else "")

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = _FIGURE.fullmatch(blocks.pop(0))
        assert match
        attributes = f"{match['attributes'] or ''} {match['below'] or ''}"
        figure = SubElement(parent, "figure")
        label = _LABEL.search(match["caption"])
        named = _ID.search(attributes)
        caption = _LABEL.sub("", match["caption"]).strip()
        number = len(self._numbers) + 1
        id = (label[1] if label else "") or (named[1] if named else "")
        self._numbers.setdefault(id or f" {number}", number)
        image = SubElement(
            figure, "img", {"alt": _description(caption), "src": match["source"].strip("<>")}
        )
        for name, value in _SIZE.findall(attributes):
            image.set(name, value)
        if id:
            figure.set("id", id)
            if not re.match("fig", caption, re.IGNORECASE):
                caption = f"Figure {number}: {caption}"
        SubElement(figure, "figcaption").text = caption


def _description(caption: str) -> str:
    """A caption without citations, on one line."""
    return " ".join(_CITED.sub("", re.sub(MARK, "", caption)).split())


class _References(InlineProcessor):
    """Makes a link of a reference to a figure of the page; what names no figure is left alone."""

    def __init__(self, md: Markdown, numbers: dict[str, int]) -> None:
        super().__init__(_REFERENCE, md)
        self._numbers = numbers

    def handleMatch(  # type: ignore[override]  # of InlineProcessor's and Pattern's signature  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        id = match["label"] or match["key"]
        if id not in self._numbers:
            return None, None, None
        is_named = match["command"] == "ref" or _NAMED.search(data, 0, match.start())
        link = Element("a", {"href": f"#{id}"})
        link.text = AtomicString(f"{'' if is_named else 'Figure '}{self._numbers[id]}")
        return link, match.start(), match.end()


class _TextCommands(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # of InlineProcessor's and Pattern's signature  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        element = Element(_ELEMENTS.get(match["command"], "span"))
        element.text = AtomicString(match["text"]) if element.tag == "code" else match["text"]
        return element, match.start(), match.end()


class _Formulas(InlineProcessor):
    def handleMatch(  # type: ignore[override]  # of InlineProcessor's and Pattern's signature  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        written = match[0]
        # In `$5 to 10 US$` the dollars are money: a formula with spaces has a sign of one.
        if match["line"] and " " in written and not _IS_FORMULA.search(written):
            return None, None, None
        code = Element("code", {"class": "math"})
        code.text = AtomicString(written)
        return code, match.start(), match.end()


class _FormulaBlocks(Treeprocessor):
    """A formula that is alone in its paragraph, without an id, is a block and no paragraph."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            if paragraph.get("id") or len(paragraph) != 1 or paragraph[0].get("class") != "math":
                continue
            around = (paragraph.text or "") + (paragraph[0].tail or "")
            if not around.strip():
                paragraph.tag = "div"
                paragraph.set("class", "formula")


class _Tasks(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            first = item[0] if len(item) and item[0].tag == "p" and not item.text else item
            first.text = _TASK.sub(lambda match: _BOXES[match[1]], first.text or "", count=1)
