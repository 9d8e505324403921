"""A Reference, one entry of a .bib file: its fields as written, and what follows from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from pybtex.database import Person

from edition.language.tags import language_tag
from edition.model.works.bib_value import issued_in
from edition.model.works.person_names import read_names
from edition.model.works.tex import plain_text, verbatim
from edition.problem import Location

NUMBER_KEYWORDS = re.compile(r"(?<![^,])\s*ref(\d{1,9})\s*(?![^,])")
"""The numbers in keywords that are `ref1`, `ref6`, …"""
PRINTED_FORMS = ("userd", "usere", "usera", "userb", "userc", "verba")
"""What the citing text prints otherwise than the entry has it.

`userd` holds the author or body, `usere` printed words that belong to no part of a reference,
`usera`, `userb` and `userc` the title under its first, second and third number, `verba` the
address.
"""
ALIASES = {
    "journal": ("journaltitle",),
    "address": ("location", "place"),
    "school": ("institution",),
    "institution": ("school",),
    "eprinttype": ("archiveprefix",),
    "eprintclass": ("primaryclass",),
    "eid": ("articleno", "article-number", "elocation-id"),
    "origdate": ("origyear",),
    "pagetotal": ("numpages",),
    "langid": ("hyphenation", "language"),
    "doi": ("doiurl",),
}
"""Names of a field under which other lists have it: biblatex's manual, "Field Aliases"."""
VERBATIM = frozenset("url doi eprint file urlraw verba verbb verbc archiveurl doiurl".split())
"""Fields that TeX does not read: a character that is special elsewhere stands for itself."""

