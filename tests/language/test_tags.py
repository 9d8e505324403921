"""In: language names of biblatex, and the built pages. Out: their English names and tags; words
in another script say their language.
"""

from __future__ import annotations

import lxml.html
import pytest

from edition.language.tags import known_languages, language_name, language_tag
from foreign_words import unmarked


def test_every_known_language_has_both():
    assert all(language_name(langid) and language_tag(langid) for langid in known_languages())


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p lang='en'>The lamp 不眠的灯</p>", ["lang=en dir=: The lamp 不眠的灯"]),
        ("<p>The lamp <i lang='zh-Hans'>不眠的灯</i></p>", []),
        ("<p>The lamp <i lang='ur'>نور</i></p>", ["lang=ur dir=: نور"]),
        ("<p>The lamp <i lang='ur' dir='rtl'>نور</i> 灯</p>", ["lang= dir=: 灯"]),
    ],
)
def test_unmarked_words_are_found(html, found):
    assert unmarked(lxml.html.fromstring(html)) == found


def test_words_in_another_script_say_their_language_and_direction(built):
    parser = lxml.html.HTMLParser(encoding="utf-8")
    files = list(built.folder.rglob("*.html"))
    assert files
    for file in files:
        assert unmarked(lxml.html.parse(str(file), parser).getroot()) == [], file.name
