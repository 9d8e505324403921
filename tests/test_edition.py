"""Whether the edition that this project publishes is whole; another paper puts its numbers here.

It breaks no rule (tests/checks/test_manual.py): here is what no rule knows.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pybtex.database import parse_file
from pybtex.plugin import find_plugin

from edition.checks.site_rules import Site as BuiltSite
from edition.checks.site_rules import check_site

ROOT = Path(__file__).resolve().parents[1]
PAPER = "bib/paper.bib"


def test_the_paper_has_fifty_numbers_for_forty_five_works(real):
    works = list(real.bibliography.of(PAPER))
    assert sorted(number for work in works for number in work.numbers) == list(range(1, 51))
    assert len(works) == 45


def test_locators_of_the_text_are_those_of_the_concordance(real):
    locators = {citation.number: citation.locator for citation in real.citations if citation.number}
    assert locators == {row.number: row.locator for row in real.concordance}


def test_every_paragraph_of_a_section_has_an_id(real):
    numbered = [page for page in real.pages if any(p.number for p in page.paragraphs)]
    assert len(numbered) == 14
    assert all(page.section for page in numbered)


@pytest.mark.parametrize(
    "path", sorted(file.relative_to(ROOT).as_posix() for file in (ROOT / "bib").glob("*.bib"))
)
def test_pybtex_formats_every_entry_strictly_with_a_stock_style(path):
    data = parse_file(str(ROOT / path), "bibtex")
    style = find_plugin("pybtex.style.formatting", "unsrt")()
    types = {"online": "misc"}
    for entry in data.entries.values():
        entry.type = types.get(entry.type, entry.type)
    formatted = list(style.format_entries(data.entries.values()))
    assert len(formatted) == len(data.entries)
    # Looked up once: `render_as` would search all installed packages for it each time.
    text = find_plugin("pybtex.backends", "text")()
    for entry in formatted:
        assert entry.text.render(text).strip()


def test_the_build_says_nothing_and_breaks_no_rule(published, real):
    assert published.warnings == []
    site = BuiltSite(real, published.folder, published.base)
    assert [str(problem) for problem in check_site(site)] == []


def test_the_numbers_are_printed_in_order(published, real):
    pages = [page.address for page in real.pages]
    printed = [
        a.text_content()
        for address in pages
        for a in published.article(address).xpath(".//a[contains(@class, 'citation') and @id]")
    ]
    assert printed == [f"[{row.number}]" for row in real.concordance]


def test_the_list_has_every_work_with_a_quoted_sentence(published, real):
    article = published.article("references/")
    for reference in real.bibliography.of(PAPER):
        quotes = article.get_element_by_id(f"ref-{reference.key}").xpath(
            ".//ul[@class='cited-in']//q"
        )
        assert len(quotes) >= len(reference.numbers), reference.key
        assert all(quote.text_content().strip() for quote in quotes), reference.key


def test_only_the_fourth_risk_of_the_real_paper_is_answered_outside_the_recommendations(real):
    risks, measures = real.argument[1].targets, real.argument[2].targets
    answers = {
        one.source: real.by_path[one.target.page].section
        for one in real.relations
        if one.type == "answered-by" and one.source in risks and one.target in measures
    }
    assert set(answers) == set(risks)
    assert list(answers.values()) == ["4.1", "4.2", "4.3", "5"]


def test_every_finding_of_the_real_paper_is_a_note_or_left_out_with_a_reason(real):
    of_notes = [finding for note in real.notes for finding in note.findings]
    left_out = [item.finding for item in real.left_out]
    found = sorted(of_notes + left_out, key=lambda finding: int(finding.removeprefix("N")))
    assert found == [f"N{number:02d}" for number in range(1, len(found) + 1)]
    assert len(found) == 111
    assert all(item.reason for item in real.left_out)
