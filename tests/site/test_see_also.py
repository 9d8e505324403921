"""In: the made-up paper, built. Out: whether each relation is shown at both ends, in the words of its type, after its paragraph."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from edition.model import Edition
from edition.model.apparatus.relation import TYPES
from edition.model.pages.target import Target


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def line_after(built, address: str, id: str) -> str:
    following = built.article(address).get_element_by_id(id).getnext()
    return said(following) if following is not None and following.get("class") == "see-also" else ""


@pytest.mark.parametrize(
    ("address", "id", "line"),
    [
        ("towers/stone/", "p1", ""),
        ("towers/stone/", "p2", "Repeated in 2.3 Songs, paragraph 1."),
        ("towers/oil/", "p2", "Repeated in 2.3 Songs, paragraph 1."),
        ("keepers/songs/", "p1", "First stated in 1.1 Stone, paragraph 2, 1.2 Oil, paragraph 2."),
        ("keepers/songs/", "p2b", "Responds to 1.1 Stone."),
        ("keepers/watches/", "p1a", "Contradicted by paragraph 1b."),
        ("keepers/watches/", "p1b", "Contradicted by paragraph 1a."),
        ("", "abstract", "Sums up 2 Keepers."),
    ],
)
def test_a_paragraph_is_followed_by_what_it_stands_to(
    built, address: str, id: str, line: str
) -> None:
    assert line_after(built, address, id) == line


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("towers/stone/", "This section is addressed in 2.3 Songs, paragraph 2b."),
        ("towers/oil/", "This section is addressed in 2.3 Songs."),
        ("keepers/songs/", "This section responds to 1.2 Oil."),
        ("keepers/", "This section is summed up in The paper, abstract."),
    ],
)
def test_what_a_section_as_a_whole_stands_to_comes_after_its_text(
    built, address: str, line: str
) -> None:
    lines = built.article(address).xpath("./p[contains(@class, 'see-also-page')]")
    assert [said(p) for p in lines] == [line]


def test_every_relation_leads_there_and_back(built, made_up: Edition) -> None:
    def links(target: Target) -> list[str]:
        path, id = target
        article = built.article(made_up.by_path[path].address)
        lines = (
            article.xpath("./p[contains(@class, 'see-also-page')]")
            if not id
            else [article.get_element_by_id(id).getnext()]
        )
        return [
            link.rstrip("/").rpartition("/")[2].split("#")[-1]
            for line in lines
            for link in line.xpath("./a/@href")
        ]

    for relation in made_up.relations:
        for here, there in ((relation.source, relation.target), (relation.target, relation.source)):
            last = (
                there.anchor or made_up.by_path[there.page].address.rstrip("/").rpartition("/")[2]
            )
            assert last in links(here), (here, there)


def test_a_relation_of_an_unknown_type_is_shown_by_its_name(overlay, edition) -> None:
    from edition.site.context import Context
    from edition.site.see_also import see_also

    loaded = edition(
        overlay(
            {
                "docs/data/relations.yml": "- {from: towers/oil.md, type: odd, to: keepers/pay.md}\n- {from: towers/oil.md, type: odd, to: nobody.md}\n"
            }
        )
    )
    lines = see_also(Context(loaded), loaded.by_path["towers/oil.md"])
    assert [line.striptags() for line in lines.values()] == ["This section odd 2.2 Pay."]
    assert all(len(words) == 2 for words in TYPES.values())
