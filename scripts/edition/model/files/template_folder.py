"""Fills the Jinja templates of a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup


class TemplateFolder:
    """A folder of templates. `shared` are values, or functions, that each of them may use.

    A value is escaped unless it is `Markup`. It is an error to use a name that is not set.
    `finalize` is applied to every value that is filled in, where HTML's escaping is not enough.
    """

    def __init__(
        self,
        folder: Path,
        finalize: Callable[[object], Markup] | None = None,
        **shared: object,
    ) -> None:
        self._folder = folder
        self._environment = Environment(
            loader=FileSystemLoader(folder),
            autoescape=True,
            finalize=finalize,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals |= shared

    def fill(self, template: str, **values: object) -> Markup:
        """The text of the template with the values filled in."""
        return Markup(self._environment.get_template(template).render(**values))

    def macro(self, template: str, name: str, *values: object) -> Markup:
        """What one macro of the template makes of the values."""
        return Markup(getattr(self._environment.get_template(template).module, name)(*values))

    def read(self, name: str) -> str:
        """The text of a file in the folder that is no template."""
        return (self._folder / name).read_text("utf-8")
