"""Compares two editions: problems, references, pages and data."""

from __future__ import annotations

import re
from collections import Counter

from edition.checks import check_sources
from edition.model import Edition
from edition.problem import Problem
from edition.review.change import Review
from edition.review.data_changes import compare_data
from edition.review.page_changes import compare_pages, moved_pages
from edition.review.reference_changes import compare_references
from edition.review.rendered import RenderedEdition

_NUMBERS = re.compile(r"\b(line|column) \d+")


def compare(before: Edition, after: Edition, base: str, files: list[str]) -> Review:
    """Return the review of two states of an edition.

    `base` names the older one for a person; `files` are the paths that differ, below the root.
    """
    was, now = RenderedEdition(before), RenderedEdition(after)
    moved = moved_pages(before, after)
    paths = {before.by_path[old].file: after.by_path[new].file for old, new in moved.items()}
    review = Review(base)
    compare_problems(review, check_sources(before), check_sources(after), paths)
    review.references, review.remarks = compare_references(was, now)
    review.pages = compare_pages(was, now, moved)
    review.records = compare_data(before, after, files)
    for problem in before.problems:
        if problem.is_unread:
            message = f"At the base {problem.location} could not be read: {problem.message}"
            review.remarks.append(message)
    shown = {section.path for section in review.sections} | set(paths)
    review.other_files = [file for file in files if file not in shown]
    return review


def compare_problems(
    review: Review, before: list[Problem], after: list[Problem], paths: dict[str, str]
) -> None:
    """Tell the new problems from the old and the fixed ones, and write them into the review.

    Problems are the same by file and words, wherever in the file. `paths` are the new paths of
    files that moved.
    """
    left = Counter(_identity(problem, paths) for problem in before)
    for problem in after:
        identity = _identity(problem, {})
        if left[identity] > 0:
            left[identity] -= 1
            review.old_problems += 1
        else:
            review.new_problems.append(problem)
    review.fixed_problems = len(before) - review.old_problems


def _identity(problem: Problem, paths: dict[str, str]) -> tuple[str, str, str]:
    path = paths.get(problem.location.path, problem.location.path)
    return problem.rule, path, _NUMBERS.sub(r"\1", f"{problem.message} {problem.hint}")
