"""In: .cache/links.json. Out: what earlier runs found, so that a run goes on where the last one stopped. It may be deleted."""

from __future__ import annotations

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

from edition.checks.link_check.result import Finding

FILE = ".cache/links.json"
# Silence is not kept: it is worth asking again.
KEPT = ("alive", "moved", "gone", "refused")


class Journal:
    """The Findings by address, each with its moment; `keep` writes them at once, so that nothing is lost to a limit."""

    def __init__(self, root: Path) -> None:
        self._file = root / FILE
        self._kept: dict[str, dict[str, str]] = self._read()

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            data = json.loads(self._file.read_text("utf-8"))
            return {
                address: record
                for address, record in data.items()
                if datetime.fromisoformat(record["at"]).tzinfo and _finding(record)
            }
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return {}  # no file, or not ours: every address is asked

    def recent(self, addresses: list[str], now: datetime, age: timedelta) -> dict[str, Finding]:
        """What was found of the addresses less than `age` ago."""
        found = {}
        for address in addresses:
            record = self._kept.get(address)
            if record and timedelta() <= now - datetime.fromisoformat(record["at"]) < age:
                found[address] = _finding(record)
        return found

    def keep(self, findings: dict[str, Finding], now: datetime) -> None:
        for address, finding in findings.items():
            if finding.state in KEPT:
                self._kept[address] = {"at": now.isoformat(), **vars(finding)}
            else:
                self._kept.pop(address, None)
        self._file.parent.mkdir(exist_ok=True)
        new = self._file.with_suffix(".new")
        new.write_text(json.dumps(self._kept, indent=1, sort_keys=True), encoding="utf-8")
        os.replace(new, self._file)


def _finding(record: dict[str, str]) -> Finding:
    return Finding(**{name: str(value) for name, value in record.items() if name != "at"})
