"""A server that answers badly, and limits that do not make a test wait for it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from awkward_server import AwkwardServer
from edition.checks.link_check import Limits


@pytest.fixture(scope="module")
def server() -> Iterator[AwkwardServer]:
    server = AwkwardServer()
    yield server
    server.close()


@pytest.fixture(scope="session")
def quick() -> Limits:
    return Limits(
        total=60, timeout=2, retries=1, wait=0, interval=0.01, redirects=4, allow_loopback=True
    )
