"""In: the edition. Out: what its search finds: each paragraph, work, note, name, term and event at its own address.

The documents have the form of the search index of MkDocs' search plugin (`location`, `title`, `text`); a location with
an anchor is shown under the page whose address it begins with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from edition.model import Edition, Form, Page
from edition.model.pages.directives import DIRECTIVES
from edition.model.pages.inline import inline_text

Document = dict[str, str]
_COMMAND = re.compile(rf"^\\({'|'.join(sorted(DIRECTIVES))})[ \t]*$", re.MULTILINE)


def _document(page: Page, anchor: str, title: str, *text: str) -> Document:
    return {
        "location": f"{page.address}#{anchor}",
        "title": title,
        "text": " ".join(filter(None, text)),
    }


def _forms(forms: tuple[Form, ...]) -> str:
    return " ".join(form.text for form in forms)


def _references(edition: Edition, page: Page) -> Iterator[Document]:
    for reference in edition.bibliography:
        numbers = " ".join(f"[{number}]" for number in reference.numbers)
        printed = " ".join(
            reference.text(name) for name in ("origtitle", "usera", "userb", "userc")
        )
        yield _document(
            page,
            f"ref-{reference.key}",
            f"{numbers} {reference.short}".strip(),
            reference.text("author"),
            reference.title,
            printed,
            reference.url,
        )


def _notes(edition: Edition, page: Page) -> Iterator[Document]:
    for note in edition.notes:
        yield _document(page, note.anchor, note.lemma or note.type_name, inline_text(note.text))


def _names(edition: Edition, page: Page) -> Iterator[Document]:
    for name in edition.names:
        yield _document(
            page,
            name.id,
            name.name,
            ", ".join(name.all_forms[1:]),
            _forms(name.forms),
            inline_text(name.description),
        )


def _glossary(edition: Edition, page: Page) -> Iterator[Document]:
    for term in edition.glossary:
        yield _document(
            page,
            term.id,
            term.term,
            ", ".join(term.aliases),
            _forms(term.forms),
            inline_text(term.text),
        )


def _timeline(edition: Edition, page: Page) -> Iterator[Document]:
    for event in edition.timeline:
        yield _document(page, event.id, event.date.iso, event.text)


_LISTS: dict[str, Callable[[Edition, Page], Iterator[Document]]] = {
    "references": _references,
    "notes": _notes,
    "names": _names,
    "glossary": _glossary,
    "timeline": _timeline,
}
_TABLES = {"concordance-numbers", "concordance-paragraphs"}
"""Lists of numbers and places: nobody looks for those by words, and the page is found by its name."""


def has_own_documents(edition: Edition, page: Page) -> bool:
    """Whether a page is found by its paragraphs or its list: what the plugin would read of it is not asked for."""
    commands = _COMMAND.findall(page.body)
    listed = (
        next(_LISTS[command](edition, page), None) for command in commands if command in _LISTS
    )
    return bool(page.paragraphs) or not _TABLES.isdisjoint(commands) or any(listed)


def search_documents(edition: Edition) -> dict[str, list[Document]]:
    """The documents by page address, for pages that have numbered paragraphs or a generated list."""
    found = {}
    for page in (page for page in edition.pages if has_own_documents(edition, page)):
        own = [
            _document(page, paragraph.id, paragraph.label or page.title, paragraph.text)
            for paragraph in page.paragraphs
        ]
        lists = [_LISTS[command] for command in _COMMAND.findall(page.body) if command in _LISTS]
        listed = [document for documents in lists for document in documents(edition, page)]
        parent = {
            "location": page.address,
            "title": page.label,
            "text": str(page.meta.get("description") or ""),
        }
        found[page.address] = [parent, *own, *listed]
    return found


def search_index(edition: Edition, plugin_index: str) -> str:
    """The plugin's index with the documents of those pages in place of its own, which know headings only."""
    index = json.loads(plugin_index)
    ours = search_documents(edition)
    rest = [
        document for document in index["docs"] if document["location"].partition("#")[0] not in ours
    ]
    index["docs"] = [document for documents in ours.values() for document in documents] + rest
    return json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def complete_search(edition: Edition, folder: Path) -> None:
    """Write the index in `folder` anew, where the plugin left one."""
    file = folder / "search_index.json"
    if file.exists():
        index = search_index(edition, file.read_text(encoding="utf-8")).encode()
        file.write_bytes(index)
        # As a script too: from a page opened on a disk a browser fetches nothing else.
        with file.with_suffix(".js").open("wb") as script:
            script.writelines((b"window.editionIndex = ", index, b"\n"))
