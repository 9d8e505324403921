"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: forms."""

from __future__ import annotations


def test_unbraced_title(said_of) -> None:
    assert said_of(
        "unbraced-title",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {Lamps of {Orrin}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "3: unbraced-title: the title 'Lamps of {Orrin}' stands in one pair of braces. Write `title = {{…}},`."
    ]
    assert said_of(
        "unbraced-title",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps} of {Orrin}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "3: unbraced-title: the title '{Lamps} of {Orrin}' stands in one pair of braces. Write `title = {{…}},`."
    ]


def test_pages_form(said_of) -> None:
    assert said_of(
        "pages-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  pages = {95-116,158},
}
""",
    ) == ["7: pages-form: the pages '95-116,158' are not of the common form. Write '95--116, 158'."]
    assert said_of(
        "pages-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  pages = {pp. 5–9},
}
""",
    ) == ["7: pages-form: the pages 'pp. 5–9' are not of the common form. Write '5--9'."]
    assert said_of(
        "pages-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  pages = {201--19},
}
""",
    ) == [
        (
            "7: pages-form: the pages '201--19' end before they begin. Correct one of the two numbers, and write both in full."
        )
    ]
    assert said_of(
        "pages-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  pages = {five},
}
""",
    ) == [
        "7: pages-form: the pages 'five' are not of the common form. Write them like '95--116, 158'."
    ]


def test_volume_form(said_of) -> None:
    assert said_of(
        "volume-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  volume = {26 (02)},
}
""",
    ) == [
        "7: volume-form: the volume '26 (02)' is not a number. Write `volume = {26}` and `number = {2}`."
    ]
    assert said_of(
        "volume-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  number = {02},
}
""",
    ) == ["7: volume-form: the number '02' is not a number. Write `number = {2}`."]
    assert said_of(
        "volume-form",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
  journal = {Annals},
  volume = {the last},
}
""",
    ) == ["7: volume-form: the volume 'the last' is not a number. Write the number alone."]


def test_bad_doi(said_of) -> None:
    assert said_of(
        "bad-doi",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  doi = {https://doi.org/10.1000/182},
}
""",
    ) == ["7: bad-doi: 'https://doi.org/10.1000/182' is not a DOI. Write `doi = {10.1000/182}`."]
    assert said_of(
        "bad-doi",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  doi = {11.1000/182},
}
""",
    ) == ["7: bad-doi: '11.1000/182' is not a DOI. Copy it from the publisher's page."]


def test_bad_issn(said_of) -> None:
    assert said_of(
        "bad-issn",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  issn = {0028-0837},
}
""",
    ) == [
        (
            "7: bad-issn: '0028-0837' is not an ISSN: the number's checksum or check digit is invalid. Compare it with the publication."
        )
    ]


def test_bad_isbn(said_of) -> None:
    assert said_of(
        "bad-isbn",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  isbn = {978-0-306-40615-8},
}
""",
    ) == [
        (
            "7: bad-isbn: '978-0-306-40615-8' is not an ISBN: the number's checksum or check digit is invalid. Compare it with the publication."
        )
    ]
