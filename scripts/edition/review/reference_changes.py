"""In: two editions as printed. Out: for each entry of bib/ that differs how it read before and reads now, and where it is cited."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from rapidfuzz import fuzz

from edition.model import Reference
from edition.model.files.text import read_text
from edition.review.change import ADDED, CHANGED, MOVED, REMOVED, RENAMED, Change, Section
from edition.review.passages import both_readings, is_read_alike
from edition.review.printed import Printed

LIKE = 85
"""Percent of likeness from which an entry that is gone and one that is new are the same work under another key."""
MOST_PLACES = 6


class Entries:
    """The comparison of two bibliographies: `sections` to show, and `remarks` on what no reader sees."""

    def __init__(self, before: Printed, after: Printed) -> None:
        self.before, self.after = before, after
        self._olds, self._news = (
            before.edition.bibliography.references,
            after.edition.bibliography.references,
        )
        self._unread = [
            {problem.location.path for problem in printed.edition.bibliography.problems}
            for printed in (before, after)
        ]
        self.remarks: list[str] = []
        self.sections = self._sections()

    def _sections(self) -> list[Section]:
        found: dict[str, list[Change]] = {}
        pairs = {key: key for key in self._news if key in self._olds}
        for new, old in self._renamed().items():
            pairs[new] = old
            found.setdefault(self._news[new].location.path, []).append(self._rename(old, new))
        for new, old in pairs.items():
            for change in self._compared(self._olds[old], self._news[new]) if new == old else ():
                found.setdefault(self._news[new].location.path, []).append(change)
        self._lone([self._news[key] for key in self._news if key not in pairs], ADDED, found)
        self._lone(
            [old for key, old in self._olds.items() if key not in pairs.values()], REMOVED, found
        )
        self._tell_unseen(pairs)
        return [Section(path, found[path], path) for path in sorted(found)]

    def _renamed(self) -> dict[str, str]:
        """Old key by new."""
        gone = {
            key: self.before.reference(old).text
            for key, old in self._olds.items()
            if key not in self._news
        }
        found: dict[str, str] = {}
        for key in [key for key in self._news if key not in self._olds]:
            text = self.after.reference(self._news[key]).text
            close = {
                old: fuzz.ratio(was, text) for old, was in gone.items() if old not in found.values()
            }
            best = max(close, key=lambda old: close[old], default="")
            if best and close[best] >= LIKE:
                found[key] = best
        return found

    def _rename(self, old: str, new: str) -> Change:
        was, now = self.before.reference(self._olds[old]), self.after.reference(self._news[new])
        texts = ("", now.text) if is_read_alike(was, now) else both_readings(was, now)
        more = ("It reads as before.",) if is_read_alike(was, now) else ()
        return Change(
            RENAMED,
            f"@{new}",
            *texts,
            said=(f"It was @{old}.", *more, self._cited(self.after, new)),
        )

    def _compared(self, old: Reference, new: Reference) -> Iterator[Change]:
        was, now = self.before.reference(old), self.after.reference(new)
        cited = self._cited(self.after, new.key)
        if not is_read_alike(was, now):
            yield Change(CHANGED, f"@{new.key}", *both_readings(was, now), said=(cited,))
        if unprinted := sorted(
            name for name in {*old.fields, *new.fields} if _folded(old, name) != _folded(new, name)
        ):
            if is_read_alike(was, now):
                texts = [
                    "; ".join(
                        f"{name} = {entry.fields[name]}"
                        for name in unprinted
                        if name in entry.fields
                    )
                    for entry in (old, new)
                ]
                yield Change(
                    CHANGED,
                    f"@{new.key}",
                    *texts,
                    said=("The pages print it as before; the downloads hold every field.", cited),
                )
        elif is_read_alike(was, now) and old.type != new.type:
            yield Change(
                CHANGED,
                f"@{new.key}",
                f"@{old.type}",
                f"@{new.type}",
                said=("The pages print it as before.", cited),
            )
        if old.location.path != new.location.path:
            yield Change(
                MOVED,
                f"@{new.key}",
                after=now.text,
                said=(f"It stood in {old.location.path}.", cited),
            )

    def _lone(self, references: list[Reference], kind: str, found: dict[str, list[Change]]) -> None:
        """Entries that only one edition has; where the other's file cannot be read whole, nobody can say so."""
        printed, unread, when = (
            (self.before, self._unread[1], "now")
            if kind == REMOVED
            else (self.after, self._unread[0], "at the base")
        )
        for path in dict.fromkeys(reference.location.path for reference in references):
            here = [reference for reference in references if reference.location.path == path]
            if path in unread:
                count = f"{len(here)} entr{'y' if len(here) == 1 else 'ies'}"
                self.remarks.append(
                    f"{path} cannot be read whole {when}: {count} of it cannot be compared."
                )
                continue
            for entry in here:
                text = printed.reference(entry).text
                still = kind == REMOVED and bool(self._places(self.after, entry.key))
                said = (
                    "Still cited" + self._cited(self.after, entry.key).removeprefix("Cited")
                    if still
                    else self._cited(printed, entry.key, kind == REMOVED)
                )
                found.setdefault(path, []).append(
                    Change(
                        kind,
                        f"@{entry.key}",
                        *(("", text) if kind == ADDED else (text, "")),
                        said=(said,),
                    )
                )

    def _places(self, printed: Printed, key: str) -> list[str]:
        edition = printed.edition
        places = [edition.label(citation.target) for citation in edition.cited_by.get(key, [])]
        return list(
            dict.fromkeys(
                [*places, *(f"note {note.id}" for note in edition.notes if key in note.sources)]
            )
        )

    def _cited(self, printed: Printed, key: str, was: bool = False) -> str:
        places = self._places(printed, key)
        more = f"; and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
        verb = "It was cited" if was else "Cited"
        return (
            f"{verb} in {'; '.join(places[:MOST_PLACES])}{more}." if places else f"{verb} nowhere."
        )

    def _tell_unseen(self, pairs: dict[str, str]) -> None:
        """Say which entries are only written or placed otherwise."""
        for path in dict.fromkeys(self._news[key].location.path for key in self._news):
            here = [
                key
                for key in pairs
                if self._news[key].location.path == path == self._olds[pairs[key]].location.path
            ]
            olds = sorted(
                (pairs[key] for key in here), key=lambda key: self._olds[key].location.line
            )
            news = [
                pairs[key] for key in sorted(here, key=lambda key: self._news[key].location.line)
            ]
            blocks = SequenceMatcher(None, olds, news, autojunk=False).get_matching_blocks()
            moved = set(news) - {
                key for block in blocks for key in news[block.b : block.b + block.size]
            }
            before, after = _sources(self.before, path), _sources(self.after, path)
            same = [
                key
                for key in here
                if self._olds[pairs[key]].fields == self._news[key].fields
                and self._olds[pairs[key]].type == self._news[key].type
            ]
            written = [
                key for key in same if key == pairs[key] and before.get(key) != after.get(key)
            ]
            for keys, how in (
                (sorted(moved), "only stand elsewhere"),
                (written, "are only written otherwise"),
            ):
                if keys:
                    names = ", ".join(f"@{key}" for key in keys[:MOST_PLACES]) + (
                        ", …" if len(keys) > MOST_PLACES else ""
                    )
                    self.remarks.append(f"{path}: entries that {how}: {len(keys)} ({names}).")


def _folded(reference: Reference, name: str) -> str:
    return " ".join(reference.fields.get(name, "").split())


def _sources(printed: Printed, path: str) -> dict[str, str]:
    """The lines of each entry of a file, by key, without the blank lines and comments after it."""
    lines = read_text(printed.edition.project.root, path)[0].splitlines()
    entries = [
        entry for entry in printed.edition.bibliography.entries if entry.location.path == path
    ]
    starts = sorted(entry.location.line for entry in entries)
    found = {}
    for entry in entries:
        end = next((start for start in starts if start > entry.location.line), len(lines) + 1)
        mine = lines[entry.location.line - 1 : end - 1]
        while (
            mine
            and (not mine[-1].strip() or mine[-1].lstrip().startswith(("%", "@")))
            and len(mine) > 1
        ):
            mine.pop()
        found[entry.key] = "\n".join(mine)
    return found
