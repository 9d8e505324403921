"""The English name and the BCP 47 tag of a language that a list of works names.

babel-languages.txt has babel's names, which biblatex uses in `langid`: a line for each tag, with
the language's English name and all of babel's names for it. Source: the locale files of babel,
https://github.com/latex3/babel/tree/main/locale (2026-08-08), with `francais` and `frenchb` from
babel-french.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("babel-languages.txt")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")


class _Language(NamedTuple):
    name: str
    tag: str


@cache
def _by_babel_name() -> dict[str, _Language]:
    found: dict[str, _Language] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        tag, name, babel_names = line.split("\t")
        found |= dict.fromkeys(babel_names.split(), _Language(name, tag))
    return found


@cache
def _by_any_name() -> dict[str, _Language]:
    """The languages also by their tags, `pt-br`, and their English names, `portuguese`."""
    languages = _by_babel_name().values()
    by_tag = {language.tag.lower(): language for language in languages}
    by_tag["zh"] = by_tag["zh-cn"] = by_tag["zh-hans"]
    by_tag["zh-tw"] = by_tag["zh-hk"] = by_tag["zh-hant"]
    by_length = sorted(languages, key=lambda language: len(language.tag))
    by_name = {language.name.lower(): language for language in reversed(by_length)}
    return by_name | by_tag | _by_babel_name()


def _language(written: str) -> _Language:
    name = written.strip().lower().replace("_", "-")
    return _by_any_name().get(name, _Language("", ""))


@cache
def known_languages() -> frozenset[str]:
    """All of babel's names."""
    return frozenset(_by_babel_name())


def language_name(written: str) -> str:
    """`ngerman`, `de`, `German` → `German`; empty where unknown."""
    return _language(written).name


def language_tag(written: str) -> str:
    """`ngerman`, `de`, `German` → `de`; `chinese` → `zh-Hans`; empty where unknown."""
    return _language(written).tag


def is_language_tag(tag: str) -> bool:
    """Whether a text is a BCP 47 tag of a language, with or without script and region."""
    return _TAG.fullmatch(tag) is not None


def tag_name(tag: str) -> str:
    """`zh-Hans` → `Chinese`, `ur` → `Urdu`; the tag itself where unknown."""
    return language_name(tag) or language_name(tag.partition("-")[0]) or tag
