"""Whether the style sheet filters every type and verdict of notes and kind of event, also those
that no page has.
"""

from __future__ import annotations

from conftest import ROOT
from edition.model.apparatus.event import KINDS
from edition.model.apparatus.note import TYPES, VERDICTS

STYLES = ROOT / "scripts" / "theme" / "assets" / "notes.css"


def test_the_stylesheet_filters_and_draws_every_kind():
    styles = STYLES.read_text("utf-8")
    wanted = [f".bar-{kind} " for kind in TYPES]
    wanted += [f".dot-{kind} " for kind in KINDS]
    items = {kind: f".note-{kind}" for kind in TYPES}
    items |= {verdict: f".verdict-{verdict}" for verdict in VERDICTS}
    for filter, item in items.items():
        shown = f"\n.filtered:has(#filter-{filter}:checked)"
        wanted += [f"{shown} .note:not({item})", f"{shown} .notes-group:not(:has({item}))"]
    for kind in KINDS:
        wanted.append(f"\n.filtered:has(#filter-{kind}:checked) .event:not(.event-{kind})")
    assert [rule for rule in wanted if rule not in styles] == []
