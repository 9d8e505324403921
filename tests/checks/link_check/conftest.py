"""A server that answers badly, and limits that do not make a test wait for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from awkward_server import AwkwardServer
from edition.checks.link_check import lychee

QUICK = {
    "exclude_loopback": "false",
    "host_request_interval": '"10ms"',
    "timeout": "2",
    "max_retries": "1",
    "retry_wait_time": "0",
    "max_redirects": "4",
}


@pytest.fixture(scope="module")
def server() -> Iterator[AwkwardServer]:
    server = AwkwardServer()
    yield server
    server.close()


@pytest.fixture()
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """This machine may be asked, and it need not be polite to itself."""
    text = lychee.CONFIG.read_text("utf-8")
    for name, value in QUICK.items():
        text, count = re.subn(rf"(?m)^{name} = .*", f"{name} = {value}", text)
        assert count == 1
    (tmp_path / "lychee.toml").write_text(text)
    monkeypatch.setattr(lychee, "CONFIG", tmp_path / "lychee.toml")
