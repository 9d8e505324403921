"""The exact messages of the rules for what the sources say."""

from __future__ import annotations

import pytest

from edition.checks.apparatus.evidence_rules import FIELDS as KNOWN
from edition.checks.apparatus.evidence_rules import MOST_CHARACTERS, MOST_WORDS, RULES

EVIDENCE = "docs/data/evidence.yml"
ENGLISH = "  quotation: The first lamp on Gull Rock was lit in 1788.\n"
CHINESE = "海水从门口涌了进来。"


def test_unknown_evidence_field(problems) -> None:
    assert problems("unknown-evidence-field", (EVIDENCE, "lang: en", "language: en")) == (
        f"{EVIDENCE}:5: unknown-evidence-field: 'language' is not a field of this record. The fields are {', '.join(sorted(KNOWN))}."
    )


def test_unknown_evidence_number(problems) -> None:
    assert problems("unknown-evidence-number", (EVIDENCE, "number: 25", "number: 26")) == (
        f"{EVIDENCE}:86: unknown-evidence-number: '26' is not a number that the paper prints. The numbers are 1 to 25."
    )
    assert problems("unknown-evidence-number", (EVIDENCE, "number: 25", "number: xxv")) == (
        f"{EVIDENCE}:86: unknown-evidence-number: 'xxv' is not a number that the paper prints. The numbers are 1 to 25."
    )


def test_duplicate_evidence(problems) -> None:
    assert problems("duplicate-evidence", (EVIDENCE, "number: 3", "number: 2")) == (
        f"{EVIDENCE}:21: duplicate-evidence: the number 2 is already judged in {EVIDENCE}:11. Keep one of the two records."
    )


def test_missing_evidence(problems) -> None:
    assert problems("missing-evidence", (EVIDENCE, "- number: 3\n", "- number: 2\n")) == (
        f"{EVIDENCE}:1: missing-evidence: the number 3 has no record. Add one; its verdict is 'unread' where the source was not found."
    )
    assert problems("missing-evidence", (EVIDENCE, "", "[]\n")) == ""


def test_unknown_evidence_verdict(problems) -> None:
    assert problems("unknown-evidence-verdict", (EVIDENCE, "verdict: partly", "verdict: part")) == (
        f"{EVIDENCE}:22: unknown-evidence-verdict: 'part' is not a verdict of evidence. Did you mean 'partly'?"
    )


def test_unknown_seen(problems) -> None:
    assert problems("unknown-seen", (EVIDENCE, "seen: same-text", "seen: sametext")) == (
        f"{EVIDENCE}:15: unknown-seen: 'sametext' is not a way in which a text can be seen. Did you mean 'same-text'?"
    )
    assert problems("unknown-seen", (EVIDENCE, "  seen: page\n", "")) == (
        f"{EVIDENCE}:2: unknown-seen: '' is not a way in which a text can be seen. Write one of page, same-text, translation, report, none."
    )


def test_quotation_without_source(problems) -> None:
    assert problems("quotation-without-source", (EVIDENCE, "  source: brine1919lamps\n", "")) == (
        f"{EVIDENCE}:4: quotation-without-source: the quotation for 1 names no source. Add `source:`, or `copy: true` if it was seen only in a copy."
    )


def test_verdict_without_quotation(problems) -> None:
    rule = "verdict-without-quotation"
    assert problems(rule, (EVIDENCE, ENGLISH, "")) == (
        f"{EVIDENCE}:3: verdict-without-quotation: the verdict 'supports' on 1 has no quotation. Add `quotation:`, or write 'unread'."
    )
    assert problems(rule, (EVIDENCE, "verdict: supports", "verdict: unread")) == (
        f"{EVIDENCE}:3: verdict-without-quotation: 1 is 'unread' and has a quotation. Give the verdict that the words allow, or take them out."
    )
    assert problems(rule, (EVIDENCE, "seen: page", "seen: report")) == (
        f"{EVIDENCE}:3: verdict-without-quotation: the verdict 'supports' on 1 rests on no text that was seen. Correct `seen:` ('report'), or write 'unread'."
    )


