r"""A Python-Markdown extension for what manuscripts hold, written for Pandoc, Quarto or LaTeX.

- An image that is alone in its paragraph is a figure, and its description the caption, as in Pandoc
  (pandoc.org/MANUAL, "implicit_figures").
- A figure with an id has the number in its page before the caption, and a reference to it is a link
  with this number: `\autoref{fig:map}`, `Figure \ref{fig:map}`, `@fig-map`.
- A formula in TeX is kept as it is written, in `<code class="math">`: nothing in it is read.
- LaTeX's commands for a text in another face, `\textsf{R}`, are emphasis, or the text alone.
- A task of a list has a box. No cell of a table is left out.
- A backslash before a line end breaks the line; before punctuation it is left out.
- A code fence may have up to three spaces before it. Of the words after it the language, the
  classes and the id are read; of a heading `{-}`, which takes its number away, nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from string import punctuation
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

from edition.model.pages.citation import CROSS_REFERENCE
from edition.model.pages.markdown import MARK

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
_BEFORE_MARK = re.compile(r" (?=[.,;:!?)])")

_FORMULA = (
    r"(?P<block>\$\$(?:(?!\$\$)[\s\S])+\$\$)"
    r"|(?P<parens>\\\((?:(?!\\\))[\s\S])+\\\))"
    r"|(?P<square>\\\[(?:(?!\\\])[\s\S])+\\\])"
    r"|(?P<begin>\\begin\{(?P<name>(?:equation|align|gather|multline|eqnarray|math)\*?)\}"
    r"[\s\S]+?\\end\{(?P=name)\})"
    r"|(?<![\\$\w])(?P<line>\$(?![\s$])[^$]*?[^\s\\$]\$)(?![\d$\w])"
)
_IS_FORMULA = re.compile(r"[\\_^=+<>{}]")
_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<words>[^`\n]*)")
_LANGUAGE = re.compile(r"\.?\w[\w+#.-]*(?![\w+#.-]*=)")
_CLASS_OR_ID = re.compile(r"(?<!\S)[.#][\w:+-]+")
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
    """Reads what the top of this module names."""

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[str, int] = {}
        """The figures of the page by their ids; one without is counted under its number."""

    def reset(self) -> None:
        """Forget the page before."""
        self._numbers.clear()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors: figures before paragraphs, formulas after code."""
        md.registerExtension(self)
        md.ESCAPED_CHARS = list(dict.fromkeys([*md.ESCAPED_CHARS, *punctuation]))
        md.preprocessors.register(_Lines(md), "edition-lines", 26)
        align = {"use_align_attribute": False}
        md.parser.blockprocessors.register(_Tables(md.parser, align), "table", 75)
        figures = _Figures(md.parser, self._numbers)
        md.parser.blockprocessors.register(figures, "edition-figures", 15)
        line_break = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(line_break, "edition-breaks", 182)
        text_commands = _Inline(_TEXT, md, _text_command)
        md.inlinePatterns.register(text_commands, "edition-text-commands", 184)
        references = _Inline(_REFERENCE, md, self._reference)
        md.inlinePatterns.register(references, "edition-references", 186)
        md.inlinePatterns.register(_Inline(_FORMULA, md, _formula), "edition-formulas", 185)
        md.treeprocessors.register(_Blocks(md), "edition-blocks", 4)
        md.treeprocessors.register(_Tasks(md), "edition-tasks", 30)

    def _reference(self, match: re.Match[str]) -> Element | None:
        """A link for a reference to a figure of the page; what names no figure is left alone."""
        id = match["label"] or match["key"]
        if id not in self._numbers:
            return None
        is_named = match["command"] == "ref" or _NAMED.search(match.string, 0, match.start())
        link = Element("a", {"href": f"#{id}"})
        link.text = AtomicString(f"{'' if is_named else 'Figure '}{self._numbers[id]}")
        return link


