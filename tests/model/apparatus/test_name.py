"""In: the made-up index of names and glossary. Out: whether every field is read, and what is not
a form is passed over.
"""

from __future__ import annotations

from edition.model import Form, Target
from edition.model.apparatus.name import KINDS


def test_a_name_is_told_apart_and_called_in_more_ways(made_up):
    ola = next(name for name in made_up.names if name.id == "ola-sund")
    assert ola.only == (("Sund", frozenset({Target("keepers/songs.md", "p2b")})),)
    assert ola.all_forms == ("Ola Sund", "Mr. Sund", "Sund")
    assert made_up.glossary[0].all_forms == ("watch", "watches")


def test_the_made_up_paper_has_names_of_every_kind(made_up):
    assert {name.kind for name in made_up.names} == set(KINDS)


def test_what_is_no_form_is_passed_over(overlay, edition):
    loaded = edition(
        overlay(
            {
                "docs/data/names.yml": "- {id: a, forms: x, only: [y], aliases: {b: c}}\n- {id: b, forms: [x, {lang: ur}], only: {c: d.md}}\n"
            }
        )
    )
    first, second = loaded.names
    assert (first.forms, first.only, first.aliases, first.all_forms) == ((), (), (), ("",))
    assert (second.forms, second.only) == (
        (Form("ur", "", ""),),
        (("c", frozenset({Target("d.md")})),),
    )
    assert loaded.name_mentions == []
