"""In: a page of a released version, and the newest. Out: the line at its top: which version it is, where the newest is, what changed since."""

from __future__ import annotations

from dataclasses import dataclass, field

import markupsafe

from edition.language.dates import readable_date
from edition.language.markup import mark_languages
from edition.releases.changes_since import Change, changes, summary
from edition.releases.release import TAG, Release
from edition.releases.snapshot import Reading, Snapshot
from edition.site.templates import fill

DOCUMENT = "references/"
"""Below it a page for each work, which has no data of its own."""


@dataclass
class Newest:
    """What stands at the plain addresses: its pages as data, the names of its files, where old addresses went, and whether it lists all versions."""

    snapshot: Snapshot
    files: frozenset[str] = frozenset()
    moved: dict[str, str] = field(default_factory=dict)
    lists_versions: bool = False

    def is_after(self, release: Release) -> bool:
        number = TAG.fullmatch(f"v{self.snapshot.number}")
        return bool(number) and tuple(map(int, number[1].split("."))) > release.order

    def location_of(self, address: str) -> tuple[str, str]:
        """Where the page `address` is now: `same`, `moved` or `gone`, and its address or the nearest one."""
        if (
            address in self.snapshot.pages
            or f"{address}index.html" in self.files - {f"{old}index.html" for old in self.moved}
            or address in self.files
        ):
            return "same", address
        if (
            target := self.moved.get(address, "").partition("#")[0].removeprefix("/")
        ) in self.snapshot.pages and address in self.moved:
            return "moved", target
        steps = address.rstrip("/").split("/")[:-1]
        return "gone", next(
            (
                near
                for count in range(len(steps), 0, -1)
                if (near := "/".join(steps[:count]) + "/") in self.snapshot.pages
            ),
            "",
        )


def version_line(
    newest: Newest, release: Release, address: str, page: Reading | None
) -> markupsafe.Markup:
    """The line for the page `address` below the version's own root; `page` is its data, None where it has none."""
    state, there = newest.location_of(address)
    to_root = "../" * (address.count("/") + 2)
    found = (
        changes(page, address, newest.snapshot, newest.moved, there)
        if page and there in newest.snapshot.pages and state != "gone"
        else []
    )
    return fill(
        "kept-version",
        release=release,
        date=readable_date(release.date),
        newest=newest.snapshot.number if newest.is_after(release) else "",
        newest_date=readable_date(newest.snapshot.date),
        state=state,
        there=to_root + there,
        label=newest.snapshot.pages[there].title if there in newest.snapshot.pages else "",
        to_root=to_root,
        lists_versions=newest.lists_versions,
        compared=bool(page and page.items) and state != "gone",
        summary=summary(found),
        found=[(change, _shown(change)) for change in found],
        name_of=name_of,
    )


def name_of(change: Change) -> str:
    """`Paragraph 1b`, `Note 12`; a work is told by its words."""
    id = change.item.id
    if change.item.kind == "note":
        return f"Note {id.removeprefix('n')}"
    if change.item.kind == "work":
        return change.item.words.split(". ")[0] or id.removeprefix("ref-")
    return f"Paragraph {id.removeprefix('p')}" if id[1:2].isdigit() else id.capitalize()


def _shown(change: Change) -> list[tuple[str, markupsafe.Markup, str]]:
    """The words of a change, those of another script marked with their language, and what stands between them and the next."""
    return [
        (
            sign,
            markupsafe.Markup(mark_languages(str(markupsafe.escape(text.strip())), "")),
            " " if text[-1:].isspace() or (sign == "-" and after == "+") else "",
        )
        for (sign, text), (after, _) in zip(
            change.words, [*change.words[1:], ("", "")], strict=False
        )
    ]
