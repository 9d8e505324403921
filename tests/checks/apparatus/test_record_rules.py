"""In: records of the apparatus with any values in their fields. Out: problems, pages and files; never an exception."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition.checks import apparatus, check_sources
from edition.exports.apparatus_data import names_json, notes_csv, timeline_csv
from edition.exports.calendar import timeline_ics
from edition.model import Edition
from edition.site.page_builder import PageBuilder

WORDS = st.sampled_from(
    [
        "",
        "Sund",
        "watch",
        "p1",
        "p1a",
        "keepers/songs.md#p1",
        "towers/stone.md",
        "1788",
        "1911-11-04T16:14",
        "9998-12-31",
        "x" * 70,
        "<b>",
        "a*",
    ]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 20) | WORDS,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(WORDS, inner, max_size=2),
    max_leaves=3,
)
FIELDS = {
    "notes/keepers/songs.yml": "id type paragraph lemma text sources confidence findings",
    "notes/left-out.yml": "finding reason into",
    "names.yml": "id kind name printed aliases only forms description sources",
    "glossary.yml": "id term aliases text forms sources",
    "timeline.yml": "id date until kind text place citations note corrected",
    "relations.yml": "from type to",
    "argument.yml": "title places",
}


@st.composite
def records(draw: st.DrawFn, names: str) -> str:
    fields = st.dictionaries(st.sampled_from(names.split()), VALUES, max_size=len(names.split()))
    return json.dumps(draw(st.lists(fields, max_size=3)), ensure_ascii=False)


@pytest.fixture(scope="module")
def folder(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    from conftest import overlay_paper

    return overlay_paper(tmp_path_factory.mktemp("any") / "paper", {})


@pytest.mark.parametrize("path", FIELDS)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_stands_in_the_fields_is_told_and_shown(
    path: str, folder: Path, data: st.DataObject
) -> None:
    file = folder / "docs" / "data" / path
    kept = file.read_text("utf-8")
    try:
        file.write_text(data.draw(records(FIELDS[path])), encoding="utf-8")
        edition = Edition.load(folder)
    finally:
        file.write_text(kept, encoding="utf-8")
    assert all(problem.location.line > 0 and problem.hint for problem in check_sources(edition))
    assert all(rule.__doc__ for rule in apparatus.RULES)
    complete = PageBuilder(edition)
    for page in edition.pages:
        complete.complete(page, page.html)
    for export in (names_json, notes_csv, timeline_csv, timeline_ics):
        assert export(edition)
