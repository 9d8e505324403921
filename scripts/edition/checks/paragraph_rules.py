"""Rules for the ids of paragraphs, which are published addresses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from edition.model import Edition, Page
from edition.model.pages.blocks import HEADINGS, parse_html
from edition.model.pages.page import PARAGRAPH_ID
from edition.problem import Location, Problems

_LIKE_AN_ID = re.compile(r"[pP][\s_-]*\d")


def paragraph_without_id(edition: Edition) -> Problems:
    """Each paragraph of a page that restates a section has an id, on a line below it: `{: #p3 }`.

    The id is what a student cites. It is written in the source so that no later change moves it.
    """
    for page in edition.pages:
        is_numbered = any(paragraph.number for paragraph in page.paragraphs)
        # An index page may only introduce a part.
        restates = page.section and (is_numbered or not page.path.endswith("/index.md"))
        found = list(_without_id(page)) if restates else []
        if len(found) > 1 and not is_numbered:
            yield (
                found[0][0],
                f"none of the {len(found)} paragraphs has an id.",
                "Add a line `{: #p1 }` below the first, `{: #p2 }` below the second, and so on.",
            )
        else:
            yield from found


def _without_id(page: Page) -> Iterator[tuple[Location, str, str]]:
    """The paragraphs before a second heading: after it the edition speaks, and not the paper."""
    line, expected = 0, "p1"
    for element in parse_html(page.html):
        if element.tag in HEADINGS - {"h1"}:
            return
        known = page.paragraph(element.get("id") or "")
        if known and known.number:
            line, expected = known.location.line, f"p{known.number + 1}"
        text = " ".join(element.text_content().split()) if element.tag == "p" else ""
        if text and not element.get("id") and not text.startswith("\\"):
            location = page.location_of(text, line)
            line = location.line
            yield (
                location,
                f"the paragraph '{text[:40]}…' has no id.",
                f"Add a line `{{: #{expected} }}` with the paper's number below it.",
            )


def bad_paragraph_id(edition: Edition) -> Problems:
    """The id of a paragraph is `p`, its number and, for a part of it, a letter: `p3`, `p1b`."""
    for page in edition.pages:
        for paragraph in page.paragraphs if page.section else []:
            if _LIKE_AN_ID.match(paragraph.id) and not PARAGRAPH_ID.match(paragraph.id):
                yield (
                    paragraph.location,
                    f"'{paragraph.id}' is not the id of a paragraph.",
                    "Write it like 'p3' or 'p1b'.",
                )


def duplicate_id(edition: Edition) -> Problems:
    """An id is used once in a page.

    A link to it leads to the first of them only. Give the other one its own.
    """
    for page in edition.pages:
        for id, count in sorted(Counter(page.anchors).items()):
            if count > 1:
                yield (
                    _last_use(page, id),
                    f"the id '{id}' is used {count} times in this page.",
                    "Give each its own.",
                )


def _last_use(page: Page, id: str) -> Location:
    """The line of the last `#id` of an attribute list, or `id=` of HTML."""
    offsets = [
        match.start()
        for match in re.finditer(rf"#{re.escape(id)}[\s}}]|id=[\"']?{re.escape(id)}\b", page.body)
    ]
    return page.location_at(offsets[-1]) if offsets else page.location_of(id)


def paragraph_order(edition: Edition) -> Problems:
    """The paragraphs of a section are numbered from 1, in order and without a gap.

    The parts of a paragraph are lettered from `a` in the same way.
    """
    for page in edition.pages:
        before = ""
        for paragraph in page.paragraphs if page.section else []:
            if paragraph.number is None:
                continue
            expected = _expected_after(before)
            if paragraph.id not in expected and page.anchors.count(paragraph.id) == 1:
                where = f"comes after '{before}'" if before else "comes first"
                yield (
                    paragraph.location,
                    f"'{paragraph.id}' {where}.",
                    f"Expected '{expected[0]}' or '{expected[1]}'.",
                )
            before = paragraph.id


def _expected_after(id: str) -> list[str]:
    """The ids that may follow a paragraph: after `p1b` these are `p1c`, `p2` and `p2a`."""
    match = PARAGRAPH_ID.match(id)
    number, letter = match.groups() if match else ("0", "")
    part = [f"p{number}{chr(ord(letter) + 1)}"] if letter else []
    following = f"p{int(number) + 1}"
    return [*part, following, f"{following}a"]
