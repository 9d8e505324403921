"""Rules of the paragraphs' lasting ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from edition.model import Edition, Paragraph
from edition.model.pages.blocks import parse_html
from edition.model.pages.page import PARAGRAPH_ID
from edition.problem import Problem

_MEANT = re.compile(r"[pP][\s_-]*\d")
_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,3}")


def paragraph_without_id(edition: Edition) -> Iterator[Problem]:
    """Each paragraph of a page that restates a section has an id, on a line of its own below it: `{: #p3 }`.

    The id is what a student cites; it is written out so that no edit moves it.
    """
    for page in edition.pages:
        if page.section and (
            any(p.number for p in page.paragraphs) or not page.path.endswith("/index.md")
        ):
            for element in parse_html(page.html).iterchildren("p"):
                text = " ".join(element.text_content().split())
                if (
                    text
                    and not element.get("id")
                    and not text.startswith("\\")
                    and not _after_other_heading(element)
                ):
                    words = _WORDS.search(text)
                    place = page.location_of(words[0] if words else text[:12])
                    yield Problem(
                        place,
                        "paragraph-without-id",
                        f"the paragraph '{text[:40]}…' has no id.",
                        "Add a line `{: #p3 }` with the paper's number below it.",
                    )


def _after_other_heading(element) -> bool:
    """Whether the paragraph stands below a second heading, where the page speaks of itself."""
    return any(
        before.tag in ("h2", "h3", "h4", "h5", "h6")
        for before in element.itersiblings(preceding=True)
    )


def bad_paragraph_id(edition: Edition) -> Iterator[Problem]:
    """The id of a paragraph of the paper is `p`, its number and, where it is divided, a lower-case letter: `p3`, `p1b`."""
    for page in edition.pages:
        for paragraph in page.paragraphs if page.section else []:
            if _MEANT.match(paragraph.id) and not PARAGRAPH_ID.match(paragraph.id):
                yield Problem(
                    paragraph.location,
                    "bad-paragraph-id",
                    f"'{paragraph.id}' is not the id of a paragraph.",
                    "Write it like 'p3' or 'p1b'.",
                )


def duplicate_id(edition: Edition) -> Iterator[Problem]:
    """An id stands once in a page.

    A link to it would lead to the first of them only. Give the other its own.
    """
    for page in edition.pages:
        for id, count in sorted(Counter(page.anchors).items()):
            if count > 1:
                lines = [
                    page.location_at(match.start())
                    for match in re.finditer(
                        rf"#{re.escape(id)}[\s}}]|id=[\"']?{re.escape(id)}\b", page.body
                    )
                ]
                yield Problem(
                    (lines or [page.location_of(id)])[-1],
                    "duplicate-id",
                    f"the id '{id}' stands {count} times in this page.",
                    "Give each its own.",
                )


def paragraph_order(edition: Edition) -> Iterator[Problem]:
    """The paragraphs of a section are numbered from 1, in order and without a gap; their parts from `a`."""
    for page in edition.pages:
        before: Paragraph | None = None
        for paragraph in page.paragraphs if page.section else []:
            if paragraph.number is None:
                continue
            due = _due(before)
            if paragraph.id not in due and page.anchors.count(paragraph.id) == 1:
                after = f"after '{before.id}'" if before else "as the first"
                yield Problem(
                    paragraph.location,
                    "paragraph-order",
                    f"'{paragraph.id}' stands {after}.",
                    f"'{due[0]}' is due, or '{due[1]}'." if len(due) > 1 else "",
                )
            before = paragraph


def _due(before: Paragraph | None) -> list[str]:
    if before is None:
        return ["p1", "p1a"]
    following = before.number + 1
    letter = PARAGRAPH_ID.match(before.id)[2]
    part = [f"p{before.number}{chr(ord(letter) + 1)}"] if letter else []
    return [*part, f"p{following}", f"p{following}a"]


RULES = [paragraph_without_id, bad_paragraph_id, duplicate_id, paragraph_order]
