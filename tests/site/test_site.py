"""In: the made-up paper, built strictly under a sub-path. Out: whether every page says and links what it should."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import lxml.html
import pytest
from lxml.html import HtmlElement

from edition.model import Edition
from edition.releases.publish import STYLE

TEXT_PAGES = ["towers/stone/", "towers/oil/", "keepers/watches/", "keepers/pay/"]


def said(element: HtmlElement) -> str:
    """What a reader sees, on one line."""
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def prose(page: HtmlElement) -> list[str]:
    """The texts of a page that are neither code nor script."""
    return list(
        page.xpath(
            "//text()[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]"
        )
    )


def paragraph(site, address: str, id: str) -> HtmlElement:
    return site.article(address).get_element_by_id(id)


def test_the_build_is_strict_and_says_nothing(built) -> None:
    assert (built.code, built.warnings) == (0, [])


def test_all_pages_are_there(built) -> None:
    assert built.addresses() == sorted(
        "/ about/ concordance/ evidence/ glossary/ keepers/ keepers/pay/ keepers/songs/ keepers/watches/ names/ notes/ references/".split()
        + "timeline/ towers/ towers/oil/ towers/stone/".split()
    )


def test_every_internal_link_and_anchor_resolves(built) -> None:
    assert built.broken_links() == []


def test_no_script_or_style_sheet_is_published_that_no_page_loads(built) -> None:
    texts = [
        file.read_text("utf-8")
        for file in built.folder.rglob("*")
        if file.suffix in {".html", ".js", ".css"}
    ]
    assets = [
        file.relative_to(built.folder).as_posix()
        for file in (built.folder / "assets").rglob("*")
        if file.is_file()
    ]
    assert {"assets/previews.js", STYLE} <= set(assets)
    assets.remove(STYLE)  # the pages of released versions load it, once there are any
    assert [
        path
        for path in assets
        if not any(path in text or f'"{path.removeprefix("assets/")}"' in text for text in texts)
    ] == []


def test_no_id_stands_twice_on_a_page(built) -> None:
    for address in built.addresses():
        ids = Counter(built.page(address).xpath("//@id"))
        assert [id for id, times in ids.items() if times > 1] == [], address


def test_nothing_unresolved_is_left_in_the_text(built) -> None:
    for address in built.addresses():
        for text in prose(built.page(address)):
            assert "[^" not in text, address
            assert "[@" not in text or "[@escaped]" in text, address
            assert "{:" not in text, address
        for value in built.page(address).xpath("//body//@*"):
            assert "[@" not in value or value == "[@attribute]", address


def test_no_private_use_character_is_left_anywhere(built) -> None:
    for file in built.folder.rglob("*"):
        if file.suffix in {".html", ".json", ".xml", ".txt"}:
            assert not {
                character
                for character in file.read_text("utf-8")
                if "\ue000" <= character <= "\uf8ff"
            }, file.name


def test_the_numbers_stand_in_the_text_once_each_and_in_order(built) -> None:
    numbers = [
        id
        for address in TEXT_PAGES
        for id in built.article(address).xpath(".//a[contains(@class, 'citation')]/@id")
    ]
    assert numbers == [f"cite-{number}" for number in range(1, 26)]


@pytest.mark.parametrize(
    ("address", "id", "text"),
    [
        (
            "towers/stone/",
            "p1",
            "The first tower on Gull Rock was lit in 1788, on the king’s orders.[1] Its keeper, a Mr. Sund, had no rules to follow until 1911.[2] "
            "The authors doubt the date.[3], p. 12¶1",
        ),
        (
            "towers/stone/",
            "p2",
            "Storms took the second tower twice in one winter.[4], [5] “The sea,” writes a daily, “came in at the door.” "
            "The third still stands, and the watches kept in it were the longest.¶2",
        ),
        (
            "towers/oil/",
            "p1",
            "Seal oil smoked, and colza froze see [6], pp. 77–78. Before the cable there was only the horn.[7]¶1",
        ),
        ("keepers/watches/", "p1b", "Another wrote the opposite.[20]¶1b"),
        (
            "keepers/pay/",
            "p1",
            "A keeper earned $12 a month in 1788, by one account[22]; by another he earned nothing. [23] "
            "Pensions came late (see also @afsund2001pensions is no citation without brackets). They were small [24].¶1",
        ),
    ],
)
def test_a_paragraph_reads_as_printed(built, address: str, id: str, text: str) -> None:
    assert said(paragraph(built, address, id)) == text


def test_a_citation_in_a_table_or_a_list_is_printed_with_its_number(built) -> None:
    article = built.article("towers/oil/")
    assert [said(cell) for cell in article.xpath(".//td[3]")] == ["[10]", "[11], rule 4, [12]"]
    items = article.xpath("./ul//li")
    assert [said(item) for item in (items[0], items[2], items[3])] == [
        "Seal oil came in casks. [13]",
        "small ones, [15]",
        "and large ones.[16][17]",
    ]


def test_a_work_that_the_paper_does_not_cite_is_named_by_author_and_year(built) -> None:
    texts = [said(p) for p in built.article("about/").xpath(".//p")]
    assert (
        "A roll of keepers survives [Port Sella Archive 2020], fol. 3. The paper did not know it."
        in texts
    )
    assert (
        "The editors read it otherwise see [Grey 2005], p. 5, [Port Sella Archive 2020]." in texts
    )


def test_a_citation_in_a_heading_is_printed_and_does_not_change_its_address(built) -> None:
    heading = built.article("about/").xpath(".//h2[last()]")[0]
    assert (said(heading), heading.get("id")) == (
        "Two readings of one roll [Port Sella Archive 2020]",
        "two-readings-of-one-roll",
    )


def test_code_links_addresses_and_comments_are_left_as_written(built) -> None:
    article = built.article("towers/stone/")
    quoted = [
        code.text_content()
        for code in article.iter("code")
        if not any((e.get("class") or "").startswith("cite") for e in code.iterancestors())
    ]
    assert quoted == [
        "[@brine1919lamps]",
        "[@board1911rules]\n[@not-a-key, p. 3]\n",
        "[@board1911rules]\n\n[@not-a-key]\n",
    ]
    aside = next(p for p in article.iter("p") if "Write to" in p.text_content())
    assert (
        said(aside)
        == "Write to the service [lamps@orrin.example] or ask the harbor @orrinlights. A bracket [@escaped] stays a bracket."
    )
    assert [(a.text_content(), a.get("href")) for a in aside.iter("a")] == [
        ("the harbor @orrinlights", "https://social.example/@orrinlights")
    ]
    assert [p.text_content() for p in article.iter("p") if p.get("title") == "[@attribute]"] == [
        "Nothing in an attribute is cited."
    ]


def test_the_version_and_the_forms_to_cite_by(built) -> None:
    about = built.article("about/")
    assert said(about.find(".//p[@class='version']")) == "Version 1.2.0, 9 April 2025."
    forms = [said(dd) for dd in about.xpath(".//dl[@class='cite-forms']/dd")]
    assert forms[0].startswith(
        "Wren, Isolde; Quill, Tobias; Moss, Edda (1931). Lamps of Orrin: Keeping Lights on the Outer Isles."
    )
    assert forms[1].startswith(
        "Readers of the Outer Isles. Lamps of Orrin, a digital edition, version 1.2.0, 9 April 2025,"
        " a restatement of “Lamps of Orrin: Keeping Lights on the Outer Isles” (1931)"
        " by Isolde Wren, Tobias Quill and Edda Moss; followed by the address"
    )


def test_the_example_of_an_address_is_one_of_this_paper(built) -> None:
    example = built.article("about/").find(".//dl[@class='cite-forms']//code").text_content()
    address, _, id = example.removeprefix("…/").partition("#")
    assert address in built.addresses()
    assert id in built.article(address).xpath(".//@id")


def test_a_page_says_what_it_restates_and_whose_words_they_are(built) -> None:
    article = built.article("towers/stone/")
    assert said(article.find("p[@class='page-head']")) == "Section 1.1 of the paper: Of Stone"
    assert (
        said(article.find("p[@class='voice']")).replace("'", "’")
        == "What Wren, Quill and Moss wrote in 1931, in this edition’s words. Cite"
    )
    assert built.article("about/").find(".//p[@class='page-head']") is None


def test_a_paragraph_shows_its_address(built) -> None:
    for address in TEXT_PAGES:
        for p in built.article(address).xpath(".//p[contains(@class, 'para')]"):
            mark = p.xpath("./a[@class='pilcrow']")
            assert [(a.get("href"), a.text_content()) for a in mark] == [
                (f"#{p.get('id')}", f"¶{p.get('id')[1:]}")
            ]


def entry(built, key: str) -> HtmlElement:
    return built.article("references/").get_element_by_id(f"ref-{key}")


def test_the_list_has_every_work_once_and_in_order(built, made_up: Edition) -> None:
    lists = built.article("references/").xpath(".//ol[contains(@class, 'references')]")
    assert [[li.get("id") for li in ol.xpath("./li")] for ol in lists] == [
        [f"ref-{reference.key}" for reference in made_up.paper_references],
        ["ref-grey2005birds", "ref-sellaarchive2020roll"],
    ]
    assert [
        said(n) for n in entry(built, "brine1919lamps").xpath(".//div[@class='ref-head']/span")
    ] == ["[1]", "[3]"]


@pytest.mark.parametrize(
    ("key", "places"),
    [
        (
            "brine1919lamps",
            [
                (
                    "../towers/stone/#cite-1",
                    "[1] 1.1 Stone, paragraph 1",
                    "The first tower on Gull Rock was lit in 1788, on the king’s orders.",
                ),
                (
                    "../towers/stone/#cite-3",
                    "[3] 1.1 Stone, paragraph 1",
                    "The authors doubt the date.",
                ),
            ],
        ),
        (
            "keepersunionndletters",
            [
                (
                    "../keepers/watches/#cite-19",
                    "[19] 2.1 Watches, paragraph 1a",
                    "One keeper wrote that “nobody sleeps in a tower.”",
                ),
                (
                    "../keepers/watches/#cite-20",
                    "[20] 2.1 Watches, paragraph 1b",
                    "Another wrote the opposite.",
                ),
            ],
        ),
        (
            "veyra2003oil",
            [
                (
                    "../towers/oil/#cite-6",
                    "[6] 1.2 Oil, paragraph 1",
                    "Seal oil smoked, and colza froze.",
                ),
                ("../towers/oil/#cite-10", "[10] 1.2 Oil, paragraph 2", ""),
                ("../towers/oil/#cite-13", "[13] 1.2 Oil, paragraph 2", "Seal oil came in casks."),
                (
                    "../towers/oil/#cite-14",
                    "[14] 1.2 Oil, paragraph 2",
                    "Colza came in tins, as says:",
                ),
                ("../towers/oil/#cite-16", "[16] 1.2 Oil, paragraph 2", "and large ones."),
            ],
        ),
        (
            "sellaarchive2020roll",
            [
                ("../about/", "About", "A roll of keepers survives."),
                ("../about/#two-readings-of-one-roll", "About", "Two readings of one roll"),
                ("../about/", "About", "The editors read it otherwise."),
                ("../keepers/watches/#n17", "Note 17 on 2.1 Watches, paragraph 1a", ""),
                ("../keepers/songs/#n12", "Note 12 on 2.3 Songs, paragraph 1", ""),
                ("../keepers/songs/#n15", "Note 15 on 2.3 Songs, paragraph 1", ""),
                ("../evidence/#e4", "What the source of [4] says", ""),
            ],
        ),
        (
            "afsund2001pensions",
            [("../keepers/pay/#cite-24", "[24] 2.2 Pay, paragraph 1", "They were small.")],
        ),
    ],
)
def test_an_entry_quotes_every_sentence_that_cites_it(
    built, key: str, places: list[tuple[str, str, str]]
) -> None:
    found = []
    for li in entry(built, key).xpath(".//ul[@class='cited-in']/li"):
        quote = li.find("q")
        found.append(
            (li.find("a").get("href"), said(li.find("a")), said(quote) if quote is not None else "")
        )
    assert found == places


def test_an_entry_says_what_is_known(built) -> None:
    lamp = entry(built, "bluebay2018lamp")
    original = lamp.find(".//span[@class='ref-original']")
    assert (original.text_content(), original.get("lang")) == ("不眠的灯", "zh-Hans")
    assert [said(fact) for fact in lamp.xpath(".//span[contains(@class, 'ref-fact')]")] == [
        "In Chinese.",
        "Accessed 3 February 2024.",
    ]
    links = lamp.xpath(".//span[@class='ref-links']/a")
    address = "https://www.bluebay.example/2018/05/04/lamp_1.html"
    assert [(said(a), a.get("href")) for a in links] == [
        ("bluebay.example", address),
        ("Archived copies", f"https://web.archive.org/web/20240203/{address}"),
        ("Cite", "bluebay2018lamp.html"),
        ("RIS", "bluebay2018lamp.ris"),
    ]
    assert "The Lamp which never Slept" in said(lamp.find(".//p[@class='ref-printed']"))
    assert (
        said(lamp.find(".//span[@class='ref-printed-address']"))
        == "https://www.bluebay.example/2018/O5/04/lamp_1.html"
    )
    roshni = entry(built, "rahi2016light").find(".//span[@class='ref-original']")
    assert (roshni.text_content(), roshni.get("lang"), roshni.get("dir")) == (
        "جزیروں کی روشنی",
        "ur",
        "auto",
    )
    assert "Undated." in said(entry(built, "keepersunionndletters"))
    assert "Undated." not in said(entry(built, "bluebay2018lamp"))
    related = entry(built, "brine2021lamps").find(".//span[@class='ref-related']")
    assert (said(related), related.find("a").get("href")) == (
        "Reprint of: Brine 1919, The Lamps of Orrin.",
        "#ref-brine1919lamps",
    )


def test_a_bar_leads_to_the_numbers_and_to_the_letters_of_the_notes_sources(built) -> None:
    numbers, letters = built.article("references/").xpath(".//nav[@class='jump']")
    links = [(said(a), a.get("href").removeprefix("#")) for a in numbers.iter("a")]
    assert [name for name, _ in links][::3] == ["1–10", "Sources of the notes"]
    for name, anchor in links[:-1]:
        listed = built.article("references/").get_element_by_id(anchor)
        assert f"[{name.split('–')[0]}]" in said(listed.find("div[@class='ref-head']"))
    shown = built.article("references/").xpath(".//ol[contains(@class, 'references-editors')]/li")
    anchors = [li.get("id") for li in shown]
    led = [anchors.index(a.get("href").removeprefix("#")) for a in letters.iter("a")]
    assert led == sorted(led) and led[0] == 0
    assert [said(a) for a in letters.iter("a")] == sorted(said(a) for a in letters.iter("a"))


def test_page_list_and_foot_show_the_same_description(built, made_up: Edition) -> None:
    in_list = {
        reference.key: lxml.html.tostring(
            entry(built, reference.key).find(".//span[@class='ref-text']"), with_tail=False
        )
        for reference in made_up.bibliography
    }
    shown = 0
    for address in TEXT_PAGES:
        for li in built.article(address).xpath(".//section[@class='works-cited']//li"):
            assert (
                lxml.html.tostring(li.find(".//span[@class='ref-text']"), with_tail=False)
                == in_list[li.get("data-ref")]
            )
            shown += 1
    assert shown == 16


def test_the_foot_lists_the_works_of_a_page_in_the_order_of_the_text(built) -> None:
    works = [
        li.get("data-ref")
        for li in built.article("keepers/watches/").xpath(".//section[@class='works-cited']//li")
    ]
    assert works == ["osk2010four", "keepersunionndletters", "rahi2016light"]
    assert built.article("").xpath(".//section[@class='works-cited']") == []


def test_every_citation_has_its_work_on_the_page_for_the_preview(built) -> None:
    for address in built.addresses():
        article = built.article(address)
        cited = set(article.xpath(".//a[contains(@class, 'citation')]/@data-ref"))
        assert cited == set(article.xpath(".//section[@class='works-cited']//li/@data-ref")), (
            address
        )


def test_the_concordance_leads_from_numbers_to_works_and_places(built) -> None:
    rows = built.article("concordance/").xpath(".//table[1]//tr[@id]")
    assert len(rows) == 25
    cells = [[said(cell) for cell in row] for row in rows]
    assert cells[0][:2] == ["[1]", "Brine 1919, The Lamps of Orrin"]
    assert cells[0][2:] == ["[3]", "1.1 Stone, paragraph 1", "Supports"]
    assert cells[2][:2] == ["[3]", "Brine 1919, The Lamps of Orrin, p. 12"]
    assert cells[7][1] == "Oil & Wick Company 2021, Oil & Wick: 40 % of LED Lamps Are Örn-built"
    assert cells[19] == [
        "[20]",
        "Keepers’ Union of the Orrin Isles, “Letters” from the Towers",
        "[19]",
        "2.1 Watches, paragraph 1b",
        "Could not be read",
    ]
    assert [a.get("href") for a in rows[19].iter("a")] == [
        "../references/#ref-keepersunionndletters",
        f"#{rows[18].get('id')}",
        "../keepers/watches/#cite-20",
        "../evidence/#e20",
    ]


def test_the_concordance_leads_from_paragraphs_to_places(built) -> None:
    links = [
        (a.get("href"), said(a)) for a in built.article("concordance/").xpath("(.//table)[2]//a")
    ]
    assert links == [
        ("../towers/", "Towers"),
        ("../towers/stone/#p1", "Stone ¶1"),
        ("../towers/stone/#p2", "Stone ¶2"),
        ("../towers/oil/#p1", "Oil ¶1"),
        ("../towers/oil/#p2", "Oil ¶2"),
        ("../keepers/", "Keepers"),
        ("../keepers/watches/#p1a", "Watches ¶1a"),
        ("../keepers/watches/#p1b", "Watches ¶1b"),
        ("../keepers/watches/#p2", "Watches ¶2"),
        ("../keepers/pay/#p1", "Pay ¶1"),
        ("../keepers/pay/#p2", "Pay ¶2"),
        ("../keepers/songs/#p1", "Songs ¶1"),
        ("../keepers/songs/#p2a", "Songs ¶2a"),
        ("../keepers/songs/#p2b", "Songs ¶2b"),
    ]


def test_nothing_of_the_real_paper_is_in_the_made_up_site(built, real: Edition) -> None:
    theirs = {
        *(author.family for author in real.paper.authors),
        *real.bibliography.references,
        *(page.address.strip("/") for page in real.pages if page.section),
    }
    for address in built.addresses():
        words = set(
            said(built.article(address))
            .replace("…/", "")
            .replace("/#", " ")
            .replace(",", " ")
            .split()
        )
        assert not words & theirs, address


def test_broken_links_fail_the_build(overlay, build, tmp_path: Path) -> None:
    targets = "gone.md", "towers/stone.md#p9", "references.md#ref-gone", "#lost"
    root = overlay({})
    with (root / "docs" / "about.md").open("a", encoding="utf-8") as about:
        about.writelines(f"\n[gone]({target})\n" for target in targets)
    site = build(root / "mkdocs.yml", tmp_path / "site", "/")
    told = [line for line in site.warnings if line.startswith("WARNING")]
    assert site.code == 1
    assert all("about.md" in line for line in told), told
    for target in targets:
        name = target.partition("#")[2] or target
        assert any(name in line for line in told), target
        told = [line for line in told if name not in line]
    assert told == []


def test_a_page_outside_the_navigation_is_named_and_built(overlay, build, tmp_path: Path) -> None:
    site = build(overlay({"docs/lost.md": "# Lost\n"}) / "mkdocs.yml", tmp_path / "site", "/")
    assert site.code == 0
    assert "docs/lost.md:1: warning: page-outside-navigation:" in site.output
    assert (site.folder / "lost" / "index.html").is_file()


def test_an_unknown_key_is_kept_in_sight_and_the_rest_of_the_page_is_built(
    overlay, build, tmp_path: Path
) -> None:
    root = overlay(
        {
            "docs/towers/stone.md": "# Stone\n\nLit.[@brine1919lamps; @gone.x] Out.[@Brine1919lamps, p. 3]\n{: #p1 }\n"
        }
    )
    config = root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("strict: true", "strict: false"), encoding="utf-8"
    )
    site = build(config, tmp_path / "site", "/")
    assert (
        said(paragraph(site, "towers/stone/", "p1")) == "Lit.[1], [@gone.x] Out.[@Brine1919lamps]¶1"
    )
