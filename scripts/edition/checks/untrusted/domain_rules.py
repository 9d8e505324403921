"""Rules for the hosts of addresses: none looks like another.

See Unicode Technical Standard 39, "Confusable Detection".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import idna

from edition.checks.addresses import split_address
from edition.checks.bibliography import url_rules
from edition.checks.bibliography.fields import fields
from edition.checks.link_rules import link_location
from edition.model import Edition
from edition.problem import Location, Problems

_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#]\S*)?", re.IGNORECASE)
_DOMAINS = frozenset(
    "com org net edu gov mil int info biz name museum aero coop jobs mobi travel cat asia post tel "
    "app dev page site online shop store blog news xyz club top wiki tech science "
    "academy press".split()
)
"""Ends of addresses of more than two letters that readers know."""
_FILE_ENDINGS = frozenset("jl py rs js ts md pl sh ml hs rb go cc cs so ps ex kt nb mk".split())
"""Ends of the names of files, packages and modules. Some are countries' domains, too."""
# Chinese, Japanese and Korean names mix scripts by right (UTS 39, "Highly Restrictive").
_MIXED_BY_RIGHT = (
    {"CJK", "HIRAGANA", "KATAKANA", "LATIN", "BOPOMOFO"},
    {"HANGUL", "CJK", "LATIN"},
)


def lookalike_domain(edition: Edition) -> Problems:
    """A domain is written in letters of one script, and not in letters that look like Latin ones.

    `аpple.com` with a Cyrillic first letter leads elsewhere than it seems to. Type the address
    again, or take it out.
    """
    for address, location in _addresses(edition):
        host = _host(address)
        fault = next(filter(None, map(_label_fault, host.split("."))), "")
        if fault:
            yield (
                location,
                f"'{host}' {fault}.",
                "Type the address again from the publisher's own page, or take it out.",
            )


def misleading_link(edition: Edition) -> Problems:
    """A link whose words are an address leads to that host.

    The name of a package or a file, such as `Salt.jl`, is no address.
    """
    for page in edition.pages:
        for link in page.links:
            words = link.text.strip()
            shown = _ADDRESS.fullmatch(words)
            host = _host(link.target)
            if not shown or not host or not _is_address(words):
                continue
            if shown[1].lower().removeprefix("www.") != host.removeprefix("www."):
                yield (
                    link_location(page, link),
                    f"the link says '{shown[1]}' and leads to '{host}'.",
                    "Let both name the same.",
                )


def _is_address(words: str) -> bool:
    """Whether a reader takes these words for an address: `Salt.jl` is the name of a package."""
    if "/" in words or words.lower().startswith("www."):
        return True
    end = words.rpartition(".")[2].lower()
    return end in _DOMAINS or (len(end) == 2 and end not in _FILE_ENDINGS)


def _addresses(edition: Edition) -> Iterator[tuple[str, Location]]:
    for page in edition.pages:
        for link in page.links:
            yield link.target, link_location(page, link)
    for field in fields(edition, *url_rules.FIELDS, "doi"):
        yield field.value, field.location


def _host(address: str) -> str:
    return (split_address(address.strip()).hostname or "").rstrip(".")


@cache
def _label_fault(label: str) -> str:
    """What is wrong with one part of a host's name, or empty."""
    if label.isascii() and not label.startswith("xn--"):
        return ""
    try:
        shown = idna.decode(label) if label.isascii() else label
        idna.encode(shown)
    except (idna.IDNAError, UnicodeError):
        return f"has the part '{label}', which is not a domain name"
    letters = [character for character in shown if character.isalpha()]
    scripts = {_script(letter) for letter in letters}
    names = " and ".join(sorted(script.title() for script in scripts))
    if len(scripts) > 1 and not any(scripts <= mixed for mixed in _MIXED_BY_RIGHT):
        return f"mixes {names} letters in '{shown}'"
    if letters and "LATIN" not in scripts and all(map(_looks_latin, letters)):
        return f"has the part '{shown}' in {names} letters that look like Latin ones"
    return ""


def _script(character: str) -> str:
    return unicodedata.name(character, "UNKNOWN").split(" ")[0]


def _looks_latin(character: str) -> bool:
    # A lazy import: it reads large tables, and few pages need them.
    from confusable_homoglyphs import confusables

    return bool(confusables.is_confusable(character, greedy=True, preferred_aliases=["latin"]))
