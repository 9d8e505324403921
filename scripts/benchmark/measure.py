"""Measures tools that build the same edition: builds, previews, edits, memory."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from serve import HOST, free_port

PEAK_MEMORY = Path(__file__).with_name("peak_memory.py")
MKDOCS = [sys.executable, "-m", "mkdocs"]
STOCK = "stock Material"
LIMIT = 300  # seconds, after which a build or a preview is given up
TIME = 180  # seconds, after which no further round of an edition begins
EDITS = 3  # of a preview
FIRST_PARAGRAPH = "\n{: #p1 }"


@dataclass
class Row:
    """What was measured of one tool on one edition: a value per round, seconds and MiB."""

    edition: str
    tool: str
    build: list[float] = field(default_factory=list)
    first_page: list[float] = field(default_factory=list)
    edit: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)


@contextmanager
def started(command: list[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a command while the context lasts; then end it with all that it has started."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=(folder / "log.txt").open("w"),
        text=True,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
        process.communicate()


def build(folder: Path, row: Row) -> None:
    """Build without a cache. Raises RuntimeError when the build fails; one too slow is left out."""
    for old in (".cache", "site"):
        shutil.rmtree(folder / old, ignore_errors=True)
    command = [sys.executable, "-S", str(PEAK_MEMORY), *MKDOCS, "build"]
    start = time.perf_counter()
    with started(command, folder) as process:
        try:
            memory, _ = process.communicate(timeout=LIMIT)
        except subprocess.TimeoutExpired:
            return
    if process.returncode:
        log = (folder / "log.txt").read_text("utf-8", "replace")
        raise RuntimeError(f"{row.tool} failed on {row.edition}:\n{log[-2000:]}")
    row.build.append(time.perf_counter() - start)
    row.memory.append(float(memory))


def page_to_edit(folder: Path) -> tuple[Path, str]:
    """Return the first page with a numbered paragraph and its address below the site's."""
    docs = folder / "docs"
    for page in sorted(docs.rglob("*.md")):
        if FIRST_PARAGRAPH in page.read_text("utf-8"):
            address = page.relative_to(docs).with_suffix("").as_posix() + "/"
            return page, address.removesuffix("index/")
    raise ValueError(f"no page in {docs} has a paragraph p1")


def wait_for(address: str, word: str) -> float | None:
    """Ask for a page until it holds the word. Returns the seconds; None after the limit."""
    start = time.perf_counter()
    while time.perf_counter() - start < LIMIT:
        try:
            with urllib.request.urlopen(address, timeout=LIMIT) as answer:
                if word in answer.read().decode("utf-8", "replace"):
                    return time.perf_counter() - start
        except OSError:
            pass  # It does not answer yet.
        time.sleep(0.02)
    return None


def preview(folder: Path, row: Row) -> None:
    """Start the preview without a cache, wait for a page, then add words to it one by one."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    page, address = page_to_edit(folder)
    host = f"{HOST}:{free_port()}"
    with started([*MKDOCS, "serve", "--no-strict", "--dev-addr", host], folder):
        first = wait_for(f"http://{host}/{address}", "</html>")
        if first is None:
            return
        row.first_page.append(first)
        # Our preview makes the downloads after its first page; they are not part of an edit.
        time.sleep(row.build[-1] if row.build else LIMIT)
        for number in range(EDITS):
            time.sleep(1)
            word = f"Edited{len(row.edit)}x{number}"
            text = page.read_text("utf-8")
            page.write_text(text.replace(FIRST_PARAGRAPH, f" {word}{FIRST_PARAGRAPH}"), "utf-8")
            seconds = wait_for(f"http://{host}/{address}", word)
            if seconds is not None:
                row.edit.append(seconds)


def measure(edition: str, tools: list[str], folder: Path, rounds: int) -> list[Row]:
    """Measure the tools in turn, each in its own folder, so often or until the time is over."""
    rows = [Row(edition, tool) for tool in tools]
    start = time.monotonic()
    for round in range(rounds):
        if round and time.monotonic() - start > TIME:
            break
        for row in rows:
            print(f"{edition}, round {round + 1}: {row.tool}", file=sys.stderr, flush=True)
            build(folder / row.tool, row)
            preview(folder / row.tool, row)
    return rows
