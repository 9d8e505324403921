"""Changes to the made-up paper, and both reports of them in tests/golden/review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.problem import Location, Problem
from edition.review.change import Review
from edition.review.compare import compare_problems
from repository import edit, git, reports

PAPER, EDITORS = "bib/paper.bib", "bib/editors.bib"
OIL, STONE, PAY = "docs/towers/oil.md", "docs/towers/stone.md", "docs/keepers/pay.md"
SONGS, WATCHES = "docs/keepers/songs.md", "docs/keepers/watches.md"


@pytest.fixture()
def review(golden) -> Callable[[str, Path], None]:
    """`review("pages", root)`: both reports are those of tests/golden/review."""

    def compare(name: str, root: Path) -> None:
        text, markdown = reports(root)
        golden(f"review/{name}.txt", text)
        golden(f"review/{name}.md", markdown)

    return compare


def replace_everywhere(root: Path, old: str, new: str, *paths: str) -> None:
    for path in paths:
        text = (root / path).read_text("utf-8")
        (root / path).write_text(text.replace(old, new), encoding="utf-8")


def cut_out(root: Path, path: str, start: str, end: str) -> str:
    """Take the text from `start` to before `end` out of a file, and return it."""
    text = (root / path).read_text("utf-8")
    part = text[text.index(start) : text.index(end)]
    (root / path).write_text(text.replace(part, ""), encoding="utf-8")
    return part


def test_nothing_changed(repository):
    text, markdown = reports(repository())
    line = "Compared with BASE (main): no new problems.\n\nNo words that a reader sees change.\n"
    assert text == line
    assert markdown == f"## What this changes\n\n{line}"


def test_references(repository, review):
    root = repository()
    replace_everywhere(root, "tarn1995fog", "tarn1995signals", PAPER, OIL)
    replace_everywhere(root, "tarn1995fog", "tarn1995signals", "docs/data/concordance.yml")
    edit(
        root,
        (PAPER, "Wicks, Wind and Weather", "Wicks, Wind and Water"),
        (
            PAPER,
            "  edition = {second edition},\n",
            "  edition = {second edition},\n  isbn = {978-0-306-40615-7},\n",
        ),
        (
            EDITORS,
            "\n@online{sella",
            "\n@book{grey2006moths,\n  title = {{Moths}},\n  date = {2006},\n}\n\n@online{sella",
        ),
    )
    moved = cut_out(root, EDITORS, "@book{grey2005birds", "@book{grey2006moths")
    cut_out(root, PAPER, "@online{oilwick", "@phdthesis")
    (root / PAPER).write_text((root / PAPER).read_text("utf-8") + "\n" + moved, encoding="utf-8")
    review("references", root)


def test_paragraphs(repository, review):
    root = repository()
    edit(
        root,
        (SONGS, "was sung through twice", "was ever sung through twice"),
        (SONGS, "(watches.md#p1a)", "(watches.md#p2)"),
        (WATCHES, "opposite.[@keepersunionndletters]", "opposite.[@osk2010four]"),
        (OIL, "Seal oil smoked", "*Seal oil* smoked"),
        (OIL, "| Seal  | much            |", "| Seal  | much, and black |"),
        (OIL, "    - small ones, [@tarn1995fog]\n", ""),
        (STONE, "How to write about stone", "How to write of stone"),
        (STONE, "description: ", "description: Also "),
    )
    head, first, second = (root / PAY).read_text("utf-8").partition("A keeper earned")
    first, second = (first + second).rsplit("\n\n", 1)
    (root / PAY).write_text(f"{head}{second}\n{first}\n", encoding="utf-8")
    review("paragraphs", root)


def test_pages(repository, review):
    horn = "---\ntitle: Horn\nsection: '1.3'\n---\n\n# Horn\n\nIt was loud.\n{: #p1 }\n"
    root = repository({"docs/towers/horn.md": horn})
    last = "      - 1.2 Oil: towers/oil.md\n"
    edit(root, ("mkdocs.yml", last, f"{last}      - 1.3 Horn: towers/horn.md\n"))
    git(root, "commit", "--quiet", "--all", "--amend", "--no-edit")
    (root / "docs/towers/horn.md").unlink()
    edit(root, ("mkdocs.yml", "1.3 Horn: towers/horn.md", "1.3 Wood: towers/wood.md"))
    wood = horn.replace("Horn", "Wood").replace("It was loud", "Beacons came first")
    (root / "docs/towers/wood.md").write_text(wood, encoding="utf-8")
    pay = (root / PAY).read_text("utf-8")
    (root / PAY).unlink()
    wages = pay.replace("The tides were free", "The tides cost nothing")
    (root / "docs/keepers/wages.md").write_text(wages, encoding="utf-8")
    replace_everywhere(root, "keepers/pay.md", "keepers/wages.md", "mkdocs.yml")
    edit(root, (SONGS, "{: #p2b }", "{: #p2b .last }"))
    review("pages", root)


def test_data(repository, review):
    root = repository()
    edit(
        root,
        ("docs/data/notes/keepers/watches.yml", "last six hours", "last five hours"),
        ("docs/data/notes/towers/oil.yml", "- id: 18", "- id: 19"),
        ("docs/data/notes/left-out.yml", "does not show it", "has it not"),
        ("docs/data/names.yml", "Singer, of *Holm*.", "Singer."),
        ("docs/data/concordance.yml", "number: 25", "number: 26"),
        ("docs/data/relations.yml", "type: summed-up-in", "type: repeated-in"),
        ("docs/data/paper.yml", "version: 1.2.0", "version: 1.2.1"),
        ("docs/data/exceptions.yml", "The letters bear no date.", "No date is known."),
        ("docs/data/argument.yml", "title: Towers", "title: The towers"),
        ("mkdocs.yml", "1.2 Oil: towers", "1.2 Oils: towers"),
    )
    (root / "scripts").mkdir()
    (root / "scripts/x.py").write_text("")
    review("data", root)


@pytest.mark.parametrize(("when", "kind"), [("now", "removed"), ("at the base", "added")])
def test_a_list_that_cannot_be_read(repository, when, kind):
    root = repository()
    content = (root / PAPER).read_bytes()
    (root / PAPER).write_bytes(b"\xff" + content)
    if when == "at the base":
        git(root, "commit", "--quiet", "--all", "--amend", "--no-edit")
        (root / PAPER).write_bytes(content)
    text, _markdown = reports(root)
    assert f"{PAPER} cannot be read whole: its entries are not compared." in text
    assert kind not in text
    unreadable = f"At the base {PAPER}:1 could not be read: byte 0xff is not UTF-8."
    assert (unreadable in text) == (when == "at the base")


def test_problems_are_compared_by_what_they_say():
    def problem(line: int, message: str = "bad.", path: str = "a.md") -> Problem:
        return Problem(Location(path, line), "some-rule", message)

    before = [problem(1), problem(5), problem(9, "is in line 4 already."), problem(2, "old.")]
    after = [problem(7), problem(9, "is in line 8 already.", "b.md")]
    review = Review("BASE")
    compare_problems(review, before, after, {"a.md": "b.md"})
    assert (review.new_problems, review.old_problems, review.fixed_problems) == ([problem(7)], 1, 3)
