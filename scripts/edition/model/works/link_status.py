"""In: bib/link-status.json. Out: what was last observed of each outside address; an address that nobody asked has no entry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from edition.language.dates import readable_date
from edition.model.files.text import read_text
from edition.problem import Location, Problem

FILE = "bib/link-status.json"
STATES = ("alive", "moved", "gone", "refused", "unreached")
FIELDS = ("state", "checked", "last_alive", "moved_to")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CURE = "Take the line out, or write the file anew with `make links`."


@dataclass(frozen=True)
class LinkStatus:
    """What the last look at an address showed. Days are ISO 8601, in UTC; without a state it was not asked yet.

    `alive`: it answered. `moved`: it leads elsewhere for good, to `moved_to`. `gone`: it answered 404 or 410.
    `refused`: it does not answer robots. `unreached`: no answer came. `last_alive` is the last day on which it was alive.
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


def _day(value: Any) -> bool:
    try:
        return (
            isinstance(value, str)
            and bool(_DAY.fullmatch(value))
            and bool(date.fromisoformat(value))
        )
    except ValueError:
        return False


def _fault(value: Any) -> str:
    """What is wrong with one address' record, in words; empty for a good one."""
    if not isinstance(value, dict):
        return "is not followed by a record"
    if unknown := sorted(set(value) - set(FIELDS)):
        return f"has the unknown field '{unknown[0]}'"
    if value.get("state") not in STATES:
        return f"has the state '{value.get('state')}', which is none of {', '.join(STATES)}"
    if not _day(value.get("checked")) or not _day(value.get("last_alive", value["checked"])):
        return "has a day that is not of the form YYYY-MM-DD"
    moved_to = value.get("moved_to", "")
    if not isinstance(moved_to, str) or (value["state"] == "moved") != moved_to.startswith(
        ("https://", "http://")
    ):
        return "has a state that does not fit 'moved_to'"
    return ""


def _records(text: str) -> Iterator[tuple[str, LinkStatus | Problem]]:
    try:
        data = json.loads(text)
        json.dumps(
            data, ensure_ascii=False
        ).encode()  # half a character, as `\\ud800`, is in no text
    except (ValueError, RecursionError) as error:
        other = {
            RecursionError: "it is nested too deeply",
            UnicodeEncodeError: "it holds half a character",
        }
        said = getattr(error, "msg", other.get(type(error), "a number in it is too long"))
        yield (
            "",
            Problem(
                Location(FILE, getattr(error, "lineno", 1)),
                "malformed-data",
                f"this is not JSON: {said}.",
                _CURE,
            ),
        )
        return
    if not isinstance(data, dict):
        yield (
            "",
            Problem(
                Location(FILE),
                "malformed-data",
                "the file is not a list of addresses with their records.",
                _CURE,
            ),
        )
        return
    line, begin = 1, 0
    for address, value in data.items():
        if fault := _fault(value):
            # Addresses stand in the order of the file: what lies before the last one found is not counted again.
            at = max(begin, text.find(json.dumps(address, ensure_ascii=False), begin))
            line, begin = line + text.count("\n", begin, at), at
            yield (
                address,
                Problem(Location(FILE, line), "malformed-data", f"'{address}' {fault}.", _CURE),
            )
        else:
            yield address, LinkStatus(**value)


def read_link_status(root: Path) -> tuple[dict[str, LinkStatus], list[Problem]]:
    """The LinkStatus of each address that was asked, by address; none and no problem where there is no such file."""
    if not (root / FILE).exists():
        return {}, []
    text, problems = read_text(root, FILE)
    found = {} if problems else dict(_records(text))
    problems += [value for value in found.values() if isinstance(value, Problem)]
    return {
        address: value for address, value in found.items() if isinstance(value, LinkStatus)
    }, problems


def link_status_text(link_status: dict[str, LinkStatus]) -> str:
    """The file that `read_link_status` reads: one address a line, sorted, so that a difference shows what changed."""
    lines = []
    for address, known in sorted(link_status.items()):
        record = {name: value for name in FIELDS if (value := getattr(known, name))}
        lines.append(
            f"  {json.dumps(address, ensure_ascii=False)}: {json.dumps(record, ensure_ascii=False)}"
        )
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"
