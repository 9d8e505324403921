"""In: values of BibTeX. Out: their rich text, the same whether or not they were sent through the TeX decoder."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from edition.citing.entry_style import rich_text

LETTERS = "aB9éو灯 ,.:;()/?!+=@{}’“”‘–—…，。-"


def made(read: Callable[[str], Text], value: str) -> str:
    try:
        return repr(read(value))
    except (PybtexError, ValueError) as error:
        return str(error)


@pytest.mark.parametrize(
    "value",
    [
        "{{Lamps of Orrin}}",
        "Dochte, Wind",
        "a--b",
        '{\\"u}ber',
        " a",
        "a,,b",
        "50 \\% of {it",
        "",
        "{}",
    ],
)
def test_a_value(value: str) -> None:
    assert made(rich_text, value) == made(Text.from_latex, value)


@given(
    st.one_of(
        st.text(alphabet=LETTERS), st.text(alphabet=LETTERS + "\\%$&#~^_`'\"<>\n[]*"), st.text()
    )
)
def test_any_value_is_what_the_decoder_makes_of_it(value: str) -> None:
    assert made(rich_text, value) == made(Text.from_latex, value)
