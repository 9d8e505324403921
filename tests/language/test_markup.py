"""In: words of several scripts. Out: which are marked, with which language and direction, and
that no letter is lost.
"""

from __future__ import annotations

import lxml.html
from hypothesis import given
from hypothesis import strategies as st

from edition.language.markup import mark_languages


@given(
    st.text(alphabet="ab 灯眠：نورکی، .()17\u200c“”", max_size=30),
    st.sampled_from(["", "english", "chinese", "urdu"]),
)
def test_no_letter_is_lost(text, langid):
    made = lxml.html.fragment_fromstring("x" + mark_languages(text, langid), create_parent="div")
    assert made.text_content() == "x" + text
    for span in made.iter("span"):
        assert span.get("lang")
        assert span.text == span.text.strip()
