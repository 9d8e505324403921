"""A relation of a type that is not known; those that are stand in tests/golden/site."""

from __future__ import annotations

from edition.model.apparatus.relation import TYPES


def test_a_relation_of_an_unknown_type_is_shown_by_its_name(overlay, edition):
    from edition.site.context import Context, PageView
    from edition.site.see_also import see_also

    loaded = edition(
        overlay(
            {
                "docs/data/relations.yml": "- {from: towers/oil.md, type: odd, to: keepers/pay.md}\n- {from: towers/oil.md, type: odd, to: nobody.md}\n"
            }
        )
    )
    lines = see_also(PageView(Context(loaded), loaded.by_path["towers/oil.md"]))
    assert [line.striptags() for line in lines.values()] == ["This section odd 2.2 Pay."]
    assert all(len(words) == 2 for words in TYPES.values())
