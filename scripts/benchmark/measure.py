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
from contextlib import contextmanager, suppress
from pathlib import Path

from serve import HOST, free_port

PEAK_MEMORY = Path(__file__).with_name("peak_memory.py")
MKDOCS = [sys.executable, "-m", "mkdocs"]
LIMIT = 300  # seconds, after which a build or a preview is given up and left out
EDITS = 3  # of a preview
FIRST_PARAGRAPH = "\n{: #p1 }"

BUILD, FIRST_PAGE, EDIT, MEMORY = "cold build, s", "first page, s", "edit, s", "memory, MiB"
Row = dict[str, list[float]]
"""What was measured of one tool on one edition, by kind: a value for each time."""


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
    """Build without a cache. RuntimeError when the build fails, TimeoutExpired when it is slow."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    start = time.perf_counter()
    command = [sys.executable, "-S", str(PEAK_MEMORY), *MKDOCS, "build", "--clean"]
    with started(command, folder) as process:
        memory, _ = process.communicate(timeout=LIMIT)
    if process.returncode:
        log = (folder / "log.txt").read_text("utf-8", "replace")
        raise RuntimeError(f"the build of {folder} failed:\n{log[-2000:]}")
    row[BUILD].append(time.perf_counter() - start)
    row[MEMORY].append(float(memory))


def page_to_edit(docs: Path) -> Path:
    """Return the first page with a numbered paragraph."""
    pages = sorted(docs.rglob("*.md"))
    return next(page for page in pages if FIRST_PARAGRAPH in page.read_text("utf-8"))


def wait_for(address: str, word: str) -> float:
    """Ask for a page until it holds the word. Returns the seconds; TimeoutError after the limit."""
    start = time.perf_counter()
    while time.perf_counter() - start < LIMIT:
        with suppress(OSError), urllib.request.urlopen(address, timeout=LIMIT) as answer:
            if word in answer.read().decode("utf-8", "replace"):
                return time.perf_counter() - start
        time.sleep(0.02)
    raise TimeoutError


def preview(folder: Path, row: Row) -> None:
    """Start the preview without a cache, wait for a page, then add words to it one by one."""
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    page, host = page_to_edit(folder / "docs"), f"{HOST}:{free_port()}"
    name = page.relative_to(folder / "docs").with_suffix("").as_posix()
    address = f"http://{host}/{name.removesuffix('index')}/"
    with started([*MKDOCS, "serve", "--no-strict", "--dev-addr", host], folder):
        row[FIRST_PAGE].append(wait_for(address, "</html>"))
        # Our preview makes the downloads after its first page; they are not part of an edit.
        time.sleep(row[BUILD][-1])
        for number in range(EDITS):
            time.sleep(1)
            word = f"Edited{len(row[EDIT])}x{number}"
            text = page.read_text("utf-8")
            page.write_text(text.replace(FIRST_PARAGRAPH, f" {word}{FIRST_PARAGRAPH}"), "utf-8")
            row[EDIT].append(wait_for(address, word))


def measure(folder: Path, row: Row) -> None:
    """Measure one round of the tool whose edition is in a folder; what is too slow is left out."""
    with suppress(subprocess.TimeoutExpired, TimeoutError):
        build(folder, row)
        preview(folder, row)
