"""In: the model's languages. Out: the same, under the name that the renderer knows them by."""

from __future__ import annotations

from ..model.language import KNOWN, language_name, language_tag, tag_name

__all__ = ["KNOWN", "language_name", "language_tag", "tag_name"]
