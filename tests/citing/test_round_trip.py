"""The exported lists, read by parsers that this project did not write: the same for every work.

BibTeX by pybtex and pandoc; RIS by gris; CSL-JSON by pandoc.
"""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from typing import Any

import gris
import pytest
from pybtex.database import parse_string

from edition.citing.citeproc import processor
from edition.citing.csl_item import csl_date
from edition.citing.csl_json import csl_item, csl_name
from edition.citing.ris import ris_date, ris_name
from edition.exports import FILES
from edition.language.tags import language_tag
from edition.model import Edition, Reference
from edition.model.works.reference import plain_text

Works = list[dict[str, Any]]
LISTS = [
    ("real", "references"),
    ("real", "editors"),
    ("made_up", "references"),
    ("made_up", "editors"),
]
lists = pytest.mark.parametrize(("name", "file"), LISTS)
Load = Callable[[str, str], tuple[Works, Callable[[str], bytes]]]


@pytest.fixture
def load(request: pytest.FixtureRequest) -> Load:
    """`load(name, file)`: the CSL-JSON items of a list, and what gives its bytes in a format."""

    def loaded(name: str, file: str) -> tuple[Works, Callable[[str], bytes]]:
        edition: Edition = request.getfixturevalue(name)
        listed: list[Reference] = (
            edition.paper_references if file == "references" else edition.editors_references
        )
        assert listed
        return [csl_item(reference) for reference in listed], lambda format: FILES[
            f"downloads/{file}.{format}"
        ](edition)

    return loaded


def _name(name: dict[str, str]) -> str:
    # A parser cannot know which particles a bearer drops: both kinds are a part of the name.
    return ris_name(
        {"non-dropping-particle": name["dropping-particle"], **name}
        if "dropping-particle" in name
        else name
    )


def facts(item: dict[str, Any]) -> dict[str, Any]:
    """What every format must carry."""
    return {
        "key": item["id"],
        "title": item["title"],
        "authors": [_name(name) for name in item.get("author", [])],
        "issued": item.get("issued"),
        "accessed": item.get("accessed"),
        "address": item.get("URL", ""),
        "language": item.get("language", ""),
    }


def pandoc(text: bytes, format: str) -> Works:
    done = subprocess.run(
        [processor(), f"--from={format}", "--to=csljson"],
        input=text,
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)


def straight(text: str) -> str:
    """Without the curls and marks that a reader of rich text adds."""
    return (
        re.sub(r"<[^>]+>", "", text)
        .translate(str.maketrans("‘’“”–\u00a0", "''''- "))
        .replace('"', "'")
    )


@lists
def test_bibtex_through_pybtex(name, file, load):
    items, read = load(name, file)
    database = parse_string(read("bib").decode(), "bibtex")
    found = [
        {
            "key": key,
            "title": plain_text(entry.fields["title"]),
            "authors": [ris_name(csl_name(person)) for person in entry.persons.get("author", [])],
            "issued": csl_date(entry.fields.get("date", entry.fields.get("year", ""))),
            "accessed": csl_date(entry.fields.get("urldate", "")),
            "address": entry.fields.get("url", ""),
            "language": language_tag(entry.fields.get("langid", "")),
        }
        for key, entry in database.entries.items()
    ]
    assert found == [facts(item) for item in items]


@lists
@pytest.mark.parametrize("dialect", ["biblatex", "bibtex"])
def test_bibtex_through_pandoc(name, file, dialect, load):
    items, read = load(name, file)
    found = {item["id"]: item for item in pandoc(read("bib"), dialect)}
    assert len(found) == len(items)
    for item in items:
        theirs, ours = facts(found[item["id"]]), facts(item)
        # It puts `titleaddon` into the title, and keeps babel's name of a language that it does not know.
        assert straight(theirs["title"]).startswith(straight(ours["title"]))
        assert [straight(author) for author in theirs["authors"]] == [
            straight(author) for author in ours["authors"]
        ]
        assert {name: theirs[name] for name in ("issued", "accessed", "address")} == {
            name: ours[name] for name in ("issued", "accessed", "address")
        }
        # pandoc takes "english" for the English of the United States
        theirs_primary = language_tag(theirs["language"]).partition("-")[0]
        assert theirs_primary in (ours["language"].partition("-")[0], "")


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def _ris_facts(item: dict[str, Any]) -> dict[str, Any]:
    return facts(item) | {
        name: ris_date(item[name]) if name in item else "" for name in ("issued", "accessed")
    }


@lists
def test_ris_through_gris(name, file, load, tmp_path):
    items, read = load(name, file)
    (tmp_path / "list.ris").write_bytes(read("ris"))
    found = [
        {
            "key": entry["ID"],
            "title": entry["TI"],
            "authors": _listed(entry.get("AU")),
            "issued": entry.get("DA", ""),
            "accessed": entry.get("Y2", ""),
            "address": entry.get("UR", ""),
            "language": entry.get("LA", ""),
        }
        for entry in gris.read_ris(str(tmp_path / "list.ris"))
    ]
    assert found == [_ris_facts(item) for item in items]


def _straight_facts(item: dict[str, Any]) -> dict[str, Any]:
    found = facts(item)
    authors = [straight(author) for author in found["authors"]]
    return found | {"title": straight(item["title"]), "authors": authors}


@lists
def test_csl_json_through_the_processor(name, file, load):
    items, read = load(name, file)
    found = pandoc(read("json"), "csljson")
    assert list(map(_straight_facts, found)) == list(map(_straight_facts, items))
