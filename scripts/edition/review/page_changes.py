"""Compares the pages of two editions, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from edition.model import Edition, Page
from edition.review.alike import match_alike
from edition.review.change import ADDED, CHANGED, MOVED, REMOVED, Change, Section, compare_texts
from edition.review.passages import Passage, both_readings
from edition.review.rendered import RenderedEdition

LIKE_PASSAGE, LIKE_PAGE = 45, 60
"""Percent of likeness from which two passages without an id, and two pages, are the same one."""
Pair = tuple[Passage | None, Passage | None]


def moved_pages(before: Edition, after: Edition) -> dict[str, str]:
    """The new path by the old one, of pages that are gone while a new one reads like them."""
    old = {path: page.body for path, page in before.by_path.items() if path not in after.by_path}
    new = {path: page.body for path, page in after.by_path.items() if path not in before.by_path}
    return {gone: path for path, gone in match_alike(old, new, LIKE_PAGE).items()}


def compare_pages(
    before: RenderedEdition, after: RenderedEdition, moved: dict[str, str]
) -> list[Section]:
    """The pages that changed, in reading order; those that are gone come last."""
    old_pages = {moved.get(path, path): page for path, page in before.edition.by_path.items()}
    sections = []
    for new in after.edition.pages:
        old = old_pages.pop(new.path, None)
        old_passages = before.passages(old) if old else []
        changes = compare_texts(_head(old), _head(new))
        changes += _passages(old_passages, after.passages(new))
        if old is None:
            sections.append(Section(new.label, new.file, changes, ADDED))
        elif old.path != new.path:
            remark = f"It was {old.file}."
            sections.append(Section(new.label, new.file, changes, MOVED, remark))
        elif changes:
            sections.append(Section(new.label, new.file, changes))
    for old in old_pages.values():
        changes = compare_texts(_head(old), {})
        changes += _passages(before.passages(old), [])
        sections.append(Section(old.label, old.file, changes, REMOVED))
    return sections


def _head(page: Page | None) -> dict[str, str]:
    """What the front matter says."""
    meta = page.meta if page else {}
    return {f"{name} (page head)": str(value or "") for name, value in meta.items()}


def _passages(olds: list[Passage], news: list[Passage]) -> Iterator[Change]:
    pairs = list(_aligned(olds, news))
    # A passage that stands elsewhere with its id is removed in one place and added in the other.
    removed = {old.fixed_id: old for old, new in pairs if old and not new}
    added = {new.fixed_id for old, new in pairs if new and not old}
    moved = (removed.keys() & added) - {""}
    for old, new in pairs:
        if new and new.fixed_id in moved:
            remark = "It stands elsewhere on the page."
            old = removed[new.fixed_id]
            before, after = ("", new.text) if old.reads_like(new) else both_readings(old, new)
            yield Change(MOVED, new.label, before, after, remark)
        elif old and new:
            if not old.reads_like(new):
                yield Change(CHANGED, new.label, *both_readings(old, new))
        elif new:
            yield Change(ADDED, new.label, after=new.text)
        elif old and old.fixed_id not in moved:
            yield Change(REMOVED, old.label, before=old.text)


def _aligned(olds: list[Passage], news: list[Passage]) -> Iterator[Pair]:
    """The passages of both in order, those at the same place paired: by id, or by their words."""
    matcher = SequenceMatcher(None, [*map(_key, olds)], [*map(_key, news)], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(olds[a:b], news[c:d], strict=True)
        else:
            yield from _pair_alike(olds[a:b], news[c:d])


def _key(passage: Passage) -> str | tuple[str, str]:
    return passage.fixed_id or (passage.tag, passage.full)


def _pair_alike(olds: list[Passage], news: list[Passage]) -> Iterator[Pair]:
    """Passages that took the place of others: each with the one most like it, the rest alone."""
    old_texts = {at: old.text for at, old in enumerate(olds) if not old.fixed_id}
    new_texts = {at: new.text for at, new in enumerate(news)}
    partners = match_alike(old_texts, new_texts, LIKE_PASSAGE)
    for at, old in enumerate(olds):
        if at not in partners.values():
            yield old, None
    for at, new in enumerate(news):
        yield olds[partners[at]] if at in partners else None, new
