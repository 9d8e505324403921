"""The level of each rule: which problems stop a build, which are only shown, and which are style.

An error misleads a reader, or something is lost, broken or dangerous: the build stops. A warning is
shown, also beside the changed line of a pull request, and the build goes on. A convention belongs
to a house style: it holds for a paper whose docs/data/paper.yml asks for it with
`conventions: true` under `edition:`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from edition.language.counting import counted
from edition.problem import Level, Problem

EXAMPLES: dict[str, str] = {}
"""By rule a problem of the made-up paper of the tests, as printed. They assert its message."""
LEVELS: dict[str, Level] = {}
"""By rule its level, which is that of its example."""

for _line in Path(__file__).with_name("examples.txt").read_text(encoding="utf-8").splitlines():
    _, _level, _rule, _ = _line.split(": ", 3)
    EXAMPLES[_rule] = _line
    LEVELS[_rule] = Level(_level)


def with_levels(problems: Iterable[Problem], conventions: bool) -> list[Problem]:
    """The problems with the levels of their rules; broken conventions only if they hold."""
    leveled = [
        replace(problem, level=LEVELS.get(problem.rule, Level.ERROR)) for problem in problems
    ]
    return [problem for problem in leveled if conventions or problem.level is not Level.CONVENTION]


def count_by_level(problems: Iterable[Problem], kind: str = "") -> str:
    """`2 errors, 1 warning`, the gravest first; empty where there is no problem.

    `kind` is a word before each level, such as `new`.
    """
    counts = Counter(problem.level or Level.ERROR for problem in problems)
    return ", ".join(
        counted(counts[level], f"{kind} {level}".strip()) for level in Level if counts[level]
    )
