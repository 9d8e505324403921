"""What a list may hold, from data-model.yml: types with the fields they need, and known fields."""

from __future__ import annotations

from pathlib import Path

import yaml

from edition.model.works.reference import ALIASES, PRINTED_FORMS

_TABLES = yaml.safe_load(Path(__file__).with_name("data-model.yml").read_text("utf-8"))

TYPES: dict[str, list[str]] = {name: fields.split() for name, fields in _TABLES["types"].items()}
"""The types that the edition can print, and the fields that each must have; `a/b` is either."""

OTHER_NAMES: dict[str, str] = _TABLES["other_names"]
"""Types that other tools write, and the type of this list that is meant."""

NAME_FIELDS: list[str] = _TABLES["name_fields"].split()
"""Fields that hold names."""

ORDER: list[str] = _TABLES["order"].split()
"""The order of the fields in the normal form. After them come others by name, then OWN_USE."""

OWN_USE = list(PRINTED_FORMS)
"""Fields that the edition uses in its own way.

`archiveurl` and `archivedate`, also, are the address and the date of a capture that someone has
seen.
"""

_OTHERS: list[str] = f"{_TABLES['others']} {_TABLES['of_publishers']}".split()
FIELDS = frozenset([*ORDER, *NAME_FIELDS, *OWN_USE, *_OTHERS, *sum(ALIASES.values(), ())])
"""Every field that a list may have; others are perhaps misspelt."""