_RESOLVER = re.compile(r"^(?:https?://)?(?:dx\.|www\.)?doi\.org/|^doi:\s*", re.IGNORECASE)
_DOI = re.compile(r"10(?:\.\d{4,9}(?:\.\d+)*)?/\S+")  # shortdoi.org has `10/bqhp9z`
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,24}(?:/\S*)?$", re.IGNORECASE)
_TIME = re.compile(r"(?<=\d)T\d\d:\d\d[^/]*")
_ADDRESS = re.compile(r"https?://[^\s{}<>\"]+")
_EPRINTS = {
    "arxiv": "https://arxiv.org/abs/",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/",
    "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "hal": "https://hal.science/",
    "hdl": "https://hdl.handle.net/",
    "jstor": "https://www.jstor.org/stable/",
}
"""Archives of biblatex's `eprinttype`, and the addresses of what they hold."""
_EPRINT_NAMES = {"arxiv": "arXiv", "hal": "HAL", "hdl": "hdl", "jstor": "JSTOR", "pubmed": "PubMed"}
_ARXIV = re.compile(
    r"(?:arxiv:)?((?:[a-z-]+(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?)(?: \[([\w.-]+)\])?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Reference:
    """A work in a bibliography.

    `fields` has the BibTeX values of the entry itself, without their outer delimiters, by name in
    lower case; `inherited` those that `crossref` and `xdata` add. `macros` are the macros in its
    fields that nothing defines, by the field's name.
    """

    key: str
    type: str
    fields: dict[str, str]
    location: Location
    lines: dict[str, int] = field(default_factory=dict)
    inherited: dict[str, str] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)

    def line_of(self, name: str) -> Location:
        """The line of a field, or of the entry where the field is absent."""
        return Location(self.location.path, self.lines.get(name, self.location.line))

    @property
    def all_fields(self) -> dict[str, str]:
        """The fields of the entry, and after them those that it inherits."""
        return {**self.fields, **self.inherited}

    def value(self, name: str) -> str:
        """The BibTeX value of a field, also under its other names, and inherited; or empty."""
        for fields in (self.fields, self.inherited):
            for alias in (name, *ALIASES.get(name, ())):
                if value := fields.get(alias, ""):
                    return value
        return ""

    def text(self, name: str) -> str:
        """The field's value as plain text; see `plain_text`."""
        value = self.value(name)
        return verbatim(value) if name in VERBATIM else plain_text(value)

    def keys_in(self, name: str) -> list[str]:
        """The keys of a field that names other entries: `related = {one, two}`."""
        return [key.strip() for key in self.value(name).split(",") if key.strip()]

    @property
    def anchor(self) -> str:
        """Its id in the list of references."""
        return f"ref-{self.key}"

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def full_title(self) -> str:
        """Title and subtitle."""
        return with_subtitle(self.title, self.text("subtitle"))

    @property
    def numbers(self) -> list[int]:
        """The printed numbers, from the keywords `ref1`, `ref6`, …"""
        return sorted(map(int, NUMBER_KEYWORDS.findall(self.fields.get("keywords", ""))))

    @property
    def authors(self) -> list[Person]:
        return self.people("author")

    def people(self, role: str) -> list[Person]:
        """The persons and bodies of a field; what is no BibTeX name stays whole."""
        return list(read_names(self.value(role)))

    @cached_property
    def doi(self) -> str:
        """The DOI without its resolver: `10.1000/182`; empty where there is none.

        Some lists have it in `url` alone.
        """
        for name in ("doi", "url"):
            bare = bare_doi(self.text(name))
            if is_doi(bare):
                return bare
        return ""

    @property
    def doi_address(self) -> str:
        """The address that leads to the work; empty where it has no DOI."""
        return doi_address(self.doi)

    @cached_property
    def url(self) -> str:
        """The address of the work, from `url` or, where lists have it, `howpublished`.

        Empty where it only repeats the DOI. One that begins with its host is on the web.
        """
        address = self.text("url") or self._address_in("howpublished") or self._address_in("eprint")
        if self.doi and bare_doi(address).lower() == self.doi.lower():
            return ""
        return f"https://{address}" if _HOST.match(address) else address

    def _address_in(self, name: str) -> str:
        value = self.value(name)
        match = _ADDRESS.search(verbatim(value)) if "://" in value else None
        return match[0].rstrip(".,;") if match else ""

    @property
    def venue(self) -> str:
        """Where a meeting was, as BibTeX has it.

        With `address` beside it, which is the publisher's, `location` is that place, too.
        """
        has_both = bool(self.fields.get("address")) and bool(self.fields.get("location"))
        return self.value("venue") or (self.fields["location"] if has_both else "")

    @property
    def how_published(self) -> str:
        """`howpublished`, if it says more than an address."""
        text = self.text("howpublished")
        address = self._address_in("howpublished")
        words = re.sub(r"\W|accessed|available|at|online|from|url", "", text.replace(address, ""))
        return text if not address or words.strip() else ""

    @property
    def eprint(self) -> str:
        """`arXiv:2001.00001 [cs.LG]`; empty where there is none."""
        kind, id, group = self._eprint
        if not id:
            return ""
        name = _EPRINT_NAMES.get(kind.lower(), kind)
        return f"{name}:{id}" + (f" [{group}]" if group else "") if name else id

    @property
    def eprint_address(self) -> str:
        """Where the preprint is, if its archive is known."""
        kind, id, _ = self._eprint
        base = _EPRINTS.get(kind.lower(), "")
        return base + id if base and id else ""

    @property
    def _eprint(self) -> tuple[str, str, str]:
        """The archive, the id in it and the group of subjects, `cs.LG`."""
        id, kind, group = map(self.text, ("eprint", "eprinttype", "eprintclass"))
        match = _ARXIV.fullmatch(id)
        if match and kind.lower() in ("", "arxiv"):
            return "arXiv", match[1], group or match[2] or ""
        return kind, "" if id.startswith(("http:", "https:")) else id, group

    @property
    def address(self) -> str:
        """Where a reader finds the work: its DOI, its own address, or its preprint."""
        return self.doi_address or self.url or self.eprint_address

    @property
    def langid(self) -> str:
        """The language of the work, by a name that the edition knows; else as it is written.

        biblatex has it in `langid`, before in `hyphenation`, Zotero in `language`.
        """
        names = [self.text(name) for name in ("langid", "hyphenation", "language")]
        return next(filter(language_tag, names), next(filter(None, names), ""))

    @property
    def date(self) -> str:
        """ISO 8601 date of publication, as precise as known, without a time; or empty."""
        year = _TIME.sub("", self.text("date")) or self.text("year")
        is_year = len(year) == 4 and year.isdecimal()
        exact = issued_in(year, self.text("month"), self.text("day")) if is_year else ""
        return exact or year

    @property
    def accessed(self) -> str:
        """ISO 8601 date on which the citing text says the address was read; empty where unknown."""
        return _TIME.sub("", self.text("urldate"))

    @property
    def archive_lookup(self) -> str:
        """The Wayback Machine's address for the capture nearest to the access date.

        `/web/<YYYYMMDDhhmmss, 1 to 14 digits>/<address>` redirects to the nearest capture; without
        a date the newest is shown.
        """
        if not self.url.startswith(("http://", "https://")):
            return ""
        stamp = self.accessed.replace("-", "")
        return "https://web.archive.org/web/" + (f"{stamp}/" if stamp.isdigit() else "") + self.url

    @property
    def short_author(self) -> str:
        """The author as a text names it: `Brine and Sund`; the title where there is none."""
        people = self.authors or self.people("editor")
        names = [plain_text(" ".join(p.prelast_names + p.last_names)) for p in people]
        if len(names) > 2:
            names[1:] = ["others"]  # BibTeX writes this as a name, too
        return " and ".join(names) or self.title or self.key

    @property
    def short(self) -> str:
        """Author and year, to name the work where it has no printed number."""
        return f"{self.short_author} {self.date[:4]}".strip()


def bare_doi(text: str) -> str:
    """A DOI without its resolver: `https://doi.org/10.1000/182` → `10.1000/182`."""
    return _RESOLVER.sub("", text)


def is_doi(text: str) -> bool:
    """Whether a text is a DOI, without its resolver."""
    return _DOI.fullmatch(text) is not None


def doi_address(doi: str) -> str:
    """`10.1000/182` → `https://doi.org/10.1000/182`; empty for no DOI."""
    return f"https://doi.org/{doi}" if doi else ""


def with_subtitle(title: str, subtitle: str) -> str:
    """`Title: Subtitle`; no colon after a mark that ends a sentence."""
    if not title or not subtitle:
        return title or subtitle
    return f"{title} {subtitle}" if title[-1] in "?!:.…" else f"{title}: {subtitle}"
