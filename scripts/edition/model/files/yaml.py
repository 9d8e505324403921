"""Reads YAML files: lists, and Records that know their lines; a Problem where that fails.

PyYAML parses a text to events (`ScalarEvent`, `MappingStartEvent`, …), and would itself build nodes
of them and then values. Here `_Reader` builds the values from the events: so it knows the line of
each, refuses what could do harm, and takes for text what YAML 1.1 would make something else of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from edition.model.files.limits import over_limit
from edition.model.files.records import Item, Record, read_as
from edition.model.files.text import read_text
from edition.problem import Location, Problem

DEEPEST = 40
"""Lists and mappings within one another. No data of an edition comes near it."""

# JSON's `"\\ud83d"` alone: a half of a character, which no file can hold.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_WHOLE_NUMBER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_INT = "tag:yaml.org,2002:int"
# What is no text if it stands without quotes: `yes`, `Yes`, `YES`, and so on.
_WORDS: dict[str, bool | None] = {"": None, "~": None}
for _word, _value in [("null", None), *yaml.SafeLoader.bool_values.items()]:
    _WORDS |= dict.fromkeys((_word, _word.capitalize(), _word.upper()), _value)

# libyaml is ten times as quick. What it refuses is read again by the Python loader, whose messages
# are the same on every machine.
_QUICK_LOADER = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _Refused(Exception):
    """What YAML allows and an edition does not. Its arguments: the line, a message and a hint."""


class _Reader:
    """Builds a value from the parser's events, from the first to the last.

    A list or a mapping is a start event, the events of what is in it, and an end event. Each method
    takes the events of what it reads and no more.

    yaml.compose would build nodes, but in C it follows any depth until the stack is full, and it
    expands aliases. From events both can be refused at the line where they stand.
    """

    def __init__(self, text: str, path: str, first_line: int, loader: Any) -> None:
        self._events: Iterator[Any] = yaml.parse(text, loader)
        self._path = path
        self._first_line = first_line

    def read_document(self) -> Any:
        """The value of the only document in the text; None for an empty text."""
        documents: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if documents:
                    message = "a second document begins here."
                    raise _Refused(self._line(event), message, "Take the line `---` out.")
                documents.append(self._value(next(self._events), depth=0))
        return documents[0] if documents else None

    def _line(self, event: Any) -> int:
        """The line of the file on which an event stands."""
        return int(event.start_mark.line) + self._first_line

    def _value(self, event: Any, depth: int) -> Any:
        """The value that begins with an event. `depth` is how many lists and mappings it is in.

        Raises _Refused for what YAML allows and an edition does not.
        """
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias '*{event.anchor}' is not allowed."
            raise _Refused(line, message, "Write the value out.")
        if isinstance(event, yaml.ScalarEvent):
            _refuse_text(event.value, line)
            return _scalar(event, line)
        if depth == DEEPEST:
            message = f"the data is nested more than {DEEPEST} deep."
            raise _Refused(line, message, "Flatten it.")
        if isinstance(event, yaml.SequenceStartEvent):
            return [self._value(item, depth + 1) for item in self._within()]
        record = Record(Location(self._path, line))
        for key in self._within():
            self._field(record, key, depth + 1)
        return record

    def _within(self) -> Iterator[Any]:
        """The first event of each item of a list or mapping; the caller takes the item's others."""
        while not isinstance(event := next(self._events), yaml.CollectionEndEvent):
            yield event

    def _field(self, record: Record, event: Any, depth: int) -> None:
        """Add to a record the field whose key begins with an event."""
        line = self._line(event)
        # The key is read like any value: that takes its events, and refuses what is refused.
        self._value(event, depth)
        # YAML allows a list or a mapping as a key; it counts as an empty one.
        key = event.value if isinstance(event, yaml.ScalarEvent) else ""
        if key in record:
            message = f"the key '{key}' stands twice in one record."
            raise _Refused(line, message, "Keep one of them.")
        record[key] = self._value(next(self._events), depth)
        record.lines[key] = line


