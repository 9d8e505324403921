"""What the sources say: nouns only, read from docs/ and bib/, never judged. Imports nothing of the other layers."""

from .bibliography import Bibliography
from .citation import Citation
from .concordance import Row
from .edition import Edition
from .event import Event, Moment
from .health import Health
from .mention import Mention
from .name import Form, Name, Term
from .note import LeftOut, Note
from .page import Page, Paragraph
from .paper import Author, Paper
from .place import Place, Problem
from .reference import Reference
from .relation import Relation

__all__ = [
    "Author",
    "Bibliography",
    "Citation",
    "Edition",
    "Event",
    "Form",
    "Health",
    "LeftOut",
    "Mention",
    "Moment",
    "Name",
    "Note",
    "Page",
    "Paper",
    "Paragraph",
    "Place",
    "Problem",
    "Reference",
    "Relation",
    "Row",
    "Term",
]
