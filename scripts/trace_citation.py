"""Lists the modules that one citation passes between its page and the HTML.

Builds the least paper, tests/least, and looks at every function of scripts/ that is called until
its pages are made: a module is listed when an argument or a result is the citation, its work, its
key, or a text or collection that holds one of them. The checks, which change nothing, and the
downloads, which come after the pages, are left out.
"""

from __future__ import annotations

import runpy
import sys
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType

SCRIPTS = Path(__file__).resolve().parent
PAPER = SCRIPTS.parent / "tests" / "least"
KEY = "brine1919sea"
LEFT_OUT = ("edition/checks/", "trace_citation.py")


def holds(value: object, depth: int = 2) -> bool:
    """Return whether a value is the citation or holds it."""
    if isinstance(value, str):
        return KEY in value
    if isinstance(value, dict):
        value = [*value, *value.values()]
    if isinstance(value, list | tuple | set):
        return depth > 0 and any(holds(item, depth - 1) for item in value)
    return vars(value).get("key") == KEY if hasattr(value, "__dict__") else False


def trace() -> list[str]:
    """Build the least paper. Returns the paths of the modules in the order of their first call."""
    passed: dict[str, None] = {}
    is_over = False

    def look(frame: FrameType, event: str, result: object) -> None:
        nonlocal is_over
        file = frame.f_code.co_filename
        if is_over or event not in ("call", "return") or not file.startswith(f"{SCRIPTS}/"):
            return
        is_over = frame.f_code.co_name == "on_post_build"
        module = file.removeprefix(f"{SCRIPTS}/")
        if module.startswith(LEFT_OUT) or module in passed:
            return
        values = frame.f_locals.values() if event == "call" else [result]
        if any(holds(value) for value in list(values)):
            passed[module] = None

    with tempfile.TemporaryDirectory() as site, suppress(SystemExit):
        sys.argv = ["mkdocs", "build", "--config-file", str(PAPER / "mkdocs.yml")]
        sys.argv += ["--site-dir", site]
        threading.setprofile(look)
        sys.setprofile(look)
        runpy.run_module("mkdocs", run_name="__main__")
    sys.setprofile(None)
    threading.setprofile(None)
    return list(passed)


if __name__ == "__main__":
    modules = trace()
    print("\n".join([*modules, f"{len(modules)} modules"]))
