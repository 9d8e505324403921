"""In: words of several scripts. Out: which are marked, with which language and direction, and that no letter is lost."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.markup import mark_languages


@pytest.mark.parametrize(
    ("html", "langid", "made"),
    [
        ("Plain words, 1788.", "english", "Plain words, 1788."),
        (
            "The lamp 不眠的灯 burns",
            "english",
            'The lamp <span lang="zh-Hans">不眠的灯</span> burns',
        ),
        ("灯", "japanese", '<span lang="ja">灯</span>'),
        ("灯：第7章", "chinese", '<span lang="zh-Hans">灯：第7章</span>'),
        ("جزیروں کی روشنی", "urdu", '<span lang="ur" dir="rtl">جزیروں کی روشنی</span>'),
        ("نور", "persian", '<span lang="fa" dir="rtl">نور</span>'),
        ("نور", "german", '<span lang="ur" dir="rtl">نور</span>'),
        (
            "<em>灯</em> and نور.",
            "",
            '<em><span lang="zh-Hans">灯</span></em> and <span lang="ur" dir="rtl">نور</span>.',
        ),
    ],
)
def test_runs_of_another_script_are_marked(html, langid, made):
    assert mark_languages(html, langid) == made


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
