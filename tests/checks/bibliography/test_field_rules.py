"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: fields."""

from __future__ import annotations


def test_required_field(said_of) -> None:
    assert said_of(
        "required-field",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  langid = {english},
}
""",
    ) == ["1: required-field: @online 'board2020lamps' has no 'url'. Add `url = {…}`."]
    assert said_of(
        "required-field",
        """@article{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == ["1: required-field: @article 'board2020lamps' has no 'journal'. Add `journal = {…}`."]
    assert said_of(
        "required-field",
        """@online{board2020lamps,
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "1: required-field: @online 'board2020lamps' has no 'author' or 'editor'. Add `author = {…}`."
    ]


def test_undated_work(said_of) -> None:
    assert said_of(
        "undated-work",
        """@online{boardndlamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: undated-work: 'boardndlamps' has no date. Add `date = {…}`; where none is known, record that in docs/data/exceptions.yml."
        )
    ]


def test_unknown_field(said_of) -> None:
    assert said_of(
        "unknown-field",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  titel = {Lamps},
}
""",
    ) == ["7: unknown-field: 'titel' is not a field that a reader would see. Did you mean 'title'?"]
    assert said_of(
        "unknown-field",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  location = {Sella},
}
""",
    ) == ["7: unknown-field: 'location' is written 'address' in this list. Rename it."]
    assert said_of(
        "unknown-field",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  qqqq = {x},
}
""",
    ) == [
        (
            "7: unknown-field: 'qqqq' is not a field that a reader would see. Take it out, or use a field that biblatex has."
        )
    ]


def test_empty_field(said_of) -> None:
    assert said_of(
        "empty-field",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  note = {{}},
}
""",
    ) == ["7: empty-field: 'note' of 'board2020lamps' is empty. Take it out."]


def test_missing_language(said_of) -> None:
    assert said_of(
        "missing-language",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
}
""",
    ) == [
        (
            "1: missing-language: 'board2020lamps' does not say in which language it is. Add `langid = {…}`, the language of the source."
        )
    ]


def test_unknown_language(said_of) -> None:
    assert said_of(
        "unknown-language",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {englisch},
}
""",
    ) == [
        "6: unknown-language: 'englisch' is not a language that this edition knows. Did you mean 'english'?"
    ]


def test_unknown_related(said_of) -> None:
    assert said_of(
        "unknown-related",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  related = {brine1919lamp},
}
""",
    ) == ["7: unknown-related: 'brine1919lamp' is not in bib/. Did you mean 'brine1919lamps'?"]
    assert said_of(
        "unknown-related",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
  related = {board2020lamps},
}
""",
    ) == ["7: unknown-related: 'board2020lamps' is the entry itself. Name the other one."]
