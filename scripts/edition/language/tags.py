"""The English name and the BCP 47 tag of a babel language name, as in biblatex's `langid`."""

from __future__ import annotations

import re

_LANGUAGES = {
    "arabic": ("Arabic", "ar"),
    "chinese": ("Chinese", "zh-Hans"),
    "english": ("English", "en"),
    "american": ("English", "en"),
    "british": ("English", "en"),
    "french": ("French", "fr"),
    "german": ("German", "de"),
    "hindi": ("Hindi", "hi"),
    "italian": ("Italian", "it"),
    "japanese": ("Japanese", "ja"),
    "korean": ("Korean", "ko"),
    "persian": ("Persian", "fa"),
    "portuguese": ("Portuguese", "pt"),
    "russian": ("Russian", "ru"),
    "spanish": ("Spanish", "es"),
    "urdu": ("Urdu", "ur"),
}
KNOWN = frozenset(_LANGUAGES)
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


def language_name(langid: str) -> str:
    """`chinese` → `Chinese`; empty where unknown."""
    return _LANGUAGES.get(langid.lower(), ("", ""))[0]


def language_tag(langid: str) -> str:
    """`chinese` → `zh-Hans`; empty where unknown."""
    return _LANGUAGES.get(langid.lower(), ("", ""))[1]


def is_language_tag(tag: str) -> bool:
    """Whether a text is a BCP 47 tag of a language, with or without script and region."""
    return _TAG.fullmatch(tag) is not None


def tag_name(tag: str) -> str:
    """`zh-Hans` → `Chinese`, `ur` → `Urdu`; the tag itself where unknown."""
    primary = tag.partition("-")[0]
    for name, known in _LANGUAGES.values():
        if known.partition("-")[0] == primary:
            return name
    return tag
