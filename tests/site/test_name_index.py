"""In: the made-up paper, built. Out: whether the index has every name once, with its forms, and quotes every sentence that names it."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from edition.model import Edition, Name
from edition.model.files.records import Record
from edition.problem import Location


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def article(built) -> HtmlElement:
    return built.article("names/")


def test_names_stand_in_the_order_of_the_alphabet(article: HtmlElement) -> None:
    groups = article.xpath(".//section[@class='names-group']")
    assert [
        (said(group.find("h2")), [li.get("id") for li in group.xpath("./ul/li")])
        for group in groups
    ] == [
        ("G", ["gull-rock"]),
        ("H", ["holm"]),
        ("K", ["keepers-rest"]),
        ("L", ["long-light"]),
        ("M", ["mari-sund"]),
        ("O", ["ola-sund", "lamp-union"]),
        ("T", ["treaty-of-holm"]),
    ]
    assert [group.get("aria-labelledby") for group in groups] == [
        group.find("h2").get("id") for group in groups
    ]


def test_a_bar_leads_to_each_letter(article: HtmlElement) -> None:
    links = article.xpath(".//nav[@class='jump']/a")
    headings = article.xpath(".//section[@class='names-group']/h2")
    assert [(said(link), link.get("href")) for link in links] == [
        (said(heading), f"#{heading.get('id')}") for heading in headings
    ]


def test_there_is_a_filter_for_every_kind(article: HtmlElement, made_up: Edition) -> None:
    labels = article.xpath(".//fieldset[@class='filter']/label")
    assert [(label.get("id"), said(label)) for label in labels] == [
        (None, "All"),
        ("kind-person", "People"),
        ("kind-body", "Organizations"),
        ("kind-document", "Agreements and documents"),
        ("kind-place", "Places"),
        ("kind-mission", "Missions and projects"),
    ]
    for name in made_up.names:
        entry = article.get_element_by_id(name.id)
        assert entry.get("class") == f"name-entry name-{name.kind}"


@pytest.mark.parametrize(
    ("name", "family", "heading"),
    [
        ("Donald J. Trump", "Trump", "Trump, Donald J."),
        ("Xi Jinping", "", "Xi Jinping"),
        ("Xi Jinping", "Xi", "Xi Jinping"),
    ],
)
def test_a_person_is_listed_by_the_family_name(name: str, family: str, heading: str) -> None:
    record = Record(Location("names.yml"))
    assert Name("x", "person", name, "", record, family=family).heading == heading


@pytest.mark.parametrize(
    ("id", "head"),
    [
        ("mari-sund", "Mari Sund ماری سند"),
        ("ola-sund", "Ola Sund In the paper: “Mr. Sund”."),
        ("gull-rock", "Gull Rock 海鸥岩 گل راک"),
        ("keepers-rest", "Keeper’s Rest"),
    ],
)
def test_a_name_has_its_standard_form_the_papers_and_those_that_a_source_has(
    article: HtmlElement, id: str, head: str
) -> None:
    assert said(article.get_element_by_id(id).find("p[@class='name-head']")) == head


def test_forms_are_marked_by_language_and_direction_and_name_their_source(
    article: HtmlElement,
) -> None:
    head = article.get_element_by_id("gull-rock").find("p[@class='name-head']")
    assert [(form.get("lang"), form.get("dir"), form.text) for form in head.find_class("form")] == [
        ("zh-Hans", None, "海鸥岩"),
        ("ur", "rtl", "گل راک"),
    ]
    sources = head.getnext().find_class("form-source")
    assert [said(source) for source in sources] == [
        "Chinese: Blue Bay Daily 2018.",
        "Urdu: Rahi 2016.",
    ]
    assert [source.find("a").get("href") for source in sources] == [
        "../references/#ref-bluebay2018lamp",
        "../references/#ref-rahi2016light",
    ]


def test_a_name_says_who_or_what_it_is_and_who_says_so(article: HtmlElement) -> None:
    treaty = article.get_element_by_id("treaty-of-holm").find("p[@class='name-description']")
    assert said(treaty) == "Treaty on the lights. Port Sella Archive 2020; Grey 2005."
    assert (
        said(article.get_element_by_id("mari-sund").find("p[@class='name-description']/em"))
        == "Holm"
    )


@pytest.mark.parametrize(
    ("id", "sentences"),
    [
        (
            "ola-sund",
            [
                (
                    "../towers/stone/#p1",
                    "1.1 Stone, paragraph 1",
                    "Its keeper, a Mr. Sund, had no rules to follow until 1911.",
                ),
                (
                    "../keepers/songs/#p2b",
                    "2.3 Songs, paragraph 2b",
                    "What Sund had earned by it is not known.",
                ),
            ],
        ),
        (
            "holm",
            [
                (
                    "../towers/oil/#p2",
                    "1.2 Oil, paragraph 2",
                    "The wick is remembered in songs (e.g. on Holm).",
                ),
                (
                    "../keepers/songs/#p1",
                    "2.3 Songs, paragraph 1",
                    "The Song of the Lamp and the Holm ballads were sung from 1820 to 1845.",
                ),
            ],
        ),
        (
            "keepers-rest",
            [
                (
                    "../keepers/songs/#p2a",
                    "2.3 Songs, paragraph 2a",
                    "In the Keeper’s Rest they wept.",
                )
            ],
        ),
    ],
)
def test_every_sentence_that_names_it_is_quoted_with_its_place(
    article: HtmlElement, id: str, sentences: list[tuple[str, str, str]]
) -> None:
    entry = article.get_element_by_id(id)
    assert [
        (li.find("a").get("href"), said(li.find("a")), said(li.find("q")))
        for li in entry.xpath(".//details/ul/li")
    ] == sentences
    number = len(sentences)
    assert said(entry.find(".//summary")) == f"{number} mention{'s' if number > 1 else ''}"


def test_every_mention_of_the_data_is_quoted(article: HtmlElement, made_up: Edition) -> None:
    for mention in made_up.name_mentions:
        page, paragraph = mention.target
        quotes = article.get_element_by_id(mention.ids[0]).xpath(
            f".//li[a/@href='../{made_up.by_path[page].address}#{paragraph}']/q"
        )
        assert mention.sentence in [said(quote) for quote in quotes]


def test_a_long_list_is_closed_at_first(overlay, build, tmp_path) -> None:
    words = " ".join(f"Holm sang {number}." for number in ("one", "two", "three", "four"))
    site = build(
        overlay(
            {
                "docs/keepers/pay.md": f"---\ntitle: Pay\nsection: '2.2'\ndescription: x\n---\n\n# Pay\n\n{words}\n{{: #p1 }}\n"
            }
        )
        / "mkdocs.yml",
        tmp_path / "site",
        "/",
    )
    details = [
        site.article("names/").get_element_by_id(id).find("details") for id in ("holm", "gull-rock")
    ]
    assert [element.get("open") is not None for element in details] == [False, True]
    assert said(details[0].find("summary")) == "6 mentions"
