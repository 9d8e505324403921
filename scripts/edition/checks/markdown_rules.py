"""Rules for what manuscripts hold and the edition does not read but would print as written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from math import inf

from lxml.html import HtmlElement

from edition.checks.source_files import source_texts
from edition.model import Edition, Page
from edition.model.pages.blocks import parse_html
from edition.model.pages.citation import is_cross_reference
from edition.model.pages.code_fences import is_deep, opening_fences
from edition.model.pages.markdown import TAG
from edition.problem import Location, Problems

_NOT_TEXT = {"code", "pre", "script", "style", TAG}
_BLOCKS = {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "div"}
_MARKS = "Take the marks out."
_IN_WORDS = "Write out what it stands for."
_LIKE_NOTES = "Write '!!! note' on a line of its own, and indent its text by four spaces."
_CAPTION = "Write the caption as a paragraph above the table."
_CITE = r"\\[a-zA-Z]*cite[a-zA-Z]*\*?(?:\[[^\[\]]*\])*\{([^{}]*)\}"
_LINK = "Write a link, '[Figure 1](#map)', to the id of what it names."
_NO_CLASS = "Take it out; an id of a paragraph is written below it: `{: #p3 }`."
_NO_ROLE = "Write it in Markdown; a citation is '[@key]'."
_MARKUP = {
    r"\\(?:auto|page|eq|name|c|C|v|f)?ref\{[^{}]*\}|\\label\{[^{}]*\}": _LINK,
    r"\\(?:begin|end)\{[^{}]*\}|\\[a-zA-Z]+\{[^{}]*\}": "Write it in Markdown.",
    r"\^\[[^\[\]\n]*\]": "Write '[^1]', and '[^1]: …' on a line below the paragraph.",
    r"\[\^[^\[\]\s]+\]": "Add its text on a line of its own: '[^1]: …'.",
    r"^:{3,} *[^\s:][^\n]*": _LIKE_NOTES,
    r"^\?{3}\+? [^\n]*": _LIKE_NOTES,
    r"\[![A-Z]+\]": _LIKE_NOTES,
    r"^Table: [^\n]*|^: [^\n]*": _CAPTION,
    r"\[[^\[\]\n]+\]\{[.#][^{}\n]*\}|\{[.#][\w:-]+[^{}\n]*\}": _NO_CLASS,
    r"!?\[\[[^\[\]\n]+\]\]": "Write '[words](page.md)', or '![caption](file.png)'.",
    r"^\*\[[^\[\]\n]+\]: [^\n]*": _IN_WORDS,
    r"\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|[–—-]+8<[–—-]+[^\n]*": _IN_WORDS,
    r"\{(?:cite|ref|numref|eq|doc|term|math|sub|sup|abbr)(?::\w+)?\}": _NO_ROLE,
    r"(?<![=\w])==(?! )[^=\n]+(?<! )==(?![=\w])": _MARKS,
    r"(?<![+{\w])\+\+(?! )[^+\n]+(?<! )\+\+(?![+}\w])": _MARKS,
    r"\{(?:\+\+|--|––|~~|==|>>).*?(?:\+\+|--|––|~~|==|<<)\}": _MARKS,
    r"\A\\[a-z][a-z-]+\s*\Z": "Set it in a paragraph of its own.",
    r"(?<![\w:]):[a-z][a-z0-9_+-]+:(?![\w:])": "Write the sign itself.",
}
"""What is not read, as a pattern that is sought line by line, and how it is written here."""
_FENCED = re.compile(
    r"\{(?:=\w+|admonition|attention|caution|csv-table|danger|dropdown|epigraph|error|figure|hint"
    r"|image|important|list-table|margin|math|note|seealso|sidebar|table|tip|warning)\}.*"
)
_DEFINITION = re.compile(r"^ {0,3}\[(\^?[^@\[\]\n][^\[\]\n]*)\]:[ \t]*\S+.*$", re.MULTILINE)
_BLOCK = re.compile(
    r"^[ \t]*\\begin\{([^{}\n]*)\}[\s\S]{0,5000}?\\end\{\1\}"
    r"|^:{3,}[ \t]*[^\s:][\s\S]{0,5000}?^:{3,}[ \t]*$",
    re.MULTILINE,
)
"""A block of LaTeX or between `:::`; one that is longer is no block that somebody forgot."""
_ITEM = re.compile(r"( *)(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_MERGE = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)


def latex_citation(edition: Edition) -> Problems:
    """A citation is written `[@key]`, and not as in LaTeX."""
    for page in edition.pages:
        for match, location in _found(page, _CITE):
            keys = [key.strip() for key in match[1].split(",") if key.strip()]
            written = "; ".join(f"@{key}" for key in keys) or "@key"
            yield (
                location,
                f"'{match[0][:60]}' is printed as it is written.",
                f"Write '[{written}]'.",
            )


def cross_reference(edition: Edition) -> Problems:
    """A table, formula or section is named by a link, not by `@tbl:oil`.

    Programs such as pandoc-crossref number them; here `[Table 1](#oil)` leads to the id `oil`. Of
    a figure with this id in the same page the number is known, and `@fig:map` is read.
    """
    seen: set[tuple[str, str]] = set()
    for citation in edition.citations:
        is_known = citation.key in edition.bibliography or (citation.page, citation.key) in seen
        if not is_known and is_cross_reference(citation.key):
            seen.add((citation.page, citation.key))
            yield (
                citation.location,
                f"'@{citation.key}' is printed as it is written.",
                f"Write a link to its id, such as '[Figure 1](#{citation.key})'.",
            )


def unread_text(edition: Edition) -> Problems:
    """Marks of LaTeX and of other kinds of Markdown are not left in a page.

    They would be printed as they are written: commands such as `\\eqref{…}`, notes within a line
    `^[…]`, a mark `[^1]` without its note, blocks between `:::`, classes `{.small}`, links
    `[[page]]`, includes `{{…}}`, marks such as `==…==`, captions that begin with `Table:`, and
    names of signs such as `:smile:`. Set in backquotes what is meant as it is. What stands in a
    page twice, or in a block that is named already, is named once.
    """
    for page in edition.pages:
        seen: set[str] = set()
        blocks = [
            (page.location_at(block.start()), page.location_at(block.end()))
            for block in _BLOCK.finditer(page.body)
        ]
        for pattern, hint in _MARKUP.items():
            for match, location in _found(page, pattern):
                text = " ".join(match[0].split())
                inside = any(first < location <= last for first, last in blocks)
                is_read = text.strip("\\ ") in page.directives or bool(re.match(_CITE, text))
                if is_read or inside or any(text in other for other in seen):
                    continue
                seen.add(text)
                yield (
                    location,
                    f"'{text[:60]}' is printed as it is written.",
                    hint,
                )
        yield from _unread_fences(page)


def _unread_fences(page: Page) -> Problems:
    """Blocks of code that are meant as something else, or that Markdown does not see."""
    for number, fence in opening_fences(page.body.split("\n")):
        location = Location(page.file, page.body_line + number)
        if _FENCED.fullmatch(fence["words"]):
            yield (
                location,
                f"'{fence[0].strip()[:60]}' is read as code.",
                _LIKE_NOTES,
            )
        elif is_deep(fence):
            yield (
                location,
                f"'{fence[0].strip()[:60]}' is indented, and is read as code within a line.",
                "Indent the lines of code by eight spaces, and take the fence out.",
            )


def lost_definition(edition: Edition) -> Problems:
    """A note or an address that a page defines (`[^1]: …`, `[site]: …`) is given once, and used.

    Of two with the same name only the last is read, and an address that nothing uses is not shown.
    """
    for page in edition.pages:
        seen: set[str] = set()
        for match in _DEFINITION.finditer(page.body) if page.html else ():
            name = match[1]
            location = page.location_at(match.start())
            pattern = rf"\[{re.escape(name)}\](?!:)"
            if name.casefold() in seen:
                yield (
                    location,
                    f"'[{name}]' is already defined on this page, and only the last is read.",
                    "Give it another name.",
                )
            elif not re.search(pattern, page.body, re.IGNORECASE) and not _in_code(page, match):
                yield (
                    location,
                    f"nothing on this page uses '[{name}]'.",
                    f"Write '[{name}]' where it belongs, or take it out.",
                )
            seen.add(name.casefold())


def _in_code(page: Page, match: re.Match[str]) -> bool:
    """Whether a definition is only quoted: then the page shows it as it is written."""
    return match[0].strip() in parse_html(page.html).text_content()


def lost_caption(edition: Edition) -> Problems:
    """The caption of a table is a paragraph of its own, not a line that begins with a colon.

    Such a line is read as the explanation of a term, and there is no term.
    """
    for page in edition.pages:
        for lost in _elements(page, "<dl>", "//dl/*[1][self::dd]"):
            text = " ".join(lost.text_content().split())
            location = page.location_of(text.split(" {")[0][:20])
            yield (
                location,
                f"': {text[:60]}' has no term above it.",
                _CAPTION,
            )


def formula_as_source(edition: Edition) -> Problems:
    """A formula in TeX is shown as it is written, without being set.

    Nothing in it is lost. Where it can be said in words or plain signs, a reader is better served.
    """
    for page in edition.pages:
        formulas = _elements(page, 'class="math"', '//*[@class="math"]')
        for first in formulas[:1]:
            text = first.text_content()
            count = f"{len(formulas)} formulas are" if len(formulas) > 1 else "a formula is"
            yield (
                page.location_of(text),
                f"{count} shown as TeX, first '{' '.join(text.split())[:40]}'.",
                "Write short ones in plain signs: 'x² + y²', '*a*~1~'.",
            )


def _elements(page: Page, mark: str, xpath: str) -> list[HtmlElement]:
    """What an XPath finds in a page; its HTML is parsed only where it holds the mark."""
    return list(parse_html(page.html).xpath(xpath)) if mark in page.html else []


def list_indent(edition: Edition) -> Problems:
    """An item of a list within a list is indented by four spaces.

    With two or three it is read as an item of the list around it.
    """
    for page in edition.pages:
        for number in _too_little_indented(page.body.split("\n")):
            yield (
                Location(page.file, page.body_line + number),
                "the item is indented by too few spaces to be of a list within the list.",
                "Indent it by four spaces, or not at all.",
            )


def _too_little_indented(lines: list[str]) -> Iterator[int]:
    """The first such line of each list, counted from 0."""
    is_code, before = False, -1.0
    for number, line in enumerate(lines):
        if _FENCE.match(line):
            is_code = not is_code
        item = _ITEM.match(line)
        if is_code or (line.strip() and not item and not line.startswith(" ")):
            before = -1
        elif item:
            indent = len(item[1])
            if 0 <= before < indent < before + 4:
                yield number
                before = inf  # nothing is indented more: the rest of the list is passed over
            before = before if before == inf else indent


def merge_conflict(edition: Edition) -> Problems:
    """No file holds lines with `<<<<<<<` or `>>>>>>>` of a merge that was left undone."""
    for path, text in source_texts(edition):
        is_merged = "<<<<<<<" in text or ">>>>>>>" in text
        for match in _MERGE.finditer(text) if is_merged else ():
            yield (
                Location(path, text.count("\n", 0, match.start()) + 1),
                f"'{match[0][:40]}' was left by a merge.",
                "Choose one of the two versions, and delete the lines of the merge.",
            )


def _found(page: Page, pattern: str) -> Iterator[tuple[re.Match[str], Location]]:
    """What a pattern finds in the text of a page, and its line in the source.

    Text in code is passed over; the n-th time that something is found is that in the source.
    """
    seen: Counter[str] = Counter()
    for text in _texts(parse_html(page.html)) if page.html else ():
        for match in re.finditer(pattern, text, re.MULTILINE):
            words = match[0].split("\n")[0].strip()
            offset = -1
            for _ in range(seen[words] + 1):
                offset = page.body.find(words, offset + 1)
            seen[words] += 1
            yield match, page.location_at(offset) if offset >= 0 else page.location_of(words)


def _texts(element: HtmlElement) -> Iterator[str]:
    """The texts of a page outside code; one that does not begin a block begins with a space."""
    if isinstance(element.tag, str) and element.tag not in _NOT_TEXT:
        begins = element.getparent() is not None and element.tag in _BLOCKS
        yield ("" if begins else " ") + (element.text or "")
        for child in element:
            yield from _texts(child)
            yield f" {child.tail or ''}"
