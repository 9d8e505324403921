"""In: the made-up paper, built. Out: whether each note is marked in the text, told at the foot, and listed, counted and filtered with all."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import tinycss2
from lxml import etree
from lxml.html import HtmlElement

from edition.model import Edition
from edition.model.apparatus.event import KINDS
from edition.model.apparatus.note import CONFIDENCE, TYPES, VERDICTS

STYLES = Path(__file__).resolve().parents[2] / "scripts" / "theme" / "assets" / "notes.css"


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def read_before(mark: HtmlElement, paragraph: HtmlElement) -> str:
    """The words of a paragraph before a mark, without other marks and without citations."""
    words = ""
    for event, element in etree.iterwalk(paragraph, events=("start", "end")):
        if element is mark:
            break
        is_sign = (element.get("class") or "").startswith(("note-mark", "citation"))
        words += (element.text or "") * (not is_sign) if event == "start" else element.tail or ""
    return " ".join(words.split())


@pytest.fixture(scope="module")
def songs(built) -> HtmlElement:
    return built.article("keepers/songs/")


def test_marks_stand_in_the_text_in_order_and_lead_to_their_notes(songs: HtmlElement) -> None:
    marks = songs.xpath(".//p//a[starts-with(@class, 'note-mark')]")
    assert [
        (mark.text_content(), mark.get("id"), mark.get("href"), mark.get("data-note"))
        for mark in marks
    ] == [
        ("≠12", "at-n12", "#n12", "12"),
        ("?13", "at-n13", "#n13", "13"),
        ("≠14", "at-n14", "#n14", "14"),
        ("≠15", "at-n15", "#n15", "15"),
        ("*16", "at-n16", "#n16", "16"),
    ]
    assert {mark.get("role") for mark in marks} == {"doc-noteref"}
    assert [mark.get("aria-label") for mark in marks[:3]] == [
        "Editorial note 12: The record differs",
        "Editorial note 13: Unsettled",
        "Editorial note 14: The record differs",
    ]
    assert [mark.get("class") for mark in marks[:2]] == [
        "note-mark verdict-differs",
        "note-mark verdict-unsettled",
    ]


def test_every_mark_stands_behind_its_words(built, made_up: Edition) -> None:
    seen = {}
    for page in made_up.pages:
        for mark in built.article(page.address).xpath(".//a[starts-with(@class, 'note-mark')]"):
            paragraph = mark.xpath("ancestor::p")[0]
            seen[mark.get("data-note")] = (
                page.path,
                paragraph.get("id"),
                read_before(mark, paragraph),
            )
    notes = [note for note in made_up.notes if note.lemma]
    assert sorted(seen) == sorted(str(note.id) for note in notes)
    for note in notes:
        path, paragraph, text = seen[str(note.id)]
        assert (path, paragraph) == (note.page, note.paragraph)
        # A link in whose midst the words end comes whole before the mark.
        assert text.removesuffix(" ballads").endswith(note.lemma.replace("'", "’")), note.id


def test_words_are_wrapped_that_stand_in_one_piece_and_in_no_other_note(songs: HtmlElement) -> None:
    # Note 12 reaches over emphasis and a link, and in 14 the words of 13 end.
    assert [
        (said(lemma), lemma.getnext().get("data-note"))
        for lemma in songs.xpath(".//span[@class='lemma']")
    ] == [
        ("from 1820 to 1845", "13"),
        ("1849", "15"),
        ("keeper’s last verse", "16"),
    ]


def test_a_mark_of_words_that_end_in_a_link_stands_after_the_link(
    built, songs: HtmlElement
) -> None:
    link = songs.get_element_by_id("at-n12").getprevious()
    assert (link.tag, said(link)) == ("a", "the Holm ballads")
    link = built.article("towers/oil/").get_element_by_id("at-n18").getprevious()
    assert (link.tag, said(link)) == ("a", "as stone was before")
    for address in ("keepers/songs/", "towers/oil/"):
        assert built.article(address).xpath(".//a//a") == []


def test_the_foot_lists_the_notes_of_a_page_in_order(songs: HtmlElement) -> None:
    foot = songs.find(".//section[@class='page-notes']")
    assert (
        foot.get("aria-labelledby"),
        foot.find(".//h2").get("id"),
        said(foot.find(".//h2")),
    ) == ("editorial-notes",) * 2 + ("Editorial notes",)
    assert foot.xpath("./details/p/a/@href") == ["../../notes/"]
    assert foot.find(".//ol").get("role") == "list"
    assert said(foot.find("details/p")) == (
        "What other sources say about the marked words. ≠ the record differs, ? unsettled, * explanation. All notes."
    )
    items = foot.xpath("./details/ol/li")
    assert [(li.get("id"), li.get("class"), li.get("data-note")) for li in items] == [
        ("n11", "note note-citation verdict-explains", "11"),
        ("n12", "note note-name verdict-differs", "12"),
        ("n13", "note note-time verdict-unsettled", "13"),
        ("n14", "note note-contradiction verdict-differs", "14"),
        ("n15", "note note-time verdict-differs", "15"),
        ("n16", "note note-term verdict-explains", "16"),
    ]
    assert [said(li) for li in items] == [
        "*11 On this section Explanation · note well supported. The section names no source. Citation",
        "≠12 The record differs · note partly supported. Song of the Lamp and the Holm The Roll of Keepers has “Song to the Lamp,” and no ballads. Port Sella Archive 2020. Name",
        "?13 Unsettled · note not confirmed. from 1820 to 1845 No record of the years was found. Time",
        "≠14 The record differs · note well supported. 1845. The Lamp Union Songs that ended in 1845 were printed by a union of 1851. Contradiction or repetition",
        "≠15 The record differs · note well supported. 1849 The roll dates the treaty to 2 June 1848. Port Sella Archive 2020; Grey 2005. Time",
        "*16 Explanation · note partly supported. keeper’s last verse A verse of four lines, sung before the lamp is put out. Grey 2005. Term",
    ]
    assert [
        items[1].find(".//em").text,
        items[4].xpath(".//span[@class='note-sources']/a/@href"),
    ] == [
        "Roll of Keepers",
        ["../../references/#ref-sellaarchive2020roll", "../../references/#ref-grey2005birds"],
    ]


def test_a_note_leads_back_to_its_words_and_one_on_the_page_does_not(songs: HtmlElement) -> None:
    assert songs.get_element_by_id("n11").xpath(".//*[@class='note-number']")[0].tag == "span"
    back = songs.get_element_by_id("n16").xpath(".//a[@class='note-number']")[0]
    assert (back.get("href"), back.get("aria-label")) == (
        "#at-n16",
        "Note 16, back to the words “keeper’s last verse”",
    )


def test_a_page_without_notes_has_no_foot(built) -> None:
    for address in ("", "towers/stone/", "keepers/pay/", "about/"):
        assert (
            built.article(address).xpath(
                ".//section[@class='page-notes'] | .//a[starts-with(@class, 'note-mark')]"
            )
            == []
        ), address


def test_all_notes_are_listed_by_page_with_their_places(built, made_up: Edition) -> None:
    article = built.article("notes/")
    groups = article.xpath(".//section[@class='notes-group']")
    assert [
        (
            said(group.find("h2")),
            group.find("h2/a").get("href"),
            group.get("aria-labelledby") == group.find("h2").get("id"),
        )
        for group in groups
    ] == [
        ("1.2 Oil", "../towers/oil/", True),
        ("2.1 Watches", "../keepers/watches/", True),
        ("2.3 Songs", "../keepers/songs/", True),
    ]
    assert [li.get("id") for li in article.xpath(".//ol[@class='all-notes']/li")] == [
        note.anchor for note in made_up.notes
    ]
    places = [(a.get("href"), said(a)) for a in article.xpath(".//a[@class='note-place']")]
    assert places[1:4] == [
        ("../keepers/watches/#at-n17", "¶1a"),
        ("../keepers/songs/", "Whole page"),
        ("../keepers/songs/#at-n12", "¶1"),
    ]


def test_a_note_says_the_same_in_both_places(built, made_up: Edition) -> None:
    listed = built.article("notes/")
    for note in made_up.notes:
        here, there = (
            article.get_element_by_id(note.anchor)
            for article in (listed, built.article(made_up.by_path[note.page].address))
        )
        for part in ("note-verdict", "note-support", "note-text", "note-sources", "note-facts"):
            assert [said(span) for span in here.find_class(part)] == [
                said(span) for span in there.find_class(part)
            ]


def test_the_chart_counts_what_the_data_hold(built, made_up: Edition) -> None:
    chart = built.article("notes/").find(".//figure[@class='notes-chart']")
    counts = Counter(note.type for note in made_up.notes)
    assert said(chart.find("figcaption")) == f"{len(made_up.notes)} notes by type"
    rows = chart.xpath(".//tbody/tr")
    assert [
        (said(row.find("th")), int(said(row.xpath(".//span[@class='count']")[0]))) for row in rows
    ] == [(name, counts[kind]) for kind, name in TYPES.items() if counts[kind]]
    widths = [float(row.find(".//rect").get("width")) for row in rows]
    assert widths == [
        pytest.approx(100 * count / max(counts.values()), abs=0.1)
        for kind in TYPES
        if (count := counts[kind])
    ]
    assert {svg.get("aria-hidden") for svg in chart.iter("svg")} == {"true"}


def test_there_is_a_filter_for_every_verdict_and_type_in_the_data(built, made_up: Edition) -> None:
    labels = built.article("notes/").xpath(".//fieldset[@class='filter']/label")
    types = {note.type for note in made_up.notes}
    verdicts = Counter(note.verdict for note in made_up.notes)
    assert len(verdicts) > 1
    assert [(label.find("input").get("id"), said(label)) for label in labels] == [
        ("filter-all", "All"),
        *(
            (f"filter-{key}", f"{VERDICTS[key]} ({verdicts[key]})")
            for key in VERDICTS
            if verdicts[key]
        ),
        *((f"filter-{kind}", name) for kind, name in TYPES.items() if kind in types),
    ]
    checked = [label.find("input").get("checked") is not None for label in labels]
    assert checked == [True] + [False] * (len(labels) - 1)
    assert {
        (label.find("input").get("type"), label.find("input").get("name")) for label in labels
    } == {("radio", "notes-shown")}


def selectors() -> list[str]:
    """The selectors of the stylesheet, without white space, those within `@media` included."""
    found = []

    def read(rules: list) -> None:
        for rule in rules:
            if rule.type == "qualified-rule":
                prelude = "".join(
                    tinycss2.serialize([token])
                    for token in rule.prelude
                    if token.type not in ("whitespace", "comment")
                )
                found.extend(prelude.split(","))
            elif (
                rule.type == "at-rule"
                and rule.content
                and rule.lower_at_keyword in ("media", "supports")
            ):
                read(
                    tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
                )
            assert rule.type != "error", rule

    read(
        tinycss2.parse_stylesheet(
            STYLES.read_text("utf-8"), skip_comments=True, skip_whitespace=True
        )
    )
    return found


@pytest.mark.parametrize("kind", TYPES)
def test_the_stylesheet_filters_and_draws_every_type_of_note(kind: str) -> None:
    rules = selectors()
    assert f".filtered:has(#filter-{kind}:checked).note:not(.note-{kind})" in rules
    assert f".filtered:has(#filter-{kind}:checked).notes-group:not(:has(.note-{kind}))" in rules
    assert f".bar-{kind}" in rules


@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_stylesheet_filters_every_verdict(verdict: str) -> None:
    rules, shown = selectors(), f".filtered:has(#filter-{verdict}:checked)"
    assert f"{shown}.note:not(.verdict-{verdict})" in rules
    assert f"{shown}.notes-group:not(:has(.verdict-{verdict}))" in rules


@pytest.mark.parametrize("kind", KINDS)
def test_the_stylesheet_filters_and_draws_every_kind_of_event(kind: str) -> None:
    rules = selectors()
    assert f".filtered:has(#filter-{kind}:checked).event:not(.event-{kind})" in rules
    assert f".dot-{kind}" in rules


def test_the_words_for_confidence_are_told_apart() -> None:
    assert len(set(CONFIDENCE.values())) == len(CONFIDENCE)
