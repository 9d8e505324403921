"""Writes BibTeX, as biblatex and reference managers read it, of References and CSL-JSON items.

What only this project needs (printed numbers, the printed forms of titles and addresses) is left
out, and so are the private fields of other programs. An entry stands alone: it has what it inherits
from others, and the texts of macros.
"""

from __future__ import annotations

import re

from edition.citing.csl_item import CROSSWALK, CslItem, CslName, csl_date, iso_date
from edition.model import Reference
from edition.model.works.bib_value import MONTH_MACROS
from edition.model.works.private_fields import is_private
from edition.model.works.reference import PRINTED_FORMS, VERBATIM
from edition.model.works.tex import MATH, verbatim, without_html

INTERNAL = {
    *("keywords", "related", "relatedtype", "relatedstring", "crossref", "xref", "xdata", "ids"),
    *PRINTED_FORMS,
}
# Mathematics, commands and addresses in a value stay as they are.
_SPECIAL = re.compile(rf"{MATH}|\\url\{{[^{{}}]*\}}|\\.|(?P<special>[%#&_])")


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match["special"] else match[0]


def _field(name: str, value: str) -> str:
    if name == "month" and value in MONTH_MACROS:  # BibTeX's own, without braces
        return f"  {name} = {value},"
    escaped = verbatim(value) if name in VERBATIM else _SPECIAL.sub(_escaped, without_html(value))
    return f"  {name} = {{{escaped}}},"


def _entry(kind: str, key: str, fields: dict[str, str]) -> str:
    lines = [_field(name, value) for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"]) + "\n"


def _year_and_month(iso: str) -> dict[str, str]:
    """What older programs read in place of biblatex' `date`; nothing for what is no date."""
    date = csl_date(iso)
    if date is None:
        return {}
    year, *rest = date["date-parts"][0]
    month = {"month": list(MONTH_MACROS)[rest[0] - 1]} if rest else {}
    return {"year": str(year)} | month


def bibtex_entry(reference: Reference) -> str:
    """One entry of a bibliography, its values as they were written; of HTML, the TeX."""
    fields = {
        name: value
        for name, value in reference.all_fields.items()
        if name not in INTERNAL and not is_private(name, value)
    }
    if reference.doi:
        fields["doi"] = reference.doi
    fields |= _year_and_month(reference.date)
    return _entry(reference.type, reference.key, fields)


def _name(name: CslName) -> str:
    if "given" in name:
        return f"{name['family']}, {name['given']}"
    return "{" + name["literal"] + "}"


def bibtex_of_item(item: CslItem) -> str:
    """The paper or a page of the edition. Double braces keep a title's capitals as they are."""
    issued = iso_date(item.get("issued"))
    fields = {"author": " and ".join(_name(name) for name in item.get("author", []))}
    for variable, name in CROSSWALK["bibtex"]["fields"].items():
        fields[name] = item.get(variable, "")
    fields["title"] = "{" + fields["title"] + "}"
    fields["date"] = issued
    fields |= _year_and_month(issued)
    kind = "online" if item["type"] == "webpage" else "misc"
    return _entry(kind, item["id"], fields)
