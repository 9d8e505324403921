"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: names."""

from __future__ import annotations


def test_body_split(said_of) -> None:
    assert said_of(
        "body-split",
        """@online{board2020lamps,
  author = {Ministry of Trade and Industry},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "2: body-split: 'Ministry of Trade' in author is a body and would be taken apart like a person's "
            "name. Write `author = {{…}}` with the whole name inside."
        )
    ]
    assert said_of(
        "body-split",
        """@online{board2020lamps,
  author = {Board, Harbor},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "2: body-split: 'Board, Harbor' in author is a body and would be taken apart like a person's name. Write `author = {{…}}` with the whole name inside."
        )
    ]


def test_name_form(said_of) -> None:
    assert said_of(
        "name-form",
        """@online{board2020lamps,
  author = {Ada Brine},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "2: name-form: 'Ada Brine' in author does not say which is the family name. Write 'Family, Given', or braces around a name that has no parts."
        )
    ]
    assert said_of(
        "name-form",
        """@online{board2020lamps,
  author = {Brine, A, Osk, M},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == ["2: name-form: 'Brine, A, Osk, M' in author has 3 commas. Write 'and' between persons."]
    assert said_of(
        "name-form",
        """@online{board2020lamps,
  author = {Brine, Ada and and Osk, Mira},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "2: name-form: author holds an empty name beside 'and Osk, Mira'. Look for an 'and' too many."
    ]


def test_swapped_names(said_of) -> None:
    assert said_of(
        "swapped-names",
        """@online{board2020lamps,
  author = {Mingming, Chen},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "2: swapped-names: 'Mingming, Chen' in author seems to have the given name first. Write 'Chen, "
            "Mingming', or record it in docs/data/exceptions.yml if it is right."
        )
    ]
    assert said_of(
        "swapped-names",
        """@online{board2020lamps,
  author = {明明, 陈},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "2: swapped-names: '明明, 陈' in author seems to have the given name first. Write '陈, 明明', or record it "
            "in docs/data/exceptions.yml if it is right."
        )
    ]
    assert (
        said_of(
            "swapped-names",
            """@online{board2020lamps,
  author = {Chen, Mingming},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
        )
        == []
    )
    assert (
        said_of(
            "swapped-names",
            """@online{board2020lamps,
  author = {Yi, Chen},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
        )
        == []
    )
    assert (
        said_of(
            "swapped-names",
            """@online{board2020lamps,
  author = {Ada, Brine},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
        )
        == []
    )
