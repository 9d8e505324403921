"""Rules for the data files, and for what they and CITATION.cff say of the paper and the edition."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import attrgetter

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
from edition.model.files.yaml import read_yaml
from edition.model.pages.changelog import CHANGELOG
from edition.model.paper import VERSION
from edition.model.works.reference import bare_doi, is_doi
from edition.problem import Location, Problems

CITATION_FILE = "CITATION.cff"
_DATA_FILES = (
    "argument.yml concordance.yml evidence.yml glossary.yml names.yml paper.yml relations.yml "
    "timeline.yml exceptions.yml redirects.yml"
).split()
"""The data files that are read, beside those of the notes."""
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
_KINDS = {
    "text": ("list or a record", "`{}: …`"),
    "record": ("text", "fields with their names, `name: value`"),
}
"""By the kind that is read: what stands in its place, and how it is written."""
_RELEASED = {"title": "title", "version": "version", "date-released": "date", "doi": "doi"}
"""Fields of CITATION.cff, and those of `edition:` in paper.yml that say the same."""
_AUTHORS = "Write a body as `- name:`, a person with `family-names:` and `given-names:`."
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
    for path in [*source_paths(edition), CITATION_FILE]:
        if path.endswith((".yml", ".yaml", ".cff")) and (root / path).exists():
            value, problems = read_yaml(root, path)
            yield from problems
            if path == CITATION_FILE and not problems and not isinstance(value, Record):
                yield (
                    Location(path),
                    "the file has no fields.",
                    "Write fields with their names, `title: …`.",
                )
            if path.startswith(f"{data}/") and path != f"{data}/{EXCEPTIONS}":
                yield from _misread(value)


def _misread(value: object) -> Problems:
    """The values in a data file that are of another kind than what is read there."""
    items = value if isinstance(value, list) else []
    if isinstance(value, Record):
        items = [*value.values()]
        for name, kind in sorted(value.misread.items()):
            other, form = _KINDS[kind]
            yield (
                value.line_of(name),
                f"'{name}' holds a {other}, where a {kind} is read.",
                f"Write {form.format(name)}.",
            )
    for item in items:
        yield from _misread(item)


def unread_data_file(edition: Edition) -> Problems:
    """Every YAML file in docs/data/ has a name that is read: a misspelt one would be lost.

    Notes are in docs/data/notes/, in a file named like their page: `towers/oil.yml`.
    """
    for path in source_paths(edition):
        name = path.removeprefix(f"{edition.project.data}/")
        is_read = name == path or name in _DATA_FILES or re.fullmatch(r"notes/.*\.yml", name)
        if name.endswith((".yml", ".yaml")) and not is_read:
            otherwise = f"The files are {', '.join(_DATA_FILES)}, and those in notes/."
            yield (
                Location(path),
                f"nothing reads '{name}'.",
                did_you_mean(name, _DATA_FILES, otherwise),
            )


def missing_paper_fact(edition: Edition) -> Problems:
    """docs/data/paper.yml gives the facts that the head of every page and every citation need.

    They are the title and the authors of the paper, each author with a family name, and the title
    and the version of the edition.
    """
    paper = edition.paper
    if any(problem.location.path == paper.location.path for problem in edition.problems):
        return
    for name in ("title", "authors", "edition.title", "edition.version"):
        first, _, inner = name.partition(".")
        if not attrgetter(name)(paper) and first not in paper.record.misread:
            yield (
                paper.location,
                f"'{name}' is not given.",
                f"Add `{inner or first}:`.",
            )
    for author in paper.authors:
        if not author.family:
            yield (
                paper.location,
                f"the author '{author.name or '?'}' has no family name.",
                "Add `family:`.",
            )


def unknown_paper_field(edition: Edition) -> Problems:
    """docs/data/paper.yml has no field that nobody reads: a misspelt one would be lost.

    Addresses of persons (`email`) are not published, and have none. The abstract and what the paper
    says of its funding are text, and stand in a page.
    """
    paper = edition.paper.record
    yield from unknown_names(paper, _PAPER_FIELDS, _ELSEWHERE)
    yield from unknown_names(edition.paper.edition.record, _EDITION_FIELDS, _ELSEWHERE)
    for author in paper.records("authors"):
        yield from unknown_names(author, _AUTHOR_FIELDS, _ELSEWHERE)


def crowded_author(edition: Edition) -> Problems:
    """An author of docs/data/paper.yml is one person or body, with `family:` and `given:` apart.

    Two names in one field would be cited as one strange name, and search engines would list it.
    """
    hint = "Give each author a record of its own, family and given apart."
    for record in edition.paper.record.records("authors"):
        for name in ("family", "given"):
            yield from _unless(_is_one_name, record, name, "holds more than one name", hint)


def _unless(
    is_right: Callable[[str], object], record: Record, name: str, fault: str, hint: str
) -> Problems:
    """What is wrong with a field whose text is not right; nothing where there is none."""
    value = record.text(name)
    if value and not is_right(value):
        yield (
            record.line_of(name),
            f"'{name}: {value}' {fault}.",
            hint,
        )


def _is_one_name(text: str) -> bool:
    return not _SEVERAL_NAMES.search(text)


def impossible_paper_date(edition: Edition) -> Problems:
    """The paper's `year` and the edition's `date` are written like `2024`, `2024-06`, `2024-06-15`.

    An impossible one is left out of citations and of the heads of the pages.
    """
    hint = "Write it like 2024-06-15, as precise as known, or leave it out."
    paper = edition.paper
    for record, name in ((paper.record, "year"), (paper.edition.record, "date")):
        yield from _unless(_is_date, record, name, "is not a date", hint)


def _is_date(text: str) -> bool:
    return bool(Moment(text).parts)


def paper_language_tag(edition: Edition) -> Problems:
    """The paper's `language` is a BCP 47 tag: `en`, `zh-Hans`, `pt-BR`."""
    hint = "Write it like en, fr or zh-Hans."
    fault = "is not the tag of a language"
    yield from _unless(is_language_tag, edition.paper.record, "language", fault, hint)


