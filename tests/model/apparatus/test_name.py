"""In: the made-up index of names and glossary. Out: whether every field is read, and what is not a form is passed over."""

from __future__ import annotations

from edition.model import Edition, Form, Target
from edition.model.apparatus.name import KINDS


def test_a_name_has_all_its_fields(made_up: Edition) -> None:
    ola = next(name for name in made_up.names if name.id == "ola-sund")
    assert (ola.kind, ola.name, ola.description) == (
        "person",
        "Ola Sund",
        "Keeper of the first tower.",
    )
    assert (ola.printed, ola.aliases, ola.forms, ola.sources) == (("Mr. Sund",), ("Sund",), (), ())
    assert ola.only == (("Sund", frozenset({Target("keepers/songs.md", "p2b")})),)
    assert ola.all_forms == ("Ola Sund", "Mr. Sund", "Sund")
    rock = next(name for name in made_up.names if name.id == "gull-rock")
    assert rock.forms == (
        Form("zh-Hans", "海鸥岩", "bluebay2018lamp"),
        Form("ur", "گل راک", "rahi2016light"),
    )


def test_a_term_has_all_its_fields(made_up: Edition) -> None:
    watch = made_up.glossary[0]
    assert (watch.id, watch.term, watch.text) == (
        "watch",
        "watch",
        "The time for which *one* keeper minds the lamp.",
    )
    assert (watch.all_forms, watch.sources) == (("watch", "watches"), ("sellaarchive2020roll",))
    assert watch.forms == (Form("zh-Hans", "值守", "bluebay2018lamp"),)


def test_the_made_up_paper_has_names_of_every_kind(made_up: Edition) -> None:
    assert {name.kind for name in made_up.names} == set(KINDS)


def test_what_is_no_form_is_passed_over(overlay, edition) -> None:
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
