"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: addresses."""

from __future__ import annotations


def test_bad_address(said_of) -> None:
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'harbor.example/lamps' has no 'https://'. Write 'https://harbor.example/lamps'."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {ftp://harbor.example/},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'ftp://harbor.example/' begins with 'ftp:'. Give the address of a page on the web."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/a lamp},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'https://harbor.example/a lamp' holds white space. Take it out, or write it as '%20'."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https:///lamps},
  langid = {english},
}
""",
    ) == ["5: bad-address: 'https:///lamps' has no host. Copy it again from the browser."]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {http://192.168.1.4/x},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'http://192.168.1.4/x' is an address of one's own machine or network. Give the public address."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {http://localhost:8000/},
  langid = {english},
}
""",
    ) == [
        (
            "5: bad-address: 'http://localhost:8000/' is an address of one's own machine or network. Give the public address."
        )
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {http://lamps/},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'http://lamps/' has the host 'lamps', which has no domain. Copy it again from the browser."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps.},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'https://harbor.example/lamps.' ends with '.'. Take it off: it belonged to the sentence."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://[::1/},
  langid = {english},
}
""",
    ) == ["5: bad-address: 'https://[::1/' is not an address. Copy it again from the browser."]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {javascript:alert(1)},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'javascript:alert(1)' begins with 'javascript:'. Give the address of a page on the web."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://me:secret@harbor.example/},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'https://me:secret@harbor.example/' holds a user's name. Take out what stands before the '@'."
    ]
    assert said_of(
        "bad-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {http://2130706433/},
  langid = {english},
}
""",
    ) == [
        "5: bad-address: 'http://2130706433/' is an address of one's own machine or network. Give the public address."
    ]


def test_tracking_in_address(said_of) -> None:
    assert said_of(
        "tracking-in-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps?id=4&utm_source=mail&b=%41},
  langid = {english},
}
""",
    ) == [
        (
            "5: tracking-in-address: 'utm_source' in the address tracks readers. Write 'https://harbor.example/lamps?id=4&b=%41'."
        )
    ]


def test_text_fragment_in_address(said_of) -> None:
    assert said_of(
        "text-fragment-in-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps#:~:text=The%20lamp},
  langid = {english},
}
""",
    ) == [
        (
            "5: text-fragment-in-address: ':~:text=The%20lamp' marks words on the page. Write 'https://harbor.example/lamps'."
        )
    ]
