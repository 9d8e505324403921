"""Judges: one generator of Problems for each rule; its name is the rule's name and its docstring the rule."""

from __future__ import annotations

from ..model import Edition, Problem


def check_sources(edition: Edition) -> list[Problem]:
    """All problems of the sources, sorted by place."""
    return sorted(edition.problems)
