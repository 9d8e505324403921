"""Reads bib/link-status.json: what `make links` last saw at each outside address."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from edition.language.dates import Moment, readable_date
from edition.model.files.records import Record, read_as
from edition.model.files.text import read_text
from edition.model.files.yaml import parse_yaml
from edition.problem import Location, Problem

FILE = "bib/link-status.json"
STATES = ("alive", "moved", "gone", "refused", "unreached")
FIELDS = ("state", "checked", "last_alive", "moved_to")
_HINT = "Take the line out, or write the file anew with `make links`."


@dataclass(frozen=True)
class LinkStatus:
    """What the last look at an address showed. Days are ISO 8601, in UTC.

    `alive`: it answered. `moved`: it leads elsewhere for good, to `moved_to`. `gone`: it answered
    404 or 410. `refused`: it does not answer robots. `unreached`: no answer came. Without a state
    it was not asked yet. `last_alive` is the last day on which it was alive.
    """

    state: str = ""
    checked: str = ""
    last_alive: str = ""
    moved_to: str = ""

    @property
    def checked_on(self) -> str:
        return readable_date(self.checked)

    @property
    def last_alive_on(self) -> str:
        return readable_date(self.last_alive)


def read_link_status(root: Path) -> tuple[dict[str, LinkStatus], list[Problem]]:
    """The LinkStatus by address; none and no problem where there is no such file."""
    if not (root / FILE).exists():
        return {}, []
    text, problems = read_text(root, FILE)
    if problems:
        return {}, problems
    data, malformed = parse_yaml(text, FILE)  # JSON is YAML, of which every line is known
    if malformed:
        return {}, [replace(problem, hint=_HINT) for problem in malformed]
    if not isinstance(data, Record):
        message = "the file is not a list of addresses with their records."
        return {}, [Problem(Location(FILE), "malformed-data", message, _HINT)]
    known = {}
    for address, record in data.items():
        try:
            known[address] = _read(record)
        except ValueError as fault:
            message = f"'{address}' {fault}."
            problems.append(Problem(data.line_of(address), "malformed-data", message, _HINT))
    return known, problems


def _read(record: object) -> LinkStatus:
    """The status in a record. Raises ValueError, which says what is wrong with the record."""
    if not isinstance(record, Record):
        raise ValueError("is not followed by a record")
    if unknown := sorted(set(record) - set(FIELDS)):
        raise ValueError(f"has the unknown field '{unknown[0]}'")
    status = read_as(LinkStatus, record)
    if status.state not in STATES:
        states = ", ".join(STATES)
        raise ValueError(f"has the state '{status.state}', which is none of {states}")
    for day in (status.checked, status.last_alive or status.checked):
        if Moment(day).precision != "day":
            raise ValueError("has a day that is not of the form YYYY-MM-DD")
    is_address = status.moved_to.startswith(("https://", "http://"))
    is_right = is_address if status.state == "moved" else not status.moved_to
    if not is_right:
        raise ValueError("has a state that does not fit 'moved_to'")
    return status


def link_status_text(link_status: dict[str, LinkStatus]) -> str:
    """The text of the file: one address a line, sorted, so that a difference shows what changed."""
    lines = []
    for address, status in sorted(link_status.items()):
        record = {name: value for name, value in asdict(status).items() if value}
        shown = json.dumps({address: record}, ensure_ascii=False)
        lines.append(f"  {shown[1:-1]}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
