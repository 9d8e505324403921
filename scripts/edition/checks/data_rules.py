"""Rules for the data files, and for what they and CITATION.cff say of the paper and the edition."""

from __future__ import annotations

import re
from dataclasses import replace

from edition.checks.apparatus.record_rules import unknown_names
from edition.checks.exceptions import FILE as EXCEPTIONS
from edition.checks.nearest import did_you_mean
from edition.checks.page_rules import TEXT_FIELDS
from edition.checks.source_files import source_paths
from edition.language.dates import NBSP, readable_date
from edition.language.tags import is_language_tag
from edition.model import Edition, Moment
from edition.model.files.records import Record
from edition.model.files.text import read_text
from edition.model.files.yaml import read_records, read_yaml
from edition.model.pages.changelog import CHANGELOG
from edition.model.paper import VERSION
from edition.model.project import CONFIG
from edition.model.works.reference import bare_doi, is_doi
from edition.problem import Location, Problem, Problems

CITATION_FILE = "CITATION.cff"
_READ_BY_THE_MODEL = "argument concordance evidence glossary names paper relations timeline".split()
"""Data files that report their own problems when the edition is loaded, as the notes do."""
_PAPER_FIELDS = (
    "title authors year language keywords journal volume number pages doi edition"
).split()
_AUTHOR_FIELDS = "family given affiliation role orcid".split()
_EDITION_FIELDS = (
    "title version date doi text_license code_license contributors restates conventions".split()
)
_IN_A_PAGE = "Write it as a page, or as a paragraph of one, with an id: `{: #abstract }`."
_ELSEWHERE = {
    "abstract": _IN_A_PAGE,
    "funding": _IN_A_PAGE.replace("abstract", "funding"),
    "acknowledgements": _IN_A_PAGE.replace("abstract", "thanks"),
    "email": "Take it out: addresses of persons are not published.",
    "name": "Write `family:` and `given:`.",
}
"""Hints for fields that people write and that have their place elsewhere."""
_ORCID = re.compile(r"(?:\d{4}-){3}\d{3}[\dX]")
_SEVERAL_NAMES = re.compile(r";|&|\band\b|、|，|,")


def malformed_data(edition: Edition) -> Problems:
    """A data file is YAML without aliases, and each record has the fields it needs.

    No list or record stands where a text is read, and no text where a record is. This holds for
    files that no page uses yet, for CITATION.cff and the front matter of pages, too. Compare the
    indentation and the quotes with the record above.
    """
    root, data = edition.project.root, edition.project.data
    for page in edition.pages:
        for name in TEXT_FIELDS:
            page.meta.text(name)  # not all of them are read before a page is built
        yield from _misread(page.meta)
    known = {CONFIG, *(f"{data}/{name}.yml" for name in _READ_BY_THE_MODEL)}
    for path in [*source_paths(edition), CITATION_FILE]:
        if path == f"{data}/{EXCEPTIONS}":
            yield from read_records(root, path)[1]
        elif path.endswith((".yml", ".yaml", ".cff")) and (root / path).exists():
            value, problems = read_yaml(root, path)
            is_new = path not in known and not path.startswith(f"{data}/notes/")
            yield from problems if is_new else ()
            if path == CITATION_FILE and not problems and not isinstance(value, Record):
                hint = "Write fields with their names, `title: …`."
                yield Problem(Location(path), "malformed-data", "the file has no fields.", hint)
            yield from _misread(value) if path.startswith(f"{data}/") else ()


def _misread(value: object) -> Problems:
    """The values in a data file that are of another kind than what is read there."""
    if isinstance(value, list | Record):
        for item in value.values() if isinstance(value, Record) else value:
            yield from _misread(item)
    if isinstance(value, Record):
        for name, kind in sorted(value.misread.items()):
            other = "list or a record" if kind == "text" else "text"
            form = f"`{name}: …`" if kind == "text" else "fields with their names, `name: value`"
            message = f"'{name}' holds a {other}, where a {kind} is read."
            yield Problem(value.line_of(name), "malformed-data", message, f"Write {form}.")


def unread_data_file(edition: Edition) -> Problems:
    """Every YAML file in docs/data/ has a name that is read: a misspelt one would be lost.

    Notes are in docs/data/notes/, in a file named like their page: `towers/oil.yml`.
    """
    data = edition.project.data
    known = [f"{name}.yml" for name in (*_READ_BY_THE_MODEL, "exceptions", "redirects")]
    for path in source_paths(edition):
        name = path.removeprefix(f"{data}/")
        is_note = name.startswith("notes/") and name.endswith(".yml")
        is_data = path.startswith(f"{data}/") and name.endswith((".yml", ".yaml"))
        if is_data and not is_note and name not in known:
            otherwise = f"The files are {', '.join(known)}, and those in notes/."
            yield Problem(
                Location(path),
                "unread-data-file",
                f"nothing reads '{name}'.",
                did_you_mean(name, known, otherwise),
            )


