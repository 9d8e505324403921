"""In: the made-up paper, built and changed. Out: what the checks promise to readers is what the pages bring, lists included."""

from __future__ import annotations

from edition.checks.anchors import own_anchors
from edition.checks.published_rules import promised


def test_every_promised_address_is_in_the_built_pages(made_up, built):
    ids = {address: set(built.page(address).xpath("//@id")) for address in built.addresses()}
    gone = []
    for promise in promised(made_up):
        address, _, anchor = promise.partition("#")
        if anchor and anchor not in ids[address.lstrip("/")]:
            gone.append(promise)
    assert gone == []


def test_a_note_on_the_whole_page_has_no_place_in_the_text(made_up):
    notes = [(note, own_anchors(made_up, made_up.by_path[note.page])) for note in made_up.notes]
    assert {bool(note.paragraph) for note, _ in notes} == {True, False}
    assert all(
        (f"at-{note.anchor}" in anchors) == bool(note.paragraph) and note.anchor in anchors
        for note, anchors in notes
    )
