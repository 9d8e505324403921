"""In: a paragraph's text. Out: where its sentences begin and end."""

from __future__ import annotations

from sentencex import segment


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets (start, end) of the sentences, without the white space between them."""
    spans, at = [], 0
    for piece in segment("en", text):
        start = text.index(piece, at)
        at = start + len(piece)
        stripped = piece.strip()
        if stripped:
            lead = len(piece) - len(piece.lstrip())
            spans.append((start + lead, start + lead + len(stripped)))
    return spans


def sentence_at(text: str, spans: list[tuple[int, int]], offset: int) -> str:
    """The sentence that a marker at `offset` closes or stands in.

    A marker after the full stop belongs to the sentence that the full stop ends, not to the next one.
    """
    found = ""
    for start, end in spans:
        if start >= offset and found:
            break
        found = text[start:end]
        if offset <= end:
            break
    return found
