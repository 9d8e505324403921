"""In: the made-up paper, built. Out: whether the list and the picture have the same events, in order, with both dates and working filters."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from edition.language.dates import readable_moment
from edition.model import Edition, Moment
from edition.model.apparatus.event import KINDS
from edition.site.timeline import DOT, WIDTH, YEAR, draw, scale


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def article(built) -> HtmlElement:
    return built.article("timeline/")


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("1788", "1788"),
        ("1851-03", "March 1851"),
        ("1930-02-01", "1 February 1930"),
        ("1911-11-04T16:14", "4 November 1911, 16:14"),
        ("1911-11-04T16:14+08:00", "4 November 1911, 16:14 UTC+8"),
        ("1911-11-04T16:14Z", "4 November 1911, 16:14 UTC"),
        ("May", "May"),
    ],
)
def test_a_date_is_as_precise_as_the_paper_has_it(iso: str, words: str) -> None:
    assert readable_moment(Moment(iso)).replace("\u00a0", " ") == words
    assert readable_moment(None) == ""


def test_the_list_is_in_order_with_place_citations_and_both_dates(article: HtmlElement) -> None:
    items = article.xpath(".//ol[@class='timeline']/li")
    assert [(li.get("id"), li.get("class"), said(li)) for li in items] == [
        (
            "first-lamp",
            "event event-science",
            "1788 The first tower is lit. 1.1 Stone, paragraph 1 [1]",
        ),
        (
            "songs",
            "event event-culture",
            "1820 to 1845 The songs are sung. 2.3 Songs, paragraph 1 Note 13",
        ),
        (
            "treaty",
            "event event-diplomacy",
            "1849 The treaty is signed. 2.3 Songs, paragraph 1 Other sources: 2 June 1848 Note 15",
        ),
        ("union", "event event-economy", "March 1851 The union is founded. 2.3 Songs, paragraph 1"),
        (
            "rules",
            "event event-politics",
            "1911 The first rules are given. 1.1 Stone, paragraph 1 [2]",
        ),
        (
            "last-verse",
            "event event-culture",
            "4 November 1911, 16:14 The last verse is sent; “all” listen, and weep. 2.3 Songs, paragraph 2a",
        ),
        (
            "last-song",
            "event event-culture",
            "1 February 1930 The last song is heard. 2.3 Songs, paragraph 2b",
        ),
    ]
    assert [time.get("datetime") for time in items[2].iter("time")] == ["1849", "1848-06-02"]
    assert [time.get("datetime") for time in items[5].iter("time")] == ["1911-11-04T16:14"]
    assert items[0].xpath(".//a/@href") == ["../towers/stone/#p1", "../towers/stone/#cite-1"]
    assert items[2].xpath(".//a/@href") == ["../keepers/songs/#p1", "../keepers/songs/#n15"]


def test_each_event_is_a_dot_that_leads_to_its_entry(
    article: HtmlElement, made_up: Edition
) -> None:
    dots = article.xpath(".//figure[@class='timeline-picture']//svg/a")
    assert sorted(dot.get("href") for dot in dots) == sorted(
        f"#{event.id}" for event in made_up.timeline
    )
    for dot in dots:
        event = next(event for event in made_up.timeline if f"#{event.id}" == dot.get("href"))
        entry = article.get_element_by_id(event.id)
        assert dot.get("class") == f"event event-{event.kind}" == entry.get("class")
        assert dot.find("circle").get("class") == f"dot dot-{event.kind}"
        assert dot.get("aria-label") == said(dot.find("title")).replace(" ", " ") or said(
            dot.find("title")
        ) in said_label(dot)
        assert said_label(dot) == f"{said(entry.find('p'))}: {entry.find('.//div/p').text.strip()}"


def said_label(dot: HtmlElement) -> str:
    return " ".join(dot.get("aria-label").replace("\u00a0", " ").split())


def test_dots_stand_in_the_row_of_their_kind_in_order_of_time(article: HtmlElement) -> None:
    svg = article.find(".//figure[@class='timeline-picture']//svg")
    rows = {said(text): float(text.get("y")) for text in svg.xpath("./text[@class='kind']")}
    assert list(rows) == ["Diplomacy", "Culture", "Science", "Politics", "Economy"]
    found: dict[str, list[float]] = {}
    for dot in svg.xpath("./a"):
        kind = KINDS[dot.get("class").split("-", 1)[1]]
        assert abs(float(dot.find("circle").get("cy")) + 4 - rows[kind]) < DOT
        found.setdefault(kind, []).append(float(dot.find("circle").get("cx")))
    assert all(places == sorted(places) for places in found.values())
    assert [said(text) for text in svg.xpath("./text[@class='year']")][:2] == ["1780", "1790"]


def test_dots_do_not_cover_one_another_and_stay_in_the_picture(real: Edition) -> None:
    from edition.site.context import Context
    from edition.site.timeline import _shown

    page = real.by_path["timeline.md"]
    picture = draw([_shown(Context(real), page, event) for event in real.timeline])
    centers = [(round(x, 1), round(y, 1)) for _, x, y in picture.dots]
    assert len(set(centers)) == len(real.timeline)
    assert all(0 < x < WIDTH and 0 < y < picture.height for x, y in centers)


@pytest.mark.parametrize("first", ["1950", "1500", "0100"])
def test_the_years_along_the_foot_can_be_read(overlay, edition, first: str) -> None:
    from edition.site.context import Context
    from edition.site.timeline import _shown

    told = f"- {{id: a, date: '{first}', kind: culture, text: A., place: keepers/songs.md#p1}}\n- {{id: b, date: '2024', kind: culture, text: B., place: keepers/songs.md#p1}}\n"
    loaded = edition(overlay({"docs/data/timeline.yml": told}))
    picture = draw([_shown(Context(loaded), loaded.pages[0], event) for event in loaded.timeline])
    assert 4 <= len(picture.years) <= WIDTH / YEAR
    assert {year % 5 for year, _ in picture.years} == {0}


def test_decades_with_most_events_are_drawn_on_a_larger_scale() -> None:
    [before, after] = scale([1951, 1965, 1976, *range(2010, 2025), *range(2010, 2025)])
    assert (before.first, before.end, after.first, after.end) == (1950, 2010, 2010, 2025)
    assert before.right < after.left
    assert after.step > 5 * before.step
    assert [year for year, _ in after.marks()] == list(range(2010, 2025, 2))
    assert [year for year, _ in before.marks()] == [1960, 1980, 2000]


def test_events_spread_evenly_are_drawn_on_one_scale() -> None:
    assert len(scale(list(range(1950, 2020, 5)))) == 1
    assert len(scale([1999])) == 1


def test_an_empty_timeline_is_an_empty_picture() -> None:
    picture = draw([])
    assert (picture.dots, picture.rows, picture.years) == ([], [], [])


def test_there_is_a_filter_for_every_kind_in_the_data(
    article: HtmlElement, made_up: Edition
) -> None:
    present = {event.kind for event in made_up.timeline}
    labels = article.xpath(".//fieldset[@class='filter']/label")
    assert [(label.find("input").get("id"), said(label)) for label in labels] == [
        ("filter-all", "All")
    ] + [(f"filter-{kind}", name) for kind, name in KINDS.items() if kind in present]
    assert article.xpath(".//div[@class='filtered'][fieldset and figure and ol]")