def missing_paper_fact(edition: Edition) -> Problems:
    """docs/data/paper.yml gives the facts that the head of every page and every citation need.

    They are the title and the authors of the paper, each author with a family name, and the title
    and the version of the edition.
    """
    paper = edition.paper
    if any(problem.location.path == paper.location.path for problem in edition.problems):
        return
    facts = {
        "title": paper.title,
        "authors": paper.authors,
        "edition.title": paper.edition.title,
        "edition.version": paper.edition.version,
    }
    for name, value in facts.items():
        is_misread = name.partition(".")[0] in paper.record.misread
        if not value and not is_misread:
            yield Problem(
                paper.location,
                "missing-paper-fact",
                f"'{name}' is not given.",
                f"Add `{name.rpartition('.')[2]}:`.",
            )
    for author in paper.authors:
        if not author.family:
            yield Problem(
                paper.location,
                "missing-paper-fact",
                f"the author '{author.name or '?'}' has no family name.",
                "Add `family:`.",
            )


def unknown_paper_field(edition: Edition) -> Problems:
    """docs/data/paper.yml has no field that nobody reads: a misspelt one would be lost.

    Addresses of persons (`email`) are not published, and have none. The abstract and what the paper
    says of its funding are text, and stand in a page.
    """
    paper = edition.paper
    records = [(paper.record, _PAPER_FIELDS), (paper.edition.record, _EDITION_FIELDS)]
    records += [(author, _AUTHOR_FIELDS) for author in paper.record.records("authors")]
    for record, known in records:
        for problem in unknown_names("unknown-paper-field", record, known):
            hints = (hint for name, hint in _ELSEWHERE.items() if f"'{name}'" in problem.message)
            yield replace(problem, hint=next(hints, problem.hint))


def crowded_author(edition: Edition) -> Problems:
    """An author of docs/data/paper.yml is one person or body, with `family:` and `given:` apart.

    Two names in one field would be cited as one strange name, and search engines would list it.
    """
    for record in edition.paper.record.records("authors"):
        for name in ("family", "given"):
            value = record.text(name)
            if _SEVERAL_NAMES.search(value):
                yield Problem(
                    record.line_of(name),
                    "crowded-author",
                    f"'{name}: {value}' holds more than one name.",
                    "Give each author a record of its own, family and given apart.",
                )


def impossible_paper_date(edition: Edition) -> Problems:
    """The paper's `year` and the edition's `date` are written like `2024`, `2024-06`, `2024-06-15`.

    An impossible one is left out of citations and of the heads of the pages.
    """
    for record, name in ((edition.paper.record, "year"), (edition.paper.edition.record, "date")):
        value = record.text(name)
        if value and not Moment(value).parts:
            yield Problem(
                record.line_of(name),
                "impossible-paper-date",
                f"'{name}: {value}' is not a date.",
                "Write it like 2024-06-15, as precise as known, or leave it out.",
            )


def paper_language_tag(edition: Edition) -> Problems:
    """The paper's `language` is a BCP 47 tag: `en`, `zh-Hans`, `pt-BR`."""
    value = edition.paper.language
    if value and not is_language_tag(value):
        yield Problem(
            edition.paper.record.line_of("language"),
            "paper-language-tag",
            f"'language: {value}' is not the tag of a language.",
            "Write it like en, fr or zh-Hans.",
        )


def unreal_identifier(edition: Edition) -> Problems:
    """The `doi` of the paper and of the edition, and an author's `orcid`, are such identifiers.

    They are printed as links, and a wrong one would lead nowhere.
    """
    paper = edition.paper
    for record in (paper.record, paper.edition.record):
        value = record.text("doi")
        if value and not is_doi(bare_doi(value)):
            yield Problem(
                record.line_of("doi"),
                "unreal-identifier",
                f"'doi: {value}' is not a DOI.",
                "Write it like 10.1000/182, or leave it out.",
            )
    for author, record in zip(paper.authors, paper.record.records("authors"), strict=False):
        if author.orcid and not _ORCID.fullmatch(author.orcid):
            yield Problem(
                record.line_of("orcid"),
                "unreal-identifier",
                f"'orcid: {author.orcid}' is not an ORCID iD.",
                "Write it like 0000-0002-1825-0097, or leave it out.",
            )


