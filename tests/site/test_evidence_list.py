"""In: the made-up paper, built. Out: whether what a source says is shown at its own number, everywhere, as it is."""

from __future__ import annotations

import json

import pytest
from lxml.html import HtmlElement

from edition.model import Edition


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def at_number(article: HtmlElement, number: int) -> HtmlElement:
    (found,) = article.xpath(f".//span[@data-cite='cite-{number}']")
    return found


def test_the_page_has_every_number_in_order(built) -> None:
    entries = built.article("evidence/").xpath(".//ol[contains(@class, 'all-evidence')]/li")
    assert [li.get("id") for li in entries] == [f"e{number}" for number in range(1, 26)]


def test_an_entry_has_sentence_work_quotation_translation_and_where_it_was_seen(built) -> None:
    entry = built.article("evidence/").get_element_by_id("e5")
    assert [said(p) for p in entry.iter("p")] == [
        "[5] Supports",
        "Storms took the second tower twice in one winter. 1.1 Stone, paragraph 2",
        "Cited: Blue Bay Daily 2018, The Lamp That Never Slept",
        "In Chinese: 海水从门口涌了进来。 In English: “The sea came in at the door.”",
        "The whole report was seen. Seen: the page itself (Blue Bay Daily 2018). Read on 2 April 2025.",
    ]
    assert [a.get("href") for a in entry.iter("a")] == [
        "../towers/stone/#cite-5",
        "../references/#ref-bluebay2018lamp",
        "../references/#ref-bluebay2018lamp",
    ]


@pytest.mark.parametrize(
    ("number", "facts"),
    [
        (
            2,
            "The rules are older than the paper says. Seen: the same text elsewhere, in a copy that is not linked.",
        ),
        (
            4,
            "It is about wicks. Seen: the same text elsewhere (Port Sella Archive 2020). See notes 14 and 15.",
        ),
        (
            6,
            "Only a report of the chapter was seen. Seen: only a report of it. A report: Grey 2005.",
        ),
        (7, "No copy was found. Seen: nothing."),
    ],
)
def test_an_entry_says_how_the_text_was_seen(built, number: int, facts: str) -> None:
    entry = built.article("evidence/").get_element_by_id(f"e{number}")
    assert said(entry.xpath(".//span[@class='evidence-facts']")[0]) == facts


def test_a_note_on_the_same_matter_is_led_to(built) -> None:
    entry = built.article("evidence/").get_element_by_id("e4")
    assert [a.get("href") for a in entry.xpath(".//span[@class='evidence-facts']/a")] == [
        "../references/#ref-sellaarchive2020roll",
        "../keepers/songs/#n14",
        "../keepers/songs/#n15",
    ]


@pytest.mark.parametrize(
    ("page", "number", "lang", "dir"),
    [
        ("towers/stone/", 5, "zh-Hans", "ltr"),
        ("keepers/watches/", 21, "ur", "rtl"),
        ("towers/stone/", 1, "en", "ltr"),
    ],
)
def test_a_quotation_is_marked_with_language_and_direction(
    built, made_up: Edition, page: str, number: int, lang: str, dir: str
) -> None:
    for address in (page, "references/"):
        (quotation,) = at_number(built.article(address), number).iter("q")
        assert (quotation.get("lang"), quotation.get("dir")) == (lang, dir)
        assert said(quotation) == made_up.evidence_by_number[number].quotation


def test_the_numbers_of_one_work_are_judged_apart_above_its_links(built) -> None:
    foot = built.article("towers/stone/").xpath(".//li[@data-ref='brine1919lamps']")[0]
    records = foot.find_class("evidence")
    assert [said(record.find_class("evidence-verdict")[0]) for record in records] == [
        "[1] The source supports this.",
        "[3] The source supports this in part.",
    ]
    lamp = built.article("towers/stone/").xpath(".//li[@data-ref='bluebay2018lamp']/p/*")
    classes = [child.get("class") for child in lamp]
    assert classes.index("evidence evidence-supports") < classes.index("ref-links")


