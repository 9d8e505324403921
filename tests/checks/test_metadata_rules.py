"""In: the made-up paper with false metadata. Out: each fault named with its place and its hint, and no false tag made of it."""

from __future__ import annotations

from collections.abc import Callable

Said = Callable[..., list[str]]
PAPER = "docs/data/paper.yml"
CITATION = 'cff-version: 1.2.0\ntitle: "Lamps of Orrin, a digital edition"\nversion: 1.2.0\ndate-released: 2025-04-09\n'


def test_crowded_author(said: Said) -> None:
    hint = "Give each author a record of its own, family and given apart."
    assert said("crowded-author", (PAPER, "family: Wren", "family: Wren and Quill")) == [
        f"docs/data/paper.yml:6: crowded-author: 'family: Wren and Quill' holds more than one name. {hint}"
    ]
    assert said("crowded-author", (PAPER, "given: Isolde", "given: Isolde; Quill")) == [
        f"docs/data/paper.yml:7: crowded-author: 'given: Isolde; Quill' holds more than one name. {hint}"
    ]
    assert said("crowded-author", (PAPER, "family: Wren", "family: Anderson")) == []


def test_impossible_paper_date(said: Said) -> None:
    hint = "Write it like 2024-06-15, as precise as known, or leave it out."
    assert said("impossible-paper-date", (PAPER, 'year: "1931"', 'year: "1931-02-30"')) == [
        f"docs/data/paper.yml:3: impossible-paper-date: 'year: 1931-02-30' is no date. {hint}"
    ]
    assert said("impossible-paper-date", (PAPER, "date: 2025-04-09", "date: April 2025")) == [
        f"docs/data/paper.yml:22: impossible-paper-date: 'date: April 2025' is no date. {hint}"
    ]


def test_paper_language_tag(said: Said) -> None:
    assert said("paper-language-tag", (PAPER, "language: en", "language: English")) == [
        "docs/data/paper.yml:4: paper-language-tag: 'language: English' is no tag of a language. Write it like en, fr or zh-Hans."
    ]


def test_version_number(said: Said) -> None:
    assert said("version-number", (PAPER, "version: 1.2.0", "version: second")) == [
        "docs/data/paper.yml:21: version-number: 'version: second' has not three numbers. Write it like 1.2.0."
    ]


def test_outdated_citation_file(said: Said) -> None:
    assert said("outdated-citation-file", ("CITATION.cff", "", CITATION)) == []
    assert said(
        "outdated-citation-file",
        ("CITATION.cff", "", CITATION.replace("1.2.0\ndate", "1.1.0\ndate")),
    ) == [
        "CITATION.cff:3: outdated-citation-file: 'version: 1.1.0' is not the '1.2.0' of docs/data/paper.yml. Write `version: 1.2.0`."
    ]


def test_several_licenses(said: Said) -> None:
    assert said("several-licenses", ("CITATION.cff", "", CITATION + "license: CC-BY-4.0\n")) == []
    assert said(
        "several-licenses", ("CITATION.cff", "", CITATION + "license: [CC-BY-4.0, MIT]\n")
    ) == [
        "CITATION.cff:5: several-licenses: 'license: [CC-BY-4.0, MIT]' is a list, which Zenodo refuses. Write `license: CC-BY-4.0`."
    ]


def test_outdated_changelog(said: Said) -> None:
    path, older = "docs/about/changelog.md", "\n## 1.1.0 · 1 March 2024\n"
    assert (
        said("outdated-changelog", (path, "", "# Changelog\n\n## 1.2.0 · 9 April 2025\n" + older))
        == []
    )
    hint = "Write `## 1.2.0 · 9 April 2025` above what changed, or mend docs/data/paper.yml."
    assert said("outdated-changelog", (path, "", "# Changelog\n" + older)) == [
        f"docs/about/changelog.md:3: outdated-changelog: '1.1.0 · 1 March 2024' is not the '1.2.0 · 9 April 2025' of docs/data/paper.yml. {hint}"
    ]
    assert said("outdated-changelog", (path, "", "# Changelog\n\n## 1.2.0 · 8 April 2025\n")) == [
        f"docs/about/changelog.md:3: outdated-changelog: '1.2.0 · 8 April 2025' is not the '1.2.0 · 9 April 2025' of docs/data/paper.yml. {hint}"
    ]
