"""The exact messages of the rules for data files."""

from __future__ import annotations

import pytest

MORE = "docs/data/more.yml"
CITATION_FILE = "CITATION.cff"

PAPER = "docs/data/paper.yml"


CITATION = """\
cff-version: 1.2.0
title: "Lamps of Orrin, a digital edition"
version: 1.2.0
date-released: 2025-04-09
authors:
  - name: Readers of the Outer Isles
"""


def test_crowded_author(problems) -> None:
    hint = "Give each author a record of its own, family and given apart."
    assert problems("crowded-author", (PAPER, "family: Wren", "family: Wren and Quill")) == (
        f"docs/data/paper.yml:6: crowded-author: 'family: Wren and Quill' holds more than one name. {hint}"
    )
    assert problems("crowded-author", (PAPER, "given: Isolde", "given: Isolde; Quill")) == (
        f"docs/data/paper.yml:7: crowded-author: 'given: Isolde; Quill' holds more than one name. {hint}"
    )
    assert problems("crowded-author", (PAPER, "family: Wren", "family: Anderson")) == ""


def test_impossible_paper_date(problems) -> None:
    hint = "Write it like 2024-06-15, as precise as known, or leave it out."
    assert problems("impossible-paper-date", (PAPER, 'year: "1931"', 'year: "1931-02-30"')) == (
        f"docs/data/paper.yml:3: impossible-paper-date: 'year: 1931-02-30' is not a date. {hint}"
    )
    assert problems("impossible-paper-date", (PAPER, "date: 2025-04-09", "date: April 2025")) == (
        f"docs/data/paper.yml:22: impossible-paper-date: 'date: April 2025' is not a date. {hint}"
    )


def test_paper_language_tag(problems) -> None:
    assert problems("paper-language-tag", (PAPER, "language: en", "language: English")) == (
        "docs/data/paper.yml:4: paper-language-tag: 'language: English' is not the tag of a language. Write it like en, fr or zh-Hans."
    )


def test_unread_data_file(problems) -> None:
    assert problems("unread-data-file", ("docs/data/timelines.yml", "", "- {id: x}\n")) == (
        "docs/data/timelines.yml:1: unread-data-file: nothing reads 'timelines.yml'. Did you mean 'timeline.yml'?"
    )


def test_unreal_identifier(problems) -> None:
    hint = "Write it like 0000-0002-1825-0097, or leave it out."
    orcid = "given: Isolde\n    orcid: "
    assert problems("unreal-identifier", (PAPER, "given: Isolde", f"{orcid}1234")) == (
        f"docs/data/paper.yml:8: unreal-identifier: 'orcid: 1234' is not an ORCID iD. {hint}"
    )
    good = f"{orcid}https://orcid.org/0000-0002-1825-0097"
    assert problems("unreal-identifier", (PAPER, "given: Isolde", good)) == ""
    for doi, said in {
        "https://doi.org/10.1000/182": "",
        "forthcoming": "docs/data/paper.yml:4: unreal-identifier: 'doi: forthcoming' is not a DOI. Write it like 10.1000/182, or leave it out.",
    }.items():
        assert problems("unreal-identifier", (PAPER, "language", f"doi: {doi}\nlanguage")) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  - family: Quill",
            "  - Ada Brine\n  - family: Quill",
            "docs/data/paper.yml:5: malformed-data: 'authors' holds a text, where a record is read. Write fields with their names, `name: value`.",
        ),
        (
            'year: "1931"',
            "year: [1931]",
            "docs/data/paper.yml:3: malformed-data: 'year' holds a list or a record, where a text is read. Write `year: …`.",
        ),
    ],
)
def test_a_value_of_another_kind_is_not_lost_in_silence(problems, old, new, said) -> None:
    assert problems("malformed-data", (PAPER, old, new)) == said


def test_a_title_that_is_a_list_is_not_lost_in_silence(problems) -> None:
    change = ("docs/about.md", "title: About", "title: [About, Us]")
    assert problems("malformed-data", change) == (
        "docs/about.md:2: malformed-data: 'title' holds a list or a record, where a text is read. Write `title: …`."
    )


def test_files_that_no_page_reads_are_read_by_the_rule(problems) -> None:
    said = problems(
        "malformed-data",
        (CITATION_FILE, "", "- title: Lamps\n"),
        ("docs/data/concordance.yml", "", "number: 1\n"),
        ("docs/data/exceptions.yml", "", "rule: raw-html\n"),
    )
    lists = ("docs/data/concordance.yml", "docs/data/exceptions.yml")
    hint = "the file is not a list. Begin each record with `- `."
    assert said.splitlines() == [
        "CITATION.cff:1: malformed-data: the file has no fields. Write fields with their names, `title: …`.",
        *(f"{path}:1: malformed-data: {hint}" for path in lists),
    ]


def test_version_number(problems) -> None:
    assert problems("version-number", (PAPER, "version: 1.2.0", "version: second")) == (
        "docs/data/paper.yml:21: version-number: 'version: second' does not have three numbers. Write it like 1.2.0."
    )


