"""The whole edition as one book: chapters of plain XHTML are made once and written as PDF, EPUB and plain text.

`chapters` → `typst_markup` → `pdf`; `chapters` → `epub`; `chapters` → `plain_text`.
"""

from edition.book.epub import edition_epub
from edition.book.pdf import edition_pdf
from edition.book.plain_text import edition_text

__all__ = ["edition_epub", "edition_pdf", "edition_text"]
