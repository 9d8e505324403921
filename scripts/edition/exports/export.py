"""In: what makes a file. Out: an Export: the same, with what its bytes follow from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Export:
    """A file that is not made yet. `follows` says all that its bytes depend on besides the code; None: on anything the edition says."""

    make: Callable[[], bytes]
    follows: Callable[[], str] | None = None
