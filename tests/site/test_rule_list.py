"""In: a page with the command for the rules. Out: every rule at its own address, as the manual in the terminal has it."""

from __future__ import annotations

import pytest

from edition.checks.manual import manual, rule_groups

PAGE = "---\ntitle: Rules\ndescription: The rules.\n---\n\n# Rules\n\nSee [one](#rule-undefined-citation).\n\n\\rules\n"


@pytest.fixture()
def site(overlay, build, tmp_path):
    paper = overlay({"docs/rules.md": PAGE})
    config = paper / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace(
            "  - About: about.md", "  - About: about.md\n  - Rules: rules.md"
        ),
        encoding="utf-8",
    )
    return build(config, tmp_path / "site", "/some-repo/")


def first_word(text: str) -> str:
    return text.replace("`", "").replace("’", "'").split()[0]


def test_the_page_says_what_the_manual_says(site) -> None:
    assert (site.code, site.warnings) == (0, [])
    article, sought = site.article("rules/"), site.folder / "search" / "search_index.json"
    assert [
        heading.text_content() for heading in article.xpath(".//h2[starts-with(@id, 'rules-')]")
    ] == [group.title for group in rule_groups()]
    for rule in (rule for group in rule_groups() for rule in group.rules):
        section = article.get_element_by_id(f"rule-{rule.name}").getparent()
        assert section.find("h3").text_content() == f"{rule.name} {rule.level}"
        assert section.find("pre").text_content() == rule.example
        assert (
            f"\n### {rule.name}\n\n*{rule.level}*\n\n{rule.description}\n\n    {rule.example}\n"
            in manual()
        )
        # The first words, because the page has links and curled apostrophes.
        asked = [first_word(paragraph) for paragraph in rule.description.split("\n\n")]
        assert [first_word(p.text_content()) for p in section.iter("p")] == asked
    assert "rule-undefined-citation" in sought.read_text("utf-8")
