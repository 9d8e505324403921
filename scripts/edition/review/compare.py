"""Compares two editions: problems, works, pages and data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TypeVar

from rapidfuzz import fuzz, process

from edition.checks import check_sources
from edition.language.word_diff import Segment, difference, shorten
from edition.model import Edition
from edition.problem import Problem
from edition.review.documents import Document, documents
from edition.review.passages import Passage

Compared = TypeVar("Compared", Passage, Document)
_LIKE_PASSAGE, _LIKE_DOCUMENT = 45, 60
"""How alike, in percent, two texts have to be at least to count as one that was changed."""
_NUMBERS = re.compile(r"\b(line|column) \d+")
_UNPRINTED = "It is printed as before; the downloads hold every field."


@dataclass(frozen=True)
class Change:
    """A passage that is `added`, `removed`, `changed` or `moved`, and its words before and after.

    What moved has the same words, and they stand only after.
    """

    kind: str
    label: str
    words: list[Segment]
    remark: str = ""


@dataclass(frozen=True)
class Section:
    """The changes of a document, which is read from `files`: from two, if it was moved."""

    title: str
    changes: list[Change]
    files: tuple[str, ...] = ()


@dataclass(frozen=True)
class Review:
    """What changed since the base: `base` is how that revision is called, `1a2b3c4d5 (main)`."""

    base: str
    new_problems: list[Problem] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def compare(before: Edition, after: Edition, base: str) -> Review:
    """The review of two states of an edition; `base` is how the older one is called.

    A file that cannot be read whole is not compared: what is in it only seems to be gone.
    """
    old, new = check_sources(before), check_sources(after)
    review = Review(base, new_problems(old, new))
    still = len(new) - len(review.new_problems)
    if old:
        mended = f"{len(old) - still} mended, {still} still there"
        review.remarks.append(f"Problems at the base: {mended}.")
    unread = {problem.location.path for problem in [*old, *new] if problem.is_unread}
    for file in sorted(unread):
        remark = f"{file} cannot be read whole, here or at the base: it is not compared."
        review.remarks.append(remark)
    review.sections.extend(_sections(_read(before, unread), _read(after, unread)))
    return review


def _read(edition: Edition, unread: set[str]) -> dict[str, Document]:
    return {one.file: one for one in documents(edition) if one.file not in unread}


def _sections(olds: dict[str, Document], news: dict[str, Document]) -> Iterator[Section]:
    """The documents that changed; those that are gone come last.

    A new one that reads like one that is gone is that one, moved.
    """
    gone = [old for file, old in olds.items() if file not in news]
    for file, new in news.items():
        old = olds.get(file) or _most_like(new, gone, _LIKE_DOCUMENT)
        if old in gone:
            gone.remove(old)
        changes = compare_passages(old.passages if old else [], new.passages)
        if old is None:
            yield Section(f"{new.title}, added", changes, (file,))
        elif old.file != file:
            yield Section(f"{new.title}, moved from {old.file}", changes, (old.file, file))
        elif changes:
            yield Section(new.title, changes, (file,))
    for old in gone:
        changes = compare_passages(old.passages, [])
        yield Section(f"{old.title}, removed", changes, (old.file,))


def new_problems(before: list[Problem], after: list[Problem]) -> list[Problem]:
    """The problems after, without those that there were before.

    A problem is known again by its rule, its file and its words, wherever in the file it stands.
    """
    left = Counter(map(_identity, before))
    new = []
    for problem in after:
        identity = _identity(problem)
        if left[identity]:
            left[identity] -= 1
        else:
            new.append(problem)
    return new


def _identity(problem: Problem) -> tuple[str, str, str]:
    words = _NUMBERS.sub(r"\1", f"{problem.message} {problem.hint}")
    return problem.rule, problem.location.path, words


def compare_passages(olds: list[Passage], news: list[Passage]) -> list[Change]:
    """What changed, in the order of the new passages; those that are gone come last."""
    left: list[Passage] = []
    others: list[Passage] = []
    matcher = SequenceMatcher(None, olds, news, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            left += olds[a:b]
            others += news[c:d]
    changes = []
    for new in others:
        old = _partner(new, left)
        if old:
            left.remove(old)
            changes.append(_change(old, new))
        else:
            changes.append(Change("added", new.label, difference("", new.text), new.remark))
    for old in left:
        changes.append(Change("removed", old.label, difference(old.text, ""), old.remark))
    return changes


def _partner(new: Passage, olds: list[Passage]) -> Passage | None:
    """The old passage that became the new one: by its id, or by its words if it has none."""
    for old in olds:
        if old.id and old.id == new.id:
            return old
    return _most_like(new, [old for old in olds if not old.id], _LIKE_PASSAGE)


def _most_like(new: Compared, olds: list[Compared], least: int) -> Compared | None:
    """The one whose words are most like those of the new one, by at least `least` percent."""
    texts = [old.text for old in olds]
    best = process.extractOne(new.text, texts, scorer=fuzz.ratio, score_cutoff=least)
    return olds[best[2]] if best else None


def _change(old: Passage, new: Passage) -> Change:
    """What differs between two passages that are not equal."""
    kind, before, after, remark = "changed", old.text, new.text, new.remark
    if before == after and old.fields != new.fields:
        before, after, remark = old.fields, new.fields, f"{_UNPRINTED} {remark}"
    elif before == after:
        kind, before = "moved", ""
    if old.label != new.label:
        remark = f"It was {old.label}. {remark}".rstrip()
    return Change(kind, new.label, shorten(difference(before, after)), remark)
