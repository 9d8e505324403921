"""In: the made-up paper. Out: whether a word is put where it shows, and shows in the preview."""

from __future__ import annotations

from benchmark.editing import edits_of, save
from edition.model import Edition


def test_a_word_of_each_kind_comes_into_what_is_read(overlay) -> None:
    root = overlay({})
    before = Edition.load(root)
    for edit in edits_of(before):
        save(edit, root, f"Brzk{edit.kind}")
    after = Edition.load(root)
    page = after.by_path["towers/stone.md"]
    assert [edit.kind for edit in edits_of(before)] == ["page", "reference", "note", "term"]
    assert page.paragraphs[0].text.startswith("Brzkpage ")
    assert after.bibliography.references[page.citations[0].key].title.startswith("Brzkreference ")
    assert next(note.text for note in after.notes if "Brzknote" in note.text).startswith(
        "Brzknote "
    )
    assert after.glossary[0].text.startswith("Brzkterm ")
    assert [paragraph.id for page in after.pages for paragraph in page.paragraphs] == [
        paragraph.id for page in before.pages for paragraph in page.paragraphs
    ]


def test_a_text_that_begins_on_its_next_line(overlay) -> None:
    root = overlay(
        {
            "docs/data/glossary.yml": "- id: watch\n  term: watch\n  text: >-\n    The time for which one keeper minds the lamp.\n"
        }
    )
    term = next(edit for edit in edits_of(Edition.load(root)) if edit.kind == "term")
    save(term, root, "Brzk")
    assert (
        Edition.load(root).glossary[0].text == "Brzk The time for which one keeper minds the lamp."
    )
