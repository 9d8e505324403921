"""`make serve`: its messages for a port or a folder that is none, and a preview while one types."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

import serve
from conftest import ROOT


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


class Preview:
    """A running `make serve`; `wait_for` and `wait_for_message` fail after a minute."""

    def __init__(self, root: Path, output: Path, address: str) -> None:
        self.root, self._output, self._address = root, output, address

    def wait_for(self, words: str) -> None:
        self._wait(self._page, words)

    def wait_for_message(self, words: str) -> None:
        self._wait(lambda: self._output.read_text("utf-8"), words)

    def _page(self) -> str:
        try:
            with urlopen(self._address, timeout=10) as response:
                return response.read().decode()
        except OSError as error:
            return str(error)

    def _wait(self, read: Callable[[], str], words: str) -> None:
        end = time.monotonic() + 60
        while words not in (found := read()):
            assert time.monotonic() < end, found
            time.sleep(0.05)


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    root, output = tmp_path / "least", tmp_path / "output.txt"
    shutil.copytree(ROOT / "tests" / "least", root)
    config = root / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("../../", f"{ROOT}/"), encoding="utf-8")
    port = serve.free_port(8000)
    command = [sys.executable, str(ROOT / "scripts" / "serve.py"), str(port), str(root)]
    with output.open("w") as file:
        running = subprocess.Popen(
            command, stdout=file, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield Preview(root, output, f"http://127.0.0.1:{port}/")
    finally:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    assert "Traceback" not in output.read_text("utf-8")


def test_a_preview_goes_on_and_says_what_is_wrong_while_somebody_types(preview: Preview) -> None:
    preview.wait_for("the sea is salt")
    config, page = preview.root / "mkdocs.yml", preview.root / "docs" / "index.md"
    whole = config.read_text("utf-8")
    config.write_text(f"{whole}extra: [a: b: c\n", encoding="utf-8")
    preview.wait_for_message("the pages stay as they are until this is mended: ")
    preview.wait_for("the sea is salt")
    config.write_text(whole, encoding="utf-8")
    text = page.read_text("utf-8").replace("the sea is salt", "the sea is bitter")
    page.write_text(f"{text}\nMore [@nobody2000]\n", encoding="utf-8")
    preview.wait_for("the sea is bitter")
    preview.wait_for_message("docs/index.md:12: error: undefined-citation: '@nobody2000'")
    (preview.root / "docs" / "data" / "paper.yml").write_text("title: [\n", encoding="utf-8")
    preview.wait_for_message("docs/data/paper.yml:2: error: malformed-data: this is not YAML")
    preview.wait_for("the sea is bitter")
