"""Hints that propose the known word most like an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

CUTOFF = 70
"""Percent of likeness below which a suggestion would puzzle more than help."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or an empty text if none is like it.

    A word that differs in case only, or is the part before a dot, comes before all others.
    """
    words = sorted(known)
    lower = word.lower()
    for other in words:
        if other.lower() in (lower, lower.split(".")[0]):
            return other
    from rapidfuzz import fuzz, process  # a lazy import: most papers have no unknown word

    best = process.extractOne(
        lower, words, scorer=fuzz.ratio, processor=str.lower, score_cutoff=CUTOFF
    )
    return best[0] if best else ""


def did_you_mean(word: str, known: Iterable[str], otherwise: str, sign: str = "") -> str:
    """`Did you mean 'x'?`, or `otherwise` if no known word is like `word`.

    `sign` is printed before the proposed word, such as the `@` of a key.
    """
    close = nearest(word, known)
    return f"Did you mean '{sign}{close}'?" if close else otherwise


def one_slip(word: str, known: Iterable[str], otherwise: str, sign: str = "") -> str:
    """The same where a wrong guess would do harm, as among the names of languages.

    A word is proposed only if one letter was added, left out, changed, or two change places, and
    if no other known word is as near.
    """
    from rapidfuzz.distance import OSA

    lower = word.lower()
    close = [other for other in known if OSA.distance(lower, other.lower()) <= 1]
    return f"Did you mean '{sign}{close[0]}'?" if len(close) == 1 else otherwise
