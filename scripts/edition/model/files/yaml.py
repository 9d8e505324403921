"""Reads YAML files: lists, and Records that know their lines; a Problem where that fails."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from edition.model.files.limits import over_limit
from edition.model.files.records import Record
from edition.model.files.text import read_text
from edition.problem import Location, Problem

Item = TypeVar("Item")
DEEPEST = 40
"""Lists and mappings within one another. No data of an edition comes near it."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_UNGUESSED = ("timestamp", "float", "int")
_WHOLE_NUMBER = re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$")


class _Refused(Exception):
    """What YAML allows and an edition does not."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def _text_loader(base: Any) -> Any:
    """A loader that reads whole numbers, booleans and null, and leaves all other values as text.

    YAML 1.1 would read `12:30` as 750, `010` as 8 and `2024-06` as a date.
    """

    class TextLoader(base):  # type: ignore[misc]  # the base is chosen when the module is loaded
        pass

    TextLoader.yaml_implicit_resolvers = {
        first: [item for item in resolvers if item[0].rpartition(":")[2] not in _UNGUESSED]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    TextLoader.add_implicit_resolver("tag:yaml.org,2002:int", _WHOLE_NUMBER, list("-+0123456789"))
    return TextLoader


_LOADER = _text_loader(yaml.SafeLoader)
# libyaml is ten times as quick. What it refuses is read again by the Python loader, whose messages
# are the same on every machine.
_QUICK_LOADER = _text_loader(yaml.CSafeLoader) if yaml.__with_libyaml__ else _LOADER


class _Reader:
    """Builds a value from the parser's events.

    yaml.compose would do so too, but in C it follows any depth until the stack is full, and it
    expands aliases. From events both can be refused at the line where they stand.
    """

    def __init__(self, text: str, path: str, first_line: int, loader: Any) -> None:
        self._loader = loader(text)
        self._path = path
        self._first_line = first_line

    def read_document(self) -> Any:
        """The value of the only document in the text; None for an empty text."""
        try:
            self._loader.get_event()  # the start of the stream
            value = None
            if not self._loader.check_event(yaml.StreamEndEvent):
                self._loader.get_event()  # the start of the document
                value = self._value(self._loader.get_event(), depth=0)
                self._loader.get_event()  # the end of the document
            if not self._loader.check_event(yaml.StreamEndEvent):
                line = self._line(self._loader.get_event())
                message = "a second document begins here."
                raise _Refused(line, message, "Take the line `---` out.")
            return value
        finally:
            self._loader.dispose()

    def _line(self, event: yaml.Event) -> int:
        return int(event.start_mark.line) + self._first_line  # type: ignore[union-attr]  # it has a mark

    def _value(self, event: Any, depth: int) -> Any:
        line = self._line(event)
        if isinstance(event, yaml.AliasEvent):
            message = f"the alias '*{event.anchor}' is not allowed."
            raise _Refused(line, message, "Write the value out.")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if depth == DEEPEST:
            message = f"the data is nested more than {DEEPEST} deep."
            raise _Refused(line, message, "Flatten it.")
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(event := self._loader.get_event(), yaml.SequenceEndEvent):
                items.append(self._value(event, depth + 1))
            return items
        record = Record(Location(self._path, line))
        while not isinstance(event := self._loader.get_event(), yaml.MappingEndEvent):
            self._field(record, event, depth + 1)
        return record

    def _field(self, record: Record, event: Any, depth: int) -> None:
        line, key = self._line(event), ""
        if isinstance(event, yaml.ScalarEvent):
            key = event.value
            _refuse_text(key, line)
        else:
            self._value(event, depth)  # YAML allows a list or a mapping as a key
        if key in record:
            message = f"the key '{key}' stands twice in one record."
            raise _Refused(line, message, "Keep one of them.")
        record[key] = self._value(self._loader.get_event(), depth)
        record.lines[key] = line

    def _scalar(self, event: Any) -> Any:
        line = self._line(event)
        _refuse_text(event.value, line)
        tag = event.tag
        if tag is None:
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag.startswith("!"):
            return event.value  # as `!ENV SITE_URL` in mkdocs.yml
        node = yaml.ScalarNode(tag, event.value, event.start_mark, event.end_mark)
        try:
            return self._loader.construct_object(node)
        except (ValueError, LookupError, AttributeError):  # as `!!int x`
            message = f"'{event.value}' is not what its tag '{tag}' says."
            raise _Refused(line, message, "Take the tag away.") from None


def _refuse_text(text: str, line: int) -> None:
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
    try:
        try:
            return _Reader(text, path, first_line, _QUICK_LOADER).read_document(), None
        except (yaml.YAMLError, ValueError):
            return _Reader(text, path, first_line, _LOADER).read_document(), None
    except _Refused as refused:
        line, message, hint = refused.line, refused.message, refused.hint
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


def read_records(root: Path, path: str) -> tuple[list[Record], list[Problem]]:
    """The records of `root/path`, a file that is a list of them. It may be absent."""
    if not (root / path).exists():
        return [], []
    value, problems = read_yaml(root, path)
    if value is None:
        return [], problems
    if not isinstance(value, list):
        hint = "Begin each record with `- `."
        return [], [Problem(Location(path), "malformed-data", "the file is not a list.", hint)]
    for item in value:
        if not isinstance(item, Record):
            message = f"'{item}' stands where a record should."
            hint = "Write it as `- name: value`."
            problems.append(Problem(Location(path), "malformed-data", message, hint))
    return [item for item in value if isinstance(item, Record)], problems


def read_items(
    root: Path, path: str, make: Callable[[Record], Item]
) -> tuple[list[Item], list[Problem]]:
    """What `make` makes of each record, and the problems; see `read_records`."""
    records, problems = read_records(root, path)
    return [make(record) for record in records], problems
