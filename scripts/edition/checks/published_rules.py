"""The list of published addresses, and the rules that none of them is ever lost."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from edition.checks.anchors import open_ended, own_anchors
from edition.checks.source_files import write_whole
from edition.model import Edition
from edition.model.files.text import read_text
from edition.model.pages.redirect import FILE as REDIRECTS
from edition.problem import Location, Problem, Problems

FILE = "published.txt"


def published_address_gone(edition: Edition) -> Problems:
    """Every address in docs/data/published.txt still exists or is redirected.

    Addresses are promises: papers cite them. Restore the id or the page, or say in
    docs/data/redirects.yml where it went: `- {from: old/#p1, to: new/#p2}`. `make publish` adds new
    addresses to the list, and nothing removes one.
    """
    path = f"{edition.project.data}/{FILE}"
    if _cannot_tell(edition) or not (edition.project.root / path).exists():
        return
    existing = _existing(edition)
    open_pages = {page.address for page in edition.pages if open_ended(page)}
    text, problems = read_text(edition.project.root, path)
    yield from problems
    for line, address in enumerate(text.splitlines(), start=1):
        is_address = address.strip() and not address.startswith("# ")
        page, sign, _ = address.partition("#")
        on_open_page = sign and page.removeprefix("/") in open_pages
        if is_address and address not in existing and not on_open_page:
            yield _gone(
                edition, Location(path, line), f"'{address}' was published and no longer exists."
            )


def addresses_lost(edition: Edition, before: Iterable[str], since: str) -> Problems:
    """The same rule for the addresses `before`, those of an older revision, called `since`.

    It finds what was lost before it was listed.
    """
    if _cannot_tell(edition):
        return
    try:
        existing = _existing(edition) | _listed(edition)
    except UnreadableList:
        return  # the rule above names it
    location = Location(f"{edition.project.data}/{REDIRECTS}")
    for address in before:
        if address not in existing:
            yield _gone(edition, location, f"'{address}' is in {since} and no longer exists.")


def _cannot_tell(edition: Edition) -> bool:
    """Whether a source could not be read: what seems to be lost may be in there."""
    return any(problem.is_unread for problem in edition.problems)


def _gone(edition: Edition, location: Location, message: str) -> Problem:
    return Problem(
        location,
        "published-address-gone",
        message,
        f"Restore it, or name where it went in {edition.project.data}/{REDIRECTS}.",
    )


def redirect_to_nowhere(edition: Edition) -> Problems:
    """A redirect in docs/data/redirects.yml leads from an address that is gone to one that exists.

    Write `- {from: old/#p1, to: new/#p2}`.
    """
    existing = set(promised(edition))
    for redirect in edition.redirects:
        source, target, location = redirect.source, redirect.target, redirect.location
        if not source or not target:
            yield Problem(
                location,
                "redirect-to-nowhere",
                "a redirect needs `from` and `to`.",
                "Write `- {from: old/#p1, to: new/#p2}`.",
            )
        elif target not in existing:
            yield Problem(
                location,
                "redirect-to-nowhere",
                f"'{target}' is not an address of the edition.",
                "Name one that exists.",
            )
        elif source in existing:
            yield Problem(
                location, "redirect-to-nowhere", f"'{source}' still exists.", "Remove the redirect."
            )


def _existing(edition: Edition) -> set[str]:
    """The addresses that exist or are redirected, and those of printed numbers.

    A number that the concordance has and the text has lost has a rule of its own, `number-missing`,
    with a hint that fits.
    """
    found = set(promised(edition))
    found |= {redirect.source for redirect in edition.redirects}
    for row in edition.concordance:
        if page := edition.by_path.get(row.page):
            found.add(f"{page.address or '/'}#cite-{row.number}")
    return found


def promised(edition: Edition) -> list[str]:
    """The addresses of all pages and places in them, sorted.

    They read `/`, `/#abstract`, `towers/stone/`, `towers/stone/#p1a`.
    """
    found = set()
    for page in edition.pages:
        address = page.address or "/"
        found.add(address)
        found |= {f"{address}#{anchor}" for anchor in own_anchors(edition, page)}
    return sorted(found)


class UnreadableList(Exception):
    """The list of published addresses cannot be read; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def _listed(edition: Edition) -> set[str]:
    if not _file(edition).exists():
        return set()
    text, problems = read_text(edition.project.root, f"{edition.project.data}/{FILE}")
    if problems:
        raise UnreadableList(problems[0])
    return set(text.splitlines())


def _file(edition: Edition) -> Path:
    return edition.project.root / edition.project.data / FILE


def unlisted(edition: Edition) -> list[str]:
    """The addresses that are not in the list yet, sorted. Raises UnreadableList."""
    return sorted(set(promised(edition)) - _listed(edition))


def publish(edition: Edition) -> list[str]:
    """Add the new addresses to the list, from which none is ever removed; return them.

    Raises UnreadableList.
    """
    new = unlisted(edition)
    if new:
        addresses = sorted(_listed(edition) | set(new))
        write_whole(_file(edition), "".join(f"{address}\n" for address in addresses if address))
    return new


RULES = [published_address_gone, redirect_to_nowhere]