def unreal_identifier(edition: Edition) -> Problems:
    """The `doi` of the paper and of the edition, and an author's `orcid`, are such identifiers.

    They are printed as links, and a wrong one would lead nowhere.
    """
    paper = edition.paper
    for record in (paper.record, paper.edition.record):
        hint = "Write it like 10.1000/182, or leave it out."
        yield from _unless(_holds_doi, record, "doi", "is not a DOI", hint)
    for author, record in zip(paper.authors, paper.record.records("authors"), strict=False):
        if author.orcid and not _ORCID.fullmatch(author.orcid):
            yield (
                record.line_of("orcid"),
                f"'orcid: {author.orcid}' is not an ORCID iD.",
                "Write it like 0000-0002-1825-0097, or leave it out.",
            )


def _holds_doi(text: str) -> bool:
    return is_doi(bare_doi(text))


def version_number(edition: Edition) -> Problems:
    """The edition's `version` has three numbers: `1.2.0`.

    Readers cite it, and the changelog lists it.
    """
    own, fault = edition.paper.edition.record, "does not have three numbers"
    yield from _unless(VERSION.fullmatch, own, "version", fault, "Write it like 1.2.0.")


def unclear_restatement(edition: Edition) -> Problems:
    """`restates` in docs/data/paper.yml is true or false: whether the edition rewords the paper.

    Where it is not given, it is true. With false, heads of pages and citations name the paper's
    authors as those of the text.
    """
    own = edition.paper.edition.record
    if "restates" in own and not isinstance(own["restates"], bool):
        yield (
            own.line_of("restates"),
            f"'restates: {own.text('restates')}' is neither true nor false.",
            "Write `restates: true` for a text in other words, false for the paper's own.",
        )


def outdated_citation_file(edition: Edition) -> Problems:
    """CITATION.cff, if there is one, has the title, version, date and DOI of docs/data/paper.yml.

    Its authors are the edition's contributors, or the paper's authors where nothing is restated.
    Repositories and archives read the one, readers see the other. Change both for a release.
    """
    paper, citation = edition.paper, _citation_file(edition)
    if not citation:
        return
    names = "; ".join(map(_cited_name, citation.records("authors")))
    facts = [("authors", names, "; ".join(author.name for author in paper.text_authors))]
    for theirs, ours in _RELEASED.items():
        facts.append((theirs, citation.text(theirs), paper.edition.record.text(ours)))
    for name, value, right in facts:
        if right and value != right:
            yield (
                citation.line_of(name),
                f"'{name}: {value}' is not the '{right}' of {paper.location.path}.",
                _AUTHORS if name == "authors" else f"Write `{name}: {right}`.",
            )


def _cited_name(author: Record) -> str:
    """The name of an author in CITATION.cff."""
    parts = ("given-names", "family-names")
    return author.text("name") or " ".join(filter(None, map(author.text, parts)))


def several_licenses(edition: Edition) -> Problems:
    """CITATION.cff, if there is one, names one license, that of the text and data, and not a list.

    Zenodo makes the record of a release from this file and refuses a list of licenses, though the
    format allows one.
    """
    citation = _citation_file(edition)
    licenses = citation.get("license")
    if isinstance(licenses, list):
        right = edition.paper.edition.text_license or licenses[0]
        yield (
            citation.line_of("license"),
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
    facts, source = edition.paper.edition, edition.paper.location.path
    right = " · ".join(filter(None, (facts.version, readable_date(facts.date))))
    right = right.replace(NBSP, " ")
    path = f"{edition.project.docs}/{CHANGELOG}"
    text, _ = read_text(edition.project.root, path)
    first = re.search(r"^## +(\d.*)$", text, re.MULTILINE)
    if first and right and first[1].strip() != right:
        yield (
            Location(path, text.count("\n", 0, first.start()) + 1),
            f"'{first[1].strip()}' is not the '{right}' of {source}.",
            f"Write `## {right}` above what changed, or correct {source}.",
        )
