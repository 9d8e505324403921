"""In: texts. Out: spans of sentences that hold for any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.model.pages.sentences import sentence_at, sentence_spans


@given(st.text())
def test_spans_are_in_order_apart_and_leave_no_word_out(text):
    spans = sentence_spans(text)
    at = 0
    for start, end in spans:
        assert at <= start < end
        assert text[start:end] == text[start:end].strip()
        assert text[at:start].strip() == ""
        at = end
    assert text[at:].strip() == ""


@given(st.text(), st.integers(0, 50))
def test_a_marker_anywhere_finds_a_sentence_where_there_is_one(text, offset):
    spans = sentence_spans(text)
    assert bool(sentence_at(text, spans, offset)) == bool(spans)


@pytest.mark.parametrize(
    ("offset", "sentence"),
    [(0, "Lit."), (2, "Lit."), (4, "Lit."), (5, "Lit."), (6, "Out."), (9, "Out."), (99, "Out.")],
)
def test_a_marker_belongs_to_the_sentence_it_closes(offset, sentence):
    text = "Lit. Out."
    assert sentence_at(text, sentence_spans(text), offset) == sentence
