"""In: a Review. Out: GitHub-flavored Markdown for the summary of a workflow's run, in parts, and cut to the size it may have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from edition.language.word_diff import difference, shorten
from edition.problem import Problem
from edition.review.change import ADDED, CHANGED, MOVED, REMOVED, Change, Review, Section
from edition.review.escaping import escaped, markdown_text, visible
from edition.review.text_report import cut
from edition.review.wording import counted, other_files, problem_remark, repeated, silence, summary

LARGEST = 1024 * 1024 - 4096
"""Bytes of a summary: GitHub takes 1 MiB of each step ("Workflow commands for GitHub Actions") and drops a larger one whole."""
ROWS = 25
"""Rows of one table: a part that does not fit is left out whole."""


@dataclass(frozen=True)
class Part:
    """A part of the summary that is shown or left out as a whole, and its name for a person."""

    name: str
    text: str


def summary_markdown(review: Review, sources: str = "", space: int = LARGEST) -> str:
    """The summary in at most `space` bytes. `sources` is the address below which the repository shows its files, if there is one."""
    kept, left_out, heading = [], [], ""
    for part in _parts(review, sources):
        size = len(part.text.encode("utf-8")) + 2
        if part.name == "#":
            heading = part.text
        elif size + len(heading) + 1024 > space:
            left_out.append(part.name)
        else:
            texts = [heading, part.text] if heading else [part.text]
            kept, space, heading = [*kept, *texts], space - size - len(heading), ""
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
            yield Part(
                "new problems",
                "\n".join(
                    _problem(problem, sources)
                    for problem in review.problems.new[start : start + 50]
                ),
            )
    if remark := problem_remark(review):
        yield Part("the problems at the base", remark)
    if review.is_silent:
        yield Part("that nothing changes", f"**{silence(review)}**")
    for name, sections in review.groups:
        yield Part("#", f"### {name}")
        for section in sections:
            yield from _section(section)
    if review.again:
        yield Part("pages that repeat", markdown_text(repeated(review)))
    if review.remarks:
        yield Part(
            "remarks",
            "\n".join(f"- {markdown_text(cut(remark))}" for remark in review.remarks[:50]),
        )
    if review.files:
        yield Part("other files", markdown_text(other_files(review)))


def _problem(problem: Problem, sources: str) -> str:
    where = markdown_text(str(problem.location))
    if sources:
        where = f"[{where}]({sources}{quote(problem.location.path)}#L{problem.location.line})"
    return f"- {where} <b>{markdown_text(problem.rule)}</b> {markdown_text(cut(' '.join(filter(None, (problem.message, problem.hint)))))}"


def _section(section: Section) -> Iterator[Part]:
    """The heading of a section with its table; a page that is wholly new or gone is folded away."""
    paths = [section.path] if section.path != section.title else []
    paths += [f"in the built site {section.address}"] if section.address else []
    head = f"<b>{markdown_text(section.title)}</b>" + (
        f", {section.kind}" if section.kind != CHANGED else ""
    )
    head += f" ({markdown_text('; '.join(paths))})" if paths else ""
    said = " ".join(markdown_text(text) for text in section.said)
    for start in range(0, max(len(section.changes), 1), ROWS):
        rows = [_row(change) for change in section.changes[start : start + ROWS]]
        table = "\n".join(["| | Before | After |", "|:--|:--|:--|", *rows]) if rows else ""
        if section.kind in (ADDED, REMOVED) and rows:
            table = f"<details><summary>{counted(len(rows), 'passage')}</summary>\n\n{table}\n\n</details>"
        above = [head, said] if not start else [f"{head}, continued"]
        yield Part(section.title, "\n\n".join(filter(None, [*above, table])))


def _row(change: Change) -> str:
    before, after = _marked(visible(change.before), visible(change.after))
    label = f"<b>{markdown_text(change.label)}</b>" + (
        f" {change.kind}" if change.kind != CHANGED else ""
    )
    said = f"<br>{markdown_text(' '.join(change.said))}" if change.said else ""
    return (
        f"| {label}{said} | {before or ('(the same)' if change.kind == MOVED else '')} | {after} |"
    )


def _marked(before: str, after: str) -> tuple[str, str]:
    """Both texts; where there are both, the words that only one has are marked: struck out before, underlined and bold after."""
    both = []
    for tags, pieces in zip(
        (("<del>", "</del>"), ("<ins><b>", "</b></ins>")), difference(before, after), strict=True
    ):
        shown = []
        for piece in shorten(pieces):
            text = f"… ({piece.cut} words) …" if piece.cut else escaped(cut(piece.text))
            shown.append(tags[0] + text + tags[1] if before and after and not piece.same else text)
        both.append("".join(shown))
    return both[0], both[1]
