"""In: a word that is not known and the words that are. Out: a hint that names the nearest of them, or another hint."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

CUTOFF = 70
"""Percent of likeness below which a suggestion would puzzle more than help."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`: the same in another case, the same cut at a dot, else by letters; empty if none is."""
    words = sorted(known)
    lower = word.lower()
    for other in words:
        if other.lower() in (lower, lower.split(".")[0]):
            return other
    best = process.extractOne(
        lower, words, scorer=fuzz.ratio, processor=str.lower, score_cutoff=CUTOFF
    )
    return best[0] if best else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str, sign: str = "") -> str:
    """`Did you mean 'x'?`, or `otherwise` where nothing known is like `word`. `sign` is set before the word (`@`)."""
    close = nearest(word, known)
    return f"Did you mean '{sign}{close}'?" if close else otherwise
