"""Finds words in Chinese or Arabic script without their `lang`, or without their `dir`, in a
parsed page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
SCRIPTS = (
    (HAN, ("zh", "ja", "ko"), ("", "ltr", "auto")),
    (ARABIC, ("ur", "ar", "fa"), ("rtl", "auto")),
)
# The title of a window takes no markup; what a program is to read, and a script, is in no language.
NOT_WORDS = ("title", "script", "style", "code")


def texts(root) -> Iterator[tuple]:
    """Each text with the element in which it stands."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.rpartition("}")[2] not in NOT_WORDS:
            yield element, element.text or ""
            yield from ((element, child.tail) for child in element if child.tail)


def unmarked(root) -> list[str]:
    """The texts with such words whose nearest `lang` or `dir` is not one of that script."""
    found = []
    for element, text in texts(root):
        around = [element, *element.iterancestors()]
        lang = next((e.get("lang") for e in around if e.get("lang")), "")
        direction = next((e.get("dir") for e in around if e.get("dir")), "")
        for script, languages, directions in SCRIPTS:
            if script.search(text) and not (lang.startswith(languages) and direction in directions):
                found.append(f"lang={lang} dir={direction}: {text.strip()}")
    return found
