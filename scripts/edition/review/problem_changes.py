"""In: the problems of two editions. Out: which are new, which stood before, which are mended: by what they say, not by their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from edition.problem import Problem
from edition.review.change import ProblemChange

_LINES = re.compile(r"\b(line|column) \d+")
Name = tuple[str, str, str]


def _name(problem: Problem, moved: Mapping[str, str]) -> Name:
    """What makes two problems the same one: rule, file and words. A line above it that comes or goes does not."""
    path = moved.get(problem.location.path, problem.location.path)
    return problem.rule, path, _LINES.sub(r"\1", f"{problem.message} {problem.hint}")


def compare_problems(
    before: list[Problem], after: list[Problem], moved: Mapping[str, str]
) -> ProblemChange:
    """Compare; `moved` says of source files that have another path now which one. Of several alike, as many are new as there are more."""
    left = Counter(_name(problem, moved) for problem in before)
    result = ProblemChange()
    for problem in after:
        name = _name(problem, {})
        (result.old if left[name] > 0 else result.new).append(problem)
        left[name] -= 1
    for problem in reversed(before):
        name = _name(problem, moved)
        if left[name] > 0:
            left[name] -= 1
            result.mended.insert(0, problem)
    return result
