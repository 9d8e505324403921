"""A Python-Markdown extension for what manuscripts hold: figures with captions, formulas, tasks.

An image that is alone in its paragraph is a figure, and its description the caption, as in Pandoc
(pandoc.org/MANUAL, "implicit_figures"). A formula in TeX is kept as it is written, in
`<code class="math">`: nothing in it is read as Markdown. A task of a list has a box.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.model.pages.markdown import MARK

_FIGURE = re.compile(
    r"""[ ]{0,3}!\[(?P<caption>(?:[^\[\]]|\[[^\[\]]*\])+)\]
        \((?P<source>[^()\s]+)(?:\s+"[^"]*")?\)
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
_TASK = re.compile(r"\[([ xX])\](?=\s)")
_BOXES = {" ": "☐", "x": "☑", "X": "☑"}


class ManuscriptExtension(Extension):
    """Reads figures, formulas and tasks."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors: figures before paragraphs, formulas after code."""
        md.parser.blockprocessors.register(_Figures(md.parser), "edition-figures", 15)
        md.inlinePatterns.register(_Formulas(_FORMULA, md), "edition-formulas", 185)
        md.treeprocessors.register(_Tasks(md), "edition-tasks", 30)
        md.treeprocessors.register(_FormulaBlocks(md), "edition-formula-blocks", 7)


class _Figures(BlockProcessor):
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
        if id := (label[1] if label else "") or (named[1] if named else ""):
            figure.set("id", id)
        caption = _LABEL.sub("", match["caption"]).strip()
        image = SubElement(figure, "img", {"alt": _description(caption), "src": match["source"]})
        for name, value in _SIZE.findall(attributes):
            image.set(name, value)
        SubElement(figure, "figcaption").text = caption


def _description(caption: str) -> str:
    """A caption without citations, on one line."""
    return " ".join(_CITED.sub("", re.sub(MARK, "", caption)).split())


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
