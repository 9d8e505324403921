"""A relation of a type that is not known; those that are stand in tests/golden/site."""

from __future__ import annotations

from edition.model.apparatus.relation import TYPES
from edition.site.see_also import see_also

RELATIONS = """\
- {from: towers/oil.md, type: odd, to: keepers/pay.md}
- {from: towers/oil.md, type: odd, to: nobody.md}
"""


def test_a_relation_of_an_unknown_type_is_shown_by_its_name(view_of):
    lines = see_also(view_of("towers/oil.md", {"docs/data/relations.yml": RELATIONS}))
    assert [line.striptags() for line in lines.values()] == ["This section odd 2.2 Pay."]
    assert all(len(words) == 2 for words in TYPES.values())
