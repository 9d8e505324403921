"""The command format.py keeps its promises: one form, nothing lost, nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import format as command
from edition.checks.bibliography.normal_form import NotNormalizable, normal_form, same_meaning

UNTIDY = """% head

% more head
@string{press = "Gull {Rock} Press"}
@string{ town={Sella}}
@comment{jabref-meta: grouping}
% of the lamps
@Online{zeta2020lamps, Title = "{Lamps {\\"o}ld}",
   month=apr, YEAR = 2020, publisher = press # ", " # town, usera={x},
   note = {two
      lines}, odd = {kept}}
% loose

@article(alpha2019wicks, keywords = {ref2}, title={{A}})
trailing words
"""
TIDY = """% head

% more head

@string{press = {Gull {Rock} Press}}
@string{town = {Sella}}

@comment{jabref-meta: grouping}

% loose

@article{alpha2019wicks,
  title = {{A}},
  keywords = {ref2},
}

% of the lamps
@online{zeta2020lamps,
  title = {{Lamps {\\"o}ld}},
  publisher = press # ", " # town,
  year = {2020},
  month = {4},
  note = {two lines},
  odd = {kept},
  usera = {x},
}

trailing words
"""


def test_the_one_form() -> None:
    assert normal_form(UNTIDY) == TIDY
    assert normal_form(TIDY) == TIDY
    assert same_meaning(UNTIDY, TIDY)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "@online{a, title = {x}\n",
            "1: malformed-entry: the entry cannot be read. Look for a missing comma, quote or brace near this line.",
        ),
        (
            "@online{a,\n % why\n title = {x}}",
            "3: malformed-entry: '% why\n title' is not the name of a field. Look for a missing comma, or a comment between two fields.",
        ),
    ],
)
def test_refusals(text: str, problem: str) -> None:
    with pytest.raises(NotNormalizable) as refused:
        normal_form(text, "list.bib")
    assert str(refused.value.problem) == f"list.bib:{problem}"


@pytest.mark.parametrize(
    ("month", "normal"),
    [("apr", "{4}"), ('"Sept."', "{9}"), ("{04}", "{4}"), ("13", "{13}"), ("may", "may")],
)
def test_months(month: str, normal: str) -> None:
    macro = "@string{may = {May}}\n\n@misc{a,\n  month = "
    assert normal_form(f"{macro}{month}}}") == f"{macro}{normal},\n}}\n"


PARTS = [
    "% of what follows\n",
    "% of nothing\n\n",
    "\n",
    "loose words\n",
    '@string{press = "P "}\n',
    "@string(town = press # {Sella})\n",
    "@string{jan = {January}}\n",
    "@comment{jabref {meta}}\n",
    '@preamble{"x"}\n',
    "@Book{a2020b, Title = {X},\n pages = 12}\n",
    "@book{a2020b, title = {X}, pages = {12}}",
    '@misc{c2021d, keywords = "oil, ref3", month = apr, note = {}}\n',
    "@misc{e2022f, KEYWORDS={ ref2 }, title = {a\n b}, title = {a b}, zzz = press # town}\n",
    "@misc{g2023h, title = {a}, TITLE = {b}}\n",
    "@article(i2024j, author = {Ada Brine and {Board}}, usera={x}, month = jan)\n",
    "@misc{k2025l, month = {04} year = 2025}\n",
]
LISTS = st.lists(st.sampled_from(PARTS), max_size=9).map("".join)
WORDS = st.text(st.sampled_from('abcé中 \t\n-#%@,="\\{}'), max_size=20)
ANY_VALUES = WORDS.map("@online{{a2020b, title = {}}}".format)


@settings(max_examples=300, deadline=None)
@given(LISTS | ANY_VALUES)
def test_nothing_is_lost(text: str) -> None:
    """The text is refused, or its normal form is stable and means the same."""
    try:
        normal = normal_form(text)
    except NotNormalizable:
        return
    assert normal_form(normal) == normal
    assert same_meaning(text, normal)


WITH_TWO_VALUES = """@book{z2020a,
  title = {Z},
}

% of b
@Book{b2020a,
   title={X}, Title = {Y}}

@book{a2020a,
  title = {A},
}
"""


@pytest.mark.parametrize("second", ["title", "Title"])
def test_an_entry_with_two_values_of_a_field_is_left_as_it_is(overlay, capsys, second: str) -> None:
    expected = WITH_TWO_VALUES.replace("Title", second)
    root: Path = overlay({"bib/editors.bib": expected.replace(",\n  title", ", title")})
    assert command.main(["--root", str(root)]) == 0
    assert (root / "bib/editors.bib").read_text("utf-8") == expected
    assert capsys.readouterr().out == (
        "bib/editors.bib:5: warning: duplicate-field: the entry gives 'title' more than once. "
        "Keep one of them.\n"
    )


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        ("@online{a2020b, title = {x}\n", "bib/editors.bib:1: error: malformed-entry: "),
        (
            "@online{a2020b,\n  title = {x}},\n  date = {2020},\n}\n",
            "bib/editors.bib:2: error: malformed-entry: ',' stands in no entry. ",
        ),
    ],
    ids=["open", "a brace too many"],
)
def test_what_cannot_be_read_is_left_as_it_is(overlay, capsys, broken: str, problem: str) -> None:
    root: Path = overlay({"bib/editors.bib": broken})
    assert command.main(["--root", str(root)]) == 1
    assert (root / "bib/editors.bib").read_text("utf-8") == broken
    assert capsys.readouterr().out.startswith(problem)
