"""In: a page in an old version, and the newest. Out: what changed on it since: each paragraph, note or work, with the words before and after."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from edition.releases.snapshot import Item, Reading, Snapshot

SHOWN = 6
"""Words left standing on each side of a change."""


@dataclass(frozen=True)
class Change:
    """`what` is `changed`, `added`, `removed` or `moved`; `there` is its address in the newest below the site's root, empty where it is gone.

    `words` are pairs of a sign and a text: `=` stands in both, `-` only in the old, `+` only in the newest.
    """

    what: str
    item: Item
    there: str
    words: list[tuple[str, str]]


def marked_words(before: str, after: str) -> list[tuple[str, str]]:
    """The words of two texts, each with the space that follows it; a long run that both have is cut to its ends."""
    old, new = (re.findall(r"(?:[\w'’-]+|[^\w\s])\s*", text) for text in (before, after))
    matcher = difflib.SequenceMatcher(
        None, *([word.strip() for word in words] for words in (old, new)), autojunk=False
    )
    found: list[tuple[str, str]] = []
    steps = matcher.get_opcodes()
    for at, (same, a, b, c, d) in enumerate(steps):
        if same == "equal":
            # Before what was taken out the space is the old one: a comma that is gone stood close to its word.
            taken = at + 1 < len(steps) and steps[at + 1][0] != "insert"
            found.append(
                (
                    "=",
                    _cut(
                        [*new[c : d - 1], old[b - 1] if taken else new[d - 1]],
                        at > 0,
                        at < len(steps) - 1,
                    ),
                )
            )
        else:
            found += [
                (sign, "".join(words))
                for sign, words in (("-", old[a:b]), ("+", new[c:d]))
                if words
            ]
    return found


def _cut(words: list[str], follows: bool, leads: bool) -> str:
    before, after = words[:SHOWN] if follows else [], words[-SHOWN:] if leads else []
    if len(words) <= len(before) + len(after) + 2:
        return "".join(words)
    return "".join(before) + "… " + "".join(after)


def changes(
    page: Reading, address: str, newest: Snapshot, moved: dict[str, str], there: str
) -> list[Change]:
    """What changed since on the page `address`, which is `there` in the newest; `moved` has the redirects (`old/#p1` → `new/#p2`)."""
    others = newest.pages[there].items
    found = [
        change
        for item in page.items.values()
        if (change := _fate(item, address, newest, moved, there))
    ]
    # A paragraph that came from elsewhere is new here.
    found += [
        Change("added", item, f"{there}#{item.id}", [("+", item.words)])
        for item in others.values()
        if item.id not in page.items
    ]
    return sorted(found, key=lambda change: change.item.order)


def _fate(
    item: Item, address: str, newest: Snapshot, moved: dict[str, str], there: str
) -> Change | None:
    other, place = newest.pages[there].items.get(item.id), f"{there}#{item.id}"
    if other is None:
        place = moved.get(f"{address or '/'}#{item.id}", "").removeprefix("/")
        page, _, anchor = place.partition("#")
        other = newest.pages[page].items.get(anchor) if page in newest.pages else None
        if other is None:
            return Change("removed", item, place, [])
        return Change(
            "moved",
            item,
            place,
            marked_words(item.words, other.words) if other.words != item.words else [],
        )
    if other.words != item.words:
        return Change("changed", item, place, marked_words(item.words, other.words))
    return (
        Change("changed", item, place, _sources(item, other))
        if other.sources != item.sources
        else None
    )


def _sources(item: Item, other: Item) -> list[tuple[str, str]]:
    """The works that it cites, where only they have changed."""
    return marked_words(
        " ".join(f"@{key}" for key in item.sources), " ".join(f"@{key}" for key in other.sources)
    )


def summary(found: list[Change]) -> str:
    """`2 paragraphs changed, 1 added; 1 note removed`; empty where nothing did."""
    parts = []
    for kind in ("paragraph", "note", "work"):
        counts = [
            (what, sum(change.item.kind == kind and change.what == what for change in found))
            for what in ("changed", "added", "removed", "moved")
        ]
        said = [f"{count} {what}" for what, count in counts if count]
        if said:
            count, _, rest = said[0].partition(" ")
            said[0] = f"{count} {kind}{'' if count == '1' else 's'} {rest}"
            parts.append(", ".join(said))
    return "; ".join(parts)
