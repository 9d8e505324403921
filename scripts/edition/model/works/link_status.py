"""Reads bib/link-status.json: what `make links` last saw at each outside address."""

from __future__ import annotations

import json
import re
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
    data, fault = _parse(text)
    if fault:
        return {}, [fault]
    known: dict[str, LinkStatus] = {}
    line, offset = 1, 0
    for address, value in data.items():
        reason = _fault(value)
        if reason:
            # Addresses are in the order of the file: lines before the last fault are not recounted.
            found = max(offset, text.find(json.dumps(address, ensure_ascii=False), offset))
            line, offset = line + text.count("\n", offset, found), found
            problems.append(_problem(line, f"'{address}' {reason}."))
        else:
            known[address] = LinkStatus(**value)
    return known, problems


def _problem(line: int, message: str) -> Problem:
    return Problem(Location(FILE, line), "malformed-data", message, _HINT)


def _parse(text: str) -> tuple[dict[str, Any], Problem | None]:
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()  # `\ud800` is half a character
    except json.JSONDecodeError as error:
        return {}, _problem(error.lineno, f"this is not JSON: {error.msg}.")
    except RecursionError:
        return {}, _problem(1, "this is not JSON: it is nested too deeply.")
    except UnicodeEncodeError:
        return {}, _problem(1, "this is not JSON: it holds half a character.")
    except ValueError:
        return {}, _problem(1, "this is not JSON: a number in it is too long.")
    if not isinstance(data, dict):
        return {}, _problem(1, "the file is not a list of addresses with their records.")
    return data, None


def _fault(value: Any) -> str:
    """What is wrong with the record of an address, in words; empty for a good one."""
    if not isinstance(value, dict):
        return "is not followed by a record"
    if unknown := sorted(set(value) - set(FIELDS)):
        return f"has the unknown field '{unknown[0]}'"
    state = value.get("state")
    if state not in STATES:
        return f"has the state '{state}', which is none of {', '.join(STATES)}"
    if not _is_day(value.get("checked")) or not _is_day(value.get("last_alive", value["checked"])):
        return "has a day that is not of the form YYYY-MM-DD"
    moved_to = value.get("moved_to", "")
    is_address = isinstance(moved_to, str) and moved_to.startswith(("https://", "http://"))
    if is_address != (state == "moved") or (moved_to and not is_address):
        return "has a state that does not fit 'moved_to'"
    return ""


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def link_status_text(link_status: dict[str, LinkStatus]) -> str:
    """The text of the file: one address a line, sorted, so that a difference shows what changed."""
    lines = [_line(address, known) for address, known in sorted(link_status.items())]
    return "{\n" + ",\n".join(lines) + "\n}\n" if lines else "{}\n"


def _line(address: str, known: LinkStatus) -> str:
    record = {name: getattr(known, name) for name in FIELDS if getattr(known, name)}
    shown = json.dumps(record, ensure_ascii=False)
    return f"  {json.dumps(address, ensure_ascii=False)}: {shown}"
