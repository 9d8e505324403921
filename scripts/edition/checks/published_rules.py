"""The list of published addresses, and the rules that none of them is ever lost."""

from __future__ import annotations

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
    if _cannot_tell(edition):
        return
    listed, problems = read_published(edition)
    yield from problems
    existing = _existing(edition)
    open_pages = {page.address for page in edition.pages if open_ended(page)}
    for line, address in enumerate(listed, start=1):
        page, sign, _ = address.partition("#")
        is_known = address in existing or (sign and page.removeprefix("/") in open_pages)
        if address.strip() and not address.startswith("# ") and not is_known:
            message = f"'{address}' was published and no longer exists."
            yield _gone(edition, Location(f"{edition.project.data}/{FILE}", line), message)


def addresses_lost(edition: Edition, before: set[str], since: str) -> list[Problem]:
    """The same rule for the addresses `before`, those of an older revision, called `since`.

    It finds what was lost before it was listed.
    """
    listed, unread = read_published(edition)
    if unread or _cannot_tell(edition):
        return []
    location = Location(f"{edition.project.data}/{REDIRECTS}")
    return [
        _gone(edition, location, f"'{address}' is in {since} and no longer exists.")
        for address in sorted(before.difference(_existing(edition), listed))
    ]


def _cannot_tell(edition: Edition) -> bool:
    """Whether a source could not be read: what seems to be lost may be in there."""
    return any(problem.is_unread for problem in edition.problems)


def _gone(edition: Edition, location: Location, message: str) -> Problem:
    hint = f"Restore it, or name where it went in {edition.project.data}/{REDIRECTS}."
    return Problem(location, "published-address-gone", message, hint)


def redirect_to_nowhere(edition: Edition) -> Problems:
    """A redirect in docs/data/redirects.yml leads from an address that is gone to one that exists.

    Write `- {from: old/#p1, to: new/#p2}`.
    """
    existing = promised(edition)
    for redirect in edition.redirects:
        source, target, location = redirect.source, redirect.target, redirect.location
        if not source or not target:
            yield (
                location,
                "a redirect needs `from` and `to`.",
                "Write `- {from: old/#p1, to: new/#p2}`.",
            )
        elif target not in existing:
            yield (
                location,
                f"'{target}' is not an address of the edition.",
                "Name one that exists.",
            )
        elif source in existing:
            yield (
                location,
                f"'{source}' still exists.",
                "Remove the redirect.",
            )


def _existing(edition: Edition) -> set[str]:
    """The addresses that exist or are redirected, and those of printed numbers.

    A number that the concordance has and the text has lost has a rule of its own, `number-missing`,
    with a hint that fits.
    """
    found = promised(edition) | {redirect.source for redirect in edition.redirects}
    for row in edition.concordance:
        if page := edition.by_path.get(row.page):
            found.add(f"{page.address or '/'}#cite-{row.number}")
    return found


def promised(edition: Edition) -> set[str]:
    """The addresses of all pages and places in them.

    They read `/`, `/#abstract`, `towers/stone/`, `towers/stone/#p1a`.
    """
    found = set()
    for page in edition.pages:
        address = page.address or "/"
        found.add(address)
        found |= {f"{address}#{anchor}" for anchor in own_anchors(edition, page)}
    return found


def read_published(edition: Edition) -> tuple[list[str], list[Problem]]:
    """The lines of the list, and the problem if it cannot be read. It may be absent."""
    root, path = edition.project.root, f"{edition.project.data}/{FILE}"
    text, problems = read_text(root, path) if (root / path).exists() else ("", [])
    return text.splitlines(), problems


def unlisted(edition: Edition) -> list[str]:
    """The addresses that are not in the list yet, sorted."""
    return sorted(promised(edition).difference(read_published(edition)[0]))


def publish(edition: Edition) -> list[str]:
    """Add the new addresses to the list, from which none is ever removed; return them.

    The list is one that can be read.
    """
    new = unlisted(edition)
    if new:
        addresses = sorted({*read_published(edition)[0], *new})
        text = "".join(f"{address}\n" for address in addresses if address)
        write_whole(edition.project.root / edition.project.data / FILE, text)
    return new
