"""In: an entry's fields. Out: what follows from them: plain text, names, dates, numbers,
addresses.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from edition.model import Reference
from edition.problem import Location

VALUES = yaml.safe_load(Path(__file__).with_name("reference-values.yml").read_text("utf-8"))
CASES = [(name, *case) for name, cases in VALUES.items() for case in cases]


@pytest.mark.parametrize(
    ("name", "fields", "expected"),
    [*CASES, ("title", {"title": "{" * 2000 + "\\&" + "}" * 2000}, "\\&")],
)
def test_what_follows_from_the_fields(name: str, fields: dict[str, str], expected: object) -> None:
    reference = Reference("a", "online", fields, Location("bib/a.bib", 1))
    assert getattr(reference, name) == expected