class _Figures(BlockProcessor):
    def __init__(self, parser: BlockParser, numbers: dict[str, int]) -> None:
        super().__init__(parser)
        self._numbers = numbers

    def test(self, parent: Element, block: str) -> bool:
        return bool(_FIGURE.fullmatch(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        match = _FIGURE.fullmatch(blocks.pop(0))
        assert match
        attributes = f"{match['attributes'] or ''} {match['below'] or ''}"
        caption = _LABEL.sub("", match["caption"]).strip()
        named = _LABEL.search(match["caption"]) or _ID.search(attributes)
        number = len(self._numbers) + 1
        id = named[1] if named else ""
        self._numbers.setdefault(id or f" {number}", number)
        figure = SubElement(parent, "figure")
        source = (match["angle"] or match["source"]).replace(" ", "%20")
        image = SubElement(figure, "img", {"src": source, **dict(_SIZE.findall(attributes))})
        if title := match["title"] or match["other"]:
            image.set("title", title)
        if id:
            figure.set("id", id)
            if not re.match("fig", caption, re.IGNORECASE):
                caption = f"Figure {number}: {caption}"
        SubElement(figure, "figcaption").text = caption


class _Lines(Preprocessor):
    """Simplifies the lines that open code, and headings."""

    def run(self, lines: list[str]) -> list[str]:
        for number, fence in list(opening_fences(lines)):
            if not is_deep(fence):
                lines[number] = fence["fence"] + _fence_attributes(fence["words"])
                _outdent(lines, number + 1, fence)
        return [_UNNUMBERED.sub(r"\1", line) for line in lines]


def is_deep(fence: re.Match[str]) -> bool:
    """Whether a fence is indented by more than three spaces, which makes it no fence."""
    return len(fence["indent"].expandtabs(4)) > 3


def _outdent(lines: list[str], start: int, fence: re.Match[str]) -> None:
    """Take the spaces before a fence also from the lines below it, up to the fence that closes."""
    indent = re.compile(f" {{0,{len(fence['indent'])}}}")
    for at in range(start, len(lines)):
        lines[at] = indent.sub("", lines[at], count=1)
        if lines[at].rstrip() == fence["fence"]:
            return


def opening_fences(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The number, from 0, and the parts of each line that opens a block of code."""
    opened = ""
    for number, line in enumerate(lines):
        fence = _FENCE.fullmatch(line.rstrip())
        if fence and not opened:
            opened = fence["indent"] + fence["fence"]
            yield number, fence
        elif fence and fence[0] == opened:
            opened = ""


def _fence_attributes(words: str) -> str:
    """`{r echo=FALSE}` → `{.r}`; `python title="x"` → `python`."""
    inside = words.strip("{} ")
    language = _LANGUAGE.match(inside)
    name = language[0].lstrip(".") if language else ""
    if not words.startswith("{"):
        return name
    found = [f".{name}"] if name else []
    found += [mark for mark in _CLASS_OR_ID.findall(inside) if mark not in found]
    return f"{{ {' '.join(found)} }}" if found else ""


class _Tables(TableProcessor):
    """Tables whose rows may have more cells than the head: Python-Markdown drops those."""

    # The two methods are missing in the stubs, and have had this form since version 2.6.
    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]
        super()._build_row(row, parent, [*align, *[None] * more])  # type: ignore[misc]


class _Blocks(Treeprocessor):
    """Completes figures, footnotes and formulas when the text in them is read."""

    def run(self, root: Element) -> None:
        for figure in root.iter("figure"):
            self._describe(figure)
        ids = {f"#{element.get('id')}" for element in root.iter("sup")}
        for paragraph in root.iter("p"):
            for link in paragraph.findall("a[@class='footnote-backref']"):
                if link.get("href") not in ids:
                    paragraph.remove(link)  # a footnote that no mark leads to has no way back
            _set_formula_apart(paragraph)

    def _describe(self, figure: Element) -> None:
        """The description of a figure is its caption, as a reader sees it."""
        image, caption = figure.find("img"), figure.find("figcaption")
        if image is not None and caption is not None and image.get("alt") is None:
            words = HTML_PLACEHOLDER_RE.sub(self._entity, "".join(caption.itertext()))
            image.set("alt", _BEFORE_MARK.sub("", " ".join(words.split())))

    def _entity(self, match: re.Match[str]) -> str:
        """What was set aside: an entity such as `&ldquo;`, and not a tag."""
        stored = self.md.htmlStash.rawHtmlBlocks[int(match[1])]
        return match[0] if isinstance(stored, str) and stored.startswith("&") else ""


def _set_formula_apart(paragraph: Element) -> None:
    """A formula that is alone in its paragraph, without an id, is a block and no paragraph."""
    inside = list(paragraph)
    if paragraph.get("id") or [one.get("class") for one in inside] != ["math"]:
        return
    if not ((paragraph.text or "") + (inside[0].tail or "")).strip():
        paragraph.tag = "div"
        paragraph.set("class", "formula")


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


def _text_command(match: re.Match[str]) -> Element:
    element = Element(_ELEMENTS.get(match["command"], "span"))
    element.text = AtomicString(match["text"]) if element.tag == "code" else match["text"]
    return element


def _formula(match: re.Match[str]) -> Element | None:
    written = match[0]
    # In `$5 to 10 US$` the dollars are money: a formula with spaces has a sign of one.
    if match["line"] and " " in written and not _IS_FORMULA.search(written):
        return None
    code = Element("code", {"class": "math"})
    code.text = AtomicString(written)
    return code


class _Tasks(Treeprocessor):
    def run(self, root: Element) -> None:
        for item in root.iter("li"):
            first = item[0] if len(item) and item[0].tag == "p" and not item.text else item
            first.text = _TASK.sub(lambda match: _BOXES[match[1]], first.text or "", count=1)
