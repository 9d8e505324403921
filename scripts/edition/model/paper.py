"""Reads paper.yml: what is known of the paper itself and of this edition of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from edition.language.dates import Moment
from edition.model.files.records import Record, read_as
from edition.model.files.yaml import read_record
from edition.model.works.reference import bare_doi, doi_address
from edition.problem import Location, Problem

FILE = "paper.yml"
_ORCID_SITE = re.compile(r"^(?:https?://)?(?:www\.)?orcid\.org/")
VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d{1,6}", re.ASCII)
"""The number of a version of the edition: `1.2.0`."""


@dataclass(frozen=True)
class Author:
    """A person or body that wrote the paper."""

    family: str
    given: str = ""
    affiliation: str = ""
    role: str = ""
    orcid: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass(frozen=True)
class EditionFacts:
    """What `edition:` in paper.yml says of the edition. What it does not say is empty.

    `date` is ISO 8601; `text_license` an SPDX identifier. `contributors` is the name under which
    those who wrote the edition's wording are cited, as one body. `restates` is false where the
    edition publishes the paper's own text. `conventions` says whether the rules of house style
    hold.
    """

    title: str = ""
    version: str = ""
    date: str = ""
    doi: str = ""
    text_license: str = ""
    contributors: str = ""
    restates: bool = True
    conventions: bool = False
    record: Record = field(default_factory=lambda: Record(Location(FILE)))


@dataclass
class Paper:
    """What paper.yml says. `language` is a BCP 47 tag; `record` is the whole file, for checks.

    `journal`, `volume`, `number`, `pages` and `doi` say where the paper was published.
    """

    title: str = ""
    authors: list[Author] = field(default_factory=list)
    year: str = ""
    keywords: list[str] = field(default_factory=list)
    language: str = ""
    journal: str = ""
    volume: str = ""
    number: str = ""
    pages: str = ""
    doi: str = ""
    edition: EditionFacts = field(default_factory=EditionFacts)
    record: Record = field(default_factory=lambda: Record(Location(FILE)))

    @property
    def location(self) -> Location:
        return self.record.location

    @property
    def named_authors(self) -> list[Author]:
        """The authors without those whose name is missing, which a rule reports."""
        return [author for author in self.authors if author.family]

    @property
    def text_authors(self) -> list[Author]:
        """Who wrote the words of the text: the contributors as one body, or the paper's authors.

        Empty where the edition restates the paper and names no contributors.
        """
        if not self.edition.restates:
            return self.named_authors
        return [Author(self.edition.contributors)] if self.edition.contributors else []

    @property
    def publication(self) -> str:
        """Where it was published, for readers: `Journal of Salt 3 (2), 1–9`; empty if unknown."""
        number = f"({self.number})" if self.number else ""
        issue = " ".join(filter(None, (self.journal, self.volume, number)))
        return ", ".join(filter(None, (issue, self.pages)))

    @property
    def doi_address(self) -> str:
        """The address that leads to the paper; empty if it has no DOI."""
        return doi_address(self.doi)

    @property
    def seconds(self) -> int | None:
        """The day of the edition, in seconds since 1970; None where it has no date."""
        start = Moment(self.edition.date).start
        if start is None:
            return None
        return int(start.replace(hour=0, minute=0, tzinfo=UTC).timestamp())


def _author(record: Record) -> Author:
    return read_as(
        Author,
        record,
        affiliation="; ".join(record.texts("affiliation")),
        orcid=_ORCID_SITE.sub("", record.text("orcid")),
    )


def _edition_facts(record: Record) -> EditionFacts:
    return read_as(
        EditionFacts,
        record,
        doi=bare_doi(record.text("doi")),
        restates=record.get("restates") is not False,
        conventions=record.text("conventions").lower() == "true",
    )


def _keywords(record: Record) -> list[str]:
    """The keywords. Each is a text, or a text with the tag of its language: `en: Lighthouses`.

    They are a list, or one text with commas or semicolons between.
    """
    words: list[str] = []
    written = record.get("keywords")
    if isinstance(written, str):
        return [word for part in re.split("[;,]", written) if (word := part.strip())]
    for item in written if isinstance(written, list) else []:
        words += map(str, item.values()) if isinstance(item, Record) else [str(item)]
    return words


def read_paper(root: Path, data: str) -> tuple[Paper, list[Problem]]:
    """Read the paper's metadata. What is absent stays empty; a check reports what must not be."""
    message = "the file has no `title:` and no `authors:`."
    hint = "See the file of another edition."
    record, problems = read_record(root, f"{data}/{FILE}", message, hint)
    paper = read_as(
        Paper,
        record,
        authors=[_author(author) for author in record.records("authors")],
        keywords=_keywords(record),
        pages=record.text("pages").replace("--", "–"),
        doi=bare_doi(record.text("doi")),
        edition=_edition_facts(record.record("edition")),
    )
    return paper, problems
