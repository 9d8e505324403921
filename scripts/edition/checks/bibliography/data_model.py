"""What a list may hold: types with the fields they need, and the fields of biblatex.

Its manual, "Database guide", has them all.
"""

from __future__ import annotations

from edition.model.works.reference import ALIASES, PRINTED_FORMS

_WORK = ("author/editor", "title", "date")
_PART = ("author", "title", "booktitle", "date")
_VOLUME = ("editor", "title", "date")
_THESIS = ("author", "title", "school/publisher", "date")
_REPORT = ("author", "title", "institution/organization/publisher", "date")

TYPES: dict[str, tuple[str, ...]] = {
    "article": ("author", "title", "journal/eprint", "date"),
    "artwork": _WORK,
    "audio": _WORK,
    "book": _WORK,
    "bookinbook": _PART,
    "booklet": _WORK,
    "collection": _VOLUME,
    "conference": _PART,
    "dataset": _WORK,
    "electronic": ("author/editor", "title", "url", "date"),
    "image": _WORK,
    "inbook": ("author/editor", "title", "booktitle/chapter/pages", "date"),
    "incollection": _PART,
    "inproceedings": _PART,
    "inreference": _PART,
    "jurisdiction": ("title", "date"),
    "legislation": ("title", "date"),
    "letter": _WORK,
    "manual": ("title", "date"),
    "mastersthesis": _THESIS,
    "misc": ("title", "date"),
    "movie": ("title", "date"),
    "music": _WORK,
    "mvbook": _WORK,
    "mvcollection": _VOLUME,
    "mvproceedings": ("title", "date"),
    "mvreference": _VOLUME,
    "online": ("author/editor", "title", "url", "date"),
    "patent": ("author", "title", "number", "date"),
    "performance": ("title", "date"),
    "periodical": ("title", "date"),
    "phdthesis": _THESIS,
    "proceedings": ("title", "date"),
    "reference": _VOLUME,
    "report": _REPORT,
    "review": ("author", "title", "journal", "date"),
    "set": (),
    "software": _WORK,
    "standard": ("title", "date"),
    "suppbook": _PART,
    "suppcollection": _PART,
    "suppperiodical": ("author", "title", "journal", "date"),
    "techreport": _REPORT,
    "thesis": _THESIS,
    "unpublished": _WORK,
    "video": ("title", "date"),
    "www": ("author/editor", "title", "url", "date"),
    "xdata": (),
}
"""The types that the edition can print, and the fields that each must have; `a/b` is either.

They are biblatex's, with the names that BibTeX and older lists have for them. For `date` there is a
rule of its own.
"""

OTHER_NAMES = {
    "code": "software",
    "data": "dataset",
    "film": "movie",
    "hyperref": "online",
    "internet": "online",
    "newspaper": "article",
    "preprint": "online",
    "webpage": "online",
    "website": "online",
}
"""Types that other tools write, and the type of this list that is meant."""

NAME_FIELDS = (
    "author editor editora editorb editorc translator bookauthor introduction afterword foreword "
    "commentator annotator holder"
).split()

ORDER = (
    "author editor editortype translator title subtitle titleaddon origtitle booktitle "
    "booksubtitle maintitle journal issuetitle series type institution organization school "
    "publisher address location edition volume volumes number chapter pages pagetotal date year "
    "month origdate origlanguage eventdate doi isbn issn eprint eprinttype eprintclass url urldate "
    "archiveurl archivedate related relatedtype relatedstring crossref xref abstract annotation "
    "note addendum language langid keywords"
).split()
"""The order of the fields in the normal form. After them come others by name, then OWN_USE."""

OWN_USE = list(PRINTED_FORMS)
"""Fields that the edition uses in its own way.

`archiveurl` and `archivedate`, also, are the address and the date of a capture that someone has
seen.
"""

_OTHERS = (
    "bookpagination booktitleaddon editoratype editorbtype editorctype eid entryset entrysubtype "
    "eventtitle eventtitleaddon execute gender key "
    "howpublished ids indexsorttitle indextitle isan ismn isrn issue issuesubtitle issuetitleaddon "
    "iswc journalsubtitle journaltitleaddon label langidopts mainsubtitle "
    "maintitleaddon nameaddon options origlocation origpublisher pagination part presort pubstate "
    "relatedoptions reprinttitle shortauthor shorteditor shorthand shorthandintro shortjournal "
    "shortseries shorttitle sortkey sortname sortshorthand sorttitle sortyear userf "
    "venue verbb verbc version xdata"
).split()

_OF_PUBLISHERS = (
    "abbr abbrev_source_title abstractnote acmid adsnote adsurl affiliation affiliations archive "
    "archivelocation art_number arxivid author_keywords bibsource biburl "
    "citation-subset citedby code coden collaboration completed copyright country created database "
    "day document_type doc-delivery-number fjournal hal_id hal_version issn-l "
    "issn-linking issue_date issue-date journal-abbreviation journal-iso keyword keywords-plus "
    "lccn mrclass mrnumber mrreviewer nlm-id number-of-cited-references orcid pii "
    "pmc pmcid pmid ppn_gvk pubmodel reportnumber research-areas revised rights "
    "shortconference slaccitation source status times-cited unique-id urlaccessdate "
    "web-of-science-categories zbl zblnumber"
).split()
"""Fields that catalogs and publishers write. They go into the exports."""

_ALIASES = [alias for aliases in ALIASES.values() for alias in aliases]
FIELDS = frozenset([*ORDER, *NAME_FIELDS, *OWN_USE, *_OTHERS, *_OF_PUBLISHERS, *_ALIASES])
