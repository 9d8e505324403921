"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: dates."""

from __future__ import annotations


def test_impossible_date(said_of) -> None:
    assert said_of(
        "impossible-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-13-24},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "4: impossible-date: the date '2020-13-24' is not a date. Write it like '2024-06-15', '2024-06' or '2024'."
    ]
    assert said_of(
        "impossible-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  urldate = {June 15, 2024},
}
""",
    ) == [
        (
            "7: impossible-date: the urldate 'June 15, 2024' is not a date. Write it like '2024-06-15', '2024-06' or '2024'."
        )
    ]
    assert said_of(
        "impossible-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  year = {n.d.},
}
""",
    ) == [
        "7: impossible-date: the year 'n.d.' is not a year. Write four digits, or leave it out where it is unknown."
    ]
    assert said_of(
        "impossible-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  month = {17},
}
""",
    ) == ["7: impossible-date: the month '17' is not a month. Write a number from 1 to 12."]
    assert said_of(
        "impossible-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2021-02-29},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "4: impossible-date: the date '2021-02-29' is not a date. Write it like '2024-06-15', '2024-06' or '2024'."
    ]


def test_mixed_date(said_of) -> None:
    assert said_of(
        "mixed-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  year = {2021},
}
""",
    ) == [
        "7: mixed-date: the year '2021' disagrees with the date '2020-05-04'. Correct whichever is wrong."
    ]
    assert said_of(
        "mixed-date",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  month = {6},
}
""",
    ) == [
        "7: mixed-date: the month '6' disagrees with the date '2020-05-04'. Correct whichever is wrong."
    ]


def test_access_before_publication(said_of) -> None:
    assert said_of(
        "access-before-publication",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  urldate = {2020-05-03},
}
""",
    ) == [
        (
            "7: access-before-publication: 'board2020lamps' was read on '2020-05-03', before its date '2020-05-04'. Correct whichever is wrong."
        )
    ]
    assert (
        said_of(
            "access-before-publication",
            """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  urldate = {2020-05},
}
""",
        )
        == []
    )


def test_date_against_address(said_of) -> None:
    assert said_of(
        "date-against-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/2020-05/05/lamps.html},
  langid = {english},
}
""",
    ) == [
        (
            "4: date-against-address: the date '2020-05-04' is not that in the address, '2020-05-05'. Compare it with the page; correct the date or the address."
        )
    ]
    assert said_of(
        "date-against-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/t20200412_1.html},
  langid = {english},
}
""",
    ) == [
        (
            "4: date-against-address: the date '2020-05-04' is not that in the address, '2020-04-12'. Compare it with the page; correct the date or the address."
        )
    ]
    assert (
        said_of(
            "date-against-address",
            """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/2020/0504/lamps.html},
  langid = {english},
}
""",
        )
        == []
    )
    assert said_of(
        "date-against-address",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/201905/lamps.html},
  langid = {english},
}
""",
    ) == [
        (
            "4: date-against-address: the date '2020-05-04' is not that in the address, '2019-05'. Compare it with the page; correct the date or the address."
        )
    ]
