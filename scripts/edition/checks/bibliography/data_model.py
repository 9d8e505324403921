"""What a list may hold, from data-model.yml: types with the fields they need, and known fields."""

from __future__ import annotations

from pathlib import Path

import yaml

from edition.model.works.reference import ALIASES, PRINTED_FORMS

_TABLES = yaml.safe_load(Path(__file__).with_name("data-model.yml").read_text("utf-8"))

TYPES: dict[str, list[str]] = {name: fields.split() for name, fields in _TABLES["types"].items()}
OTHER_NAMES: dict[str, str] = _TABLES["other_names"]
NAME_FIELDS: list[str] = _TABLES["name_fields"].split()
ORDER: list[str] = _TABLES["order"].split()
OWN_USE = list(PRINTED_FORMS)
"""Fields that the edition uses in its own way.

`archiveurl` and `archivedate`, also, are the address and the date of a capture that someone has
seen.
"""

_OTHERS = f"{_TABLES['others']} {_TABLES['of_publishers']}".split()
FIELDS = frozenset([*ORDER, *NAME_FIELDS, *OWN_USE, *_OTHERS, *ALIASES, *sum(ALIASES.values(), ())])
