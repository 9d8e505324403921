"""Which spaces do not break, which quotes are curled, and that nothing else changes."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.typography import typeset, typeset_tree
from edition.model.apparatus.mention import straight


@pytest.mark.parametrize(
    ("typed", "bound"),
    [
        ("On 23 April 2022 it", "On 23~April~2022 it"),
        ("in May 2024, and", "in May~2024, and"),
        ("May it be; it may 3 times", "May it be; it may 3 times"),
        ("worth US$ 46 billion in", "worth US$~46~billion in"),
        ("some 3.7 million people", "some 3.7~million people"),
        ("93 percent of 30 people", "93~percent of 30 people"),
        ("3 meters, 3 meetings", "3~meters, 3 meetings"),
        ("see p. 3 and pp. 5–6, section 2.1", "see p.~3 and pp.~5–6, section~2.1"),
        ("[3], p. iii, no. in use", "[3], p.~iii, no. in use"),
        ("the note 12 and the notes of 12", "the note~12 and the notes of 12"),
        ("P. R. China and H. Gong", "P.~R.~China and H.~Gong"),
        ("the plan. Then the U.S. Navy", "the plan. Then the U.S. Navy"),
        ("on 7\nFebruary", "on 7~February"),
    ],
)
def test_spaces_that_do_not_break(typed, bound):
    assert typeset(typed) == bound.replace("~", "\u00a0")


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


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("On 7 May <em>Xi</em>'s 'shared'", "On 7~May <em>Xi</em>’s ‘shared’"),
        ("<p>It's</p>'tis", "<p>It’s</p>‘tis"),
        ("<code>it's 3 km</code>'s 3 km", "<code>it's 3 km</code>’s 3~km"),
        (
            "<svg><text>p. 3</text></svg><kbd>'</kbd>p. 3",
            "<svg><text>p. 3</text></svg><kbd>'</kbd>p.~3",
        ),
        ('<span lang="de">"a"</span> "a"', '<span lang="de">"a"</span> “a”'),
        ("a<!-- it's -->'s", "a<!-- it's -->’s"),
        (
            "PakSat-1R and <em>the F-16</em>, U-2s. 2020-21, far-moon, c100-20 and a.example/X-1",
            '<span class="unbroken">PakSat-1R</span> and <em>the <span class="unbroken">F-16</span>'
            '</em>, <span class="unbroken">U-2s</span>. 2020-21, far-moon, c100-20 and a.example/X-1',
        ),
        ("<code>X-1</code> X-1", '<code>X-1</code> <span class="unbroken">X-1</span>'),
        ('so <a class="citation">[1]</a> <a>b</a>', 'so~<a class="citation">[1]</a> <a>b</a>'),
    ],
)
def test_the_text_of_a_tree(typed, made):
    root = lxml.html.fragment_fromstring(typed, create_parent="div")
    typeset_tree(root, bind_citations=True)
    html = lxml.html.tostring(root, encoding="unicode")
    assert html == f"<div>{made}</div>".replace("~", "\u00a0")


def test_a_citation_may_begin_a_line_unless_it_is_bound():
    root = lxml.html.fragment_fromstring('<p>so <a class="citation">[1]</a></p>')
    typeset_tree(root)
    assert root.text == "so "
