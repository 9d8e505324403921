"""In: a Review. Out: plain text for a terminal or a log, the words that differ between `[-` and `-]`, `{+` and `+}` as Git marks them."""

from __future__ import annotations

from collections.abc import Iterator

from edition.language.word_diff import Piece, difference, shorten
from edition.problem import Problem
from edition.review.change import CHANGED, Change, Review, Section
from edition.review.escaping import visible
from edition.review.wording import (
    other_files,
    problem_heading,
    problem_remark,
    repeated,
    silence,
    summary,
)

MOST = 5000
"""Characters of one text that are shown."""


def plain(review: Review) -> str:
    """The whole review. No line begins with anything but our own words."""
    return "\n".join([*_lines(review), ""])


def _lines(review: Review) -> Iterator[str]:
    yield visible(summary(review))
    if review.problems.new:
        yield from ("", problem_heading(review))
    yield from (f"  - {_problem(problem)}" for problem in review.problems.new)
    if remark := problem_remark(review):
        yield from ("", remark)
    for name, sections in review.groups:
        for section in sections:
            yield from ("", f"{name}: {visible(_title(section))}")
            yield from (f"  {visible(said)}" for said in section.said)
            for change in section.changes:
                yield from _change(change)
    if review.again:
        yield from ("", visible(repeated(review)))
    if review.remarks:
        yield ""
    yield from (f"Note: {visible(remark)}" for remark in review.remarks)
    if review.files:
        yield from ("", visible(other_files(review)))
    if review.is_silent:
        yield from ("", silence(review))


def _problem(problem: Problem) -> str:
    return visible(str(problem))


def _title(section: Section) -> str:
    path = f" ({section.path})" if section.path and section.path != section.title else ""
    return section.title + path + ("" if section.kind == CHANGED else f", {section.kind}")


def _change(change: Change) -> Iterator[str]:
    yield f"  {visible(change.label)}, {change.kind}. {visible(' '.join(change.said))}".rstrip()
    for name, signs, pieces in zip(
        ("before", "after"),
        ("[--]", "{++}"),
        difference(visible(change.before), visible(change.after)),
        strict=True,
    ):
        if pieces:
            yield f"    {name + ':':7} {_pieces(pieces, signs, bool(change.before and change.after))}"


def _pieces(pieces: list[Piece], signs: str, marked: bool) -> str:
    left, right = (signs[:2], signs[2:]) if marked else ("", "")
    shown = [
        f"… ({piece.cut} words) …"
        if piece.cut
        else piece.text
        if piece.same
        else left + piece.text + right
        for piece in shorten(pieces)
    ]
    return cut("".join(shown))


def cut(text: str) -> str:
    """The text, or its beginning and how much is missing."""
    return text if len(text) <= MOST else f"{text[:MOST]}… ({len(text) - MOST} more characters)"
