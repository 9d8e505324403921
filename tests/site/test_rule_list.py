"""In: a page with the directive for the rules. Out: every rule at its own address, with level,
words and example.
"""

from __future__ import annotations

import lxml.html

from edition.checks.manual import rule_groups
from edition.site.context import Context, PageView


def first_word(text: str) -> str:
    return text.replace("`", "").replace("’", "'").split()[0]


def test_the_page_says_of_each_rule_what_its_docstring_says(made_up):
    view = PageView(Context(made_up, None, rule_groups), made_up.by_path["about.md"])
    page = lxml.html.fragment_fromstring(str(view.fill("rules")), create_parent="div")
    headings = page.xpath(".//h2[starts-with(@id, 'rules-')]")
    assert [heading.text_content() for heading in headings] == [g.title for g in rule_groups()]
    for rule in (rule for group in rule_groups() for rule in group.rules):
        section = page.get_element_by_id(f"rule-{rule.name}").getparent()
        assert section.find("h3").text_content() == f"{rule.name} {rule.level}"
        assert section.find("pre").text_content() == rule.example
        # The first words, because the page has links and curled apostrophes.
        asked = [first_word(paragraph) for paragraph in rule.description.split("\n\n")]
        assert [first_word(p.text_content()) for p in section.iter("p")] == asked
