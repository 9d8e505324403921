"""In: HTML with words of another script in it. Out: the same with those words marked by language and direction."""

from __future__ import annotations

import re

from edition.language.tags import language_tag

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WIDE = "\u2018-\u201f\u2026\u00b7\u3000-\u303f\uff00-\uffef|"
_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
_RUNS = re.compile(
    rf"(?P<han>[{_HAN}](?:[{_HAN}{_WIDE}\d:]*[{_HAN}{_WIDE}])?)|(?P<arabic>\(?[{_ARABIC}](?:[{_ARABIC}\s\d().:!?%-]*[{_ARABIC})])?)"
)
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


def direction(tag: str) -> str:
    """`rtl` for a BCP 47 tag of a language written from right to left."""
    return "rtl" if tag.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def mark_languages(html: str, langid: str) -> str:
    """Wrap runs of Han or Arabic script in `<span lang>`; the language is `langid` where it writes so, else Chinese or Urdu.

    Assistive technology and fonts need it (WCAG 2.2, 3.1.2).
    """
    tag = language_tag(langid)

    def wrap(match: re.Match[str]) -> str:
        if match["han"]:
            lang = tag if tag.startswith(("zh", "ja", "ko")) else language_tag("chinese")
            return f'<span lang="{lang}">{match[0]}</span>'
        lang = tag if direction(tag) == "rtl" else language_tag("urdu")
        return f'<span lang="{lang}" dir="rtl">{match[0]}</span>'

    return _RUNS.sub(wrap, html)
