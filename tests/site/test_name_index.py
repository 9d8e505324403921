"""How persons are listed, and that long lists of mentions are closed; the index is in
tests/golden/site.
"""

from __future__ import annotations

import lxml.html
import pytest

from edition.model import Name
from edition.model.files.records import Record
from edition.problem import Location
from edition.site.name_index import names


@pytest.mark.parametrize(
    ("name", "family", "heading"),
    [
        ("Donald J. Trump", "Trump", "Trump, Donald J."),
        ("Xi Jinping", "", "Xi Jinping"),
        ("Xi Jinping", "Xi", "Xi Jinping"),
    ],
)
def test_a_person_is_listed_by_the_family_name(name, family, heading):
    record = Record(Location("names.yml"))
    assert Name("x", "person", name, "", record, family=family).heading == heading


def test_a_long_list_is_closed_at_first(view_of):
    words = " ".join(f"Holm sang {number}." for number in ("one", "two", "three", "four"))
    page = f"---\ntitle: Pay\nsection: '2.2'\n---\n\n# Pay\n\n{words}\n{{: #p1 }}\n"
    view = view_of("names.md", {"docs/keepers/pay.md": page})
    index = lxml.html.fromstring(str(names(view)))
    holm, rock = (index.get_element_by_id(id).find("details") for id in ("holm", "gull-rock"))
    assert (holm.get("open"), rock.get("open") is None) == (None, False)
    assert holm.findtext("summary").strip() == "6 mentions"
