"""Mends in a list what has one right answer, and says what was mended.

The text is in the normal form. Mended are the order of names where only one reading is possible,
the dashes of ranges, the prefix of a DOI, empty fields, a second entry that is the same as the
first, and a missing language that all entries share which name one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.checks.bibliography.data_model import NAME_FIELDS
from edition.checks.bibliography.field_rules import shared_language
from edition.checks.bibliography.name_order import names_in_order
from edition.checks.bibliography.normal_form import Entry, normal_form, read_pieces, written
from edition.checks.bibliography.value_rules import mended_doi, mended_number, mended_pages
from edition.checks.bibliography.values import is_braced

_MENDERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(NAME_FIELDS, names_in_order),
    "pages": mended_pages,
    "volume": mended_number,
    "number": mended_number,
    "doi": mended_doi,
}


def mend(text: str, path: str = "") -> tuple[str, list[str]]:
    """The text with everything mended, in the normal form, and a line for each thing mended."""
    pieces = read_pieces(text, path)
    entries = [piece.content for piece in pieces if isinstance(piece.content, Entry)]
    language = shared_language(entry.fields for entry in entries)
    said: list[str] = []
    seen: set[str] = set()
    for piece in pieces:
        entry, before = piece.content, str(piece.content)
        if isinstance(entry, str):
            continue
        if before in seen:
            said.append(f"{entry.key}: given twice, one is taken out")
            piece.content = ""
        else:
            said += [f"{entry.key}: {mended}" for mended in _mend(entry, language)]
        seen.add(before)
    return normal_form(written(pieces, in_order=False), path), said


def _mend(entry: Entry, language: Callable[[dict[str, str]], str]) -> Iterator[str]:
    """Mend the fields of an entry, and say how."""
    missing = language(entry.fields)
    for name, written_as in list(entry.fields.items()):
        value = written_as[1:-1]
        if not is_braced(written_as):
            continue
        if not value.strip("{} "):
            del entry.fields[name]
            yield f"{name} is empty, and is taken out"
        elif name in _MENDERS and (better := _MENDERS[name](value)):
            entry.fields[name] = f"{{{better}}}"
            yield f"{name} '{value}' is now '{better}'"
    if missing:
        entry.fields["langid"] = f"{{{missing}}}"
        yield f"langid is '{missing}', as in the other entries"
