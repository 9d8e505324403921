"""mkdocs-bibtex changes nothing in the text of a page."""

from __future__ import annotations

PRINTED = r"""
The interval [0, 1) is open.[Brine 1919] More.
They write [a note [Brine 1919] at length].
Write [ before.[Orrin Lights Board 1911]
A [bracket.[Orrin Lights Board 1911]
Others write \bibliography or \full_bibliography.
Others write \bibliography.
In code [@brine1919lamps] stays.
Write to [lamps@orrin.example].
"""


def test_every_word_is_printed(odd):
    article = odd.article("brackets/")
    paragraphs = [paragraph.text_content() for paragraph in article.xpath("./p[not(@class)]")]
    assert "\n".join(paragraphs).replace("\u00a0", " ") == PRINTED.strip()
