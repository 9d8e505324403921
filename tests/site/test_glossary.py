"""In: the made-up paper, built. Out: whether terms are marked where they first can be, explained on their page, and listed with their places."""

from __future__ import annotations

from lxml.html import HtmlElement

from edition.model import Edition


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def marked(article: HtmlElement) -> list[tuple[str, str, str]]:
    return [
        (a.get("data-term"), said(a), a.get("href"))
        for a in article.xpath(".//p//a[@class='term']")
    ]


def test_the_first_mention_that_stands_in_no_link_and_in_no_note_is_marked(built) -> None:
    songs = built.article("keepers/songs/")
    assert marked(songs) == [
        ("watch", "watch", "../../glossary/#watch"),
        ("cable", "cable", "../../glossary/#cable"),
    ]
    # The first of the two stands in a link.
    assert "and no " in songs.xpath(".//a[@data-term='watch']")[0].getprevious().tail
    assert marked(built.article("towers/oil/")) == [
        ("colza", "colza", "../../glossary/#colza"),
        ("cable", "cable", "../../glossary/#cable"),
    ]


def test_a_term_that_stands_only_in_a_link_or_in_the_words_of_a_note_is_not_marked(built) -> None:
    for address in ("towers/stone/", "keepers/watches/"):
        article = built.article(address)
        assert (marked(article), article.xpath(".//section[@class='page-terms']")) == ([], []), (
            address
        )


def test_terms_are_marked_on_the_title_page_and_the_sections_only(overlay, edition) -> None:
    from edition.site.page_builder import PageBuilder

    words = "---\ntitle: {0}\ndescription: x\n---\n\n# {0}\n\nThe cable.\n{{: #{1} }}\n"
    loaded = edition(
        overlay(
            {
                "docs/about.md": words.format("About", "x"),
                "docs/index.md": words.format("The paper", "abstract"),
            }
        )
    )
    apparatus = PageBuilder(loaded)
    told = {
        path: 'class="term"'
        in apparatus.complete(loaded.by_path[path], loaded.by_path[path].html).html
        for path in ("about.md", "index.md")
    }
    assert told == {"about.md": False, "index.md": True}


def test_the_foot_explains_the_marked_terms_in_their_order(built) -> None:
    foot = built.article("keepers/songs/").find(".//section[@class='page-terms']")
    assert [
        (div.get("data-term"), said(div.find("dt")), said(div.find("dd")))
        for div in foot.xpath("./details/dl/div")
    ] == [
        ("watch", "watch", "The time for which one keeper minds the lamp."),
        ("cable", "cable", "The telegraph under the sea."),
    ]
    assert foot.xpath(".//dt/a/@href") == ["../../glossary/#watch", "../../glossary/#cable"]
    assert foot.find(".//dd/em").text == "one"


def test_the_glossary_stands_in_the_order_of_the_alphabet(built, made_up: Edition) -> None:
    entries = built.article("glossary/").xpath(".//dl[@class='glossary']/div")
    assert (
        [entry.get("id") for entry in entries]
        == ["cable", "colza", "watch"]
        == sorted(term.id for term in made_up.glossary)
    )
    assert [said(entry.find("dt")) for entry in entries] == ["cable", "colza oil", "watch 值守"]
    assert [said(p) for p in entries[2].xpath("./dd/p")] == [
        "The time for which one keeper minds the lamp.",
        "Source: Port Sella Archive 2020.",
        "Used in 1.1 Stone, paragraph 2; 2.1 Watches, paragraph 1a; 2.3 Songs, paragraph 2a.",
    ]
    assert entries[2].xpath(".//p[@class='mentions']/a/@href") == [
        "../towers/stone/#p2",
        "../keepers/watches/#p1a",
        "../keepers/songs/#p2a",
    ]
    assert [said(p) for p in entries[1].xpath("./dd/p")] == [
        "Oil pressed from the seed of a cabbage.",
        "Used in 1.2 Oil, paragraph 1.",
    ]
    form = entries[2].find("dt/span")
    assert (form.get("lang"), form.get("dir")) == ("zh-Hans", None)
