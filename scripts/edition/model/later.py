"""In: the name of a function. Out: the function, whose module is imported when it is first called.

For what brings large libraries and is not asked for by most builds, which take what it would make from .cache/.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def later(module: str, name: str) -> Callable[..., Any]:
    """The function `name` of the module, given by its whole name (`edition.checks`)."""
    return lambda *arguments: getattr(import_module(module), name)(*arguments)
