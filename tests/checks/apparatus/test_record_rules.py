"""Records of the apparatus with any values: the checks, pages and exports never fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.checks import check_sources
from edition.exports import exports_of
from edition.model import Edition
from edition.site.context import Context
from edition.site.page_builder import complete_page

_WORDS = "Sund watch p1 p1a keepers/songs.md#p1 towers/stone.md 1788 9998-12-31 <b> a*".split()
WORDS = st.sampled_from([*_WORDS, "1911-11-04T16:14", "", "x" * 70])
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


@pytest.mark.parametrize("path", FIELDS)
def test_any_value_is_reported_and_shown(path: str, overlay) -> None:
    folder: Path = overlay({})

    @settings(max_examples=4, deadline=None)
    @given(records(FIELDS[path]))
    def check(text: str) -> None:
        (folder / "docs" / "data" / path).write_text(text, encoding="utf-8")
        edition = Edition.load(folder)
        assert all(problem.location.line > 0 and problem.hint for problem in check_sources(edition))
        context = Context(edition)
        for page in edition.pages:
            complete_page(context, page, page.html)
        files = exports_of(edition)
        for name in ("names.json", "notes.csv", "timeline.csv", "timeline.ics"):
            assert files[f"downloads/{name}"]()

    check()
