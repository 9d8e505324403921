"""What the sources in docs/ and bib/ say, read and never judged."""

from edition.language.dates import Moment
from edition.model.apparatus.event import Event
from edition.model.apparatus.evidence import Evidence
from edition.model.apparatus.mention import Mention
from edition.model.apparatus.name import Form, Name, Term
from edition.model.apparatus.note import LeftOut, Note
from edition.model.apparatus.relation import Relation
from edition.model.edition import Edition
from edition.model.pages.citation import Citation
from edition.model.pages.concordance import Row
from edition.model.pages.page import Page, Paragraph
from edition.model.pages.target import Target
from edition.model.paper import Author, EditionFacts, Paper
from edition.model.works.bibliography import Bibliography
from edition.model.works.link_status import LinkStatus
from edition.model.works.reference import Reference

__all__ = [
    "Author",
    "Bibliography",
    "Citation",
    "Edition",
    "EditionFacts",
    "Event",
    "Evidence",
    "Form",
    "LeftOut",
    "LinkStatus",
    "Mention",
    "Moment",
    "Name",
    "Note",
    "Page",
    "Paper",
    "Paragraph",
    "Reference",
    "Relation",
    "Row",
    "Target",
    "Term",
]
