"""In: the HTML of a page. Out: the same with its text as it is set; code, pictures and the attributes of elements are left alone."""

from __future__ import annotations

import re

from edition.language.dates import NBSP
from edition.language.typography import typeset

_TAG = re.compile(r"""(<!--.*?-->|<(?:"[^"]*"|'[^']*'|[^<>"']++)*+>)""", re.DOTALL)
_NAME = re.compile(r"</?([a-z][a-z0-9-]*)", re.IGNORECASE)
_LANG = re.compile(r"""\slang=["']?([a-zA-Z-]+)""")
_STRAIGHT = (("&quot;", '"'), ("&#34;", '"'), ("&#39;", "'"), ("&#x27;", "'"))
_VERBATIM = frozenset("code kbd pre samp script style svg textarea".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_INLINE = frozenset("a abbr b cite code em i mark q s small span strong sub sup time u".split())


class _Walk:
    """The elements around the place that is read, each with its language and whether its text stays as it is."""

    def __init__(self, lang: str) -> None:
        self.open = [("", lang, False)]
        self.before = ""

    def tag(self, tag: str) -> None:
        match = _NAME.match(tag)
        if not match:
            return
        name = match[1].lower()
        if name not in _INLINE:
            self.before = ""
        if tag.startswith("</"):
            at = next(
                (at for at in range(len(self.open) - 1, 0, -1) if self.open[at][0] == name),
                len(self.open),
            )
            del self.open[at:]
        elif name not in _VOID and not tag.endswith("/>"):
            _, lang, verbatim = self.open[-1]
            said = _LANG.search(tag) if "lang=" in tag else None
            self.open.append((name, said[1] if said else lang, verbatim or name in _VERBATIM))

    def text(self, text: str) -> str:
        _, lang, verbatim = self.open[-1]
        if not verbatim and text:
            if "&" in text:
                for entity, character in _STRAIGHT:
                    text = text.replace(entity, character)
            text = typeset(text, self.before, lang)
        self.before = text[-1:] or self.before
        return text


def typeset_html(html: str, lang: str = "en") -> str:
    """Set every text of the HTML. A citation does not begin a line, even where a space stands before it."""
    parts, walk = _TAG.split(html), _Walk(lang)
    for at, part in enumerate(parts):
        if at % 2:
            walk.tag(part)
        else:
            parts[at] = walk.text(part)
            if part.endswith(" ") and _is_citation(parts[at + 1 : at + 2]):
                parts[at] = parts[at][:-1] + NBSP
    return "".join(parts)


def _is_citation(following: list[str]) -> bool:
    return bool(following) and following[0].startswith("<a ") and 'class="citation' in following[0]
