"""In: a Review. Out: GitHub-flavored Markdown for the summary of a workflow's run, in parts, and cut to the size it may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..model import Problem
from .change import ADDED, CHANGED, MOVED, REMOVED, Change, Review, Section
from .difference import Piece, difference, shorten
from .escaping import markdown_text
from .plain import cut
from .words import counted, problem_remark, silence, summary

LARGEST = 1024 * 1024 - 4096
"""Bytes of a summary: GitHub takes 1 MiB of each step ("Workflow commands for GitHub Actions") and drops a larger one whole."""


@dataclass(frozen=True)
class Part:
    """A part of the summary that is shown or left out as a whole, and its name for a person."""

    name: str
    text: str


def summary_markdown(review: Review, sources: str = "", room: int = LARGEST) -> str:
    """The summary in at most `room` bytes. `sources` is the address below which the repository shows its files, if there is one."""
    kept, left_out, heading = [], [], ""
    for part in _parts(review, sources):
        size = len(part.text.encode("utf-8")) + 2
        if part.name == "#":
            heading = part.text
        elif size + len(heading) + 1024 > room:
            left_out.append(part.name)
        else:
            texts = [heading, part.text] if heading else [part.text]
            kept, room, heading = [*kept, *texts], room - size - len(heading), ""
    if left_out:
        names = ", ".join(left_out[:5]) + (", …" if len(left_out) > 5 else "")
        said = f"**Cut here.** A summary may hold no more; {counted(len(left_out), 'part')} of this one did not fit: {markdown_text(names[:400])}."
        kept.append(f"{said} The log of this step has the whole.")
    return "\n\n".join(kept) + "\n"


def _parts(review: Review, sources: str) -> Iterator[Part]:
    yield Part("the first line", f"## What this changes\n\n{markdown_text(summary(review))}")
    if review.problems.new:
        yield Part("#", f"### {counted(len(review.problems.new), 'new problem')}")
        for start in range(0, len(review.problems.new), 50):
            yield Part("new problems", "\n".join(_problem(problem, sources) for problem in review.problems.new[start : start + 50]))
    if remark := problem_remark(review):
        yield Part("the problems at the base", remark)
    if not review.groups and not review.again:
        yield Part("that nothing changes", f"**{silence(review)}**")
    for name, sections in review.groups:
        yield Part("#", f"### {name}")
        for section in sections:
            yield from _section(section)
    if review.again:
        yield Part("pages that repeat", f"Also different, since they repeat what changed: {markdown_text('; '.join(review.again))}.")
    if review.remarks:
        yield Part("remarks", "\n".join(f"- {cut(markdown_text(remark))}" for remark in review.remarks[:50]))
    if review.files:
        shown = ", ".join(review.files[:10]) + (", …" if len(review.files) > 10 else "")
        yield Part("other files", f"Not compared here: {counted(len(review.files), 'other file')} ({markdown_text(shown)}).")


def _problem(problem: Problem, sources: str) -> str:
    where = markdown_text(str(problem.place))
    if sources:
        where = f"[{where}]({sources}{quote(problem.place.path)}#L{problem.place.line})"
    return f"- {where} **{markdown_text(problem.rule)}** {markdown_text(cut(' '.join(filter(None, (problem.message, problem.cure)))))}"


def _section(section: Section) -> Iterator[Part]:
    """The heading of a section with its table; a page that is wholly new or gone is folded away."""
    title = markdown_text(section.title)
    paths = [markdown_text(path) for path in (section.path, section.address) if path and path != section.title]
    head = f"**{title}**" + (f", {section.kind}" if section.kind != CHANGED else "") + (f" ({' → '.join(paths)})" if paths else "")
    said = " ".join(markdown_text(text) for text in section.said)
    for start in range(0, max(len(section.changes), 1), 100):
        rows = [_row(change) for change in section.changes[start : start + 100]]
        table = "\n".join(["| | Before | After |", "|:--|:--|:--|", *rows]) if rows else ""
        if section.kind in (ADDED, REMOVED) and rows:
            table = f"<details><summary>{counted(len(section.changes), 'passage')}</summary>\n\n{table}\n\n</details>"
        yield Part(section.title, "\n\n".join(filter(None, (head if not start else "", said if not start else "", table))))


def _row(change: Change) -> str:
    before, after = (_pieces(pieces) for pieces in difference(change.before, change.after))
    if change.before and change.after:
        before, after = _marked(change.before, change.after)
    label = f"**{markdown_text(change.label)}**" + (f" {change.kind}" if change.kind != CHANGED else "")
    said = f"<br><sub>{markdown_text(' '.join(change.said))}</sub>" if change.said else ""
    if change.kind == MOVED and not before:
        before = "(the same)"
    return f"| {label}{said} | {before} | {after} |"


def _pieces(pieces: list[Piece]) -> str:
    return markdown_text(cut("".join(piece.text for piece in pieces)))


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both texts with the words that only one has marked: struck out before, underlined and bold after."""
    both = []
    for tags, pieces in zip((("<del>", "</del>"), ("<ins><b>", "</b></ins>")), difference(before, after), strict=True):
        shown = []
        for piece in shorten(pieces):
            text = f"… ({piece.cut} words) …" if piece.cut else markdown_text(cut(piece.text))
            shown.append(text if piece.same else tags[0] + text + tags[1])
        both.append("".join(shown))
    return both[0], both[1]
