"""In: a YAML file. Out: plain lists and mappings that know their lines, or the Problem that keeps it from loading."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from edition.model.files.limits import over_limit
from edition.model.files.text import read_text
from edition.problem import Location, Problem

DEEPEST = 40
_SURROGATE = re.compile(r"[\ud800-\udfff]")


class Record(dict):
    """A mapping that knows where it and each of its keys stand (`location`, `line_of`)."""

    location: Location
    lines: dict[str, int]

    def line_of(self, key: str) -> Location:
        """The line of `key`, or of the record where the key is absent."""
        return Location(self.location.path, self.lines.get(key, self.location.line))


class _Refused(Exception):
    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line, self.message, self.hint = line, message, hint


def _text_loader(base: type) -> type:
    """A loader whose scalars stay text unless they are whole numbers, booleans or null: a date is not guessed at."""

    class TextLoader(base):
        pass

    TextLoader.yaml_implicit_resolvers = {
        first: [
            (tag, pattern)
            for tag, pattern in resolvers
            if tag.rpartition(":")[2] not in ("timestamp", "float", "int")
        ]
        for first, resolvers in base.yaml_implicit_resolvers.items()
    }
    # Only what a reader takes for a whole number: YAML 1.1 would read `12:30` as 750 and `010` as 8.
    TextLoader.add_implicit_resolver(
        "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
    )
    return TextLoader


_LOADER = _text_loader(yaml.SafeLoader)
# libyaml is about ten times as quick. What it refuses is read again by the other, whose messages are the same everywhere.
_QUICK_LOADER = _text_loader(yaml.CSafeLoader) if yaml.__with_libyaml__ else _LOADER


def _build(loader: Any, node: yaml.Node, path: str, first_line: int) -> Any:
    line = node.start_mark.line + first_line
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, child, path, first_line) for child in node.value]
    if isinstance(node, yaml.MappingNode):
        record = Record()
        record.location, record.lines = Location(path, line), {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else ""
            key_line = key_node.start_mark.line + first_line
            _refuse_value(key, key_line)
            if key in record:
                raise _Refused(
                    key_line, f"the key '{key}' stands twice in one record.", "Keep one of them."
                )
            record[key] = _build(loader, value_node, path, first_line)
            record.lines[key] = key_line
        return record
    _refuse_value(node.value, line)
    if node.tag.startswith("!"):
        return node.value
    try:
        return loader.construct_object(node)
    except (
        ValueError,
        LookupError,
        AttributeError,
    ):  # an explicit tag that its value does not fit, as `!!int x`
        raise _Refused(
            line, f"'{node.value}' is not what its tag '{node.tag}' says.", "Take the tag away."
        ) from None


def _refuse_value(value: str, line: int) -> None:
    if half := _SURROGATE.search(value):
        raise _Refused(
            line, f"'\\u{ord(half[0]):04x}' is half a character.", "Write the character itself."
        )
    if fault := over_limit(value):
        raise _Refused(line + value.count("\n", 0, fault[0]), *fault[1:])


def _refuse_dangers(text: str, first_line: int, kind: type) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=kind):
        line = event.start_mark.line + first_line
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(
                line, f"the alias '*{event.anchor}' is not allowed.", "Write the value out."
            )
        if depth > DEEPEST:
            raise _Refused(line, f"the data is nested more than {DEEPEST} deep.", "Flatten it.")


def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Parse YAML `text` that begins at line `first_line` of `path`.

    Returns lists, Records, text, whole numbers, booleans and None, and the problems. Tags such as `!ENV` are read as
    the text or list they stand before. Aliases are refused: they can blow up small files and no edition needs them.
    What was parsed is remembered and belongs to all who ask for it: nobody may change it.
    """
    value, problems = _parse(text, path, first_line)
    return value, list(problems)


@lru_cache(maxsize=8192)
def _parse(text: str, path: str, first_line: int) -> tuple[Any, list[Problem]]:
    try:
        return _load(text, path, first_line, _QUICK_LOADER), []
    except (yaml.YAMLError, ValueError):
        return _load_or_say_why(text, path, first_line)
    except _Refused as refused:
        return None, [
            Problem(Location(path, refused.line), "malformed-data", refused.message, refused.hint)
        ]


def _load(text: str, path: str, first_line: int, kind: type) -> Any:
    _refuse_dangers(text, first_line, kind)
    loader = kind(text)
    try:
        node = loader.get_single_node()
        return None if node is None else _build(loader, node, path, first_line)
    finally:
        loader.dispose()


def _load_or_say_why(text: str, path: str, first_line: int) -> tuple[Any, list[Problem]]:
    try:
        return _load(text, path, first_line, _LOADER), []
    except _Refused as refused:
        return None, [
            Problem(Location(path, refused.line), "malformed-data", refused.message, refused.hint)
        ]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line = (
            mark.line if mark else text.count("\n", 0, getattr(error, "position", 0))
        ) + first_line
        said = getattr(error, "problem", None) or str(error).splitlines()[0]
        return None, [
            Problem(
                Location(path, line),
                "malformed-data",
                f"this is not YAML: {said}.",
                "Compare the indentation and quotes with the record above.",
            )
        ]


def read_yaml(root: Path, path: str) -> tuple[Any, list[Problem]]:
    """Read `root/path`; see `parse_yaml`."""
    text, problems = read_text(root, path)
    return (None, problems) if problems else parse_yaml(text, path)
