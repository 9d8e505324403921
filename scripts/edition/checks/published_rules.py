"""In: the edition and the list of what was published. Out: the rule that no published address is ever lost; the list itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.checks.anchors import open_ended, own_anchors
from edition.model import Edition
from edition.model.files.text import read_text
from edition.model.pages.redirect import FILE as REDIRECTS
from edition.problem import Location, Problem

FILE = "published.txt"


def published_address_gone(edition: Edition) -> Iterator[Problem]:
    """Every address of docs/data/published.txt, page or place in a page, still exists or is redirected.

    Addresses are promises: papers cite them. Put the id or the page back, or say in docs/data/redirects.yml where it went:
    `- {from: old/#p1, to: new/#p2}`. A new address is added by `make publish`, and never taken out.
    """
    if any(problem.is_unread for problem in edition.problems):
        return
    path = f"{edition.project.data}/{FILE}"
    if not (edition.project.root / path).exists():
        return
    there = _found(edition)
    open_pages = {page.address for page in edition.pages if open_ended(page)}
    text, problems = read_text(edition.project.root, path)
    yield from problems
    for line, address in enumerate(text.splitlines(), start=1):
        if address in there or not address.strip() or address.startswith("# "):
            continue
        if "#" in address and address.partition("#")[0].removeprefix("/") in open_pages:
            continue
        hint = f"Put it back, or name where it went in {edition.project.data}/{REDIRECTS}."
        yield Problem(
            Location(path, line),
            "published-address-gone",
            f"'{address}' was published and is no longer there.",
            hint,
        )


def addresses_lost(edition: Edition, before: list[str], since: str) -> Iterator[Problem]:
    """What the rule says of the list, for `before`: the addresses that stood at the revision `since`, listed or not yet."""
    if any(problem.is_unread for problem in edition.problems):
        return
    there = _found(edition) | _listed(edition)
    file = f"{edition.project.data}/{REDIRECTS}"
    for address in before:
        if address not in there:
            said = f"'{address}' stands in {since} and is no longer there."
            yield Problem(
                Location(file),
                "published-address-gone",
                said,
                f"Put it back, or name where it went in {file}.",
            )


def redirect_to_nowhere(edition: Edition) -> Iterator[Problem]:
    """A redirect in docs/data/redirects.yml has `from` and `to`, leads to an address that exists, and leaves none that does."""
    there = set(promised(edition))
    for redirect in edition.redirects:
        source, target, place = redirect.source, redirect.target, redirect.location
        if not source or not target:
            yield Problem(
                place,
                "redirect-to-nowhere",
                "a redirect needs `from` and `to`.",
                "Write `- {from: old/#p1, to: new/#p2}`.",
            )
        elif target not in there:
            yield Problem(
                place,
                "redirect-to-nowhere",
                f"'{target}' is not an address of the edition.",
                "Name one that is there.",
            )
        elif source in there:
            yield Problem(
                place, "redirect-to-nowhere", f"'{source}' still exists.", "Take the redirect out."
            )


def _found(edition: Edition) -> set[str]:
    """The addresses that need no word: those that are there, those that are redirected, and those of printed numbers.

    A number that the concordance has and the text has lost is a problem of its own, `number-missing`, with the hint that fits.
    """
    numbers = {
        f"{edition.by_path[row.page].address or '/'}#cite-{row.number}"
        for row in edition.concordance
        if row.page in edition.by_path
    }
    return {*promised(edition), *(redirect.source for redirect in edition.redirects), *numbers}


def promised(edition: Edition) -> list[str]:
    """The addresses of all pages and places, sorted: `/`, `/#abstract`, `towers/stone/`, `towers/stone/#p1a`."""
    found = set()
    for page in edition.pages:
        address = page.address or "/"
        found.add(address)
        found |= {f"{address}#{id}" for id in own_anchors(edition, page)}
    return sorted(found)


def _listed(edition: Edition) -> set[str]:
    file = _file(edition)
    return set(file.read_text(encoding="utf-8").splitlines()) if file.exists() else set()


def _file(edition: Edition) -> Path:
    return Path(edition.project.root) / edition.project.data / FILE


def unlisted(edition: Edition) -> list[str]:
    """The addresses that the list does not hold yet, sorted."""
    return sorted(set(promised(edition)) - _listed(edition))


def publish(edition: Edition) -> list[str]:
    """Add the addresses that are new to the list, which is only ever added to; return them."""
    if new := unlisted(edition):
        write_whole(
            _file(edition),
            "".join(f"{address}\n" for address in sorted(_listed(edition) | set(new)) if address),
        )
    return new


def write_whole(file: Path, text: str) -> None:
    """Replace a file so that a crash leaves the old one or the new one, never half of either."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        if file.exists():
            part.chmod(file.stat().st_mode & 0o777)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


RULES = [published_address_gone, redirect_to_nowhere]
