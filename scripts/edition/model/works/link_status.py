"""Reads bib/link-status.json: what `make links` last saw at each outside address."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from edition.language.dates import Moment, readable_date
from edition.model.files.records import Record
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
    problems = [replace(problem, hint=_HINT) for problem in malformed]
    if not isinstance(data, Record):
        message = "the file is not a list of addresses with their records."
        return {}, problems or [Problem(Location(FILE), "malformed-data", message, _HINT)]
    known = {}
    for address, record in data.items():
        if reason := _fault(record):
            message = f"'{address}' {reason}."
            problems.append(Problem(data.line_of(address), "malformed-data", message, _HINT))
        else:
            known[address] = LinkStatus(*map(record.text, FIELDS))
    return known, problems


def _fault(record: object) -> str:
    """What is wrong with the record of an address, in words; empty for a good one."""
    if not isinstance(record, Record):
        return "is not followed by a record"
    if unknown := sorted(set(record) - set(FIELDS)):
        return f"has the unknown field '{unknown[0]}'"
    status = LinkStatus(*map(record.text, FIELDS))
    if status.state not in STATES:
        return f"has the state '{status.state}', which is none of {', '.join(STATES)}"
    days = [status.checked, status.last_alive or status.checked]
    if any(Moment(day).precision != "day" for day in days):
        return "has a day that is not of the form YYYY-MM-DD"
    is_address = status.moved_to.startswith(("https://", "http://"))
    if is_address != (status.state == "moved") or (status.moved_to and not is_address):
        return "has a state that does not fit 'moved_to'"
    return ""


def link_status_text(link_status: dict[str, LinkStatus]) -> str:
    """The text of the file: one address a line, sorted, so that a difference shows what changed."""
    lines = [_line(address, known) for address, known in sorted(link_status.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def _line(address: str, known: LinkStatus) -> str:
    record = {name: getattr(known, name) for name in FIELDS if getattr(known, name)}
    shown = json.dumps(record, ensure_ascii=False)
    return f"  {json.dumps(address, ensure_ascii=False)}: {shown}"
