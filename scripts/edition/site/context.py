"""What every part of a page needs of the edition: formatted references and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.model import Edition, Evidence, Mention, Note, Page
from edition.model.pages.target import Target
from edition.model.rule import RuleGroup
from edition.problem import Location
from edition.site.relative_links import relative_address
from edition.site.templates import fill


class Context:
    """The edition and what is worked out for its pages; one for each build.

    `formatter` is the build's own: it formats each reference once for pages and book. `manual`
    returns the rules of the checks, for the page that lists them. They are asked for there only,
    since the checks bring large libraries.
    """

    def __init__(
        self,
        edition: Edition,
        formatter: Formatter | None = None,
        manual: Callable[[], list[RuleGroup]] = list,
    ) -> None:
        self.edition = edition
        self.manual = manual
        self.format = formatter or Formatter(edition.bibliography, edition.link_status)

    @cached_property
    def term_mentions(self) -> dict[str, list[Mention]]:
        """The terms of the glossary in reading order, by the path of their page."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.edition.term_mentions:
            found[mention.paragraph.page].append(mention)
        return found


class PageView:
    """The edition as one page shows it. Every template of the apparatus has it, as `view`."""

    def __init__(self, context: Context, page: Page) -> None:
        self.context = context
        self.edition = context.edition
        self.page = page

    def fill(self, template: str, **values: object) -> Markup:
        """The HTML of `<template>.html` with this view and the values filled in."""
        return fill(template, view=self, **values)

    def link(self, target: Target) -> str:
        """The relative address of a target as seen from the page; empty if there is none."""
        if target.page not in self.edition.by_path:
            return ""
        return relative_address(self.page.address, self.edition.address(target))

    def link_to(self, path: str, anchor: str = "") -> str:
        """The same, for an anchor in the page at `path`."""
        return self.link(Target(path, anchor))

    def list_link(self, directive: str, anchor: str = "") -> str:
        """The relative address of the page with a directive, or of an id in what it generates."""
        return self.link_to(self.edition.list_page(directive), anchor)

    def note_link(self, note: Note) -> str:
        """The relative address of a note at the foot of its page."""
        return self.link_to(note.page, note.anchor)

    def label(self, target: Target) -> str:
        """The name of a target: `1.1 Stone, paragraph 1b`."""
        return self.edition.label(target)

    def edit_link(self, location: Location) -> str:
        """Where a line of the sources can be edited in a browser; empty if that is not known."""
        root = self.edition.project.edit_url
        return f"{root}{quote(location.path)}#L{location.line}" if root else ""

    def reference(self, key: str) -> FormattedReference | None:
        """A work of the bibliography, formatted; None for a key that is not in it."""
        works = self.edition.bibliography
        return self.context.format(works[key]) if key in works else None

    def references(self, keys: Iterable[str]) -> list[FormattedReference]:
        """The works of these keys; one that is not in the bibliography is left out."""
        return [work for work in map(self.reference, keys) if work]

    def evidence(self, numbers: Iterable[int | None]) -> list[Evidence]:
        """What the sources say of the citations with these numbers."""
        known = self.edition.evidence_by_number
        return [known[number] for number in numbers if number in known]

    def notes(self, ids: Iterable[int]) -> list[Note]:
        """The notes with these ids; one that does not exist is left out."""
        known = self.edition.notes_by_id
        return [known[id] for id in ids if id in known]

    def lemma(self, note: Note) -> str:
        """The words on which a note hangs, as their page prints them."""
        if not (found := self.edition.find_lemma(note)):
            return note.lemma
        paragraph, (start, end) = found
        return paragraph.text[start:end]