def version_number(edition: Edition) -> Problems:
    """The edition's `version` has three numbers: `1.2.0`.

    Readers cite it, and the changelog lists it.
    """
    own = edition.paper.edition.record
    value = own.text("version")
    if value and not VERSION.fullmatch(value):
        yield Problem(
            own.line_of("version"),
            "version-number",
            f"'version: {value}' does not have three numbers.",
            "Write it like 1.2.0.",
        )


def outdated_citation_file(edition: Edition) -> Problems:
    """CITATION.cff, if there is one, has the title, version, date and DOI of docs/data/paper.yml.

    Its authors are the edition's contributors, or the paper's authors where nothing is restated.
    Repositories and archives read the one, readers see the other. Change both for a release.
    """
    own, citation = edition.paper.edition.record, _citation_file(edition)
    if citation:
        yield from _citation_authors(edition, citation)
    for theirs in ("title", "version", "date-released", "doi") if citation else ():
        ours = "date" if theirs == "date-released" else theirs
        value, right = citation.text(theirs), own.text(ours)
        if right and value != right:
            yield Problem(
                citation.line_of(theirs),
                "outdated-citation-file",
                f"'{theirs}: {value}' is not the '{right}' of {edition.paper.location.path}.",
                f"Write `{theirs}: {right}`.",
            )


def _citation_authors(edition: Edition, citation: Record) -> Problems:
    right = "; ".join(author.name for author in edition.paper.text_authors)
    value = "; ".join(map(_cited_name, citation.records("authors")))
    if right and value != right:
        yield Problem(
            citation.line_of("authors"),
            "outdated-citation-file",
            f"'authors: {value}' is not the '{right}' of {edition.paper.location.path}.",
            "Write a body as `- name:`, a person with `family-names:` and `given-names:`.",
        )


def _cited_name(author: Record) -> str:
    """The name of an author in CITATION.cff."""
    parts = ("given-names", "family-names")
    return author.text("name") or " ".join(filter(None, map(author.text, parts)))


def unclear_restatement(edition: Edition) -> Problems:
    """`restates` in docs/data/paper.yml is true or false: whether the edition rewords the paper.

    Where it is not given, it is true. With false, heads of pages and citations name the paper's
    authors as those of the text.
    """
    own = edition.paper.edition.record
    if "restates" in own and not isinstance(own["restates"], bool):
        yield Problem(
            own.line_of("restates"),
            "unclear-restatement",
            f"'restates: {own.text('restates')}' is neither true nor false.",
            "Write `restates: true` for a text in other words, false for the paper's own.",
        )


def several_licenses(edition: Edition) -> Problems:
    """CITATION.cff, if there is one, names one license, that of the text and data, and not a list.

    Zenodo makes the record of a release from this file and refuses a list of licenses, though the
    format allows one.
    """
    citation = _citation_file(edition)
    licenses = citation.get("license")
    if isinstance(licenses, list):
        right = edition.paper.edition.text_license or licenses[0]
        yield Problem(
            citation.line_of("license"),
            "several-licenses",
            f"'license: [{', '.join(map(str, licenses))}]' is a list, which Zenodo refuses.",
            f"Write `license: {right}`.",
        )


def _citation_file(edition: Edition) -> Record:
    """What CITATION.cff says; an empty record if there is none, or none that can be read."""
    value, _ = read_yaml(edition.project.root, CITATION_FILE)
    return value if isinstance(value, Record) else Record(Location(CITATION_FILE))


def outdated_changelog(edition: Edition) -> Problems:
    """The first version in docs/about/changelog.md, if it exists, is that of docs/data/paper.yml.

    Its heading has the version and the date: `## 1.2.0 · 9 April 2025`. The feed of changes is made
    from these headings, everything else from paper.yml.
    """
    own, source = edition.paper.edition.record, edition.paper.location.path
    date = readable_date(own.text("date")).replace(NBSP, " ")
    right = " · ".join(part for part in (own.text("version"), date) if part)
    path = f"{edition.project.docs}/{CHANGELOG}"
    text, _ = read_text(edition.project.root, path)
    first = re.search(r"^## +(\d.*)$", text, re.MULTILINE)
    if first and right and first[1].strip() != right:
        yield Problem(
            Location(path, text.count("\n", 0, first.start()) + 1),
            "outdated-changelog",
            f"'{first[1].strip()}' is not the '{right}' of {source}.",
            f"Write `## {right}` above what changed, or correct {source}.",
        )


RULES = [
    malformed_data,
    unread_data_file,
    missing_paper_fact,
    unknown_paper_field,
    crowded_author,
    impossible_paper_date,
    paper_language_tag,
    unreal_identifier,
    version_number,
    unclear_restatement,
    outdated_citation_file,
    several_licenses,
    outdated_changelog,
]
