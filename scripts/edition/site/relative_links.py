"""Relative links between the addresses of a site, which hold under any sub-path."""

from __future__ import annotations

import posixpath


def relative_address(source: str, target: str) -> str:
    """The link to `target` as it is written in the page `source`.

    Both are addresses below the site's root: `towers/stone/`, `references/#ref-a`, `data/x.json`.
    """
    path, hash_sign, fragment = target.partition("#")
    if path == source:
        return hash_sign + fragment or "./"
    folder = posixpath.dirname(source) or "."
    link = posixpath.relpath(path or ".", folder)
    # The address of a page ends in a slash, which `relpath` takes away.
    if not path or path.endswith("/"):
        link += "/"
    return link + hash_sign + fragment
