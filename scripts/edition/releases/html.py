"""In: a built page. Out: the same to the byte but for what is set in it, or for the addresses of its links."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from urllib.parse import urlsplit

FILE = "index.html"
_ADDRESS = re.compile(r"(\shref=[\"']?|;\s*url=)([^\"'>\s]+)", re.IGNORECASE)


class Markup(HTMLParser):
    """Where the tags of a page stand. Nothing is written anew, so that what is not changed stays as it was made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self._lines = [0]
        for line in html.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)
        self._changes: list[tuple[int, int, str]] = []
        self._starts: list[tuple[str, dict[str, str | None], int, int]] = []
        self._ends: list[tuple[str, int]] = []
        self.feed(html)
        self.close()

    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        at = self._at()
        self._starts.append((tag, dict(attrs), at, at + len(self.get_starttag_text() or "")))

    def handle_endtag(self, tag: str) -> None:
        self._ends.append((tag, self._at()))

    def has(self, tag: str, **attributes: str) -> bool:
        """Whether there is such an element, with these values of these attributes."""
        return any(
            name == tag
            and all((had.get(key) or "").lower() == value for key, value in attributes.items())
            for name, had, _, _ in self._starts
        )

    def set_after(self, tag: str, text: str) -> bool:
        """Set `text` behind the first start tag of that name. False where there is none."""
        at = next((end for name, _, _, end in self._starts if name == tag), None)
        return at is not None and not self._changes.append((at, at, text))

    def set_before_end(self, tag: str, text: str) -> None:
        """Set `text` before the first end tag of that name."""
        at = next((start for name, start in self._ends if name == tag), None)
        if at is not None:
            self._changes.append((at, at, text))

    def fill(self, tag: str, attribute: str, value: str, text: str) -> None:
        """Set `text` in the place of what the element `tag` with `attribute` holds. It must not hold another of its name."""
        for name, attributes, _, end in self._starts:
            if name == tag and attributes.get(attribute) == value:
                stop = next(start for other, start in self._ends if other == tag and start >= end)
                self._changes.append((end, stop, text))

    def change_addresses(self, change: Callable[[str], str]) -> None:
        """Change the relative addresses to which a reader is led: those of links, and of a page that only leads on."""
        for tag, attributes, start, end in self._starts:
            if tag == "a" or (
                tag == "meta" and (attributes.get("http-equiv") or "").lower() == "refresh"
            ):
                old = self.html[start:end]
                new = _ADDRESS.sub(
                    lambda match: (
                        match[1] + (change(match[2]) if _is_relative(match[2]) else match[2])
                    ),
                    old,
                )
                if new != old:
                    self._changes.append((start, end, new))

    def __str__(self) -> str:
        parts, last = [], 0
        for start, end, text in sorted(self._changes, key=lambda change: change[:2]):
            parts += [self.html[last:start], text]
            last = end
        return "".join(parts) + self.html[last:]


def _is_relative(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc and not address.startswith(("/", "#"))


def to_file(address: str) -> str:
    """`../stone/#p1` → `../stone/index.html#p1`: on a disk the address of a folder shows a list of files."""
    path, sign, anchor = address.partition("#")
    if path.endswith("/") or path.rpartition("/")[2] in (".", ".."):
        path = path.rstrip("/") + "/" + FILE
    return path + sign + anchor


def to_folder(address: str) -> str:
    """`../stone/index.html#p1` → `../stone/#p1`: the address that lasts, and that a reader copies."""
    path, sign, anchor = address.partition("#")
    if path == FILE or path.endswith("/" + FILE):
        path = path.removesuffix(FILE) or "./"
    return path + sign + anchor
