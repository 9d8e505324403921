"""How the words of lists are sorted."""

from __future__ import annotations

import unicodedata


def sort_key(text: str) -> str:
    """The text as it is sorted: small letters, apart from their accents, and no article before."""
    return unicodedata.normalize("NFKD", text.casefold()).removeprefix("the ")
