"""Whether the style sheet filters every type and verdict of notes; the notes are in tests/golden/site."""

from __future__ import annotations

from pathlib import Path

import tinycss2

from edition.model.apparatus.event import KINDS
from edition.model.apparatus.note import CONFIDENCE, TYPES, VERDICTS

STYLES = Path(__file__).resolve().parents[2] / "scripts" / "theme" / "assets" / "notes.css"


def selectors() -> list[str]:
    """The selectors of the stylesheet, without white space, those within `@media` included."""
    found = []

    def read(rules: list) -> None:
        for rule in rules:
            if rule.type == "qualified-rule":
                prelude = "".join(
                    tinycss2.serialize([token])
                    for token in rule.prelude
                    if token.type not in ("whitespace", "comment")
                )
                found.extend(prelude.split(","))
            elif (
                rule.type == "at-rule"
                and rule.content
                and rule.lower_at_keyword in ("media", "supports")
            ):
                read(
                    tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                )
            assert rule.type != "error", rule

    read(
        tinycss2.parse_stylesheet(
            STYLES.read_text("utf-8"), skip_comments=True, skip_whitespace=True
        )
    )
    return found


def test_the_stylesheet_filters_and_draws_every_kind():
    wanted = [f".bar-{kind}" for kind in TYPES] + [f".dot-{kind}" for kind in KINDS]
    for filter, item in (
        *((kind, f".note-{kind}") for kind in TYPES),
        *((verdict, f".verdict-{verdict}") for verdict in VERDICTS),
    ):
        shown = f".filtered:has(#filter-{filter}:checked)"
        wanted += [f"{shown}.note:not({item})", f"{shown}.notes-group:not(:has({item}))"]
    for kind in KINDS:
        wanted.append(f".filtered:has(#filter-{kind}:checked).event:not(.event-{kind})")
    rules = selectors()
    assert [rule for rule in wanted if rule not in rules] == []


def test_the_words_for_confidence_are_told_apart():
    assert len(set(CONFIDENCE.values())) == len(CONFIDENCE)
