"""Tells of a picture whether pages and books can show it."""

from __future__ import annotations

import re
from functools import lru_cache
from io import BytesIO

from lxml import etree

_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg", "GIF": ".gif", "WEBP": ".webp"}
_SVG = "{http://www.w3.org/2000/svg}"
_LENGTH = re.compile(r"\s*\+?\d*\.?\d+(?:[a-z]{2})?\s*")
_WITHIN = re.compile(r"\s*(?:#|data:)")


@lru_cache(maxsize=256)
def picture_suffix(data: bytes) -> str:
    """The ending for a picture's name by what it holds; empty where it cannot be shown.

    Cached by the bytes: a rule, the site and the book ask for the same pictures.
    """
    from PIL import Image  # lazy: most editions have no pictures

    if b"<svg" in data[:4096]:
        return ".svg" if _is_svg(data) else ""
    try:
        with Image.open(BytesIO(data)) as picture:
            picture.load()
            return _SUFFIXES.get(picture.format or "", "")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return ""


def _is_svg(data: bytes) -> bool:
    """Whether it is SVG with a size, and without pictures from elsewhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return False
    if root.tag != f"{_SVG}svg":
        return False
    box = (root.get("viewBox") or "").replace(",", " ").split()[2:]
    sizes = box if len(box) == 2 else [root.get("width") or "", root.get("height") or ""]
    return all(map(_is_length, sizes)) and all(map(_is_within, root.iter(f"{_SVG}image")))


def _is_length(size: str) -> bool:
    """Whether it is a length above zero, as `12.5` or `30em`; browsers and Typst read both."""
    return bool(_LENGTH.fullmatch(size)) and bool(re.search("[1-9]", size))


def _is_within(image: etree._Element) -> bool:
    """Whether an image in the picture is a part of its file, and is not loaded from elsewhere."""
    address = image.get("href") or image.get("{http://www.w3.org/1999/xlink}href") or ""
    return not address or bool(_WITHIN.match(address))
