"""In: files of any bytes. Out: problems with a place; never an exception, and no file is changed."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from edition.checks import check_sources
from edition.model import Edition

BIB = [
    "@online{",
    "}",
    "{",
    "a2020b",
    ",",
    " = ",
    "title",
    "author",
    "date",
    "url",
    '"',
    "#",
    "%",
    "@string{",
    "x and , y",
    "{\\",
    "http://[",
    "2020-13-99",
    "related",
    "pages",
    "1--",
    "keywords",
    "ref1",
    "\n",
]
YAML = [
    "- ",
    "rule: ",
    "number: ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "\n",
    "  ",
    "&a",
    "*a",
    "'",
    '"',
    "!!python/object",
    "|",
    "key",
    "page",
    "null",
    "~",
    "1e9",
    "? ",
]
MARKDOWN = [
    "[@",
    "]",
    "[",
    "(",
    ")",
    "<",
    ">",
    "{: #p1 }",
    "<!--",
    "-->",
    "`",
    "\\",
    "* ",
    "> ",
    "---\n",
    "\n\n",
    "<svg>",
    "<a href=",
    "javascript:",
    "//[",
    "&#x0;",
    "brine1919lamps",
    "\\references",
    "|",
    "# ",
    "\ue000",
    "\u202e",
    "xn--",
]
FILES = [
    ("bib/paper.bib", BIB),
    ("docs/data/concordance.yml", YAML),
    ("docs/data/exceptions.yml", YAML),
    ("docs/data/redirects.yml", YAML),
    ("docs/towers/stone.md", MARKDOWN),
    ("docs/data/paper.yml", YAML),
    ("docs/data/names.yml", YAML),
]


def _bytes(words: list[str]) -> st.SearchStrategy[bytes]:
    made = st.lists(st.one_of(st.sampled_from(words), st.text(max_size=4)), max_size=40).map(
        lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
    )
    return st.one_of(made, st.binary(max_size=60))


@pytest.mark.parametrize(("path", "words"), FILES, ids=[path for path, _ in FILES])
def test_any_bytes_are_judged(root: Path, path: str, words: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paper = shutil.copytree(root / "tests" / "paper", Path(folder) / "paper")

        @settings(
            max_examples=40,
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            deadline=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(_bytes(words))
        def judge(data: bytes) -> None:
            (paper / path).write_bytes(data)
            for problem in check_sources(Edition.load(paper)):
                assert problem.location.path
                assert problem.location.line >= 1
            assert (paper / path).read_bytes() == data

        judge()
