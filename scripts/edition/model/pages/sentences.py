"""Finds the sentences of a paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from sentencex import segment

Span = tuple[int, int]
"""The offsets of the first character and of the one after the last."""


def sentence_spans(text: str) -> list[Span]:
    """Where the sentences of a text are, without the white space between them."""
    spans = []
    at = 0
    for piece in segment("en", text):
        at = text.index(piece, at)
        sentence = piece.strip()
        if sentence:
            start = text.index(sentence, at)
            spans.append((start, start + len(sentence)))
        at += len(piece)
    return spans


def sentence_at(text: str, spans: Sequence[Span], offset: int) -> str:
    """The sentence that a marker at `offset` closes or stands in.

    A marker after the full stop belongs to the sentence that the full stop ends, not to the next.
    """
    found = ""
    for start, end in spans:
        if start >= offset and found:
            break
        found = text[start:end]
        if offset <= end:
            break
    return found
