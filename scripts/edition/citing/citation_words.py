"""The words in which a citation is printed in the text: the paper's number, or author and year."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

from edition.model import Citation, Edition

_EMPHASIS = re.compile(r"(?<!\w)\*([^*\s][^*]*?)\*(?!\w)")


def citation_label(edition: Edition, citation: Citation) -> str:
    """The paper's number; author and year of a work that the paper does not number here."""
    if citation.number:
        return str(citation.number)
    return edition.bibliography[citation.key].short


def citation_text(edition: Edition, citation: Citation) -> str:
    """The words of the link: `[1]`, `[Brine 1919]`, `(1919)` after the author, `[1919]` alone."""
    work = edition.bibliography[citation.key]
    author, year = work.short_author, work.date[:4]
    if citation.number:
        return f"[{citation.number}]"
    if citation.is_named:
        return f"({year or 'undated'})"
    return f"[{year or author}]" if citation.is_hidden else f"[{f'{author} {year}'.strip()}]"


def as_written(citation: Citation) -> str:
    """A citation whose work is not known, as it was written."""
    return f"@{citation.key}" if citation.is_named else f"[@{citation.key}]"


def emphasis(text: str) -> list[tuple[str, bool]]:
    """The pieces of a text, and whether each is emphasized: `see *Dawn*` has two."""
    pieces = [(piece, bool(at % 2)) for at, piece in enumerate(_EMPHASIS.split(text))]
    return [(piece, is_emphasized) for piece, is_emphasized in pieces if piece]


def emphasized(text: str) -> Markup:
    """The text as HTML."""
    pieces = emphasis(text)
    return Markup("").join(
        Markup("<em>{}</em>").format(piece) if is_emphasized else escape(piece)
        for piece, is_emphasized in pieces
    )