def test_no_address_of_a_copy_is_on_a_page(built, made_up: Edition) -> None:
    copies = [item.address for item in made_up.evidence if item.address]
    assert copies
    for file in built.folder.rglob("*.html"):
        text = file.read_text("utf-8")
        assert [address for address in copies if address in text] == [], file


def test_bar_counts_and_filter_agree(built) -> None:
    article = built.article("evidence/")
    counts = {
        said(row.find("th")): int(said(row.find("td")))
        for row in article.iter("tr")
        if row.find("td") is not None
    }
    assert counts == {
        "Supports": 3,
        "Supports in part": 1,
        "Says otherwise": 1,
        "Not about this": 1,
        "Could not be read": 19,
    }
    widths = [int(x) for x in article.xpath(".//*[@class='evidence-bar']/rect/@width")]
    assert widths == list(counts.values())
    assert said(article.find(".//figcaption")).startswith("6 of 25 citations")
    assert [said(label) for label in article.iter("label")] == ["All", *counts]
    for verdict in article.xpath(".//label/input/@id")[1:]:
        name = verdict.removeprefix("filter-")
        assert article.find_class(f"evidence-{name}")


def test_each_filter_has_its_rule(built) -> None:
    styles = (built.folder / "assets/evidence.css").read_text("utf-8")
    for id in built.article("evidence/").xpath(".//label/input/@id")[1:]:
        name = id.removeprefix("filter-")
        assert f"#{id}:checked) .evidence-entry:not(.evidence-{name})" in styles


def test_the_concordance_leads_to_the_verdict(built) -> None:
    rows = built.article("concordance/").xpath(".//table[1]//tr[@id]")
    last = [row[-1] for row in rows]
    assert [said(cell) for cell in last[:4]] == [
        "Supports",
        "Says otherwise",
        "Supports in part",
        "Not about this",
    ]
    assert last[3].find("a").get("href") == "../evidence/#e4"


def test_a_source_of_evidence_leads_back_to_it(built) -> None:
    entry = built.article("references/").get_element_by_id("ref-grey2005birds")
    links = {said(a): a.get("href") for a in entry.xpath(".//ul[@class='cited-in']/li/a")}
    assert links["What the source of [6] says"] == "../evidence/#e6"


def test_json_ld_has_the_quotations_of_a_page_in_the_works_where_they_were_seen(built) -> None:
    data = built.page("towers/stone/").xpath("//script[@type='application/ld+json']")[0].text
    (node,) = [node for node in json.loads(data)["@graph"] if "hasPart" in node]
    parts = {part["text"]: part for part in node["hasPart"]}
    assert list(parts) == [
        "The first lamp on Gull Rock was lit in 1788.",
        "Rules have been kept in every tower since 1805.",
        "Some have doubted that year.",
        "Dochte brennen im Wind",
        "海水从门口涌了进来。",
    ]
    chinese = parts["海水从门口涌了进来。"]
    assert (chinese["@type"], chinese["inLanguage"]) == ("Quotation", "zh-Hans")
    assert chinese["isPartOf"]["name"] == "The Lamp That Never Slept"
    assert chinese["workTranslation"]["text"] == "The sea came in at the door."
    assert "isPartOf" not in parts["Rules have been kept in every tower since 1805."]


def test_a_paper_without_evidence_shows_nothing_of_it(overlay, build, tmp_path) -> None:
    root = overlay({"docs/data/evidence.yml": None})
    site = build(root / "mkdocs.yml", tmp_path / "site", "/")
    assert (site.code, site.warnings) == (0, [])
    for address in ("towers/stone/", "references/", "concordance/"):
        article = site.article(address)
        assert article.find_class("evidence") == []
        assert "The source" not in said(article)
    assert site.article("evidence/").find_class("evidence-entry") == []
