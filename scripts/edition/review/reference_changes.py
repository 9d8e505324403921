"""Compares the references of two editions: how each reads, and where it is cited."""

from __future__ import annotations

from collections import defaultdict

from edition.model import Reference
from edition.review.change import ADDED, CHANGED, MOVED, REMOVED, Change, Section
from edition.review.passages import both_readings
from edition.review.rendered import RenderedEdition

MOST_PLACES = 6


def compare_references(
    before: RenderedEdition, after: RenderedEdition
) -> tuple[list[Section], list[str]]:
    """A section for each file in which entries differ, and remarks on files that are unreadable.

    Entries of such a file only seem to be added or removed, and are not compared.
    """
    old, new = before.edition.bibliography.references, after.edition.bibliography.references
    faults = [*before.edition.bibliography.problems, *after.edition.bibliography.problems]
    unread = sorted({fault.location.path for fault in faults if fault.is_unread})
    changes: dict[str, list[Change]] = defaultdict(list)
    for key in dict.fromkeys([*new, *old]):
        reference = new[key] if key in new else old[key]
        path = reference.location.path
        if key not in new:
            change: Change | None = _removal(before, after, reference)
        elif key in old:
            change = _compare(before, after, old[key], reference)
        else:
            text = after.reference(reference).text
            change = Change(ADDED, f"@{key}", after=text, remark=_cited(after, key))
        if change and path not in unread:
            changes[path].append(change)
    remarks = [f"{path} cannot be read whole: its entries are not compared." for path in unread]
    return [Section(path, path, changes[path]) for path in sorted(changes)], remarks


def _removal(before: RenderedEdition, after: RenderedEdition, reference: Reference) -> Change:
    key = reference.key
    if _places(after, key):
        remark = _cited(after, key, "Still cited")
    else:
        remark = _cited(before, key, "It was cited")
    return Change(REMOVED, f"@{key}", before.reference(reference).text, remark=remark)


def _compare(
    before: RenderedEdition, after: RenderedEdition, old: Reference, new: Reference
) -> Change | None:
    was, now = before.reference(old), after.reference(new)
    kind, texts, remarks = CHANGED, both_readings(was, now), []
    if old.location.path != new.location.path:
        kind = MOVED
        remarks.append(f"It was in {old.location.path}.")
    if was.reads_like(now):
        texts = _fields(old), _fields(new)
        if texts[0] == texts[1]:
            if kind == CHANGED:
                return None
            texts = "", now.text
            remarks.append("It reads as before.")
        else:
            remarks.append("The pages print it as before; the downloads hold every field.")
    remarks.append(_cited(after, new.key))
    return Change(kind, f"@{new.key}", *texts, remark=" ".join(remarks))


def _fields(reference: Reference) -> str:
    """The type and all fields of an entry."""
    fields = [f"{name} = {' '.join(value.split())}" for name, value in reference.fields.items()]
    return "; ".join([f"@{reference.type}", *sorted(fields)])


def _cited(rendered: RenderedEdition, key: str, verb: str = "Cited") -> str:
    """`Cited in 1.2 Oil, paragraph 1; note 15.`"""
    places = _places(rendered, key)
    if len(places) > MOST_PLACES:
        places[MOST_PLACES:] = [f"and {len(places) - MOST_PLACES} more"]
    return f"{verb} in {'; '.join(places)}." if places else f"{verb} nowhere."


def _places(rendered: RenderedEdition, key: str) -> list[str]:
    edition = rendered.edition
    cited_by = edition.cited_by.get(key, [])
    places = dict.fromkeys(edition.label(citation.target) for citation in cited_by)
    return [*places, *(f"note {note.id}" for note in edition.notes if key in note.sources)]
