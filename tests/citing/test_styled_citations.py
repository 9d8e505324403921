"""The disk cache of formatted citations: whatever is in it, the citations are the same."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from edition.cache import FOLDER, Cache
from edition.citing import styled_citations
from edition.citing.citeproc import Formatted, Request
from edition.citing.csl_item import CslItem
from edition.citing.styled_citations import CACHE_NAME, InStyles, StyledCitations
from edition.citing.styles import STYLES

ITEM: CslItem = {"id": "a", "type": "book", "title": "One"}
OTHER = ITEM | {"title": "Other"}
EXPECTED = {style.id: Formatted(f"One, {style.csl}", "") for style in STYLES}


@pytest.fixture(autouse=True)
def runs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The styles in which a processor that only prints titles was run."""
    found: list[str] = []

    def format_items(requests: Sequence[Request], style: str, locale: str) -> list[Formatted]:
        found.append(style)
        return [Formatted(f"{request.item['title']}, {style}", "") for request in requests]

    monkeypatch.setattr(styled_citations, "format_items", format_items)
    return found


def build(root: Path, *items: CslItem) -> InStyles:
    """Format the items as one build does; what the styles make of the first."""
    styled = StyledCitations(Cache(root))
    styled.start(map(Request, items))
    return styled.get(Request(items[0]))


def test_what_is_in_the_cache_is_not_formatted_again(tmp_path, runs):
    assert build(tmp_path, ITEM) == EXPECTED
    assert sorted(runs) == sorted(style.csl for style in STYLES)
    assert build(tmp_path, ITEM) == EXPECTED
    assert len(runs) == len(STYLES)


def test_what_has_changed_is_formatted_anew(tmp_path):
    build(tmp_path, ITEM)
    assert build(tmp_path, OTHER)["apa"].reference == "Other, apa"


def test_a_damaged_cache_gives_the_same_citations(tmp_path, runs):
    build(tmp_path, ITEM)
    file = tmp_path / FOLDER / CACHE_NAME
    whole = file.read_bytes()
    for damaged in (b"", whole[:-9], whole.replace(b"One", b"Two"), b"\xff\x00\n{}"):
        file.write_bytes(damaged)
        runs.clear()
        assert build(tmp_path, ITEM) == EXPECTED
        assert len(runs) == len(STYLES)


def test_another_processor_makes_the_cache_stale(tmp_path, monkeypatch, runs):
    build(tmp_path, ITEM)
    monkeypatch.setattr(styled_citations, "_programs", lambda: "another version")
    assert build(tmp_path, ITEM) == EXPECTED
    assert len(runs) == 2 * len(STYLES)


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    assert build(tmp_path, ITEM) == EXPECTED


def test_what_a_build_did_not_use_can_be_forgotten(tmp_path, runs):
    build(tmp_path, ITEM)
    build(tmp_path, OTHER)
    assert len(runs) == 2 * len(STYLES)
    styled = StyledCitations(Cache(tmp_path))
    styled.start([Request(OTHER)])
    assert styled.is_ready
    styled.prune()
    runs.clear()
    build(tmp_path, OTHER)
    assert runs == []
    build(tmp_path, ITEM)
    assert len(runs) == len(STYLES)
