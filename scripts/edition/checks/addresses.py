"""Splits addresses as contributors write them, those included that are none."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split_address(address: str) -> SplitResult:
    """The parts of an address; all are empty where it cannot be read, as `http://[a`."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")
