"""In: names, terms and paragraphs. Out: where the text names what: whole words, the longest form
first, one meaning each.
"""

from __future__ import annotations

import pytest

from edition.model import Name, Page, Paragraph, Target
from edition.model.apparatus.mention import Finder, find_mentions, straight
from edition.model.files.records import Record
from edition.problem import Location

RECORD = Record(Location("docs/data/names.yml"))


def name(id: str, *forms: str, only: dict[str, list[str]] | None = None) -> Name:
    only = only or {}
    return Name(
        id=id,
        kind="place",
        name=forms[0],
        description="",
        record=RECORD,
        aliases=forms[1:],
        only=tuple((form, frozenset(map(Target.parse, only[form]))) for form in only),
    )


def found(text: str, *names: Name, id: str = "p1") -> list[tuple[str, tuple[str, ...]]]:
    paragraph = Paragraph(id, "page.md", Location("docs/page.md"), text)
    mentions = Finder(names).mentions(paragraph)
    assert all(straight(text)[mention.start : mention.end] == mention.form for mention in mentions)
    return [(mention.form, mention.ids) for mention in mentions]


@pytest.mark.parametrize("form", ["Keeper's Rest", "Keeper’s Rest"])
@pytest.mark.parametrize(
    "text", ["In the Keeper's Rest they wept.", "In the Keeper’s Rest they wept."]
)
def test_straight_and_curly_quotes_are_equal(form, text):
    assert found(text, name("rest", form)) == [("Keeper's Rest", ("rest",))]


def test_a_shared_form_means_the_one_that_is_told_apart_and_elsewhere_the_other():
    ola, mari = name("ola", "Sund", only={"Sund": ["page.md#p2"]}), name("mari", "Sund")
    assert found("Sund", ola, mari, id="p1") == [("Sund", ("mari",))]
    assert found("Sund", ola, mari, id="p2") == [("Sund", ("ola",))]
    assert found("Sund", name("ola", "Sund"), mari) == [("Sund", ("ola", "mari"))]
    assert found("Sund", ola, id="p1") == []


def test_no_names_and_no_pages_have_no_mentions():
    assert find_mentions([], [Page("a.md", "docs/a.md", RECORD)]) == []
    assert find_mentions([name("a", "A")], []) == []
