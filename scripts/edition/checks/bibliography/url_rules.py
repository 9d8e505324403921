"""Rules of the addresses in an entry. Whether they still answer is the link checker's question."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from edition.model import Edition
from edition.problem import Location, Problem

FIELDS = ("url", "archiveurl")
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|spm|scm|wfr|_ga|yclid|ref_src|share_token|cmpid|ocid|smid|at_medium|at_campaign)",
    re.IGNORECASE,
)
_LOCAL = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|localdomain)$")


def _addresses(edition: Edition) -> Iterator[tuple[str, Location]]:
    for reference in edition.bibliography.entries:
        for name in FIELDS:
            if value := reference.fields.get(name, "").strip("{}"):
                yield value, reference.line_of(name)


def bad_address(edition: Edition) -> Iterator[Problem]:
    """An address is a whole one that anybody can open: `https://` or `http://`, a public host, no white space.

    Addresses of one's own machine or network, and others such as `javascript:`, are refused; so is a full stop or comma at the
    end, which belonged to the sentence around it.
    """
    for address, place in _addresses(edition):
        if fault := address_fault(address):
            yield Problem(place, "bad-address", f"'{address[:120]}' {fault[0]}.", fault[1])


def address_fault(address: str) -> tuple[str, str] | None:
    """What is wrong with an address, and the hint; None for a good one."""
    if re.search(r"\s", address):
        return "holds white space", "Take it out, or write it as '%20'."
    try:
        parts = urlsplit(address)
        host, _port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return "is not an address", "Copy it again from the browser."
    if parts.scheme not in ("http", "https"):
        return (
            ("has no 'https://'", f"Write 'https://{address}'.")
            if not parts.scheme and "." in address
            else (f"begins with '{parts.scheme}:'", "Give the address of a page on the web.")
        )
    if not host:
        return "has no host", "Copy it again from the browser."
    if _is_private(host):
        return "is an address of one's own machine or network", "Give the public address."
    if parts.username or parts.password:
        return "holds a user's name", "Take out what stands before the '@'."
    if "." not in host and ":" not in host:
        return f"has the host '{host}', which has no domain", "Copy it again from the browser."
    if address[-1] in ".,;'\">":
        return f"ends with '{address[-1]}'", "Take it off: it belonged to the sentence."
    return None


def _is_private(host: str) -> bool:
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return bool(_LOCAL.search(host)) or bool(
            re.fullmatch(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+)){0,3}", host)
        )


def tracking_in_address(edition: Edition) -> Iterator[Problem]:
    """An address carries nothing that only says who followed it: `utm_…`, `fbclid`, `gclid`, `spm`, `wfr` and the like."""
    for address, place in _addresses(edition):
        try:
            parts = urlsplit(address)
        except ValueError:
            continue
        if found := [
            name
            for name, _ in parse_qsl(parts.query, keep_blank_values=True)
            if _TRACKING.fullmatch(name)
        ]:
            query = "&".join(
                piece
                for piece in parts.query.split("&")
                if not _TRACKING.fullmatch(piece.partition("=")[0])
            )
            yield Problem(
                place,
                "tracking-in-address",
                f"'{found[0]}' in the address tracks readers.",
                f"Write '{urlunsplit(parts._replace(query=query))}'.",
            )


def text_fragment_in_address(edition: Edition) -> Iterator[Problem]:
    """An address ends before `#:~:text=…`, which a browser adds to mark words on the page."""
    for address, place in _addresses(edition):
        if (at := address.find(":~:")) >= 0:
            yield Problem(
                place,
                "text-fragment-in-address",
                f"'{address[at:][:40]}' marks words on the page.",
                f"Write '{address[:at].rstrip('#')}'.",
            )


RULES = [bad_address, tracking_in_address, text_fragment_in_address]
