"""Compares the references of two editions: how each reads, and where it is cited."""

from __future__ import annotations

from collections import defaultdict

from rapidfuzz import fuzz, process

from edition.model import Reference
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
    renamed = _renamed(before, after)
    changes: dict[str, list[Change]] = defaultdict(list)
    change: Change | None
    for key, reference in new.items():
        if key in renamed:
            change = _rename(before, after, old[renamed[key]], reference)
        elif key in old:
            change = _compare(before, after, old[key], reference)
        else:
            text = after.reference(reference).text
            change = Change(ADDED, f"@{key}", after=text, remark=_cited(after, key))
        if change:
            changes[reference.location.path].append(change)
    for key, reference in old.items():
        if key not in new and key not in renamed.values():
            changes[reference.location.path].append(_removal(before, after, reference))
    remarks = []
    # In a file that is not read whole, entries only seem to be added or removed.
    for rendered, when, kind in ((before, "at the base", ADDED), (after, "now", REMOVED)):
        for path in {problem.location.path for problem in rendered.edition.bibliography.problems}:
            compared = [change for change in changes[path] if change.kind != kind]
            count = len(changes[path]) - len(compared)
            if count:
                remarks.append(
                    f"{path} cannot be read whole {when}: entries not compared: {count}."
                )
            changes[path] = compared
    sections = [Section(path, path, changes[path]) for path in sorted(changes) if changes[path]]
    return sections, remarks


def _renamed(before: RenderedEdition, after: RenderedEdition) -> dict[str, str]:
    """The old key by the new one, of works that have another key now."""
    old, new = before.edition.bibliography.references, after.edition.bibliography.references
    gone = {key: before.reference(old[key]).text for key in old if key not in new}
    found = {}
    for key in new:
        if key not in old:
            text = after.reference(new[key]).text
            best = process.extractOne(text, gone, scorer=fuzz.ratio, score_cutoff=LIKE)
            if best:
                found[key] = best[2]
                del gone[best[2]]
    return found


def _rename(
    before: RenderedEdition, after: RenderedEdition, old: Reference, new: Reference
) -> Change:
    was, now = before.reference(old), after.reference(new)
    remark, texts = f"It was @{old.key}.", both_readings(was, now)
    if was.reads_like(now):
        remark, texts = f"{remark} It reads as before.", ("", now.text)
    return Change(RENAMED, f"@{new.key}", *texts, remark=f"{remark} {_cited(after, new.key)}")


def _compare(
    before: RenderedEdition, after: RenderedEdition, old: Reference, new: Reference
) -> Change | None:
    was, now = before.reference(old), after.reference(new)
    label, cited = f"@{new.key}", _cited(after, new.key)
    if not was.reads_like(now):
        return Change(CHANGED, label, *both_readings(was, now), remark=cited)
    if old.location.path != new.location.path:
        remark = f"It was in {old.location.path}. {cited}"
        return Change(MOVED, label, after=now.text, remark=remark)
    texts = _fields(old), _fields(new)
    if texts[0] != texts[1]:
        remark = f"The pages print it as before; the downloads hold every field. {cited}"
        return Change(CHANGED, label, *texts, remark=remark)
    return None


def _fields(reference: Reference) -> str:
    """The type and all fields of an entry."""
    fields = [f"{name} = {' '.join(value.split())}" for name, value in reference.fields.items()]
    return "; ".join([f"@{reference.type}", *sorted(fields)])


def _removal(before: RenderedEdition, after: RenderedEdition, reference: Reference) -> Change:
    key = reference.key
    if _places(after, key):
        remark = _cited(after, key, "Still cited")
    else:
        remark = _cited(before, key, "It was cited")
    return Change(REMOVED, f"@{key}", before.reference(reference).text, remark=remark)


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
