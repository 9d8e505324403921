"""The exact messages of the rules for addresses."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"url": "http://192.168.1.4/x"},
            "5: unsafe-address: 'http://192.168.1.4/x' is an address of one's own machine or network. Give the public address.",
        ),
        (
            {"url": "http://localhost:8000/"},
            "5: unsafe-address: 'http://localhost:8000/' is an address of one's own machine or network. Give the public address.",
        ),
        (
            {"url": "javascript:alert(1)"},
            "5: unsafe-address: 'javascript:alert(1)' begins with 'javascript:'. Give the address of a page on the web.",
        ),
        (
            {"url": "https://me:secret@harbor.example/"},
            "5: unsafe-address: 'https://me:secret@harbor.example/' holds a user's name. Take out what is before the '@'.",
        ),
        (
            {"url": "http://2130706433/"},
            "5: unsafe-address: 'http://2130706433/' is an address of one's own machine or network. Give the public address.",
        ),
    ],
)
def test_unsafe_address(problems_of, fields, expected) -> None:
    assert problems_of("unsafe-address", **fields) == expected
    assert problems_of("bad-address", **fields) == ""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"url": "harbor.example/lamps"},
            "5: bad-address: 'harbor.example/lamps' has no 'https://'. Write 'https://harbor.example/lamps'.",
        ),
        (
            {"url": "//harbor.example/lamps"},
            "5: bad-address: '//harbor.example/lamps' has no 'https://'. Write 'https://harbor.example/lamps'.",
        ),
        (
            {"url": "%5C%5CSERVER%5C2003%5Clamps.pdf"},
            "5: bad-address: '%5C%5CSERVER%5C2003%5Clamps.pdf' is not an address. Copy it again from the browser.",
        ),
        ({"url": "https://harbor.example/lamps#:~:text=An%20oil."}, ""),
        (
            {"url": "ftp://harbor.example/"},
            "5: bad-address: 'ftp://harbor.example/' begins with 'ftp:'. Give the address of a page on the web.",
        ),
        (
            {"url": "https://harbor.example/a lamp"},
            "5: bad-address: 'https://harbor.example/a lamp' holds white space. Take it out, or write it as '%20'.",
        ),
        (
            {"url": "https:///lamps"},
            "5: bad-address: 'https:///lamps' has no host. Copy it again from the browser.",
        ),
        (
            {"url": "http://lamps/"},
            "5: bad-address: 'http://lamps/' has the host 'lamps', which has no domain. Copy it again from the browser.",
        ),
        (
            {"url": "https://harbor.example/lamps."},
            "5: bad-address: 'https://harbor.example/lamps.' ends with '.'. Take it off: it belonged to the sentence.",
        ),
        (
            {"url": "https://[::1/"},
            "5: bad-address: 'https://[::1/' is not an address. Copy it again from the browser.",
        ),
        (
            {"url": "10.1000/182"},
            "5: bad-address: '10.1000/182' is a DOI. Write `doi = {10.1000/182}`.",
        ),
        (
            {"url": "https://harbor.example/a https://harbor.example/b"},
            "5: bad-address: 'https://harbor.example/a https://harbor.example/b' is more than one address. Give one of them.",
        ),
    ],
)
def test_bad_address(problems_of, fields, expected) -> None:
    assert problems_of("bad-address", **fields) == expected


def test_tracking_in_address(problems_of) -> None:
    assert problems_of(
        "tracking-in-address", url="https://harbor.example/lamps?id=4&utm_source=mail&b=%41"
    ) == (
        "5: tracking-in-address: 'utm_source' in the address tracks readers. Write 'https://harbor.example/lamps?id=4&b=%41'."
    )


def test_text_fragment_in_address(problems_of) -> None:
    assert problems_of(
        "text-fragment-in-address", url="https://harbor.example/lamps#:~:text=The%20lamp"
    ) == (
        "5: text-fragment-in-address: ':~:text=The%20lamp' marks words on the page. Write 'https://harbor.example/lamps'."
    )
