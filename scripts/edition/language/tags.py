"""In: a babel language name as biblatex's `langid` has it. Out: its name in English and its BCP 47 tag."""

from __future__ import annotations

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


def language_name(langid: str) -> str:
    """`chinese` → `Chinese`; empty where unknown."""
    return _LANGUAGES.get(langid.lower(), ("", ""))[0]


def language_tag(langid: str) -> str:
    """`chinese` → `zh-Hans`; empty where unknown."""
    return _LANGUAGES.get(langid.lower(), ("", ""))[1]


def tag_name(tag: str) -> str:
    """`zh-Hans` → `Chinese`, `ur` → `Urdu`; the tag itself where unknown."""
    return {full.partition("-")[0]: name for name, full in _LANGUAGES.values()}.get(
        tag.partition("-")[0], tag
    )
