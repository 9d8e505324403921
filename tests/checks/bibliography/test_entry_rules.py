"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: entries."""

from __future__ import annotations


def test_duplicate_key(said) -> None:
    assert said(
        "duplicate-key",
        (
            "bib/paper.bib",
            "@book{brine1919lamps",
            "@book{brine1919lamps,\n  title = {{x}},\n}\n\n@book{brine1919lamps",
        ),
    ) == [
        (
            "bib/paper.bib:10: duplicate-key: the key 'brine1919lamps' stands at bib/paper.bib:6 already. Give this entry its own key, or delete it."
        )
    ]
    assert said("duplicate-key", ("bib/editors.bib", "sellaarchive2020roll", "brine1919lamps")) == [
        (
            "bib/paper.bib:6: duplicate-key: the key 'brine1919lamps' stands at bib/editors.bib:11 already. Give this entry its own key, or delete it."
        )
    ]


def test_key_convention(said_of) -> None:
    assert said_of(
        "key-convention",
        """@online{BoardLamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: key-convention: 'BoardLamps' is not of the form name, year or 'nd', word. Write it like 'brine1919lamps', in lower-case ascii."
        )
    ]
    assert said_of(
        "key-convention",
        """@online{board2019lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: key-convention: 'board2019lamps' does not hold '2020', though the entry is dated 2020. Correct the key or the date."
        )
    ]
    assert said_of(
        "key-convention",
        """@online{boardndlamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: key-convention: 'boardndlamps' does not hold '2020', though the entry is dated 2020. Correct the key or the date."
        )
    ]
    assert said_of(
        "key-convention",
        """@online{quill2020lamps,
  author = {Brine, Ada},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: key-convention: 'quill2020lamps' does not begin with the first author, 'Brine'. Write it like 'brine2020word'."
        )
    ]


def test_unknown_type(said_of) -> None:
    assert said_of(
        "unknown-type",
        """@report{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == ["1: unknown-type: '@report' is not a type of this list. Did you mean '@techreport'?"]
    assert said_of(
        "unknown-type",
        """@onlin{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == ["1: unknown-type: '@onlin' is not a type of this list. Did you mean '@online'?"]
    assert said_of(
        "unknown-type",
        """@song{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "1: unknown-type: '@song' is not a type of this list. The types are article, book, inbook, "
            "incollection, inproceedings, mastersthesis, misc, online, phdthesis, techreport."
        )
    ]


def test_uncited_entry(said, said_of) -> None:
    lost = "@book{osk1920moths,\n  author = {Osk, Mira},\n  title = {{Moths}},\n  publisher = {Gull},\n  date = {1920},\n  langid = {english},\n}\n\n"
    assert said(
        "uncited-entry", ("bib/paper.bib", "@book{brine1919lamps,", f"{lost}@book{{brine1919lamps,")
    ) == [
        "bib/paper.bib:6: uncited-entry: nothing cites 'osk1920moths'. Cite it as '[@osk1920moths]', or delete the entry."
    ]
    assert said_of(
        "uncited-entry",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://harbor.example/lamps},
  langid = {english},
}
""",
    ) == [
        "1: uncited-entry: nothing cites 'board2020lamps'. Name it under `sources:` of a note, or delete the entry."
    ]


def test_no_entry_is_uncited_where_a_source_cannot_be_read(said) -> None:
    lost = (
        "bib/paper.bib",
        "@book{brine1919lamps,",
        "@book{osk1920moths,\n  title = {{Moths}},\n}\n\n@book{brine1919lamps,",
    )
    assert len(said("uncited-entry", lost)) == 1
    assert said("uncited-entry", lost, ("docs/data/timeline.yml", "", "- id: [\n")) == []
