"""In: two editions as printed. Out: for each page whose text differs what was added, removed, changed and moved, by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz import fuzz, process

from edition.model import Page
from edition.review.change import ADDED, CHANGED, MOVED, REMOVED, Change, Section
from edition.review.passages import Passage, both_readings, is_read_alike
from edition.review.printed import Printed

LIKE, ALIKE = 45, 60
"""Percent of likeness from which two passages without an id are the same one, changed; and from which two pages are."""
Pair = tuple[Passage | None, Passage | None]


def moved_pages(before: Printed, after: Printed) -> dict[str, str]:
    """New path by old: a page that is gone and a new one that reads like it."""
    olds = [
        page for path, page in before.edition.by_path.items() if path not in after.edition.by_path
    ]
    news = {
        path: page.body
        for path, page in after.edition.by_path.items()
        if path not in before.edition.by_path
    }
    found = {}
    for page in olds:
        best = process.extractOne(page.body, news, scorer=fuzz.ratio, score_cutoff=ALIKE)
        if best:
            found[page.path] = best[2]
            del news[best[2]]
    return found


def compare_pages(before: Printed, after: Printed, moved: dict[str, str]) -> list[Section]:
    """The pages in reading order, those that are gone last."""
    olds = {moved.get(path, path): page for path, page in before.edition.by_path.items()}
    sections = [_section(before, after, olds.get(page.path), page) for page in after.edition.pages]
    sections += [
        _section(before, after, page, None)
        for path, page in olds.items()
        if path not in after.edition.by_path
    ]
    return [
        section for section in _with_moves(sections) if section.changes or section.kind != CHANGED
    ]


def _section(before: Printed, after: Printed, old: Page | None, new: Page | None) -> Section:
    page = new or old
    assert page
    changes = [
        *_head(old, new),
        *_passages(before.passages(old) if old else [], after.passages(new) if new else []),
    ]
    kind = ADDED if not old else REMOVED if not new else MOVED if old.path != new.path else CHANGED
    said = (f"It stood at {old.file}.",) if kind == MOVED and old else ()
    return Section(
        page.label, changes, page.file, f"{page.address}index.html" if new else None, kind, said
    )


def _head(old: Page | None, new: Page | None) -> Iterator[Change]:
    """What differs in the metadata at the head of the file."""
    before, after = (page.meta if page else {} for page in (old, new))
    for name in dict.fromkeys([*after, *before]):
        was, now = (str(meta.get(name) or "") for meta in (before, after))
        if was != now:
            yield Change(_kind(was, now), f"{name} (page head)", was, now)


def _kind(was: object, now: object) -> str:
    return CHANGED if was and now else ADDED if now else REMOVED


def _passages(olds: list[Passage], news: list[Passage]) -> Iterator[Change]:
    pairs = _paired(olds, news)
    order = [new.id for _, new in pairs if new and new.id]
    stayed = _longest_common(
        [old.id for old in olds if old.id in order],
        [id for id in order if any(old.id == id for old in olds)],
    )
    for old, new in pairs:
        if old and new:
            if not is_read_alike(old, new):
                yield Change(CHANGED, new.label, *both_readings(old, new))
            elif new.id and new.id not in stayed:
                yield Change(
                    MOVED, new.label, after=new.text, said=("It stands elsewhere on the page.",)
                )
        else:
            yield (
                Change(ADDED, new.label, after=new.text)
                if new
                else Change(REMOVED, old.label if old else "", before=old.text if old else "")
            )


def _longest_common(olds: list[str], news: list[str]) -> set[str]:
    blocks = SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks()
    return {id for block in blocks for id in olds[block.a : block.a + block.size]}


def _paired(olds: list[Passage], news: list[Passage]) -> list[Pair]:
    """Each passage with the one that it was: by its id, or by what stands around it. In the order of now; what is gone after what it followed."""
    ids = {old.id for old in olds if _has_id(old)} & {new.id for new in news if _has_id(new)}
    named = {old.id: old for old in olds if old.id in ids}
    partner: dict[int, Passage] = {
        at: named[new.id] for at, new in enumerate(news) if new.id in ids
    }
    rest_old = [old for old in olds if old.id not in ids]
    rest_new = [at for at, new in enumerate(news) if new.id not in ids]
    keys = (
        [(old.tag, old.text, old.marks) for old in rest_old],
        [(news[at].tag, news[at].text, news[at].marks) for at in rest_new],
    )
    for what, a, b, c, d in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if what == "equal":
            partner |= dict(zip(rest_new[c:d], rest_old[a:b], strict=True))
        elif what == "replace":
            partner |= _alike(rest_old[a:b], rest_new[c:d], news)
    pairs: list[Pair] = [(partner.get(at), new) for at, new in enumerate(news)]
    kept = {id(old) for old in partner.values()}
    for at, old in enumerate(olds):
        if id(old) not in kept:
            known = {id(before) for before, _ in pairs if before}
            previous = next((other for other in reversed(olds[:at]) if id(other) in known), None)
            where = next(
                (
                    n + 1
                    for n, pair in enumerate(pairs)
                    if previous is not None and pair[0] is previous
                ),
                0,
            )
            pairs.insert(where, (old, None))
    return pairs


def _has_id(passage: Passage) -> bool:
    """Whether the id was given by hand; a heading's follows from its words."""
    return bool(passage.id) and not passage.tag.startswith("h")


def _alike(olds: list[Passage], places: list[int], news: list[Passage]) -> dict[int, Passage]:
    found: dict[int, Passage] = {}
    left = list(olds)
    for at in places:
        close = [
            old
            for old in left
            if old.tag == news[at].tag
            and not (_has_id(old) and _has_id(news[at]))
            and fuzz.ratio(old.text, news[at].text) >= LIKE
        ]
        if close:
            found[at] = max(close, key=lambda old: fuzz.ratio(old.text, news[at].text))
            left.remove(found[at])
    return found


def _with_moves(sections: list[Section]) -> list[Section]:
    """The sections with a passage that is gone in one place and new in another told once, where it is now."""
    gone: dict[str, list[tuple[Section, Change]]] = {}
    for section in sections:
        for change in section.changes:
            if (
                change.kind == REMOVED
                and " (page head)" not in change.label
                and section.kind != REMOVED
            ):
                gone.setdefault(change.before, []).append((section, change))
    for section in sections:
        for at, change in enumerate(section.changes):
            if change.kind == ADDED and section.kind != ADDED and gone.get(change.after):
                origin, removed = gone[change.after].pop(0)
                origin.changes = [other for other in origin.changes if other is not removed]
                place = removed.label if origin is section else f"{removed.label} of {origin.path}"
                at = next(n for n, other in enumerate(section.changes) if other is change)
                section.changes[at] = Change(
                    MOVED, change.label, after=change.after, said=(f"It was {place}.",)
                )
    return sections
