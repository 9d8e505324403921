"""The exported lists, read by parsers that this project did not write: the same for every work.

BibTeX by pandoc, in both its dialects; RIS by gris. CSL-JSON is what the styles are made of, and
its schema is held to in test_csl_json.py.
"""

from __future__ import annotations

import json
import re
import subprocess
from typing import Any

import gris
import pytest

from edition.citing.citeproc import processor
from edition.citing.csl_json import csl_item
from edition.citing.ris import ris_date, ris_name
from edition.exports.reference_files import as_bib, as_ris
from edition.language.tags import language_tag
from edition.model import Reference

CURLS = str.maketrans("‘’“”–\u00a0", "''''- ")


@pytest.fixture(params=["real", "made_up"])
def works(request: pytest.FixtureRequest) -> list[Reference]:
    return list(request.getfixturevalue(request.param).bibliography)


def straight(text: str) -> str:
    """Without the curls and marks that a reader of rich text adds."""
    return re.sub(r"<[^>]+>", "", text).translate(CURLS).replace('"', "'")


def names(item: dict[str, Any]) -> list[str]:
    """The authors. A parser cannot know which particles a bearer drops: they are of the name."""
    found = []
    for name in item.get("author", []):
        particle = name.get("dropping-particle") or name.get("non-dropping-particle", "")
        found.append(straight(ris_name(name | {"non-dropping-particle": particle})))
    return found


@pytest.mark.parametrize("dialect", ["biblatex", "bibtex"])
def test_bibtex_through_pandoc(works, dialect):
    command = [processor(), f"--from={dialect}", "--to=csljson"]
    read = subprocess.run(command, input=as_bib(works), capture_output=True, check=True)
    found = {item["id"]: item for item in json.loads(read.stdout)}
    assert list(found) == [work.key for work in works]
    for ours in map(csl_item, works):
        theirs = found[ours["id"]]
        # It puts `titleaddon` into the title.
        assert straight(theirs["title"]).startswith(straight(ours["title"]))
        assert names(theirs) == names(ours)
        for variable in ("issued", "accessed", "URL"):
            assert theirs.get(variable) == ours.get(variable)
        # It takes "english" for the English of the United States, and keeps babel's name of a
        # language that it does not know.
        language = language_tag(theirs.get("language", "")).partition("-")[0]
        assert language in (ours.get("language", "").partition("-")[0], "")


def test_ris_through_gris(works, tmp_path):
    (tmp_path / "list.ris").write_bytes(as_ris(works))
    read = gris.read_ris(str(tmp_path / "list.ris"))
    assert len(read) == len(works)
    for theirs, ours in zip(read, map(csl_item, works), strict=True):
        tags = {"ID": ours["id"], "TI": ours["title"]}
        tags["AU"] = list(map(ris_name, ours.get("author", [])))
        for tag, variable in (("DA", "issued"), ("Y2", "accessed")):
            tags[tag] = ris_date(ours[variable]) if variable in ours else ""
        tags |= {"UR": ours.get("URL", ""), "LA": ours.get("language", "")}
        authors = theirs.get("AU", [])
        theirs["AU"] = [authors] if isinstance(authors, str) else authors
        assert {tag: theirs.get(tag, "") for tag in tags} == tags
