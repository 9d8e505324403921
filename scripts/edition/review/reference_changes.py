"""Compares the references of two editions: how each reads, and where it is cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from edition.model import Reference
from edition.review.alike import match_alike
from edition.review.change import ADDED, CHANGED, MOVED, REMOVED, RENAMED, Change, Section
from edition.review.passages import both_readings
from edition.review.rendered import RenderedEdition

LIKE = 85
"""Percent of likeness from which an entry that is gone is the same work as a new one."""
MOST_PLACES = 6


def compare_references(
    before: RenderedEdition, after: RenderedEdition
) -> tuple[list[Section], list[str]]:
    """A section for each file in which entries differ, and remarks on files that are unreadable."""
    old, new = before.edition.bibliography.references, after.edition.bibliography.references
    origins = {key: key for key in new if key in old} | _renamed(before, after)
    changes: dict[str, list[Change]] = defaultdict(list)
    for key, reference in new.items():
        if key in origins:
            change = _compare(before, after, old[origins[key]], reference)
        else:
            text = after.reference(reference).text
            change = Change(ADDED, f"@{key}", after=text, remark=_cited(after, key))
        if change:
            changes[reference.location.path].append(change)
    for key, reference in old.items():
        if key not in origins.values():
            changes[reference.location.path].append(_removal(before, after, reference))
    remarks = [
        *_drop_unread(changes, before, ADDED, "at the base"),
        *_drop_unread(changes, after, REMOVED, "now"),
    ]
    sections = [Section(path, path, changes[path]) for path in sorted(changes) if changes[path]]
    return sections, remarks


def _removal(before: RenderedEdition, after: RenderedEdition, reference: Reference) -> Change:
    key = reference.key
    if _places(after, key):
        remark = _cited(after, key, "Still cited")
    else:
        remark = _cited(before, key, "It was cited")
    return Change(REMOVED, f"@{key}", before.reference(reference).text, remark=remark)


def _drop_unread(
    changes: dict[str, list[Change]], rendered: RenderedEdition, kind: str, when: str
) -> Iterator[str]:
    """Drop the changes of a kind in files that are not read whole, and say how many.

    There entries only seem to be added or removed.
    """
    for path in sorted(
        {problem.location.path for problem in rendered.edition.bibliography.problems}
    ):
        compared = [change for change in changes[path] if change.kind != kind]
        if count := len(changes[path]) - len(compared):
            yield f"{path} cannot be read whole {when}: entries not compared: {count}."
        changes[path] = compared


def _renamed(before: RenderedEdition, after: RenderedEdition) -> dict[str, str]:
    """The old key by the new one, of works that have another key now."""
    old, new = before.edition.bibliography.references, after.edition.bibliography.references
    gone = {key: before.reference(old[key]).text for key in old if key not in new}
    come = {key: after.reference(new[key]).text for key in new if key not in old}
    return match_alike(gone, come, LIKE)


def _compare(
    before: RenderedEdition, after: RenderedEdition, old: Reference, new: Reference
) -> Change | None:
    was, now = before.reference(old), after.reference(new)
    kind, texts, remarks = CHANGED, both_readings(was, now), []
    if old.location.path != new.location.path:
        kind = MOVED
        remarks.append(f"It was in {old.location.path}.")
    if old.key != new.key:
        kind = RENAMED
        remarks.append(f"It was @{old.key}.")
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
