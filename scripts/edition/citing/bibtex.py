"""In: References, or CSL-JSON items of our own. Out: BibTeX as biblatex and reference managers read it.

What only this project needs (printed numbers, the printed forms of titles and addresses) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.citing.csl_json import CslItem, csl_date
from edition.model import Edition, Reference

INTERNAL = {"keywords", "related", "relatedtype", "usera", "userb", "userc", "verba"}
VERBATIM = {"url", "doi", "file"}
"""Fields that TeX does not read: what is special elsewhere is itself in them."""

MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
FROM_CSL = {
    "title": "title",
    "container-title": "organization",
    "version": "version",
    "URL": "url",
    "original-title": "origtitle",
}
_SPECIAL = re.compile(r"(?<!\\)([%#&_])")


def _value(name: str, value: str) -> str:
    return value if name in VERBATIM else _SPECIAL.sub(r"\\\1", value)


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    lines = [
        f"  {name} = {value if name == 'month' else '{' + _value(name, value) + '}'},"
        for name, value in fields.items()
        if value
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def _dated(fields: dict[str, str], date: str) -> dict[str, str]:
    """biblatex reads `date`, older programs `year` and `month`: both, saying the same."""
    parts = (csl_date(date) or {"date-parts": [[]]})["date-parts"][0]
    if not parts:
        return fields
    return (
        fields
        | {"year": str(parts[0])}
        | ({"month": MONTHS[parts[1] - 1]} if len(parts) > 1 else {})
    )


def bibtex_entry(reference: Reference) -> str:
    """One entry of a bibliography, its values as they were written."""
    fields = {name: value for name, value in reference.fields.items() if name not in INTERNAL}
    return _entry(reference.type, reference.key, _dated(fields, reference.date))


def _name(name: dict[str, str]) -> str:
    return f"{name['family']}, {name['given']}" if "given" in name else "{" + name["literal"] + "}"


def _iso(value: dict) -> str:
    return "-".join(f"{part:02}" for part in value["date-parts"][0])


def bibtex_of_item(item: CslItem) -> str:
    """The paper or a page of the edition. Double braces keep capitals as they are."""
    fields = {"author": " and ".join(_name(name) for name in item.get("author", []))}
    fields |= {name: item[variable] for variable, name in FROM_CSL.items() if variable in item}
    fields["title"] = "{" + item["title"] + "}"
    date = _iso(item["issued"]) if "issued" in item else ""
    origin = {"origdate": _iso(item["original-date"])} if "original-date" in item else {}
    return _entry(
        "online" if item["type"] == "webpage" else "misc",
        item["id"],
        _dated(fields | {"date": date} | origin, date),
    )


def _file(references: Iterable[Reference]) -> bytes:
    return "\n".join(bibtex_entry(reference) for reference in references).encode()


def references_bib(edition: Edition) -> bytes:
    """The works that the paper cites."""
    return _file(edition.paper_references)


def editors_bib(edition: Edition) -> bytes:
    """The works that only the editorial notes cite."""
    return _file(edition.editors_references)
