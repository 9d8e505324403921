"""In: the name of a template beside this file and values. Out: the text, every value escaped unless it is markup already."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

FOLDER = Path(__file__).resolve().parent / "templates"


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
    """Fill `templates/<template>`."""
    return Markup(_environment().get_template(template).render(**values))


def asset(name: str) -> str:
    """The text of a file that is no template: the style of the EPUB, the layout of the PDF."""
    return (FOLDER / name).read_text("utf-8")
