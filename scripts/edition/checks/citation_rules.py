"""Rules for the citations in the pages."""

from __future__ import annotations

import re
from collections.abc import Collection

from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.pages.blocks import parse_html
from edition.model.pages.citation import is_cross_reference, parse_block
from edition.problem import Problem, Problems, is_whole

_ATTEMPT = re.compile(r"\[(?:[^\[\]@;]*\s)?@[A-Za-z0-9_]")
_LINKED = re.compile(r"\[[^\[\]@]*@(?P<key>[A-Za-z0-9_][\w:.-]*+)[^\[\]]*+\]\s?(?=[(\[:])")
_IS_LINK = re.compile(r"\s?[(\[:]")
_KEY = re.compile(r"-?@\{?(?P<key>\w(?:[\w:.-]*\w)?)\}?")
_DESCRIBED = re.compile(
    r"\[(?P<inside>[^\[\]]*@[^\[\]]*)\]|(?<![^\W_])(?<![/@.])-?@\{?(?P<key>\w(?:[\w:.-]*\w)?)\}?"
)
_BRACKET = re.compile(r"\[[^\[\]]{0,400}\]")


def undefined_citation(edition: Edition) -> Problems:
    """A citation names an entry of a file in bib/, letter for letter: `[@Key]` and `[@key]` differ.

    Otherwise a reader would find the key in brackets and no source. Correct the key, or add the
    entry.
    """
    known = edition.bibliography.references
    is_known = is_whole(edition.problems, *edition.project.bibliographies)
    for citation in edition.citations if is_known else ():
        if citation.key not in known and not is_cross_reference(citation.key):
            named = f", or write '\\@{citation.key}' for words" if citation.is_named else ""
            otherwise = f"Add the entry, or correct the key{named}."
            yield Problem(
                citation.location,
                "undefined-citation",
                f"'@{citation.key}' is not in bib/.",
                did_you_mean(citation.key, known, otherwise, "@"),
            )


def citation_in_heading(edition: Edition) -> Problems:
    """There is no citation in a heading.

    It would be repeated in the menu and in the address of the heading. Cite in the paragraph below.
    """
    for citation in edition.citations:
        if re.fullmatch(r"h[1-6]", citation.context):
            yield Problem(
                citation.location,
                "citation-in-heading",
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
        end = 0
        for offset in page.unread:
            # After `!` it describes an image, whose citations are read as those of its caption.
            is_other = page.body.endswith(("\\", "!"), 0, offset)
            key = _KEY.match(page.body, offset)
            if not is_other and _ATTEMPT.match(page.body, offset):
                yield from _broken(page, offset, keys)
                bracket = _BRACKET.match(page.body, offset)
                end = bracket.end() if bracket else end
            elif key and key["key"] in keys and offset >= end:
                yield _in_html(page, offset, key[0])


def _in_descriptions(page: Page, keys: Collection[str]) -> Problems:
    """The citations in the descriptions of images; those of a figure are in its caption."""
    images = parse_html(page.html).iter("img") if "<img" in page.html else ()
    for image in images:
        description = image.get("alt") or ""
        for match in _DESCRIBED.finditer(description):
            if match["key"] in keys or (match["inside"] and parse_block(match["inside"])):
                text = match[0]
                yield Problem(
                    page.location_of(description if description in page.body else text),
                    "broken-citation",
                    f"'{text}' in the description of an image is printed as it is written.",
                    "Cite in the text beside the image.",
                )


def _in_html(page: Page, offset: int, text: str) -> Problem:
    return Problem(
        page.location_at(offset),
        "broken-citation",
        f"'{text}' stands in HTML, where no citation is read.",
        "Write `markdown` into the tag around it, as in '<div markdown>'.",
    )


def _is_in_html(page: Page, bracket: re.Match[str], text: str) -> bool:
    """Whether a bracket that nothing has read is whole: no link, and without code or HTML in it."""
    is_whole = not set("`<") & set(text) and not _IS_LINK.match(page.body, bracket.end())
    return is_whole and bool(parse_block(text[1:-1]))


def _broken(page: Page, offset: int, keys: Collection[str]) -> Problems:
    """The problem of the bracket at `offset`, which looks like a citation and is none."""
    location = page.location_at(offset)
    linked = _LINKED.match(page.body, offset)
    if linked and (linked["key"] in keys or linked[0].startswith("[@")):
        text = linked[0].strip()
        yield Problem(
            location,
            "broken-citation",
            f"'{text}' is followed by an address or a name and is read as a link.",
            "Set a space or a word between the two.",
        )
        return
    bracket = _BRACKET.match(page.body, offset)
    line = page.body[offset : offset + 400].split("\n")[0]
    text = " ".join(bracket[0].split()) if bracket else line.strip()
    if not text.endswith("]"):
        yield Problem(
            location,
            "broken-citation",
            f"'{text[:40]}' is not closed.",
            "Close the bracket: '[@key]'.",
        )
    elif bracket and _is_in_html(page, bracket, text):
        yield _in_html(page, offset, text)
    elif parse_block(text[1:-1]) is None or any(key in text for key in keys):
        yield Problem(
            location,
            "broken-citation",
            f"'{text}' cannot be read as a citation.",
            "Write it like '[@key]', '[@key, p. 3]' or '[@key; @other]'.",
        )
    # What is left is a link whose words hold a name: `[the harbor @name](address)`.


def citation_without_number(edition: Edition) -> Problems:
    """A citation in a paragraph of the paper is the paper's own, with its printed number.

    The number comes from the concordance: a row with this page, this paragraph and this key. Add
    the row, or move a source that the paper does not cite into an editorial note. A paper that
    cites by author and year has no concordance.
    """
    if not edition.concordance:
        return
    for page in edition.pages:
        numbered = [paragraph for paragraph in page.paragraphs if page.section and paragraph.number]
        for paragraph in numbered:
            for citation in paragraph.citations:
                if citation.number is None and citation.key in edition.bibliography:
                    yield Problem(
                        citation.location,
                        "citation-without-number",
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
        if citation.is_repeated:
            continue
        number = citation.number or highest
        if number < highest:
            yield Problem(
                citation.location,
                "number-order",
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
        numbers = [paragraph.number for paragraph in page.paragraphs] if page else []
        # Unknown pages, paragraphs and keys have rules of their own.
        known = row.paragraph in numbers and row.key in edition.bibliography
        is_read = page is not None and is_whole(edition.problems, page.file)
        if known and is_read and row.number not in cited:
            yield Problem(
                row.location,
                "number-missing",
                f"[{row.number}] '@{row.key}' is not cited in "
                f"paragraph {row.paragraph} of {row.page}.",
                f"Write '[@{row.key}]' there, or correct the row.",
            )


RULES = [
    undefined_citation,
    citation_in_heading,
    broken_citation,
    citation_without_number,
    number_order,
    number_missing,
]