def test_quotation_too_long(problems) -> None:
    rule, words = "quotation-too-long", "word " * MOST_WORDS
    assert problems(rule, (EVIDENCE, ENGLISH, f"  quotation: {words}\n")) == ""
    assert problems(rule, (EVIDENCE, ENGLISH, f"  quotation: {words} more\n")) == (
        f"{EVIDENCE}:4: quotation-too-long: the quotation for 1 has 26 words. Choose 25 at most that decide the verdict."
    )
    assert problems(rule, (EVIDENCE, CHINESE, "水" * MOST_CHARACTERS)) == ""
    assert problems(rule, (EVIDENCE, CHINESE, "水" * (MOST_CHARACTERS + 1))) == (
        f"{EVIDENCE}:44: quotation-too-long: the quotation for 5 has 61 characters. Choose 60 at most that decide the verdict."
    )


def test_missing_translation(problems) -> None:
    assert problems(
        "missing-translation", (EVIDENCE, "  translation: Wicks burn in the wind\n", "")
    ) == (
        f"{EVIDENCE}:33: missing-translation: the quotation for 4 is in 'de' and has no translation. Add `translation:`."
    )


@pytest.mark.parametrize("tag", ["Urdu", "zh_Hans"])
def test_quotation_language(problems, tag: str) -> None:
    assert problems("quotation-language", (EVIDENCE, "lang: ur", f"lang: {tag}")) == (
        f"{EVIDENCE}:62: quotation-language: '{tag}' is not the tag of a language. Write it like en, ur or zh-Hans."
    )


def test_linked_copy(problems) -> None:
    rule = "linked-copy"
    assert problems(rule, (EVIDENCE, "copy: true", "copy: true\n  source: board1911rules")) == (
        f"{EVIDENCE}:17: linked-copy: 'board1911rules' would be linked as the publisher of a copy. Take out `source:`, or `copy:` if it is the publisher's own page."
    )
    assert problems(rule, (EVIDENCE, "  copy: true\n", "")) == (
        f"{EVIDENCE}:16: linked-copy: the address 'https://copies.example/rules' is not that of a copy. Name the work of bib/ in `source:`, or add `copy: true`."
    )


def test_unknown_evidence_source(problems) -> None:
    rule = "unknown-evidence-source"
    assert problems(rule, (EVIDENCE, "source: brine1919lamps", "source: brine1919lamp")) == (
        f"{EVIDENCE}:7: unknown-evidence-source: 'brine1919lamp' is not in bib/. Did you mean 'brine1919lamps'?"
    )
    assert problems(rule, (EVIDENCE, "report: grey2005birds", "report: grey2005bird")) == (
        f"{EVIDENCE}:55: unknown-evidence-source: 'grey2005bird' is not in bib/. Did you mean 'grey2005birds'?"
    )


def test_unknown_evidence_note(problems) -> None:
    assert problems("unknown-evidence-note", (EVIDENCE, "[14, 15]", "[14, 99]")) == (
        f"{EVIDENCE}:38: unknown-evidence-note: there is no note 99. Name a note of docs/data/notes/."
    )


def test_unexplained_verdict(problems) -> None:
    rule = "unexplained-verdict"
    assert problems(rule, (EVIDENCE, "  remark: The page names no king.\n", "")) == (
        f"{EVIDENCE}:2: unexplained-verdict: the record of 1 has no remark. Add `remark:`, one sentence."
    )
    assert problems(rule, (EVIDENCE, "date: 2025-04-02", "date: yesterday")) == (
        f"{EVIDENCE}:8: unexplained-verdict: 'yesterday' is not the day on which it was read. Write `date:` like 2024-06-15."
    )


def test_a_paper_without_evidence_breaks_none_of_these_rules(problems) -> None:
    names = [rule.__name__.replace("_", "-") for rule in RULES]
    page = ("docs/evidence.md", "", "---\ntitle: T\ndescription: D.\n---\n\n# T\n\n\\evidence\n")
    assert [problems(name, (EVIDENCE, "", ""), page) for name in names] == [""] * len(names)
