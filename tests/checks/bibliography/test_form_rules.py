"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the lists: order."""

from __future__ import annotations

from edition.checks.bibliography.form_rules import not_normal_form


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
    ) == [
        (
            "1: entry-order: 'aboard2020lamps' stands after 'sellaarchive2020roll'. Run `make format`, or move the entry up."
        )
    ]


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
    ) == [
        "2: not-normal-form: 'author = {{Harbor  Board}},' is not written in the common form. Run `make format`."
    ]
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
    ) == [
        (
            "5: not-normal-form: 'url = {https://harbor.example/lamps},' is not written in the common form. Run `make format`."
        )
    ]
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


def test_the_order_of_a_list_that_cannot_be_read_is_not_judged(said_of) -> None:
    text = """@online{zeta2020lamps,
  title = {{Lamps of Today}},
}

@online{alpha2020lamps,
  title = {Lamps of Tomorrow}},
}
"""
    assert said_of("entry-order", text) == []
    assert said_of("entry-order", text.replace("{Lamps of Tomorrow", "{{Lamps of Tomorrow")) == [
        "5: entry-order: 'alpha2020lamps' stands after 'zeta2020lamps'. Run `make format`, or move the entry up."
    ]


def test_that_a_list_is_in_its_form_is_not_believed_of_another(overlay, edition) -> None:
    root = overlay({})
    file = root / "bib/editors.bib"

    def said() -> list[int]:
        return [problem.location.line for problem in not_normal_form(edition(root))]

    assert [said(), said()] == [[], []]
    file.write_text(file.read_text("utf-8").replace("  title", "   title", 1), "utf-8")
    assert said() == said() != []
