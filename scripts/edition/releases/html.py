"""Changes the links of built pages. What is not changed stays as it is, to the byte.

The pages are our own: there is no `<a>` in a script, style sheet or comment.
"""

from __future__ import annotations

import re
from collections.abc import Callable

INDEX = "index.html"
_RELATIVE_LINK = re.compile(
    r"""
    (                                               # a tag up to the address:
        <a \s (?: [^<>"'] | "[^"]*" | '[^']*' )*?   #   other attributes of a link,
        (?<=\s) href= ["']?                         #   or, of a page that leads on, its rest
      | <meta \s [^<>]* ; \s* url=
    )
    (?! [a-z][\w+.-]*: | [/\#] )                    # from here, not from a host or a root
    ( [^"'>\s]+ )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def change_links(html: str, change: Callable[[str], str]) -> str:
    """Change the relative addresses of links, and where a page leads that only leads on."""
    return _RELATIVE_LINK.sub(lambda link: link[1] + change(link[2]), html)


def to_file(address: str) -> str:
    """`../stone/#p1` → `../stone/index.html#p1`: on a disk, a folder's address lists its files."""
    path, sign, anchor = address.partition("#")
    if path in (".", "..") or path.endswith(("/", "/..")):
        path = f"{path.rstrip('/')}/{INDEX}"
    return path + sign + anchor


def to_folder(address: str) -> str:
    """`../stone/index.html#p1` → `../stone/#p1`: the address that lasts, and that readers copy."""
    return re.sub(rf"(?<=/){INDEX}(?=#|$)", "", address)
