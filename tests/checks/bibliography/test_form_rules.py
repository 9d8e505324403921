"""The exact messages of the rules for the form of lists."""

from __future__ import annotations


def test_entry_order(problems_of) -> None:
    assert problems_of("entry-order", key="aboard2020lamps") == (
        "1: entry-order: 'aboard2020lamps' comes after 'sellaarchive2020roll'. Run `make format`, or move the entry up."
    )


def test_not_normal_form(problems_of, problems_of_list) -> None:
    assert problems_of("not-normal-form", author="{Harbor  Board}") == (
        "2: not-normal-form: 'author = {{Harbor  Board}},' is not written in the common form. Run `make format`."
    )
    assert (
        problems_of_list(
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
        )
        == "5: not-normal-form: 'url = {https://harbor.example/lamps},' is not written in the common form. Run `make format`."
    )
    assert problems_of("not-normal-form", title='{x} "') == ""


def test_the_order_of_a_list_that_cannot_be_read_is_not_judged(problems_of_list) -> None:
    text = """@online{zeta2020lamps,
  title = {{Lamps of Today}},
}

@online{alpha2020lamps,
  title = {Lamps of Tomorrow}},
}
"""
    assert problems_of_list("entry-order", text) == ""
    assert problems_of_list(
        "entry-order", text.replace("{Lamps of Tomorrow", "{{Lamps of Tomorrow")
    ) == (
        "5: entry-order: 'alpha2020lamps' comes after 'zeta2020lamps'. Run `make format`, or move the entry up."
    )
