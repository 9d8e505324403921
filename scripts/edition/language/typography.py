"""In: a text for readers. Out: the same as it is set: spaces that part a number from its unit do not break, quotes are curled.

Of the same length, character for character. The sources, the search and the exports for machines keep what was typed.
"""

from __future__ import annotations

import re

from edition.language.dates import MONTHS, NBSP

_MONTH = rf"(?:{'|'.join(MONTHS)})"
_UNIT = (
    "percent|per cent|%|thousand|million|billion|trillion|dollars|yuan|rupees|euros|km|kilometers|metres|meters|cm|mm|m|kg|g|tons|tonnes|hectares|acres"
    "|MW|GW|kWh|GB|MB|AD|BC|CE|a\\.m\\.|p\\.m\\.|min"
)
_CURRENCY = r"(?:US\$|[$€£¥₨₹]|\b(?:USD|EUR|GBP|CNY|RMB|PKR|INR|Rs\.?))"
_COUNTED = "[Ss]ections?|[Pp]aragraphs?|[Pp]ages?|[Nn]otes?|[Rr]eferences?|[Cc]hapters?|[Ff]igures?|[Tt]ables?|[Nn]umber|[Vv]olume|[Vv]ersion|[Pp]art"
_SHORT = r"(?:pp?|[Vv]ol|[Nn]os?|ch|sec|paras?|[Ff]ig|ed)\."
_BOUND = re.compile(
    rf"(?:(?<!\d)\d{{1,2}}(?=[ \n]{_MONTH}\b)"  # 7 February
    rf"|\b{_MONTH}(?=[ \n]\d)"  # February 2024, February 7
    rf"|\d(?=[ \n](?:{_UNIT})(?!\w))"  # 46 billion, 93 percent
    rf"|{_CURRENCY}(?=[ \n]\d)"  # US$ 46
    rf"|\b(?:{_COUNTED}|{_SHORT})(?=[ \n]\d)|[§¶](?=[ \n]\d)"  # section 2.1, p. 3
    rf"|(?<![\w.])[A-Z]\.(?=[ \n][A-Z])"  # the initials of a name
    r")[ \n]"
)
_MAY_BIND = re.compile(r"\d|[A-Z]\.[ \n]")
"""What is in every text that `_BOUND` finds something in, and in few others."""
_QUOTE = re.compile("[\"']")
_OPENS_AFTER = "([{—–/“‘«¿¡"
_DOUBLE = ("en", "zh", "ur", "ar", "fa")
"""Languages whose outer quotes are “ and ”; in others a straight one is left to the entry."""


def typeset(text: str, before: str = "", lang: str = "en") -> str:
    """`on 7 February` with a space that does not break; `"It's"` → `“It’s”`. `before` is the character that the text follows."""
    if "'" in text or '"' in text:
        text = _curled(text, before, lang.partition("-")[0])
    return _BOUND.sub(lambda match: match[0][:-1] + NBSP, text) if _MAY_BIND.search(text) else text


def _curled(text: str, before: str, lang: str) -> str:
    opened = False

    def curl(match: re.Match[str]) -> str:
        nonlocal opened
        at, mark = match.start(), match[0]
        previous, following = text[at - 1] if at else before, text[at + 1 : at + 2]
        opens = (not previous or previous.isspace() or previous in _OPENS_AFTER) and bool(
            following.strip()
        )
        if mark == "'":
            return "‘" if opens and not following.isdigit() else "’"  # ’90s
        if lang not in _DOUBLE:
            return mark
        # Chinese has no spaces that tell an opening quote from a closing one: they take turns.
        opened = (opens or (lang == "zh" and not opened)) and bool(following)
        return "“" if opened else "”"

    return _QUOTE.sub(curl, text)
