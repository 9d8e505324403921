"""Rules for the addresses in an entry. Whether they still answer is for the link check to ask."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from edition.checks.addresses import split_address
from edition.checks.bibliography.fields import fields
from edition.model import Edition
from edition.model.works.tex import verbatim
from edition.problem import Location, Problems

FIELDS = ("url", "archiveurl")
"""The fields of an entry that hold an address."""
_TRACKING = re.compile(
    r"(?:^|&)(utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|spm|scm|wfr|_ga|yclid|ref_src|"
    r"share_token|cmpid|ocid|smid|at_medium|at_campaign)(?:=[^&]*)?(?=&|$)",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|localdomain)$")
_NUMERIC = re.compile(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}")
_DANGEROUS = frozenset(("javascript", "vbscript", "data", "file", "blob"))
_DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
_HOST = re.compile(r"(?://)?(?:[a-z0-9][a-z0-9-]*\.)+[a-z]{2,}(?=[/?#:]|$)", re.IGNORECASE)
_BEGINNING = re.compile(r"(?:https?|ftp)://")
_COPY_AGAIN = "Copy it again from the browser."


def unsafe_address(edition: Edition) -> Problems:
    """An address harms nobody who follows it: `javascript:` and the like are refused.

    So are addresses of one's own machine or network, and those that hold a user's name.
    """
    yield from _faulty(edition, _danger)


def bad_address(edition: Edition) -> Problems:
    """An address is a whole one that anybody can open: `https://` or `http://`, and a host.

    It has no white space, and no full stop or comma at the end, which belonged to the sentence
    around it. A DOI has a field of its own, `doi`.
    """
    yield from _faulty(edition, _fault)


def _faulty(edition: Edition, fault_of: Callable[[str], tuple[str, str] | None]) -> Problems:
    """What is wrong with each address, and the hint, as `fault_of` says."""
    for address, location in _addresses(edition):
        if fault := fault_of(address):
            reason, hint = fault
            yield location, f"'{address[:120]}' {reason}.", hint


def _addresses(edition: Edition) -> Iterator[tuple[str, Location]]:
    for field in fields(edition, *FIELDS):
        yield verbatim(field.value), field.location


def _danger(address: str) -> tuple[str, str] | None:
    """What is dangerous in an address, and the hint; None for a harmless one."""
    parts = split_address(re.sub(r"[\0-\x20]", "", address))
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme in _DANGEROUS:
        return f"begins with '{parts.scheme}:'", "Give the address of a page on the web."
    if host and _is_private(host):
        return "is an address of one's own machine or network", "Give the public address."
    if parts.username or parts.password:
        return "holds a user's name", "Take out what is before the '@'."
    return None


def _fault(address: str) -> tuple[str, str] | None:
    """What keeps an address from working, and the hint; None for a good or a dangerous one."""
    if _danger(address):
        return None
    if doi := _DOI.fullmatch(address):
        return "is a DOI", f"Write `doi = {{{doi[1]}}}`."
    if len(_BEGINNING.findall(address)) > 1 and re.search(r"\s", address):
        return "is more than one address", "Give one of them."
    if re.search(r"\s", address):
        return "holds white space", "Take it out, or write it as '%20'."
    try:
        parts = urlsplit(address)
        host, _ = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "is not an address", _COPY_AGAIN
    if _HOST.match(address):
        return "has no 'https://'", f"Write 'https://{address.lstrip('/')}'."
    if not parts.scheme:
        return "is not an address", _COPY_AGAIN
    if parts.scheme not in ("http", "https"):
        return f"begins with '{parts.scheme}:'", "Give the address of a page on the web."
    if not host:
        return "has no host", _COPY_AGAIN
    if "." not in host and ":" not in host:
        return f"has the host '{host}', which has no domain", _COPY_AGAIN
    if address[-1] in ".,;'\">" and ":~:" not in address:
        return f"ends with '{address[-1]}'", "Take it off: it belonged to the sentence."
    return None


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        # Browsers read `2130706433` and `0x7f.1` as numbers of machines, too.
        return bool(_LOCAL.search(host) or _NUMERIC.fullmatch(host))


def tracking_in_address(edition: Edition) -> Problems:
    """An address has no parts that only say who followed it: `utm_…`, `fbclid`, `gclid`, …"""
    for address, location in _addresses(edition):
        parts = split_address(address)
        if tracking := _TRACKING.findall(parts.query):
            query = _TRACKING.sub("", parts.query).lstrip("&")
            yield (
                location,
                f"'{tracking[0]}' in the address tracks readers.",
                f"Write '{parts._replace(query=query).geturl()}'.",
            )


def text_fragment_in_address(edition: Edition) -> Problems:
    """An address ends before `#:~:text=…`, which a browser adds to mark words on the page."""
    for address, location in _addresses(edition):
        start = address.find(":~:")
        if start >= 0:
            yield (
                location,
                f"'{address[start:][:40]}' marks words on the page.",
                f"Write '{address[:start].rstrip('#')}'.",
            )
