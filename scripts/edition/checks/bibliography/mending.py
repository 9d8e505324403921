"""Mends in a list what has one right answer, and says what was mended.

The text is in the normal form. Mended are the order of names where only one reading is possible,
the dashes of ranges, the prefix of a DOI, empty fields, a second entry that is the same as the
first, and a missing language that all entries share which name one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bibtexparser import model as bib

from edition.checks.bibliography.data_model import NAME_FIELDS
from edition.checks.bibliography.field_rules import shared_language
from edition.checks.bibliography.name_order import names_in_order
from edition.checks.bibliography.normal_form import raw_text, read_blocks
from edition.checks.bibliography.value_rules import mended_doi, mended_number, mended_pages
from edition.checks.bibliography.values import is_braced

_MENDERS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(NAME_FIELDS, names_in_order),
    "pages": mended_pages,
    "volume": mended_number,
    "number": mended_number,
    "doi": mended_doi,
}


@dataclass(frozen=True)
class Mend:
    """A field of an entry that changes; without `field` the whole entry is taken out.

    `after` is empty where the field is taken out, `before` where it is new.
    """

    key: str
    field: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        if not self.field:
            return f"{self.key}: given twice, one is taken out"
        if not self.after:
            return f"{self.key}: {self.field} is empty, and is taken out"
        if not self.before:
            return f"{self.key}: {self.field} is '{self.after}', as in the other entries"
        return f"{self.key}: {self.field} '{self.before}' is now '{self.after}'"


def mend(text: str) -> tuple[str, list[Mend]]:
    """The text with everything mended, and what was. The entries keep their places."""
    blocks = [block for block in read_blocks(text) if isinstance(block, bib.Entry)]
    language = shared_language(_values(block) for block in blocks)
    mends: list[Mend] = []
    seen: set[tuple[object, ...]] = set()
    position = 0
    for block in blocks:
        raw = raw_text(block)
        position = text.index(raw, position)
        same = (block.entry_type, block.key, *sorted(_values(block).items()))
        own = [Mend(block.key)] if same in seen else list(_mends(block, language))
        seen.add(same)
        mends += own
        new = _mended_entry(block, own) if own else raw
        text = text[:position] + new + text[position + len(raw) :]
        position += len(new)
    return text, mends


def _values(block: bib.Entry) -> dict[str, str]:
    """The fields as the rules see them: in braces, without the outer pair; others as they are."""
    return {field.key: _inner(str(field.value)) for field in block.fields}


def _inner(value: str) -> str:
    return value[1:-1] if is_braced(value) else value


def _mends(block: bib.Entry, language: Callable[[dict[str, str]], str]) -> Iterable[Mend]:
    values = _values(block)
    written = {field.key: str(field.value) for field in block.fields}
    for name, value in values.items():
        if not is_braced(written[name]):
            continue
        if not value.strip("{} "):
            yield Mend(block.key, name, before=written[name])
        elif name in _MENDERS and (better := _MENDERS[name](value)):
            yield Mend(block.key, name, value, better)
    if better := language(values):
        yield Mend(block.key, "langid", after=better)


def _mended_entry(block: bib.Entry, mends: list[Mend]) -> str:
    if not mends[0].field:
        return ""
    fields = {field.key: str(field.value) for field in block.fields}
    for one in mends:
        fields.pop(one.field, None)
        if one.after:
            fields[one.field] = f"{{{one.after}}}"
    lines = [f"  {name} = {value},\n" for name, value in fields.items()]
    return f"@{block.entry_type}{{{block.key},\n{''.join(lines)}}}"
