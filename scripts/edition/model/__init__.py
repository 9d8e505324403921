"""What the sources say: nouns only, read from docs/ and bib/, never judged. Imports nothing of the other layers."""

from .bibliography import Bibliography
from .citation import Citation
from .concordance import Row
from .edition import Edition
from .page import Page, Paragraph
from .paper import Author, Paper
from .place import Place, Problem
from .reference import Reference

__all__ = ["Author", "Bibliography", "Citation", "Edition", "Page", "Paper", "Paragraph", "Place", "Problem", "Reference", "Row"]
