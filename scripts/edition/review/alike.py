"""Finds the same thing under another name, by its words."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TypeVar

from rapidfuzz import fuzz, process

Key = TypeVar("Key", bound=Hashable)


def match_alike(old: dict[Key, str], new: dict[Key, str], least: int) -> dict[Key, Key]:
    """The old key by the new one, of texts that are alike by at least `least` percent.

    Each old text is matched once, to the first of the new ones that it is most like.
    """
    left, found = dict(old), {}
    for key, text in new.items():
        best = process.extractOne(text, left, scorer=fuzz.ratio, score_cutoff=least)
        if best:
            found[key] = best[2]
            del left[best[2]]
    return found
