"""What is made of words, dates and HTML: examples/ has for each reader texts and what it makes
of them.

`~` stands for a space that does not break, `|` divides the two texts that a reader takes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import lxml.html
import pytest
import yaml

from edition.language.dates import NBSP, Moment, readable_date
from edition.language.html_fragment import parse_fragment
from edition.language.markup import mark_languages
from edition.language.tags import language_name, language_tag
from edition.language.typography import typeset, typeset_tree
from edition.language.word_diff import difference

EXAMPLES = [
    (file.stem, text, made)
    for file in sorted((Path(__file__).parent / "examples").glob("*.yml"))
    for text, made in yaml.safe_load(file.read_text("utf-8")).items()
]


def fragment(html: str) -> str:
    made = lxml.html.tostring(parse_fragment(html), encoding="unicode")
    return made.removeprefix("<div>").removesuffix("</div>")


def typeset_html(html: str) -> str:
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    typeset_tree(root, bind_citations=True)
    made = lxml.html.tostring(root, encoding="unicode")
    return made.removeprefix("<div>").removesuffix("</div>").replace(NBSP, "~")


def differing(before: str, after: str) -> str:
    """Both texts in one, the words of only one of them in brackets."""
    parts = []
    for segment in difference(before, after):
        if segment.same:
            parts.append(segment.text)
            continue
        parts.append(f"[-{segment.before}-]" if segment.before else "")
        parts.append(f"{{+{segment.after}+}}" if segment.after else "")
    return "".join(parts)


READERS: dict[str, Callable[[str], Any]] = {
    "dates": lambda iso: readable_date(iso).replace(NBSP, "~"),
    "moments": lambda iso: [*Moment(iso).parts, Moment(iso).zone],
    "languages": lambda written: [language_name(written), language_tag(written)],
    "html-fragments": fragment,
    "other-scripts": lambda text: mark_languages(*reversed(text.split("|"))),
    "spaces": lambda text: typeset(text).replace(NBSP, "~"),
    "typeset-html": typeset_html,
    "word-differences": lambda text: differing(*text.split("|")),
}


@pytest.mark.parametrize(("reader", "text", "made"), EXAMPLES)
def test_what_is_made_of_words(reader: str, text: str, made: Any) -> None:
    assert READERS[reader](text) == made