def test_outdated_citation_file(problems) -> None:
    assert problems("outdated-citation-file", (CITATION_FILE, "", CITATION)) == ""
    assert problems(
        "outdated-citation-file",
        (CITATION_FILE, "", CITATION.replace("1.2.0\ndate", "1.1.0\ndate")),
    ) == (
        "CITATION.cff:3: outdated-citation-file: 'version: 1.1.0' is not the '1.2.0' of docs/data/paper.yml. Write `version: 1.2.0`."
    )
    hint = "Write a body as `- name:`, a person with `family-names:` and `given-names:`."
    wren = "family-names: Wren\n    given-names: Isolde"
    written = CITATION.replace("name: Readers of the Outer Isles", wren)
    assert problems("outdated-citation-file", (CITATION_FILE, "", written)) == (
        f"CITATION.cff:5: outdated-citation-file: 'authors: Isolde Wren' is not the 'Readers of the Outer Isles' of docs/data/paper.yml. {hint}"
    )


def test_unclear_restatement(problems) -> None:
    for value in ("true", "false"):
        line = f"  version: 1.2.0\n  restates: {value}\n"
        assert problems("unclear-restatement", (PAPER, "  version: 1.2.0\n", line)) == ""
    line = "  version: 1.2.0\n  restates: partly\n"
    assert problems("unclear-restatement", (PAPER, "  version: 1.2.0\n", line)) == (
        "docs/data/paper.yml:22: unclear-restatement: 'restates: partly' is neither true nor false. Write `restates: true` for a text in other words, false for the paper's own."
    )


def test_several_licenses(problems) -> None:
    assert (
        problems("several-licenses", (CITATION_FILE, "", CITATION + "license: CC-BY-4.0\n")) == ""
    )
    assert problems(
        "several-licenses", (CITATION_FILE, "", CITATION + "license: [CC-BY-4.0, MIT]\n")
    ) == (
        "CITATION.cff:7: several-licenses: 'license: [CC-BY-4.0, MIT]' is a list, which Zenodo refuses. Write `license: CC-BY-4.0`."
    )


def test_outdated_changelog(problems) -> None:
    path, older = "docs/about/changelog.md", "\n## 1.1.0 · 1 March 2024\n"
    assert problems(
        "outdated-changelog", (path, "", "# Changelog\n\n## 1.2.0 · 9 April 2025\n" + older)
    ) == ("")
    hint = "Write `## 1.2.0 · 9 April 2025` above what changed, or correct docs/data/paper.yml."
    assert problems("outdated-changelog", (path, "", "# Changelog\n" + older)) == (
        f"docs/about/changelog.md:3: outdated-changelog: '1.1.0 · 1 March 2024' is not the '1.2.0 · 9 April 2025' of docs/data/paper.yml. {hint}"
    )
    assert problems(
        "outdated-changelog", (path, "", "# Changelog\n\n## 1.2.0 · 8 April 2025\n")
    ) == (
        f"docs/about/changelog.md:3: outdated-changelog: '1.2.0 · 8 April 2025' is not the '1.2.0 · 9 April 2025' of docs/data/paper.yml. {hint}"
    )


def test_malformed_data(problems) -> None:
    assert problems("malformed-data", (MORE, "", "a: [1\n")) == (
        "docs/data/more.yml:2: malformed-data: this is not YAML: expected ',' or ']', but got '<stream end>'. Compare the indentation and quotes with the record above."
    )
    assert problems("malformed-data", (MORE, "", "a: &x 1\nb: *x\n")) == (
        "docs/data/more.yml:2: malformed-data: the alias '*x' is not allowed. Write the value out."
    )


def test_missing_paper_fact(problems) -> None:
    assert problems(
        "missing-paper-fact", (PAPER, "  - family: Quill\n    given: Tobias", "  - given: Tobias")
    ) == (
        "docs/data/paper.yml:2: missing-paper-fact: the author 'Tobias' has no family name. Add `family:`."
    )
    assert problems("missing-paper-fact", (PAPER, "  version: 1.2.0\n", "")) == (
        "docs/data/paper.yml:2: missing-paper-fact: 'edition.version' is not given. Add `version:`."
    )


def test_unknown_paper_field(problems) -> None:
    path = "docs/data/paper.yml"
    assert problems(
        "unknown-paper-field", (path, "    affiliation: Inst", "    affilation: Inst")
    ) == (
        "docs/data/paper.yml:9: unknown-paper-field: 'affilation' is not a field of this record. Did you mean 'affiliation'?"
    )
    told = {
        "note": "The fields are title, authors, year, language, keywords, journal, volume, number, pages, doi, edition.",
        "abstract": "Write it as a page, or as a paragraph of one, with an id: `{: #abstract }`.",
        "email": "Take it out: addresses of persons are not published.",
    }
    for field, hint in told.items():
        change = (path, "keywords:\n", f"{field}: none\nkeywords:\n")
        assert problems("unknown-paper-field", change) == (
            f"docs/data/paper.yml:16: unknown-paper-field: '{field}' is not a field of this record. {hint}"
        )
