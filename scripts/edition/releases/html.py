"""Edits built pages. What is not edited stays as it is, to the byte.

The pages are our own: there is no `<a>` or `<article>` in a script, style sheet or comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

INDEX = "index.html"
_LEADING_TAG = re.compile(r"""<(?:a|meta)\s(?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
_ADDRESS = re.compile(r"(\shref=[\"']?|;\s*url=)([^\"'>\s]+)", re.IGNORECASE)


def insert_after_start(html: str, tags: tuple[str, ...], text: str) -> str:
    """Insert `text` behind the first start tag of the first of `tags` that the page has."""
    for tag in tags:
        if start := re.search(rf"<{tag}(?:\s[^<>]*)?>", html):
            return f"{html[: start.end()]}\n{text}{html[start.end() :]}"
    return html


def insert_in_head(html: str, text: str) -> str:
    """Insert `text` at the end of the page's head."""
    return html.replace("</head>", f"{text}\n</head>", 1)


def is_redirect(html: str) -> bool:
    """Whether the page only leads to another one."""
    return bool(re.search(r"<meta\s[^<]*http-equiv=[\"']?refresh", html, re.IGNORECASE))


def change_links(html: str, change: Callable[[str], str]) -> str:
    """Change the relative addresses of links, and where a page leads that only leads on."""

    def change_address(match: re.Match[str]) -> str:
        return match[1] + (change(match[2]) if _is_relative(match[2]) else match[2])

    return _LEADING_TAG.sub(lambda tag: _ADDRESS.sub(change_address, tag[0]), html)


def _is_relative(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and not address.startswith(("/", "#"))


def to_file(address: str) -> str:
    """`../stone/#p1` → `../stone/index.html#p1`: on a disk, a folder's address lists its files."""
    path, sign, anchor = address.partition("#")
    if path.endswith("/") or path.rpartition("/")[2] in (".", ".."):
        path = f"{path.rstrip('/')}/{INDEX}"
    return path + sign + anchor


def to_folder(address: str) -> str:
    """`../stone/index.html#p1` → `../stone/#p1`: the address that lasts, and that readers copy."""
    path, sign, anchor = address.partition("#")
    if path == INDEX or path.endswith(f"/{INDEX}"):
        path = path.removesuffix(INDEX) or "./"
    return path + sign + anchor
