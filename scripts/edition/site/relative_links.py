"""In: two addresses of the edition. Out: the relative link between them, which holds under any sub-path."""

from __future__ import annotations

import posixpath


def relative_address(source: str, target: str) -> str:
    """The link from page `source` to `target`, both below the site's root (`towers/stone/`, `references/#ref-a`)."""
    path, hash_sign, fragment = target.partition("#")
    start = source if source.endswith("/") else posixpath.dirname(source)
    if path == source:
        return hash_sign + fragment or "./"
    there, here = path.split("/"), start.rstrip("/").split("/") if start else []
    shared = 0
    while shared < min(len(there) - 1, len(here)) and there[shared] == here[shared]:
        shared += 1
    return ("../" * (len(here) - shared) + "/".join(there[shared:]) or "./") + hash_sign + fragment
