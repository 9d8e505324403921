"""`make serve`: its messages for a port or a folder that is none, and a preview while one types."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import serve
from conftest import LEAST, ROOT, overlay_paper


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["abc"], "'abc' is not a port: use a number from 1 to 65535.\n"),
        (["0"], "'0' is not a port: use a number from 1 to 65535.\n"),
        (["99999"], "'99999' is not a port: use a number from 1 to 65535.\n"),
        (["8000", "nowhere"], "There is no edition in 'nowhere': it has no mkdocs.yml.\n"),
    ],
)
def test_wrong_usage(capsys, arguments, message):
    assert (serve.main(arguments), *capsys.readouterr()) == (2, "", message)


def test_no_free_port(capsys, monkeypatch):
    def none_free(first: int) -> int:
        raise OSError

    monkeypatch.setattr(serve, "free_port", none_free)
    assert serve.main(["65535"]) == 2
    assert capsys.readouterr().err == "No port from 65535 on is free: choose another one.\n"


def wait_for(read: Callable[[], str], words: str) -> None:
    """Read until the words are there; fails after a minute."""
    end = time.monotonic() + 60
    while words not in (found := read()):
        assert time.monotonic() < end, found
        time.sleep(0.05)


def page_at(address: str) -> str:
    try:
        with urlopen(address, timeout=10) as response:
            return response.read().decode()
    except OSError as error:
        return str(error)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return overlay_paper(tmp_path / "least", {}, LEAST)


@pytest.fixture
def preview(root: Path, tmp_path: Path) -> Iterator[tuple[Callable[[], str], Callable[[], str]]]:
    """What reads the page and what reads the messages of a running `make serve`."""
    port, output = serve.free_port(8000), tmp_path / "output.txt"
    command = [sys.executable, str(ROOT / "scripts" / "serve.py"), str(port), str(root)]
    with output.open("w") as file:
        running = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield lambda: page_at(f"http://{serve.HOST}:{port}/"), lambda: output.read_text("utf-8")
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    assert "Traceback" not in output.read_text("utf-8")


def test_a_preview_goes_on_and_says_what_is_wrong_while_somebody_types(root, preview):
    page, messages = preview
    wait_for(page, "the sea is salt")
    config, source = root / "mkdocs.yml", root / "docs" / "index.md"
    whole = config.read_text("utf-8")
    config.write_text(f"{whole}extra: [a: b: c\n", encoding="utf-8")
    wait_for(messages, "the pages stay as they are until this is mended: ")
    wait_for(page, "the sea is salt")
    config.write_text(whole, encoding="utf-8")
    text = source.read_text("utf-8").replace("the sea is salt", "the sea is bitter")
    source.write_text(f"{text}\nMore [@nobody2000]\n", encoding="utf-8")
    wait_for(page, "the sea is bitter")
    wait_for(messages, "docs/index.md:12: error: undefined-citation: '@nobody2000'")
    (root / "docs" / "data" / "paper.yml").write_text("title: [\n", encoding="utf-8")
    wait_for(messages, "docs/data/paper.yml:2: error: malformed-data: this is not YAML")
    wait_for(page, "the sea is bitter")
