"""In: a template's name and values. Out: HTML, with every value escaped unless it is markup already."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).resolve().parents[2] / "theme" / "apparatus"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def fill(template: str, **values: Any) -> Markup:
    """Fill `scripts/theme/apparatus/<template>.html`."""
    return Markup(_environment().get_template(f"{template}.html").render(**values))


def macro(template: str, name: str, *values: Any) -> Markup:
    """What the macro `name` of `scripts/theme/apparatus/<template>.html` makes of the values."""
    return Markup(getattr(_environment().get_template(f"{template}.html").module, name)(*values))
