"""Which spaces do not break, which quotes are curled, and that nothing else changes."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.typography import typeset, typeset_tree
from edition.model.apparatus.mention import straight


@pytest.mark.parametrize(
    ("typed", "before", "lang", "curled"),
    [
        ("Xi's 'shared' future", "", "en", "Xi’s ‘shared’ future"),
        ('He said "yes" (or "no").', "", "en", "He said “yes” (or “no”)."),
        ("s lamp", "'", "en", "s lamp"),
        ("'s lamp", "r", "en", "’s lamp"),
        ("the songs of the '90s", "", "en", "the songs of the ’90s"),
        ('论"一带一路"与"合作"', "", "zh-Hans", "论“一带一路”与“合作”"),
        ('Die "Lampe" geht\'s an', "", "de", 'Die "Lampe" geht’s an'),
    ],
)
def test_quotes(typed, before, lang, curled):
    assert typeset(typed, before, lang) == curled


@given(st.text(), st.sampled_from(["en", "zh-Hans", "ur", "de"]))
def test_only_spaces_and_quotes_change_and_setting_twice_is_setting_once(text, lang):
    once = typeset(text, lang=lang)
    assert typeset(once, lang=lang) == once
    assert len(once) == len(text)
    pairs = zip(straight(text), straight(once), strict=True)
    changed = {(typed, made) for typed, made in pairs if typed != made}
    assert changed <= {(" ", "\u00a0"), ("\n", "\u00a0")}


def test_a_citation_may_begin_a_line_unless_it_is_bound():
    root = lxml.html.fragment_fromstring('<p>so <a class="citation">[1]</a></p>')
    typeset_tree(root)
    assert root.text == "so "
