"""Rules of the hosts that addresses name: no domain that looks like another (Unicode Technical Standard 39, "Confusable detection")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

import idna
from confusable_homoglyphs import confusables

from edition.model import Edition
from edition.problem import Location, Problem


def lookalike_domain(edition: Edition) -> Iterator[Problem]:
    """A domain is written in the letters of one script, and not in letters that look like Latin ones.

    `аpple.com` with a Cyrillic first letter leads elsewhere than it seems to. Type the address again, or take it out.
    """
    for address, place in _addresses(edition):
        if host := _host(address):
            for label in host.split("."):
                if fault := label_fault(label):
                    yield Problem(
                        place,
                        "lookalike-domain",
                        f"'{host}' {fault}.",
                        "Type the address again from the publisher's own page, or take it out.",
                    )
                    break


def misleading_link(edition: Edition) -> Iterator[Problem]:
    """A link whose words are an address leads to that host."""
    for page in edition.pages:
        for link in page.links:
            said = re.fullmatch(
                r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?",
                link.text.strip(),
                re.IGNORECASE,
            )
            host = _host(link.target)
            if (
                said
                and host
                and not link.text.endswith(".md")
                and said[1].lower().removeprefix("www.") != host.removeprefix("www.")
            ):
                place = page.location_of(link.target if link.target in page.body else link.text)
                yield Problem(
                    place,
                    "misleading-link",
                    f"the link says '{said[1]}' and leads to '{host}'.",
                    "Let both name the same.",
                )


def _addresses(edition: Edition) -> Iterator[tuple[str, Location]]:
    for page in edition.pages:
        for link in page.links:
            yield (
                link.target,
                page.location_of(link.target if link.target in page.body else link.text),
            )
    for reference in edition.bibliography.entries:
        for name in ("url", "archiveurl", "doi"):
            if value := reference.fields.get(name):
                yield value, reference.line_of(name)


def _host(address: str) -> str:
    try:
        return (urlsplit(address.strip()).hostname or "").rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=8192)
def label_fault(label: str) -> str:
    """What is wrong with one part of a host's name; empty where nothing is."""
    if label.isascii() and not label.startswith("xn--"):
        return ""
    try:
        shown = idna.decode(label) if label.isascii() else label
        idna.encode(shown)
    except (idna.IDNAError, UnicodeError):
        return f"has the part '{label}', which is not a domain name"
    scripts = {_script(character) for character in shown if character.isalpha()}
    # Chinese and Japanese names mix scripts by right (UTS 39, "Highly Restrictive").
    if (
        len(scripts) > 1
        and not scripts <= {"CJK", "HIRAGANA", "KATAKANA", "LATIN", "BOPOMOFO"}
        and not scripts <= {"HANGUL", "CJK", "LATIN"}
    ):
        return f"mixes {' and '.join(sorted(script.title() for script in scripts))} letters in '{shown}'"
    if (
        "LATIN" not in scripts
        and scripts
        and all(_like_latin(character) for character in shown if character.isalpha())
    ):
        return f"has the part '{shown}' in {' and '.join(sorted(script.title() for script in scripts))} letters that look like Latin ones"
    return ""


def _script(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split(" ")[0]


def _like_latin(character: str) -> bool:
    return bool(confusables.is_confusable(character, greedy=True, preferred_aliases=["latin"]))


RULES = [lookalike_domain, misleading_link]
