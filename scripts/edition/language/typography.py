"""Typesets text for readers: spaces that do not break, curled quotes, unbroken designations.

`typeset` sets a text, `typeset_tree` all text of an HTML tree. What they return is as long as what
they got, character for character; the tree may have more elements. Sources, search and exports
for programs stay as typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lxml.html import HtmlElement

from edition.language.dates import MONTHS, NBSP

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_UNIT = (
    "percent|per cent|%|thousand|million|billion|trillion|dollars|yuan|rupees|euros"
    "|km|kilometers|metres|meters|cm|mm|m|kg|g|tons|tonnes|hectares|acres"
    "|MW|GW|kWh|GB|MB|AD|BC|CE|a\\.m\\.|p\\.m\\.|min"
)
_CURRENCY = r"(?:US\$|[$€£¥₨₹]|\b(?:USD|EUR|GBP|CNY|RMB|PKR|INR|Rs\.?))"
_COUNTED = (
    "[Ss]ections?|[Pp]aragraphs?|[Pp]ages?|[Nn]otes?|[Rr]eferences?|[Cc]hapters?"
    "|[Ff]igures?|[Tt]ables?|[Nn]umber|[Vv]olume|[Vv]ersion|[Pp]art"
)
_SHORT = r"(?:pp?|[Vv]ol|[Nn]os?|ch|sec|paras?|[Ff]ig|ed)\."
_BOUND = re.compile(
    rf"(?:(?<!\d)\d{{1,2}}(?=[ \n]{_MONTH}\b)"  # 7 February
    rf"|\b{_MONTH}(?=[ \n]\d)"  # February 2024, February 7
    rf"|\d(?=[ \n](?:{_UNIT})(?!\w))"  # 46 billion, 93 percent
    rf"|{_CURRENCY}(?=[ \n]\d)"  # US$ 46
    rf"|\b(?:{_COUNTED}|{_SHORT})(?=[ \n]\d)|[§¶](?=[ \n]\d)"  # section 2.1, p. 3
    rf"|\b{_SHORT}(?=[ \n][ivx]+\b)"  # p. iii
    rf"|(?<![\w.])[A-Z]\.(?=[ \n][A-Z])"  # the initials of a name
    r")[ \n]"
)
_DESIGNATION = re.compile(r"(?<![\w/.=-])[A-Z]\w*-\d\w*(?![\w/-])")
"""`PakSat-1R`, `F-16`: browsers divide them after the hyphen."""
_QUOTE = re.compile("[\"']")
_OPENS_AFTER = "([{—–/“‘«¿¡"
_DOUBLE = ("en", "zh", "ur", "ar", "fa")
"""Languages whose outer quotes are “ and ”. In others a straight one stays as typed."""

_VERBATIM = frozenset("code kbd pre samp script style svg textarea".split())
_INLINE = frozenset("a abbr b cite code em i mark q s small span strong sub sup time u".split())
"""Elements that do not end a word: in `<em>Xi</em>'s` the quote follows a letter."""


@lru_cache(maxsize=65536)
def typeset(text: str, before: str = "", lang: str = "en") -> str:
    """`on 7 February` with a space that does not break; `"It's"` → `“It’s”`.

    `before` is the character that the text follows, if any; `lang` its language (BCP 47). Cached:
    the same texts stand on a page, in lists and in the book.
    """
    curled = _curl(text, before, lang.partition("-")[0])
    return _BOUND.sub(lambda match: match[0][:-1] + NBSP, curled)


def _curl(text: str, before: str, lang: str) -> str:
    is_open = False

    def curl(match: re.Match[str]) -> str:
        nonlocal is_open
        at = match.start()
        previous = text[at - 1] if at else before
        following = text[at + 1 : at + 2]
        starts_word = not previous or previous.isspace() or previous in _OPENS_AFTER
        opens = starts_word and bool(following.strip())
        if match[0] == "'":
            return "‘" if opens and not following.isdigit() else "’"  # ’90s
        if lang not in _DOUBLE:
            return match[0]
        # Chinese has no spaces that tell an opening quote from a closing one: they alternate.
        alternates = lang == "zh" and not is_open
        is_open = (opens or alternates) and bool(following)
        return "“" if is_open else "”"

    return _QUOTE.sub(curl, text)


def typeset_tree(root: HtmlElement, lang: str = "en", bind_citations: bool = False) -> None:
    """Typeset all text of an HTML tree in place; code, pictures and forms stay as they are.

    `lang` is the language of the root, which `lang` attributes override. With `bind_citations` a
    space before a citation's link (`a.citation`) does not break, so that no line begins with `[1]`.
    """
    _TreeTypesetter(bind_citations).typeset(root, lang)


def _bind_designations(element: HtmlElement) -> None:
    """Put each designation in the texts of an element into `<span class="unbroken">`.

    A hyphen that does not break would be another character to whoever copies or searches.
    """
    for child in [None, *element]:
        text = (element.text if child is None else child.tail) or ""
        names = _DESIGNATION.findall(text) if "-" in text else []
        if not names:
            continue
        before, *rest = _DESIGNATION.split(text)
        if child is None:
            element.text, at = before, 0
        else:
            child.tail, at = before, element.index(child) + 1
        for offset, (name, tail) in enumerate(zip(names, rest, strict=True)):
            span = element.makeelement("span", {"class": "unbroken"})
            span.text, span.tail = name, tail
            element.insert(at + offset, span)


class _TreeTypesetter:
    """Goes through a tree in reading order. `before` is the character before the next text."""

    def __init__(self, bind_citations: bool) -> None:
        self._bind_citations = bind_citations
        self._before = ""

    def typeset(self, element: HtmlElement, lang: str) -> None:
        lang = element.get("lang") or lang
        self._border(element)
        if element.tag in _VERBATIM:
            self._before = element.text_content()[-1:] or self._before
        else:
            element.text = self._text(element.text, lang, next(iter(element), None))
            for child in element:
                if isinstance(child.tag, str):  # not a comment
                    self.typeset(child, lang)
                child.tail = self._text(child.tail, lang, child.getnext())
            _bind_designations(element)
        self._border(element)

    def _border(self, element: HtmlElement) -> None:
        """The start or end of an element; that of a block ends a line."""
        if element.tag not in _INLINE:
            self._before = ""

    def _text(self, text: str | None, lang: str, following: HtmlElement | None) -> str | None:
        if not text:
            return text
        text = typeset(text, self._before, lang)
        self._before = text[-1]
        if self._bind_citations and text[-1] == " " and _is_citation(following):
            text = text[:-1] + NBSP
        return text


def _is_citation(element: HtmlElement | None) -> bool:
    if element is None or element.tag != "a":
        return False
    return str(element.get("class", "")).startswith("citation")
