"""What the search of the made-up paper finds, and that every result leads to a place."""

from __future__ import annotations

import json

import pytest

from edition.exports.search_index import Document, search_documents, search_index
from edition.model import Edition
from edition.model.pages.page import straight


@pytest.fixture(scope="module")
def documents(made_up: Edition) -> list[Document]:
    return [document for group in search_documents(made_up).values() for document in group]


def holding(documents: list[Document], words: str) -> set[str]:
    """The addresses of the documents that have the words in their title or text."""
    return {
        document["location"]
        for document in documents
        if words in f"{document['title']} {document['text']}"
    }


def test_each_paragraph_is_a_document_at_its_own_address(
    made_up: Edition, documents: list[Document]
) -> None:
    found = {document["location"]: document["text"] for document in documents}
    for page in made_up.pages:
        for paragraph in page.paragraphs:
            assert found[f"{page.address}#{paragraph.id}"] == paragraph.text


def test_a_page_is_named_by_its_section_and_a_paragraph_by_its_number(
    documents: list[Document],
) -> None:
    titles = {document["location"]: document["title"] for document in documents}
    assert titles["towers/oil/"] == "1.2 Oil"
    assert titles["towers/oil/#p1"] == "1.2 Oil, ¶1"


@pytest.mark.parametrize("kind", ["aliases", "forms"])
def test_a_name_is_found_by_all_it_is_called(
    made_up: Edition, documents: list[Document], kind: str
) -> None:
    sought = [
        (name.id, form)
        for name in made_up.names
        for form in (name.all_forms if kind == "aliases" else [form.text for form in name.forms])
    ]
    assert sought
    assert [
        (id, form) for id, form in sought if f"names/#{id}" not in holding(documents, form)
    ] == []


def test_a_term_is_found_by_its_other_names(made_up: Edition, documents: list[Document]) -> None:
    sought = [
        (term.id, word)
        for term in made_up.glossary
        for word in (term.term, *term.aliases, *(form.text for form in term.forms))
    ]
    assert sought
    assert [
        (id, word) for id, word in sought if f"glossary/#{id}" not in holding(documents, word)
    ] == []


def test_a_work_is_found_by_title_author_number_and_original_title(
    made_up: Edition, documents: list[Document]
) -> None:
    for reference in made_up.bibliography:
        place = f"references/#ref-{reference.key}"
        words = [
            reference.title,
            reference.text("author"),
            reference.text("origtitle"),
            *(f"[{number}]" for number in reference.numbers),
        ]
        assert [word for word in words if word and place not in holding(documents, word)] == []


def test_a_note_is_found_by_its_words_and_by_what_it_hangs_on(
    made_up: Edition, documents: list[Document]
) -> None:
    found = {document["location"]: document for document in documents}
    assert made_up.notes
    for note in made_up.notes:
        document = found[f"notes/#{note.anchor}"]
        assert document["title"] == f"Note {note.id}: {note.lemma or note.type_name}"
        assert "*" not in document["text"]  # what is read, not what was typed


def test_a_note_is_found_by_the_sentence_that_it_is_on(
    made_up: Edition, documents: list[Document]
) -> None:
    found = {document["location"]: document for document in documents}
    note = next(note for note in made_up.notes if note.lemma)
    context = found[f"notes/#{note.anchor}"]["context"]
    assert note.lemma in straight(context) and len(context) > len(note.lemma)


def test_a_paragraph_has_the_other_forms_of_the_names_in_it(
    made_up: Edition, documents: list[Document]
) -> None:
    found = {document["location"]: document for document in documents}
    names = {name.id: name for name in made_up.names}
    sought = [
        (mention, names[id])
        for mention in made_up.name_mentions
        for id in mention.ids
        if names[id].forms
    ]
    assert sought
    for mention, name in sought:
        page = made_up.by_path[mention.target.page]
        also = found[f"{page.address}#{mention.target.anchor}"]["also"]
        [others] = [others for form, *others in also if form == mention.form]
        assert {form.text for form in name.forms} <= set(others)
        assert mention.form not in others


def test_every_document_is_of_a_kind(documents: list[Document]) -> None:
    kinds = {document["kind"] for document in documents}
    assert kinds == {"text", "note", "name", "event", "reference", "page"}
    assert {document["kind"] for document in documents if "#p1" in document["location"]} == {"text"}


def test_the_summaries_of_an_overview_are_not_the_papers_text(documents: list[Document]) -> None:
    kinds = {document["location"]: document["kind"] for document in documents}
    assert kinds["towers/#summary"] == "page"
    assert kinds["towers/"] == kinds["#abstract"] == kinds["towers/oil/#p1"] == "text"


def test_no_address_of_a_work_is_searched(made_up: Edition, documents: list[Document]) -> None:
    assert not [
        work.url for work in made_up.bibliography if work.url and holding(documents, work.url)
    ]


def test_every_result_leads_to_a_place_that_is_there(built, documents: list[Document]) -> None:
    for address in {document["location"].partition("#")[0] for document in documents}:
        anchors = {
            anchor
            for document in documents
            for page, _, anchor in [document["location"].partition("#")]
            if page == address and anchor
        }
        assert anchors <= set(built.page(address).xpath("//@id")), address


def test_the_index_keeps_the_plugins_documents_of_other_pages_only(made_up: Edition) -> None:
    plugins = {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "elsewhere/", "title": "Elsewhere", "text": ""},
            {"location": "towers/oil/#old", "title": "", "text": ""},
            {
                "location": "elsewhere/#a",
                "title": "A",
                "text": "<p>One <code>x &lt; y</code></p><p>two</p>",
            },
        ],
    }
    index = json.loads(search_index(made_up, json.dumps(plugins)))
    assert index["config"] == {"lang": ["en"]}
    locations = [document["location"] for document in index["docs"]]
    assert "elsewhere/" in locations
    [words] = [text["text"] for text in index["docs"] if text["location"] == "elsewhere/#a"]
    assert words == "One x < y two"
    assert "towers/oil/#old" not in locations
    assert len(locations) == len(set(locations))