def _scalar(event: Any, line: int) -> Any:
    """Whole numbers, booleans and null; all other values are text.

    YAML 1.1 would read `12:30` as 750, `010` as 8 and `2024-06-01` as a date. With a tag of YAML's
    own a value is what the tag says: `!!str 12`.
    """
    text, tag = event.value, event.tag
    if tag is None and event.implicit[0]:  # neither a tag nor quotes
        if text in _WORDS:
            return _WORDS[text]
        tag = _INT if _WHOLE_NUMBER.fullmatch(text) else None
    # A tag of a program's own, as `!ENV SITE_URL` in mkdocs.yml, is ignored.
    if tag is None or tag.startswith("!"):
        return text
    try:
        node = yaml.ScalarNode(tag, text, event.start_mark)
        return yaml.constructor.SafeConstructor().construct_object(node)
    except (ValueError, LookupError, AttributeError):  # as `!!int x`
        message = f"'{text}' is not what its tag '{tag}' says."
        raise _Refused(line, message, "Take the tag away.") from None


def _refuse_text(text: str, line: int) -> None:
    """Raise _Refused for a text that could not be written, or not be read as Markdown."""
    if half := _SURROGATE.search(text):
        message = f"'\\u{ord(half[0]):04x}' is half a character."
        raise _Refused(line, message, "Write the character itself.")
    if fault := over_limit(text):
        raise _Refused(line + text.count("\n", 0, fault.offset), fault.message, fault.hint)


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Parse YAML `text` that begins at line `first_line` of `path`.

    Returns lists, Records, text, whole numbers, booleans and None, and the problems. A tag such as
    `!ENV` is ignored. Aliases are refused: they can blow up small files and no edition needs them.
    What was parsed is cached by its text and shared by all who ask for it: nobody may change it.
    """
    value, problem = _parse(text, path, first_line)
    return value, [problem] if problem else []


@lru_cache(maxsize=8192)
def _parse(text: str, path: str, first_line: int) -> tuple[Any, Problem | None]:
    """The value, or the one problem that keeps it from being read; see `parse_yaml`."""
    try:
        try:
            return _Reader(text, path, first_line, _QUICK_LOADER).read_document(), None
        except (yaml.YAMLError, ValueError):
            return _Reader(text, path, first_line, yaml.SafeLoader).read_document(), None
    except _Refused as refused:
        line, message, hint = refused.args
    except yaml.YAMLError as error:
        line = _error_line(error, text) + first_line
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        message = f"this is not YAML: {reason}."
        hint = "Compare the indentation and quotes with the record above."
    return None, Problem(Location(path, line), "malformed-data", message, hint)


def _error_line(error: yaml.YAMLError, text: str) -> int:
    """The line of an error, from 0. A ReaderError has a position in the text instead of a mark."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(mark.line) if mark else text.count("\n", 0, getattr(error, "position", 0))


def read_yaml(root: Path, path: str) -> tuple[Any, list[Problem]]:
    """Read `root/path`; see `parse_yaml`."""
    text, problems = read_text(root, path)
    return (None, problems) if problems else parse_yaml(text, path)


def read_record(root: Path, path: str, message: str, hint: str) -> tuple[Record, list[Problem]]:
    """The record that `root/path` is; an empty one, and a problem, where it is something else."""
    value, problems = read_yaml(root, path)
    if isinstance(value, Record):
        return value, problems
    location = Location(path)
    return Record(location), problems or [Problem(location, "malformed-data", message, hint)]


def read_records(root: Path, path: str) -> tuple[list[Record], list[Problem]]:
    """The records of `root/path`, a file that is a list of them. It may be absent."""
    if not (root / path).exists():
        return [], []
    value, problems = read_yaml(root, path)
    if not isinstance(value, list | None):
        hint = "Begin each record with `- `."
        return [], [Problem(Location(path), "malformed-data", "the file is not a list.", hint)]
    records = []
    for item in value or []:
        if isinstance(item, Record):
            records.append(item)
        else:
            message = f"'{item}' stands where a record should."
            hint = "Write it as `- name: value`."
            problems.append(Problem(Location(path), "malformed-data", message, hint))
    return records, problems


def read_items(
    root: Path, path: str, kind: type[Item], **given: object
) -> tuple[list[Item], list[Problem]]:
    """Each record as an item of the dataclass `kind`, and the problems.

    See `read_records`, and `read_as` for `given`.
    """
    records, problems = read_records(root, path)
    return [read_as(kind, record, **given) for record in records], problems
