"""In: two editions. Out: the notes, names, terms, events and other data that differ, each as a line for a reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from edition.checks.exceptions import FILE as EXCEPTIONS
from edition.checks.exceptions import read_exceptions
from edition.model import Edition, Form, paper
from edition.model.apparatus import argument, event, name, note, relation
from edition.model.files.yaml import read_yaml
from edition.model.pages import concordance, redirect
from edition.model.pages.inline import inline_text
from edition.model.project import CONFIG
from edition.review.change import ADDED, CHANGED, REMOVED, Change, Section

Lines = dict[str, str]
"""What is read of each record, by the name under which it is known."""


def _line(*parts: object) -> str:
    return " · ".join(str(part) for part in parts if part)


def _sources(keys: tuple[str, ...]) -> str:
    return "Source: " + ", ".join(f"@{key}" for key in keys) if keys else ""


def _forms(forms: tuple[Form, ...]) -> str:
    return "; ".join(
        f"{form.text} ({form.lang}{', @' + form.source if form.source else ''})" for form in forms
    )


def _quoted(texts: tuple[str, ...]) -> str:
    return ", ".join(f"“{text}”" for text in texts)


def _notes(edition: Edition) -> Lines:
    shown = {}
    for item in edition.notes:
        where = f"{item.page} {item.paragraph}".strip() + (
            f", “{item.lemma}”" if item.lemma else ""
        )
        shown[f"Note {item.id}"] = _line(
            where,
            inline_text(item.text),
            _sources(item.sources),
            item.type_name,
            item.confidence_in_words,
        )
    return shown


def _names(edition: Edition) -> Lines:
    def line(item) -> str:
        printed = f"The paper: {_quoted(item.printed)}" if item.printed else ""
        known = f"also {_quoted(item.aliases)}" if item.aliases else ""
        return _line(
            item.name,
            _forms(item.forms),
            printed,
            known,
            inline_text(item.description),
            item.kind,
            _sources(item.sources),
        )

    return {f"#{item.id}": line(item) for item in edition.names}


def _terms(edition: Edition) -> Lines:
    def line(item) -> str:
        known = f"also {_quoted(item.aliases)}" if item.aliases else ""
        return _line(
            inline_text(item.term),
            _forms(item.forms),
            known,
            inline_text(item.text),
            _sources(item.sources),
        )

    return {f"#{item.id}": line(item) for item in edition.glossary}


def _events(edition: Edition) -> Lines:
    def line(item) -> str:
        date = item.date.iso + (f" to {item.until.iso}" if item.until else "")
        numbers = " ".join(f"[{number}]" for number in item.citations)
        corrected = f"the record: {item.corrected.iso}" if item.corrected else ""
        return _line(
            date,
            inline_text(item.text),
            str(item.target),
            numbers,
            item.kind,
            f"note {item.note}" if item.note else "",
            corrected,
        )

    return {f"#{item.id}": line(item) for item in edition.timeline}


def _rows(edition: Edition) -> Lines:
    return {
        f"[{row.number}]": _line(f"@{row.key}", row.page, f"¶{row.paragraph}", row.locator)
        for row in edition.concordance
    }


def _flat(value: Any, path: str = "") -> Lines:
    """Each value of nested data under its path: `authors 1 family`."""
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value, start=1)
        return {
            key: text
            for name, inner in items
            for key, text in _flat(inner, f"{path} {name}".strip()).items()
        }
    return {path: "" if value is None else str(value)}


def _navigation(edition: Edition) -> Lines:
    """The order and the names of the pages, and what else the paper says of itself in the configuration."""
    config, _ = read_yaml(edition.project.root, CONFIG)
    config = config if isinstance(config, dict) else {}
    entries = _flat(config.get("nav")).items()
    words = [
        " ".join(part for part in path.split(" ") if not part.isdecimal()) for path, _ in entries
    ]
    order = "; ".join(
        f"{label} → {page}" if label else page
        for label, (_, page) in zip(words, entries, strict=True)
    )
    return {"nav": order} | {
        key: str(config[key]) for key in ("site_name", "site_description") if config.get(key)
    }


KINDS: list[tuple[str, str, Callable[[Edition], Lines]]] = [
    ("Editorial notes", f"{{data}}/{note.FOLDER}/", _notes),
    ("Names", f"{{data}}/{name.NAMES}", _names),
    ("Glossary", f"{{data}}/{name.GLOSSARY}", _terms),
    ("Timeline", f"{{data}}/{event.FILE}", _events),
    (
        "Relations",
        f"{{data}}/{relation.FILE}",
        lambda e: {f"{r.source} → {r.target}": r.type for r in e.relations},
    ),
    (
        "The argument at a glance",
        f"{{data}}/{argument.FILE}",
        lambda e: {column.title: "; ".join(map(str, column.targets)) for column in e.argument},
    ),
    (
        "Concordance",
        f"{{data}}/{concordance.FILE}",
        _rows,
    ),
    ("The paper and the edition", f"{{data}}/{paper.FILE}", lambda e: _flat(e.paper.record)),
    ("Navigation", CONFIG, _navigation),
    ("Redirects", f"{{data}}/{redirect.FILE}", lambda e: {r.source: r.target for r in e.redirects}),
    (
        "Exceptions to the rules",
        f"{{data}}/{EXCEPTIONS}",
        lambda e: {_line(x.rule, x.path, x.key or x.value): x.reason for x in read_exceptions(e)},
    ),
]
"""Heading, file or folder, and what is read of each record. A file that is not listed is named, not compared."""


def compare_records(before: Edition, after: Edition) -> list[Section]:
    """A section for each kind of data in which something differs."""
    sections = []
    for title, path, read in KINDS:
        was, now = read(before), read(after)
        changes = [
            Change(CHANGED if key in was else ADDED, key, was.get(key, ""), text)
            for key, text in now.items()
            if was.get(key) != text
        ]
        changes += [
            Change(REMOVED, key, before=text) for key, text in was.items() if key not in now
        ]
        if changes:
            sections.append(Section(title, changes, path.format(data=after.project.data)))
    return sections


def is_compared(edition: Edition, file: str) -> bool:
    """Whether a review tells what changed in the file, below the project's root."""
    docs, known = (
        edition.project.docs,
        [path.format(data=edition.project.data) for _, path, _ in KINDS],
    )
    listed = any(
        file == path
        or (path.endswith("/") and file.startswith(path) and not file.endswith(note.LEFT_OUT))
        for path in known
    )
    in_lists = file.startswith("bib/") and file.endswith(".bib")
    return listed or in_lists or file.removeprefix(f"{docs}/") in edition.by_path
