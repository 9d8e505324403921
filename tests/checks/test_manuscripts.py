"""What people with papers of their own wrote, laid over the least paper, and what the check says."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import check as command
from conftest import ROOT
from edition.checks import check_sources
from edition.citing.self_citation import paper_item
from edition.model import Edition

BIB, FACTS = "bib/paper.bib", "docs/data/paper.yml"
ENTRY = """@article{brine1919sea,
  author = {Brine, Ada},
  title = {{The Sea}},
  journal = {Salt},
  date = {1919},
  langid = {english},
  keywords = {ref1},
}
"""


@pytest.fixture()
def least(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """`least(files)`: the folder of the least paper with these files in the place of its own."""

    def overlay(files: dict[str, str]) -> Path:
        root = tmp_path / "least"
        shutil.copytree(ROOT / "tests" / "least", root)
        config = root / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), encoding="utf-8")
        for path, text in files.items():
            (root / path).write_text(text, encoding="utf-8")
        return root

    return overlay


def found(root: Path) -> list[str]:
    return [str(problem) for problem in check_sources(Edition.load(root))]


def test_numbers_and_addresses_with_letters_get_no_hint_that_does_harm(least):
    root = least(
        {
            BIB: ENTRY.replace(
                "date =",
                "volume = {SMC-3},\n  number = {D1},\n  pages = {{9--23}},\n  doi = {10/bqhp9z},\n"
                "  isbn = {0098-3004},\n  url = {10.1000/182},\n  date =",
            )
        }
    )
    assert found(root) == [
        "bib/paper.bib:9: warning: bad-isbn: '0098-3004' is not an ISBN: the number has an invalid length. It is an ISSN: write `issn = {0098-3004}`.",
        "bib/paper.bib:10: warning: bad-address: '10.1000/182' is a DOI. Write `doi = {10.1000/182}`.",
    ]


def test_the_facts_of_a_published_paper_have_a_place(least):
    facts = (ROOT / "tests/least" / FACTS).read_text("utf-8")
    published = 'doi: 10.1000/182\njournal: Journal of Salt\nvolume: "3"\npages: 1--9\n'
    author = "    orcid: 0000-0002-1825-0097\n    affilation: Institute for Tides\nedition:"
    root = least({FACTS: published + facts.replace("edition:", author, 1)})
    assert found(root) == [
        "docs/data/paper.yml:10: warning: unknown-paper-field: 'affilation' is not a field of this record. Did you mean 'affiliation'?"
    ]
    edition = Edition.load(root)
    item = json.loads(json.dumps(paper_item(edition)))
    assert item["type"] == "article-journal"
    assert (item["container-title"], item["DOI"]) == ("Journal of Salt", "10.1000/182")
    assert (item["volume"], item["page"]) == ("3", "1–9")
    assert edition.paper.publication == "Journal of Salt 3, 1–9"
    assert edition.paper.authors[0].orcid == "0000-0002-1825-0097"


FOREIGN = """@book{Brine:1919,
  author = {Ada Brine},
  title = {The Sea},
  publisher = {Gull Rock Press},
  year = {1919},
}
"""
CITED = {
    BIB: FOREIGN,
    "docs/index.md": (ROOT / "tests/least/docs/index.md")
    .read_text("utf-8")
    .replace("[@brine1919sea]", "[@Brine:1919]"),
    "docs/data/concordance.yml": '- {number: 1, key: "Brine:1919", page: index.md, paragraph: 1}\n',
}
NUMBER = "docs/data/concordance.yml:1: warning: number-without-keyword: number 1 is 'Brine:1919' here, but that entry has no keyword 'ref1'. Add the keyword, or correct the row."


def test_a_list_kept_elsewhere_breaks_no_convention(least, capsys):
    root = least(CITED)
    assert found(root) == [NUMBER]
    assert command.main(["--root", str(root)]) == 0
    assert capsys.readouterr().err == "1 warning.\n"


@pytest.mark.parametrize("where", ["", "  path: docs/data/concordance.yml\n"])
def test_a_rule_is_switched_off_with_a_reason(least, where):
    reason = "  reason: The list is exported from Zotero.\n"
    exception = f"- rule: number-without-keyword\n{where}{reason}"
    assert found(least(CITED | {"docs/data/exceptions.yml": exception})) == []


def test_a_rule_is_not_switched_off_without_a_reason(least):
    files = CITED | {"docs/data/exceptions.yml": "- rule: number-without-keyword\n"}
    assert found(least(files)) == [
        NUMBER,
        "docs/data/exceptions.yml:1: warning: exception-without-reason: the exception to 'number-without-keyword' gives no reason. Add `reason:`.",
    ]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("manual", "  organization = {Salt Foundation},\n"),
        ("collection", "  editor = {Tarn, Ivo},\n"),
        ("proceedings", ""),
        ("thesis", "  type = {mathesis},\n  institution = {University of Port Sella},\n"),
        ("dataset", ""),
        ("software", ""),
    ],
)
def test_types_that_are_right_have_no_hint_to_another(least, kind, fields):
    entry = ENTRY.replace("@article", f"@{kind}").replace("  journal = {Salt},\n", fields)
    assert found(least({BIB: entry})) == []


@pytest.mark.parametrize(
    "language", ["danish", "catalan", "australian", "ngerman", "dutch", "latin", "hebrew"]
)
def test_languages_that_are_right_have_no_hint_to_another(least, language):
    assert found(least({BIB: ENTRY.replace("{english}", f"{{{language}}}")})) == []


@pytest.mark.parametrize("word", ["klingon", "spanishh", "origyear"])
def test_a_guess_is_made_only_where_one_letter_is_wrong(least, word):
    entry = ENTRY.replace("{english}", f"{{{word}}}").replace(
        "  date", f"  {word} = {{x}},\n  date"
    )
    text = " ".join(found(least({BIB: entry})))
    assert ("Did you mean 'spanish'?" in text) == (word == "spanishh")
    assert text.count("Did you mean") <= 1
