"""Rules of what is said of the paper and the edition: it goes into every citation and into the head of every page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.language.dates import NBSP, readable_date
from edition.model import Edition, Moment
from edition.model.files.text import read_text
from edition.model.files.records import Record
from edition.model.files.yaml import parse_yaml
from edition.model.pages.changelog import CHANGELOG
from edition.problem import Location, Problem

CITATION_FILE = "CITATION.cff"
_CROWD = re.compile(r";|&|\band\b|、|，|,")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")
_VERSION = re.compile(r"\d+\.\d+\.\d+")


def crowded_author(edition: Edition) -> Iterator[Problem]:
    """An author of docs/data/paper.yml is one person or body, with `family:` and `given:` apart.

    Two names in one field would be cited as one strange name, and search engines would list it.
    """
    for record in edition.paper.record.records("authors"):
        for name in ("family", "given"):
            value = str(record.get(name) or "")
            if _CROWD.search(value):
                yield Problem(
                    record.line_of(name),
                    "crowded-author",
                    f"'{name}: {value}' holds more than one name.",
                    "Give each author a record of its own, family and given apart.",
                )


def impossible_paper_date(edition: Edition) -> Iterator[Problem]:
    """The paper's `year` and the edition's `date` are dates of the calendar in ISO form: `2024`, `2024-06`, `2024-06-15`.

    A false one is left out of citations and of the pages' heads.
    """
    facts = ((edition.paper.record, "year"), (edition.paper.edition.record, "date"))
    for record, name in facts:
        value = record.text(name)
        if value and not Moment(value).parts:
            yield Problem(
                record.line_of(name),
                "impossible-paper-date",
                f"'{name}: {value}' is no date.",
                "Write it like 2024-06-15, as precise as known, or leave it out.",
            )


def paper_language_tag(edition: Edition) -> Iterator[Problem]:
    """The paper's `language` is a BCP 47 tag: `en`, `zh-Hans`, `pt-BR`."""
    value = edition.paper.language
    if value and not _TAG.fullmatch(value):
        place = edition.paper.record.line_of("language")
        yield Problem(
            place,
            "paper-language-tag",
            f"'language: {value}' is no tag of a language.",
            "Write it like en, fr or zh-Hans.",
        )


def version_number(edition: Edition) -> Iterator[Problem]:
    """The edition's `version` has three numbers: `1.2.0`. Readers cite it, and the changelog lists it."""
    value = edition.paper.edition.version
    if value and not _VERSION.fullmatch(value):
        yield Problem(
            edition.paper.edition.record.line_of("version"),
            "version-number",
            f"'version: {value}' has not three numbers.",
            "Write it like 1.2.0.",
        )


def outdated_citation_file(edition: Edition) -> Iterator[Problem]:
    """CITATION.cff, where there is one, gives the title, the version, the date and the DOI, if the edition has one, of docs/data/paper.yml.

    Repositories and archives read the one, readers see the other. Change both for a release.
    """
    text, problems = read_text(edition.project.root, CITATION_FILE)
    said = parse_yaml(text, CITATION_FILE)[0] if not problems else None
    if not isinstance(said, Record):
        return
    for theirs, ours in (
        ("title", "title"),
        ("version", "version"),
        ("date-released", "date"),
        ("doi", "doi"),
    ):
        value, right = str(said.get(theirs) or ""), edition.paper.edition.record.text(ours)
        if right and value != right:
            place: Location = said.line_of(theirs)
            yield Problem(
                place,
                "outdated-citation-file",
                f"'{theirs}: {value}' is not the '{right}' of {edition.paper.location.path}.",
                f"Write `{theirs}: {right}`.",
            )


def several_licenses(edition: Edition) -> Iterator[Problem]:
    """CITATION.cff, where there is one, names one license, that of the text and data, as a word and not as a list.

    Zenodo makes the record of a release of this file, and refuses a list of licenses, though the format allows one.
    """
    text, problems = read_text(edition.project.root, CITATION_FILE)
    said = parse_yaml(text, CITATION_FILE)[0] if not problems else None
    if isinstance(said, Record) and isinstance(said.get("license"), list):
        right = edition.paper.edition.text_license or str(said["license"][0])
        value = ", ".join(map(str, said["license"]))
        yield Problem(
            said.line_of("license"),
            "several-licenses",
            f"'license: [{value}]' is a list, which Zenodo refuses.",
            f"Write `license: {right}`.",
        )


def outdated_changelog(edition: Edition) -> Iterator[Problem]:
    """The first version of docs/about/changelog.md, where there is one, has the version and the date of docs/data/paper.yml.

    A heading reads `## 1.2.0 · 9 April 2025`. The feed of changes is made of these headings, everything else of paper.yml.
    """
    path = f"{edition.project.docs}/{CHANGELOG}"
    if not (edition.project.root / path).exists():
        return
    text, _ = read_text(edition.project.root, path)
    own = edition.paper.edition
    right = " · ".join(
        filter(None, (own.version, readable_date(own.date)))
    ).replace(NBSP, " ")
    for line, heading in enumerate(text.splitlines(), start=1):
        if re.match(r"## +\d", heading):
            said = heading.removeprefix("##").strip()
            if right and said != right:
                hint = (
                    f"Write `## {right}` above what changed, or mend {edition.paper.location.path}."
                )
                yield Problem(
                    Location(path, line),
                    "outdated-changelog",
                    f"'{said}' is not the '{right}' of {edition.paper.location.path}.",
                    hint,
                )
            return


RULES = [
    crowded_author,
    impossible_paper_date,
    paper_language_tag,
    version_number,
    outdated_citation_file,
    several_licenses,
    outdated_changelog,
]
