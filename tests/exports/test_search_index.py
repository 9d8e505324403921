"""What the search of the made-up paper finds, and that every result leads to a place."""

from __future__ import annotations

import json
from collections import defaultdict

import pytest

from edition.exports.search_index import Document, search_documents, search_index
from edition.model import Edition


@pytest.fixture(scope="module")
def documents(made_up: Edition) -> list[Document]:
    return [document for group in search_documents(made_up).values() for document in group]


def test_the_documents(documents, golden):
    lines = (json.dumps(document, ensure_ascii=False) for document in documents)
    golden("exports/search.jsonl", "\n".join([*lines, ""]))


def test_every_result_leads_to_a_place_that_is_there(built, documents):
    anchors = defaultdict(set)
    for document in documents:
        address, _, anchor = document["location"].partition("#")
        anchors[address] |= {anchor} - {""}
    for address, expected in anchors.items():
        assert expected <= set(built.page(address).xpath("//@id")), address


def test_the_index_keeps_the_plugins_documents_of_other_pages_only(made_up):
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
