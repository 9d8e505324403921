"""Makes the search index: each paragraph, work, note, name, term and event at its own address.

The documents have the form of the index of MkDocs' search plugin (`location`, `title`, `text`). The
search shows a location with an anchor under the page whose address it begins with.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from edition.citing.self_citation import page_description
from edition.model import Edition, Form, Page
from edition.model.pages.directives import DIRECTIVES
from edition.model.pages.inline import inline_text

Document = dict[str, str]

_DIRECTIVE = re.compile(rf"^\\({'|'.join(sorted(DIRECTIVES))})[ \t]*$", re.MULTILINE)


def _document(page: Page, anchor: str, title: str, *text: str) -> Document:
    return {
        "location": f"{page.address}#{anchor}",
        "title": title,
        "text": " ".join(filter(None, text)),
    }


def _texts(forms: tuple[Form, ...]) -> str:
    return " ".join(form.text for form in forms)


def _references(edition: Edition, page: Page) -> Iterator[Document]:
    for reference in edition.bibliography:
        numbers = " ".join(f"[{number}]" for number in reference.numbers)
        other_titles = map(reference.text, ("origtitle", "usera", "userb", "userc"))
        yield _document(
            page,
            f"ref-{reference.key}",
            f"{numbers} {reference.short}".strip(),
            reference.text("author"),
            reference.full_title,
            " ".join(other_titles),
            reference.doi,
            reference.url,
        )


def _notes(edition: Edition, page: Page) -> Iterator[Document]:
    for note in edition.notes:
        yield _document(page, note.anchor, note.lemma or note.type_name, inline_text(note.text))


def _names(edition: Edition, page: Page) -> Iterator[Document]:
    for name in edition.names:
        aliases = ", ".join(name.all_forms[1:])
        description = inline_text(name.description)
        yield _document(page, name.id, name.name, aliases, _texts(name.forms), description)


def _glossary(edition: Edition, page: Page) -> Iterator[Document]:
    for term in edition.glossary:
        aliases = ", ".join(term.aliases)
        text = inline_text(term.text)
        yield _document(page, term.id, term.term, aliases, _texts(term.forms), text)


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
"""Tables of numbers: nobody looks for those by words, and their page is found by its name."""


def _listed(edition: Edition, page: Page) -> Iterator[Document]:
    """The documents of the lists that the page has."""
    for directive in _DIRECTIVE.findall(page.body):
        if directive in _LISTS:
            yield from _LISTS[directive](edition, page)


def has_own_documents(edition: Edition, page: Page) -> bool:
    """Whether a page is found by its paragraphs or its lists; the plugin need not read it then."""
    has_table = not _TABLES.isdisjoint(_DIRECTIVE.findall(page.body))
    return bool(page.paragraphs) or has_table or any(_listed(edition, page))


def _page_documents(edition: Edition, page: Page) -> Iterator[Document]:
    yield {"location": page.address, "title": page.label, "text": page_description(page)}
    for paragraph in page.paragraphs:
        yield _document(page, paragraph.id, paragraph.label or page.title, paragraph.text)
    yield from _listed(edition, page)


def search_documents(edition: Edition) -> dict[str, list[Document]]:
    """The documents of those pages that have documents of their own, by the page's address."""
    return {
        page.address: list(_page_documents(edition, page))
        for page in edition.pages
        if has_own_documents(edition, page)
    }


def search_index(edition: Edition, plugin_index: str) -> str:
    """The plugin's index with our documents for those pages; the plugin's know headings only."""
    index = json.loads(plugin_index)
    ours = search_documents(edition)
    documents: list[Document] = []
    for page_documents in ours.values():
        documents += page_documents
    for document in index["docs"]:
        if document["location"].partition("#")[0] not in ours:
            documents.append(document)
    index["docs"] = documents
    return json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def complete_search(edition: Edition, folder: Path) -> None:
    """Write the index in `folder` anew, where the plugin left one."""
    file = folder / "search_index.json"
    if not file.exists():
        return
    index = search_index(edition, file.read_text(encoding="utf-8"))
    file.write_bytes(index.encode())
    # As a script too: on a page opened from a disk, a browser loads nothing else.
    script = f"window.editionIndex = {index}\n"
    file.with_suffix(".js").write_bytes(script.encode())
