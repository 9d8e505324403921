"""In: an invented edition. Out: the same pages as a project of Sphinx."""

from __future__ import annotations

import re
from pathlib import Path

from .editions import Made

_CONF = 'project = "Invented"\nextensions = ["sphinxcontrib.bibtex"]\nhtml_theme = "furo"\nbibtex_bibfiles = ["all.bib"]\nbibtex_default_style = "unsrt"\n'


def _keys(bracket: re.Match[str]) -> str:
    keys = ",".join(re.findall(r"@(\w+)", bracket[0]))
    return f":cite:`{keys}`"


def restructured(markdown: str) -> str:
    """The Markdown of an invented page, and of nothing else, as reStructuredText."""
    body = markdown.split("---\n", 2)[2].strip()
    body = re.sub(r"\n\{: #\w+ \}", "", body)
    body = re.sub(r"(?<=\.)\[@[^\]]+\]", lambda bracket: " " + _keys(bracket), body)
    body = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", body)
    body = re.sub(
        r"(?:^\|.*\n?)+",
        lambda table: "::\n\n" + re.sub("^", "   ", table[0], flags=re.MULTILINE),
        body,
        flags=re.MULTILINE,
    )
    return re.sub(r"\A# (.*)", lambda title: f"{title[1]}\n{'=' * len(title[1])}", body) + "\n"


def _tree(entries: list[str]) -> str:
    return "\n.. toctree::\n\n" + "".join(f"   {entry}\n" for entry in entries)


def write_sphinx(made: Made, root: Path) -> None:
    """A folder `rst` with a page for each page, the chapters as trees, and one list of all works."""
    works = "\n".join(map(str, [*made.paper, *made.editors]))
    bibliography = "References\n==========\n\n.. bibliography::\n   :all:\n"
    chapters = [chapter[0].path.removesuffix(".md") for chapter in made.chapters]
    files = {
        "conf.py": _CONF,
        "all.bib": works,
        "references.rst": bibliography,
        "index.rst": "Invented\n========\n" + _tree([*chapters, "references"]),
    }
    for chapter in made.chapters:
        for page in chapter:
            parts = (
                _tree([f"/{other.path.removesuffix('.md')}" for other in chapter[1:]])
                if page is chapter[0]
                else ""
            )
            files[page.path.removesuffix(".md") + ".rst"] = restructured(page.text) + parts
    for path, text in files.items():
        file = root / "rst" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
