"""In: the made-up paper, built and changed. Out: what the checks promise to readers is what the
pages bring, lists included.
"""

from __future__ import annotations

from edition.checks.anchors import own_anchors
from edition.checks.published_rules import promised


def test_every_promised_address_is_in_the_built_pages(made_up, built):
    ids = {address: set(built.page(address).xpath("//@id")) for address in built.addresses()}
    for promise in promised(made_up):
        address, _, anchor = promise.partition("#")
        assert not anchor or anchor in ids[address.lstrip("/")], promise


def test_a_note_on_the_whole_page_has_no_place_in_the_text(made_up):
    assert {bool(note.paragraph) for note in made_up.notes} == {True, False}
    for note in made_up.notes:
        anchors = own_anchors(made_up, made_up.by_path[note.page])
        assert note.anchor in anchors
        assert (f"at-{note.anchor}" in anchors) == bool(note.paragraph)
