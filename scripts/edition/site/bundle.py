"""In: style sheets or scripts, each with its name. Out: one text of them all, so that a page asks once and not for each; and its parts again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

_NAME = re.compile(r"^/\* ([\w./-]+\.(?:css|js)) \*/\n", re.M)


def join_assets(assets: Iterable[tuple[str, str]]) -> str:
    """The texts in order, each under a comment with its file's name; a script's last line is closed."""
    return "".join(f"/* {name} */\n{text.rstrip()}\n" + (";\n" if name.endswith(".js") else "") for name, text in assets)


def part_assets(text: str) -> list[tuple[str, str]]:
    """The name and text of each part of what `join_assets` made; one part without a name for any other text."""
    if not _NAME.match(text):
        return [("", text)]
    _, *parts = _NAME.split(text)
    return list(zip(parts[::2], parts[1::2], strict=True))


def join_listed(assets: list, name: str, files: Any, generated: Callable[..., Any]) -> list:
    """Put one file in the place of the listed ones that the theme brings; the others stay as they are.

    `files` are the site's, `generated` makes one of them of a path and its content.
    """
    ours = [file for asset in assets if (file := files.get_file_from_path(str(asset)))]
    if not ours:
        return assets
    for file in ours:
        files.remove(file)
    files.append(generated(name, content=join_assets([(file.src_uri, file.content_string) for file in ours])))
    first = next(asset for asset in assets if str(asset) == ours[0].src_uri)
    if not isinstance(first, str):
        first.path = name
    paths = {file.src_uri for file in ours}
    return [name if isinstance(first, str) else first] + [asset for asset in assets if str(asset) not in paths and asset is not first]
