"""Tells whether a .bib file says the same after it was rewritten, down to the last comment."""

from __future__ import annotations

import re
from collections import Counter

from bibtexparser import model as bib

from edition.checks.bibliography.normal_form import raw_text, read_blocks, without_doubles
from edition.checks.bibliography.values import normal_month, normal_value


def same_meaning(before: str, after: str) -> bool:
    """Whether both texts hold the same entries, macros and comments, in whatever order and form.

    False also where the parser left out a part of `before`: what it does not see, nobody compares.
    """
    return _content(before) == _content(after) and _all_was_read(before)


def _content(text: str) -> Counter[tuple[str, ...]]:
    """What the text holds: each entry, macro, and line of anything else, with its count."""
    found: Counter[tuple[str, ...]] = Counter()
    for block in read_blocks(text):
        if isinstance(block, bib.Entry):
            fields = sorted(map(_field, without_doubles(block.fields)))
            found["entry", block.entry_type.lower(), block.key.strip(), *fields] += 1
        elif isinstance(block, bib.String):
            found["macro", block.key.strip(), normal_value(str(block.value), keep_ends=True)] += 1
        else:
            found.update(("line", line.strip()) for line in raw_text(block).split("\n"))
    del found["line", ""]
    return found


def _field(field: bib.Field) -> str:
    name, value = field.key.strip().lower(), str(field.value)
    normal = normal_month(value, set()) if name == "month" else normal_value(value)
    return f"{name} = {normal}"


def _all_was_read(text: str) -> bool:
    """Whether every letter of the text is in a block, and every letter of an entry in a field."""
    blocks = read_blocks(text)
    if _letters("".join(raw_text(block) for block in blocks)) != _letters(text):
        return False
    for block in blocks:
        if isinstance(block, bib.Entry):
            parts = [block.entry_type, block.key]
            for field in block.fields:
                parts += [field.key, str(field.value)]
            if _letters("".join(parts)) != _letters(raw_text(block)):
                return False
    return True


def _letters(text: str) -> Counter[str]:
    """How often each character is used, without those that BibTeX's syntax needs."""
    return Counter(re.sub(r'[\s@{}(),="]', "", text.lower()))
