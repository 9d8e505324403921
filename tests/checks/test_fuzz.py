"""Files of any bytes: the checks find problems, never fail, and change no file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from edition.checks import check_sources
from edition.model import Edition

BIB = '@online{ } { a2020b , = title author date url " # % @string{ {\\ http://[ related pages 1-- ref1'
YAML = "- rule: number: { } [ ] : &a *a ' \" !!python/object | key page null ~ 1e9 ?"
MARKDOWN = (
    "[@ ] [ ( ) < > {:#p1} <!-- --> ` \\ * > <svg> <a_href= javascript: //[ &#x0; brine1919lamps "
    "\\references | # \ue000 \u202e xn--"
)
SPACES = ["\n", "\n\n", " ", "  ", " = ", "---\n", "2020-13-99", "x and , y", "{: #p1 }"]
FILES = {
    "bib/paper.bib": BIB,
    "docs/data/concordance.yml": YAML,
    "docs/data/exceptions.yml": YAML,
    "docs/data/redirects.yml": YAML,
    "docs/towers/stone.md": MARKDOWN,
    "docs/data/paper.yml": YAML,
    "docs/data/names.yml": YAML,
}


def contents(words: str) -> st.SearchStrategy[bytes]:
    """Text made of these words, or any bytes."""
    parts = st.sampled_from([*words.split(), *SPACES]) | st.text(max_size=4)
    texts = st.lists(parts, max_size=40).map("".join)
    return texts.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60)


@pytest.mark.parametrize("path", FILES)
def test_any_bytes_are_checked(overlay, path: str) -> None:
    paper: Path = overlay({})

    @settings(
        max_examples=15,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(contents(FILES[path]))
    def check(data: bytes) -> None:
        (paper / path).write_bytes(data)
        for problem in check_sources(Edition.load(paper)):
            assert problem.location.path
            assert problem.location.line >= 1
        assert (paper / path).read_bytes() == data

    check()
