r"""Keeps formulas in TeX as they are written, `$x^2$` or `\begin{align}…\end{align}`.

Each is a `<code class="math">`: nothing in it is read as Markdown or as a citation.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

FORMULA = (
    r"(?P<block>\$\$(?:(?!\$\$)[\s\S])+\$\$)"
    r"|(?P<parens>\\\((?:(?!\\\))[\s\S])+\\\))"
    r"|(?P<square>\\\[(?:(?!\\\])[\s\S])+\\\])"
    r"|(?P<begin>\\begin\{(?P<name>(?:equation|align|gather|multline|eqnarray|math)\*?)\}"
    r"[\s\S]+?\\end\{(?P=name)\})"
    # As in Pandoc: no space within the dollars, and no digit after them.
    r"|(?<![\\$\w])(?P<line>\$(?![\s$])[^$]*?[^\s\\$]\$)(?![\d$\w])"
)
"""The pattern of a formula: `$$…$$`, `\\(…\\)`, `\\[…\\]`, an environment of LaTeX, `$…$`."""

_IS_FORMULA = re.compile(r"[\\_^=+<>{}]")


def formula_element(match: re.Match[str]) -> Element | None:
    """The element of what `FORMULA` matches; None where it is no formula."""
    written = match[0]
    # In `$5 to 10 US$` the dollars are money: a formula with spaces has a sign of one.
    if match["line"] and " " in written and not _IS_FORMULA.search(written):
        return None
    code = Element("code", {"class": "math"})
    code.text = AtomicString(written)
    return code


class FormulaBlocks(Treeprocessor):
    """Makes `<div class="formula">` of a paragraph without an id that is nothing but a formula."""

    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            if not paragraph.get("id") and _is_only_formula(paragraph):
                paragraph.tag = "div"
                paragraph.set("class", "formula")


def _is_only_formula(paragraph: Element) -> bool:
    if len(paragraph) != 1 or paragraph[0].get("class") != "math":
        return False
    around = (paragraph.text or "") + (paragraph[0].tail or "")
    return not around.strip()
