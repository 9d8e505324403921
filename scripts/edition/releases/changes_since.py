"""What changed on a page since an old version: each paragraph, note and work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.language.counting import counted
from edition.language.word_diff import Segment, difference, shorten
from edition.releases.snapshot import KINDS, Item, Snapshot

STATES = ("changed", "added", "removed", "moved")
CONTEXT = 6
"""Words that are shown on each side of a change."""


@dataclass(frozen=True)
class ItemChange:
    """`state` is one of STATES. `address` is where the item is in the newest version, below the
    site's root; empty where it is gone. `words` show what differs."""

    state: str
    item: Item
    address: str
    words: list[Segment] = field(default_factory=list)

    @property
    def label(self) -> str:
        """`Paragraph 1b`, `Note 12`, `Abstract`; a work by the first words of its entry."""
        id = self.item.id
        if self.item.kind == "note":
            return f"Note {id.removeprefix('n')}"
        if self.item.kind == "work":
            return self.item.text.split(". ")[0] or id.removeprefix("ref-")
        return f"Paragraph {id.removeprefix('p')}" if id[1:2].isdigit() else id.capitalize()


def changes_since(
    old: Snapshot, address: str, newest: Snapshot, new_address: str, moved: dict[str, str]
) -> list[ItemChange]:
    """What changed on the page at `address`, which is at `new_address` in the newest version.

    `moved` are the redirects of the newest: `old/#p1` → `new/#p2`.
    """
    before, after = old.pages[address].items, newest.pages[new_address].items
    changes: list[ItemChange] = []
    for item in before.values():
        there = f"{new_address}#{item.id}"
        if item.id in after:
            changes += _compare("changed", item, after[item.id], there)
            continue
        there = moved.get(f"{address or '/'}#{item.id}", "").removeprefix("/")
        page, _, anchor = there.partition("#")
        if page in newest.pages and anchor in newest.pages[page].items:
            changes += _compare("moved", item, newest.pages[page].items[anchor], there)
        else:
            changes.append(ItemChange("removed", item, there))
    for item in after.values():
        if item.id not in before:
            words = difference("", item.text)
            changes.append(ItemChange("added", item, f"{new_address}#{item.id}", words))
    return sorted(changes, key=lambda change: change.item.order)


def _compare(state: str, before: Item, after: Item, address: str) -> Iterator[ItemChange]:
    texts = before.text, after.text
    if before.text == after.text:
        # Only the works that it cites may differ: their numbers are no part of the text.
        texts = _keys(before), _keys(after)
    if texts[0] != texts[1]:
        yield ItemChange(state, before, address, shorten(difference(*texts), CONTEXT))
    elif state == "moved":
        yield ItemChange(state, before, address)


def _keys(item: Item) -> str:
    return " ".join(f"@{key}" for key in item.sources)


def summary(changes: list[ItemChange]) -> str:
    """`2 paragraphs changed, 1 added; 1 note removed`."""
    parts = []
    for kind in KINDS:
        states = [change.state for change in changes if change.item.kind == kind]
        counts = [(states.count(state), state) for state in STATES if state in states]
        if counts:
            (count, state), *others = counts
            first = f"{counted(count, kind)} {state}"
            parts.append(", ".join([first, *(f"{count} {state}" for count, state in others)]))
    return "; ".join(parts)
