"""In: style sheets or scripts, each with its name. Out: one text of them all, so that a page asks once and not for each."""

from __future__ import annotations

from collections.abc import Iterable


def join_assets(assets: Iterable[tuple[str, str]]) -> str:
    """The texts in order, each under a comment with its file's name; a script's last line is closed."""
    return "".join(f"/* {name} */\n{text.rstrip()}\n" + (";\n" if name.endswith(".js") else "") for name, text in assets)
