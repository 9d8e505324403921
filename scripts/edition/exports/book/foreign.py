"""In: words and the language they may be in. Out: XHTML that marks those in another script, so that they are set, read and hyphenated as theirs."""

from __future__ import annotations

import re

from markupsafe import Markup

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")
_ARABIC = r"\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_HAN = r"\u3400-\u9fff\uf900-\ufaff"
_SCRIPTS = {"ar": re.compile(f"[{_ARABIC}]"), "zh": re.compile(f"[{_HAN}]")}
_RUN = re.compile(rf"[{_HAN}][{_HAN}\u3000-\u303f\uff00-\uff60·]*")


def direction(tag: str) -> str:
    """`rtl` for a BCP 47 tag of a language written from right to left."""
    return "rtl" if tag.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _span(words: str, tag: str) -> Markup:
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tag, direction(tag), words)


def marked(words: str, tag: str) -> Markup:
    """Words in Arabic or Chinese script as a whole where most letters are, in runs of Chinese else.

    `tag` is the language of the work; where it is not written in that script, Arabic or Chinese is supposed.
    """
    letters = [c for c in words if c.isalpha()]
    for supposed, pattern in _SCRIPTS.items():
        if 2 * sum(bool(pattern.match(c)) for c in letters) > len(letters):
            fits = direction(tag) == "rtl" if supposed == "ar" else tag[:2] in ("zh", "ja")
            return _span(words, tag if fits else supposed)
    tag = tag if tag[:2] in ("zh", "ja") else "zh"
    parts, at = [], 0
    for run in _RUN.finditer(words):
        parts += [Markup.escape(words[at : run.start()]), _span(run[0], tag)]
        at = run.end()
    return Markup("").join([*parts, Markup.escape(words[at:])])
