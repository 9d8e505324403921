"""Marks words in Chinese or Arabic script in HTML with their language and direction."""

from __future__ import annotations

import re

from edition.language.tags import language_tag

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = "\u2018-\u201f\u2026\u00b7\u3000-\u303f\uff00-\uffef|"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_RUNS = re.compile(
    rf"""(?P<han> [{_HAN}] (?:[{_HAN}{_WIDE}\d:]*[{_HAN}{_WIDE}])? )
    | (?P<arabic> \(?[{_ARABIC}] (?:[{_ARABIC}\s\d().:!?%-]*[{_ARABIC}\)])? )""",
    re.VERBOSE,
)
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def direction(tag: str) -> str:
    """`rtl` for a BCP 47 tag of a language written from right to left, else `ltr`."""
    return "rtl" if tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def mark_languages(html: str, langid: str) -> str:
    """Wrap runs of Han or Arabic script in `<span lang>`.

    Assistive technology and fonts need it (WCAG 2.2, 3.1.2). The language is `langid` (a babel
    name) where that is written in the run's script, else Chinese or Urdu.
    """
    tag = language_tag(langid)
    chinese = tag if tag.startswith(("zh", "ja", "ko")) else language_tag("chinese")
    urdu = tag if direction(tag) == "rtl" else language_tag("urdu")

    def wrap(match: re.Match[str]) -> str:
        if match["han"]:
            return f'<span lang="{chinese}">{match[0]}</span>'
        return f'<span lang="{urdu}" dir="rtl">{match[0]}</span>'

    return _RUNS.sub(wrap, html)
