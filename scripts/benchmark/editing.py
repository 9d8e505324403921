"""In: an edition's folder with its machine. Out: how long after saving an edit the page that shows it is served anew."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from edition.model import Edition
from edition.problem import Location

from .builds import say
from .measuring import surroundings

LIMIT = 180  # seconds until a preview or an edit is given up
REST = 1.0  # seconds between an edit that shows and the next
_ADDRESS = re.compile(r"http://[\w.]+:\d+/")


@dataclass(frozen=True)
class Edit:
    """A word that comes into `file` at `line`, behind what `before` matches, and shows at `address`."""

    kind: str
    place: Location
    before: re.Pattern[str]
    address: str


@dataclass(frozen=True)
class Shown:
    """Seconds from saving to the page with the edit; None for never. `kind` "start" is the preview's first page."""

    edition: str
    kind: str
    seconds: float | None


def edits_of(edition: Edition) -> list[Edit]:
    """One edit of each kind: of a page, of a work cited there, of a note, of a term."""
    found = []
    text, title = (
        re.compile(r"(?:.*?[\s{]|^)\"?text\"?:\s*[\"'>|-]*\s*"),
        re.compile(r"\s*title\s*=\s*[{\"]*"),
    )
    page = next(
        page
        for page in edition.pages
        if page.section
        and page.citations
        and any(paragraph.number for paragraph in page.paragraphs)
    )
    # A paragraph's place is the line of its id, below its words.
    id = next(paragraph.location for paragraph in page.paragraphs if paragraph.number)
    found.append(Edit("page", Location(id.path, id.line - 1), re.compile(""), page.address))
    if reference := edition.bibliography.references.get(page.citations[0].key):
        found.append(Edit("reference", reference.line_of("title"), title, page.address))
    if note := next(
        (note for note in edition.notes if note.paragraph and note.page in edition.by_path), None
    ):
        found.append(
            Edit("note", note.record.line_of("text"), text, edition.by_path[note.page].address)
        )
    if edition.glossary and "glossary.md" in edition.by_path:
        found.append(
            Edit(
                "term",
                edition.glossary[0].record.line_of("text"),
                text,
                edition.by_path["glossary.md"].address,
            )
        )
    return found


def save(edit: Edit, root: Path, word: str) -> None:
    """Write the word into the file; ValueError where its line is not as expected."""
    file = root / edit.place.path
    lines = file.read_text("utf-8").split("\n")
    at = edit.place.line - 1
    match = edit.before.match(lines[at])
    if not match:
        raise ValueError(f"{edit.place} is not as expected: {lines[at]!r}")
    # A text that begins on the next line.
    at, end = (
        (at + 1, len(lines[at + 1]) - len(lines[at + 1].lstrip()))
        if edit.before.pattern and match.end() == len(lines[at])
        else (at, match.end())
    )
    lines[at] = f"{lines[at][:end]}{word} {lines[at][end:]}"
    file.write_text("\n".join(lines), encoding="utf-8")


def _fetch(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=LIMIT) as answer:
            return answer.read().decode("utf-8", "replace")
    except (OSError, urllib.error.URLError):
        return ""


def _wait(address: str, word: str) -> float | None:
    """Seconds until `word` is in the page."""
    start = time.perf_counter()
    while (seconds := time.perf_counter() - start) < LIMIT:
        if word in _fetch(address):
            return time.perf_counter() - start
        time.sleep(0.02 if seconds < 5 else 0.1)
    return None


@contextmanager
def preview(root: Path, log: Path) -> Iterator[str]:
    """`make serve` of the edition in `root`, while the context lasts. Yields its address; TimeoutError where it names none."""
    with log.open("wb") as said:
        command = [sys.executable, "-u", str(root / "scripts" / "serve.py"), "8765"]
        # A group of its own, so that the generator ends with its door.
        process = subprocess.Popen(
            command,
            cwd=root,
            env=surroundings(),
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        for _ in range(100):
            if found := _ADDRESS.search(log.read_text("utf-8", "replace")):
                break
            time.sleep(0.1)
        else:
            raise TimeoutError("the preview names no address")
        yield found[0]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def edit_and_look(name: str, root: Path, log: Path, times: int) -> Iterator[Shown]:
    """Start a preview without a cache and make each edit `times` times."""
    edits = edits_of(Edition.load(root))
    shutil.rmtree(root / ".cache", ignore_errors=True)
    start = time.perf_counter()
    with preview(root, log) as address:
        first = _wait(address, "</html>")
        yield _told(name, "start", first and time.perf_counter() - start)
        for round in range(times if first else 0):
            for edit in edits:
                time.sleep(REST)
                word = f"Brzk{round}{edit.kind}"
                save(edit, root, word)
                yield _told(name, edit.kind, _wait(address + edit.address, word))


def _told(name: str, kind: str, seconds: float | None) -> Shown:
    say(f"  {name}, {kind}: {'never' if seconds is None else f'{seconds:.2f} s'}")
    return Shown(name, kind, seconds)
