"""In: a .bib file before and after it was rewritten. Out: whether both say the same, down to the last comment."""

from __future__ import annotations

import re
from collections import Counter

from bibtexparser import model as bib

from edition.checks.bibliography.normal_form import read_blocks
from edition.checks.bibliography.values import normal_value


def same_meaning(text: str, other: str) -> bool:
    """Whether two lists hold the same entries, fields, values, macros and comments, whatever their order and form."""
    return _content(text) == _content(other) and _nothing_fell_out(text)


def _content(text: str) -> Counter[object]:
    found: Counter[object] = Counter()
    for block in read_blocks(text):
        if isinstance(block, bib.Entry):
            values = [
                (
                    field.key.strip().lower(),
                    normal_value(
                        str(field.value), set() if field.key.strip().lower() == "month" else None
                    ),
                )
                for field in block.fields
            ]
            found["entry", block.entry_type.lower(), block.key.strip(), tuple(sorted(values))] += 1
        elif isinstance(block, bib.String):
            found["string", block.key.strip(), normal_value(str(block.value))] += 1
        else:
            found.update(("other", line.strip()) for line in block.raw.split("\n") if line.strip())
    return found


def _nothing_fell_out(text: str) -> bool:
    """Whether the parser's blocks hold every letter of the text, and its fields every letter of its entries."""
    blocks = read_blocks(text)
    if Counter("".join("".join(block.raw for block in blocks).split())) != Counter(
        "".join(text.split())
    ):
        return False
    for block in blocks:
        if isinstance(block, bib.Entry):
            parts = [
                block.entry_type,
                block.key,
                *(part for field in block.fields for part in (field.key, str(field.value))),
            ]
            if _letters("".join(parts)) != _letters(block.raw):
                return False
    return True


def _letters(text: str) -> Counter[str]:
    return Counter(re.sub(r'[\s@{}(),="]', "", text.lower()))
