"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: order."""

from __future__ import annotations


def test_entry_order(said_of) -> None:
    assert said_of(
        "entry-order",
        """@online{aboard2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [("1: entry-order: 'aboard2020lamps' stands after 'sellaarchive2020roll'. Run `make format`, or move the entry up.")]


def test_not_normal_form(said_of) -> None:
    assert said_of(
        "not-normal-form",
        """@online{board2020lamps,
  author = {{Harbor  Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == ["2: not-normal-form: 'author = {{Harbor  Board}},' is not written in the common form. Run `make format`."]
    assert said_of(
        "not-normal-form",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  month = may,
}
""",
    ) == [("5: not-normal-form: 'url = {https://harbor.example/lamps},' is not written in the common form. Run `make format`.")]
    assert (
        said_of(
            "not-normal-form",
            """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{x} "},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
        )
        == []
    )
