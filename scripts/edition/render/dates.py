"""In: the model's dates. Out: the same, under the name that the renderer knows them by."""

from __future__ import annotations

from ..model.date import MONTHS, NBSP, readable_date

__all__ = ["MONTHS", "NBSP", "readable_date"]
