"""Rules against the same work listed twice. Candidates come from blocks, so that the time grows with the list, not its square."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from edition.model import Edition, Reference
from edition.problem import Problem

ALIKE = 92
"""Percent by which two titles, and two authors, must be alike to be taken for the same."""
RAREST, NEIGHBORS = 3, 12


def same_address(edition: Edition) -> Iterator[Problem]:
    """Two entries do not have the same address, scheme, `www.`, closing slash and fragment aside.

    They are one work under two keys. Keep one, with the numbers of both in its keywords, or connect the two by `related`.
    """
    first: dict[str, Reference] = {}
    for reference in edition.bibliography.entries:
        if not (address := normal_address(reference.url)):
            continue
        other = first.setdefault(address, reference)
        if other.key != reference.key and not _related(reference, other):
            message = f"'{reference.key}' has the address of '{other.key}' ({other.location})."
            yield Problem(
                reference.line_of("url"),
                "same-address",
                message,
                "Keep one entry, or connect the two by `related`.",
            )


def normal_address(address: str) -> str:
    """An address without what does not tell pages apart; its path keeps its case."""
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    query = "&".join(sorted(filter(None, parts.query.split("&"))))
    return f"{host}{parts.path.rstrip('/')}?{query}" if host else ""


def same_work(edition: Edition) -> Iterator[Problem]:
    """Two entries do not have nearly the same title and author in the same year.

    Numbers in the titles must be equal. They are likely one work: keep one entry, or connect the two by `related`.
    """
    entries = [_Known(reference) for reference in edition.bibliography.entries]
    for one, other in sorted(_pairs(entries)):
        a, b = entries[one], entries[other]
        if (
            a.reference.key != b.reference.key
            and not _related(a.reference, b.reference)
            and _alike(a, b)
        ):
            message = f"'{b.reference.key}' looks like '{a.reference.key}' ({a.reference.location}): '{b.reference.title[:60]}'."
            yield Problem(
                b.reference.location,
                "same-work",
                message,
                "Keep one entry, or connect the two by `related`.",
            )


class _Known:
    """What of an entry is compared."""

    def __init__(self, reference: Reference) -> None:
        self.reference = reference
        self.title = _normal(reference.title)
        self.author = _normal(reference.text("author") or reference.text("editor"))
        self.numbers = sorted(re.findall(r"\d+", self.title))
        self.year = reference.date[:4]


def _normal(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(sorted(set(re.findall(r"[^\W_]+", plain)) - {"a", "an", "the"}))


def _pairs(entries: list[_Known]) -> set[tuple[int, int]]:
    """Pairs that share one of their rarest words; in a large block only neighbors by title."""
    frequency = Counter(word for entry in entries for word in set(entry.title.split()))
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, entry in enumerate(entries):
        for word in sorted(set(entry.title.split()), key=lambda word: (frequency[word], word))[
            :RAREST
        ]:
            blocks[word].append(at)
    pairs = set()
    for block in blocks.values():
        block.sort(key=lambda at: (entries[at].title, at))
        for position, one in enumerate(block):
            pairs |= {
                (min(one, other), max(one, other))
                for other in block[position + 1 : position + 1 + NEIGHBORS]
            }
    return pairs


def _alike(a: _Known, b: _Known) -> bool:
    same_year = not a.year or not b.year or a.year == b.year
    if (
        not same_year
        or a.numbers != b.numbers
        or not a.title
        or fuzz.ratio(a.title, b.title, score_cutoff=ALIKE) < ALIKE
    ):
        return False
    return not a.author or not b.author or fuzz.token_set_ratio(a.author, b.author) >= ALIKE


def _related(a: Reference, b: Reference) -> bool:
    return b.key in _names(a) or a.key in _names(b)


def _names(reference: Reference) -> set[str]:
    return {key.strip() for key in reference.fields.get("related", "").split(",")}


RULES = [same_address, same_work]
