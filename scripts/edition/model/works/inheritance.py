"""Inheritance between entries: a chapter that names its book by `crossref`, and `xdata`.

Source: biblatex's manual, appendix B, "Default Inheritance Setup". Beyond it, a part also takes the
title of a `@book` for its `booktitle`, as BibTeX's lists mean it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from edition.model.works.reference import ALIASES, Reference

_NOT_INHERITED = frozenset(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related "
    "relatedoptions relatedstring relatedtype shorthand shorthandintro sortkey keywords usera "
    "userb userc verba archiveurl archivedate file abstract annotation annote".split()
)
_TITLES = frozenset(["title", "subtitle", "titleaddon"])
_ONLY_OF_THE_TITLE = frozenset("shorttitle sorttitle indextitle indexsorttitle".split())
"""Forms of the parent's title, which say nothing of the child's `booktitle`."""
_PARTS_OF_BOOKS = frozenset(
    "inbook bookinbook suppbook incollection inreference suppcollection inproceedings conference "
    "inbooklet".split()
)
_BOOKS = frozenset("book collection reference proceedings booklet manual".split())
_VOLUMES = frozenset(["mvbook", "mvcollection", "mvreference", "mvproceedings"])
_ARTICLES = frozenset(["article", "suppperiodical"])
_DATES = frozenset(["date", "year", "month"])
DEEPEST = 10
"""Entries that name one another in a row. Books have parts, and parts chapters, and that is all."""


def inherit(references: Mapping[str, Reference], reference: Reference) -> Reference:
    """The reference with what it inherits from those that it names."""
    inherited = _inherited(references, reference, (reference.key,))
    return replace(reference, inherited=inherited) if inherited else reference


def _inherited(
    references: Mapping[str, Reference], child: Reference, seen: tuple[str, ...]
) -> dict[str, str]:
    """What a child inherits. `seen` has its key, and before it those that led to it."""
    found: dict[str, str] = {}
    for name, parent in _parents(references, child):
        if parent.key in seen or len(seen) > DEEPEST:
            continue
        above = {**parent.fields, **_inherited(references, parent, (*seen, parent.key))}
        offered = above if name == "xdata" else _mapped(child.type, parent.type, above)
        for field, value in offered.items():
            if field not in _NOT_INHERITED and not _has(child.fields, field):
                found.setdefault(field, value)
    return found


def _parents(
    references: Mapping[str, Reference], child: Reference
) -> Iterator[tuple[str, Reference]]:
    """The entries that a child names, each after the name of the field; `xdata` goes first."""
    for name in ("xdata", "crossref"):
        for key in child.fields.get(name, "").split(","):
            if parent := references.get(key.strip()):
                yield name, parent


def _has(fields: Mapping[str, str], name: str) -> bool:
    """Whether an entry says the same in a field of its own, perhaps under another name."""
    if name in _DATES:
        return bool({"date", "year"} & fields.keys())
    names = {name, *ALIASES.get(name, ())}
    names |= {other for other, aliases in ALIASES.items() if name in aliases}
    return bool(names & fields.keys())


def _mapped(child: str, parent: str, fields: Mapping[str, str]) -> dict[str, str]:
    """The parent's fields by the names that they have in the child."""
    prefix = _title_prefix(child, parent)
    found: dict[str, str] = {}
    for name, value in fields.items():
        if prefix and name in _ONLY_OF_THE_TITLE:
            continue
        found[prefix + name if prefix and name in _TITLES else name] = value
    if prefix == "book" and "author" in fields and child in _PARTS_OF_BOOKS:
        found["bookauthor"] = fields["author"]
        if child not in ("inbook", "bookinbook", "suppbook"):
            found.pop("author", None)
    # What the parent itself says of a book's title goes before what follows from its own title.
    return found | {name: fields[name] for name in ("booktitle", "maintitle") if name in fields}


def _title_prefix(child: str, parent: str) -> str:
    """What goes before `title`: `book` where the parent's title is the child's `booktitle`.

    Empty where a title is inherited as it is.
    """
    if parent in _VOLUMES and (child in _BOOKS or child in _PARTS_OF_BOOKS):
        return "main"
    if parent in _BOOKS and child in _PARTS_OF_BOOKS:
        return "book"
    return "journal" if parent == "periodical" and child in _ARTICLES else ""
