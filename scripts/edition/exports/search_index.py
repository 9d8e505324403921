"""Makes the search index: each paragraph, work, note, name, term and event at its own address.

The documents have the form of the index of MkDocs' search plugin (`location`, `title`, `text`)
and three fields more: `kind`, by which the results are grouped; `also`, the other forms of what the
text names, each list after the form that is in it; `context`, which is searched but not shown.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from markupsafe import Markup

from edition.language.dates import readable_moment
from edition.model import Edition, Name, Note, Page, Term
from edition.model.apparatus.mention import Finder
from edition.model.pages.inline import inline_text
from edition.model.pages.page import Paragraph

Document = dict[str, Any]


def _document(anchor: str, kind: str, title: str, *text: str) -> Document:
    """A document of a page, whose address comes before the location."""
    return {
        "location": anchor and f"#{anchor}",
        "kind": kind,
        "title": title,
        "text": " ".join(filter(None, text)),
    }


def _references(edition: Edition) -> Iterator[Document]:
    for reference in edition.bibliography:
        numbers = " ".join(f"[{number}]" for number in reference.numbers)
        titles = map(reference.text, ("origtitle", "userd", "usera", "userb", "userc"))
        other_titles = [title for title in titles if title.lower() != reference.title.lower()]
        yield _document(
            reference.anchor,
            "reference",
            f"{numbers} {reference.short}".strip(),
            reference.text("author"),
            reference.full_title,
            " ".join(other_titles),
            reference.doi,
        )


def _notes(edition: Edition) -> Iterator[Document]:
    for note in edition.notes:
        title = f"Note {note.id}: {note.lemma or note.type_name}"
        document = _document(note.anchor, "note", title, inline_text(note.text))
        document["context"] = _context(edition, note)
        yield document


def _context(edition: Edition, note: Note) -> str:
    """The sentence that a note is about, and the name of its page."""
    page = edition.by_path.get(note.page)
    if not page:
        return ""
    if not (found := edition.find_lemma(note)):
        return page.label
    paragraph, (start, _end) = found
    return f"{paragraph.sentence_around(start)} {page.label}".strip()


def _entry(entry: Name | Term, text: str) -> Document:
    title, *others = entry.all_forms
    forms = " ".join(form.text for form in entry.forms)
    return _document(entry.id, "name", title, ", ".join(others), forms, inline_text(text))


def _names(edition: Edition) -> Iterator[Document]:
    return (_entry(name, name.description) for name in edition.names)


def _glossary(edition: Edition) -> Iterator[Document]:
    return (_entry(term, term.text) for term in edition.glossary)


def _timeline(edition: Edition) -> Iterator[Document]:
    for event in edition.timeline:
        date = readable_moment(event.date)
        yield _document(event.id, "event", date, inline_text(event.text))


def _evidence(edition: Edition) -> Iterator[Document]:
    for item in edition.evidence_by_number.values():
        title = f"[{item.number}] {item.verdict_name}"
        texts = item.quotation, item.translation, item.remark
        yield _document(item.anchor, "reference", title, *texts)


_LISTS: dict[str, Callable[[Edition], Iterator[Document]]] = {
    "references": _references,
    "notes": _notes,
    "names": _names,
    "glossary": _glossary,
    "evidence": _evidence,
    "timeline": _timeline,
}
_TABLES = "concordance-numbers concordance-paragraphs".split()
"""Tables of numbers: nobody looks for those by words, and their page is found by its name."""
_COVERED = frozenset([*_LISTS, *_TABLES])


def _listed(edition: Edition, page: Page) -> Iterator[Document]:
    """The documents of the lists that the page has."""
    for directive in page.directives:
        if directive in _LISTS:
            yield from _LISTS[directive](edition)


def has_own_documents(page: Page) -> bool:
    """Whether a page is found by its paragraphs or its lists; the plugin need not read it then."""
    return bool(page.paragraphs) or not _COVERED.isdisjoint(page.directives)


def _finder(entries: Sequence[Name | Term]) -> tuple[Finder, dict[str, Name | Term]]:
    """A finder of names or terms, and these by their ids."""
    return Finder(entries), {entry.id: entry for entry in entries}


class OtherForms:
    """Finds the other forms of the names and terms in a text."""

    def __init__(self, edition: Edition) -> None:
        # A name and a term may have the same id: each kind has a finder of its own.
        self._kinds = [_finder(edition.names), _finder(edition.glossary)]

    def add(self, document: Document, paragraph: Paragraph) -> Document:
        """The document with the field `also`, if its text names what has another form.

        Each list begins with the form in the text: `["FATF", "Financial Action …"]`.
        """
        also = []
        for finder, known in self._kinds:
            forms = {}
            for mention in finder.mentions(paragraph):
                named = [known[id] for id in mention.ids]
                forms[mention.form] = list(dict.fromkeys([mention.form, *_all_forms(named)]))
            also += [found for found in forms.values() if len(found) > 1]
        return document | {"also": also} if also else document


def _all_forms(entries: list[Name | Term]) -> Iterator[str]:
    for entry in entries:
        yield from entry.all_forms
        yield from (form.text for form in entry.forms)


def _page_documents(
    edition: Edition, page: Page, others: OtherForms, is_numbered: bool
) -> Iterator[Document]:
    """The documents of a page. `is_numbered` is true where the paper numbers its paragraphs."""
    kind = "text" if page.section or not page.address else "page"
    yield _document("", kind, page.label, page.description)
    for paragraph in page.paragraphs:
        title = edition.label(paragraph.target) if paragraph.number else page.label
        title = title.replace(", paragraph ", ", ¶")
        # The summaries of an overview, which have no number, come after the paper's own text.
        is_summary = kind == "text" and page.address and is_numbered and not paragraph.number
        own_kind = "page" if is_summary else kind
        document = _document(paragraph.id, own_kind, title, paragraph.text)
        yield others.add(document, paragraph)
    for document in _listed(edition, page):
        if document["kind"] == "note":
            text = Paragraph("", page.path, page.location_at(0), document["text"])
            document = others.add(document, text)
        yield document


def _is_left_out(page: Page) -> bool:
    """Whether the page's front matter says `search: {exclude: true}`."""
    return page.meta.record("search").get("exclude") is True


def search_documents(edition: Edition) -> dict[str, list[Document]]:
    """The documents of those pages that have documents of their own, by the page's address."""
    others = OtherForms(edition)
    is_numbered = any(one.number for page in edition.pages for one in page.paragraphs)
    found: dict[str, list[Document]] = {}
    for page in edition.pages:
        if has_own_documents(page) and not _is_left_out(page):
            documents = list(_page_documents(edition, page, others, is_numbered))
            for document in documents:
                document["location"] = page.address + document["location"]
            found[page.address] = documents
    return found


def search_index(edition: Edition, plugin_index: str) -> str:
    """The plugin's index with our documents for those pages; the plugin's know headings only."""
    index = json.loads(plugin_index)
    ours = search_documents(edition)
    documents = list(chain.from_iterable(ours.values()))
    for document in index["docs"]:
        if document["location"].partition("#")[0] not in ours:
            documents.append(document | {"kind": "page", "text": _words(document["text"])})
    index["docs"] = documents
    return json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _words(html: str) -> str:
    """The words of a piece of HTML, which the plugin leaves in its texts."""
    return Markup(html.replace("<", " <")).striptags()  # two cells of a table are two words


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
