"""Rules for the citations in the pages."""

from __future__ import annotations

import re
from collections.abc import Collection

from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.pages.blocks import HEADINGS
from edition.model.pages.citation import is_cross_reference, parse_block
from edition.problem import Problems, is_whole

_ATTEMPT = re.compile(r"\[(?:[^\[\]@;]*\s)?@[A-Za-z0-9_]")
_IS_LINK = re.compile(r"\s?[(\[:]")
_KEY = re.compile(r"-?@\{?(?P<key>\w(?:[\w:.-]*\w)?)\}?")
_DESCRIBED = re.compile(
    r"\[(?P<inside>[^\[\]]*@[^\[\]]*)\]|(?<![^\W_])(?<![/@.])-?@\{?(?P<key>\w(?:[\w:.-]*\w)?)\}?"
)
_UNREAD = "cannot be read as a citation."
_WRITE = "Write it like '[@key]', '[@key, p. 3]' or '[@key; @other]'."
_IN_HTML = "stands in HTML, where no citation is read."
_MARK_HTML = "Write `markdown` into the tag around it, as in '<div markdown>'."
_BRACKET = re.compile(r"\[[^\[\]]{0,400}\]")


def undefined_citation(edition: Edition) -> Problems:
    """A citation names an entry of a file in bib/, letter for letter: `[@Key]` and `[@key]` differ.

    Otherwise a reader would find the key in brackets and no source. Correct the key, or add the
    entry.
    """
    known = edition.bibliography.references
    is_known = is_whole(edition.problems, *edition.project.bibliographies)
    for citation in edition.citations if is_known else ():
        key = citation.key
        if key not in known and not is_cross_reference(key):
            named = f", or write '\\@{key}' for words" if citation.is_named else ""
            yield (
                citation.location,
                f"'@{key}' is not in bib/.",
                did_you_mean(key, known, f"Add the entry, or correct the key{named}.", "@"),
            )


def citation_in_heading(edition: Edition) -> Problems:
    """There is no citation in a heading.

    It would be repeated in the menu and in the address of the heading. Cite in the paragraph below.
    """
    for citation in edition.citations:
        if citation.context in HEADINGS:
            yield (
                citation.location,
                f"'@{citation.key}' is cited in a heading.",
                "Move the citation into the paragraph below.",
            )


def broken_citation(edition: Edition) -> Problems:
    """A bracket with an `@key` is a citation: `[@key]`, `[@key, p. 3]` or `[see @key; @other]`.

    One that is not closed, ends in `;`, holds another bracket, is followed by `(…)` or describes an
    image within a line would be printed as it is written. Write it like the examples; put a
    backslash before a bracket that is not meant as a citation.
    """
    keys = edition.bibliography.references
    for page in edition.pages:
        yield from _in_descriptions(page, keys)
        end = 0  # of the last bracket: a key within it is told with it
        for offset in page.unread:
            fault = None
            # After `!` it describes an image, whose citations are read as those of its caption.
            is_other = page.body.endswith(("\\", "!"), 0, offset)
            key = _KEY.match(page.body, offset)
            if not is_other and _ATTEMPT.match(page.body, offset):
                fault = _fault(page, offset, keys)
                bracket = _BRACKET.match(page.body, offset)
                end = bracket.end() if bracket else end
            elif key and key["key"] in keys and offset >= end:
                fault = f"'{key[0]}' {_IN_HTML}", _MARK_HTML
            if fault:
                yield page.location_at(offset), *fault


def _in_descriptions(page: Page, keys: Collection[str]) -> Problems:
    """The citations in the descriptions of images; those of a figure are in its caption."""
    for image in page.images:
        for match in _DESCRIBED.finditer(image.text):
            if match["key"] in keys or (match["inside"] and parse_block(match["inside"])):
                yield (
                    page.location_of(image.text if image.text in page.body else match[0]),
                    f"'{match[0]}' in the description of an image is printed as it is written.",
                    "Cite in the text beside the image.",
                )


def _fault(page: Page, offset: int, keys: Collection[str]) -> tuple[str, str] | None:
    """What is wrong with the bracket at `offset`, which no citation was read from, and the hint.

    None where it is a link whose words hold a name: `[the harbor @name](address)`.
    """
    bracket = _BRACKET.match(page.body, offset)
    if not bracket:
        line = page.body[offset : offset + 400].split("\n")[0].strip()
        if line.endswith("]"):  # it holds another bracket
            return f"'{line}' {_UNREAD}", _WRITE
        return f"'{line[:40]}' is not closed.", "Close the bracket: '[@key]'."
    text = " ".join(bracket[0].split())
    is_link = _IS_LINK.match(page.body, bracket.end())
    key = _KEY.search(text)
    if is_link and (text.startswith("[@") or (key and key["key"] in keys)):
        fault = "is followed by an address or a name and is read as a link."
        return f"'{text}' {fault}", "Set a space or a word between the two."
    parts = parse_block(text[1:-1])
    if parts and not is_link and not set("`<") & set(text):
        return f"'{text}' {_IN_HTML}", _MARK_HTML
    if parts is None or any(key in text for key in keys):
        return f"'{text}' {_UNREAD}", _WRITE
    return None


def citation_without_number(edition: Edition) -> Problems:
    """A citation in a paragraph of the paper is the paper's own, with its printed number.

    The number comes from the concordance: a row with this page, this paragraph and this key. Add
    the row, or move a source that the paper does not cite into an editorial note. A paper that
    cites by author and year has no concordance.
    """
    pages = [page for page in edition.pages if page.section and edition.concordance]
    for page in pages:
        for paragraph in page.paragraphs:
            for citation in paragraph.citations if paragraph.number else ():
                if citation.number is None and citation.key in edition.bibliography:
                    yield (
                        citation.location,
                        f"'@{citation.key}' in paragraph '{paragraph.id}' of "
                        f"{page.path} has no row in the concordance.",
                        "Add the row, or cite what the paper does not cite in an editorial note.",
                    )


def number_order(edition: Edition) -> Problems:
    """The printed numbers appear in the text in the paper's order.

    A number after a higher one means that a sentence, or a row of the concordance, is in the wrong
    place. Works that are numbered by the alphabet, or cited again, have their numbers anywhere.
    """
    works = [row.key for row in edition.concordance if row.key in edition.bibliography]
    names = [edition.bibliography[key].short.casefold() for key in dict.fromkeys(works)]
    if len(names) > 1 and names == sorted(names):
        return
    highest = 0
    for citation in edition.citations:
        number = citation.number
        if not number or citation.is_repeated:
            continue
        if number < highest:
            yield (
                citation.location,
                f"[{number}] '@{citation.key}' comes after [{highest}].",
                "Move the sentence, or correct the concordance.",
            )
        highest = max(highest, number)


def number_missing(edition: Edition) -> Problems:
    """Each row of the concordance has its citation in the text.

    Without it a citation of the paper is lost. Cite the work in the paragraph that the row names,
    or correct the row.
    """
    cited = {citation.number for citation in edition.citations}
    for row in edition.concordance:
        page = edition.by_path.get(row.page)
        # Unknown pages, paragraphs and keys have rules of their own.
        if page is None or row.number in cited or row.key not in edition.bibliography:
            continue
        numbers = [paragraph.number for paragraph in page.paragraphs]
        if row.paragraph in numbers and is_whole(edition.problems, page.file):
            yield (
                row.location,
                f"[{row.number}] '@{row.key}' is not cited in "
                f"paragraph {row.paragraph} of {row.page}.",
                f"Write '[@{row.key}]' there, or correct the row.",
            )
