"""In: the modules under scripts/. Out: whether they keep to the design: who imports whom, how long, and of what they know nothing."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from edition.model import Edition

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ROOT / "scripts"
MODULES = sorted(SCRIPTS.rglob("*.py"))
TEXTS = sorted(
    file
    for file in SCRIPTS.rglob("*")
    if file.suffix in {".css", ".html", ".js", ".lua", ".md", ".py", ".typ"}
)
LAYERS = {
    "model": {"model"},
    "render": {"model", "render"},
    "exports": {"model", "exports"},
    "checks": {"model", "checks"},
    "review": {
        "model",
        "render",
        "checks",
        "review",
    },  # it shows what the others print and judge; nothing imports it but its door
    "versions": {"model", "render", "versions"},
}
MOST_LINES = 160
# Words of a title that any project may use; what is left of it names the paper.
COMMON = set(
    "a an and at by for from in into its new of on or the to with analysis depth dimensions perspective strategy challenges prospects community human in-depth".split()
)


def name_of(module: Path) -> str:
    return module.relative_to(SCRIPTS).as_posix()


def words_of(text: str) -> set[str]:
    """Words in lower case; what hyphens join is one, so that the official name of a citation style is not taken apart."""
    return set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text.lower()))


def layer_of(module: Path) -> str:
    parts = module.relative_to(SCRIPTS).parts
    return parts[1] if parts[0] == "edition" and len(parts) > 2 else ""


def imports_of(module: Path) -> set[str]:
    """The dotted names that a module imports, relative ones made absolute."""
    package = (
        ("edition", *module.relative_to(SCRIPTS / "edition").parts[:-1])
        if SCRIPTS / "edition" in module.parents
        else ()
    )
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = (*package[: len(package) - node.level + 1],) if node.level else ()
            stem = ".".join([*base, *([node.module] if node.module else [])])
            found |= {stem, *(f"{stem}.{alias.name}" for alias in node.names)}
    return found


@pytest.mark.parametrize("module", [module for module in MODULES if layer_of(module)], ids=name_of)
def test_imports_point_one_way(module: Path) -> None:
    layers = {name.split(".")[1] for name in imports_of(module) if name.startswith("edition.")}
    assert layers <= LAYERS[layer_of(module)]


@pytest.mark.parametrize("module", [module for module in MODULES if layer_of(module)], ids=name_of)
def test_no_layer_imports_a_door(module: Path) -> None:
    doors = {door.stem for door in SCRIPTS.glob("*.py")}
    assert not {name.split(".")[0] for name in imports_of(module)} & doors


def importers(package: str) -> list[str]:
    return [
        name_of(module)
        for module in MODULES
        if any(name.split(".")[0] == package for name in imports_of(module))
    ]


def test_only_the_hooks_know_the_site_generator() -> None:
    assert importers("mkdocs") == ["hooks.py"]


def test_only_one_module_knows_mkdocs_bibtex() -> None:
    assert importers("mkdocs_bibtex") == ["edition/site/bibtex_plugin.py"]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_a_module_says_what_goes_in_and_out_and_is_short(module: Path) -> None:
    text = module.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), "a module begins with a docstring"
    assert len(text.splitlines()) <= MOST_LINES


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_no_module_is_a_drawer(module: Path) -> None:
    assert module.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


@pytest.fixture(scope="module")
def words_of_the_real_paper(real: Edition) -> set[str]:
    title = words_of(real.paper.title) | words_of(real.paper.title.replace("-", " "))
    families = {author.family.lower() for author in real.paper.authors}
    keys = {reference.key.lower() for reference in real.bibliography.of("bib/paper.bib")}
    return (title | families | keys) - COMMON


@pytest.mark.parametrize("file", TEXTS, ids=name_of)
def test_nothing_under_scripts_knows_the_real_paper(
    file: Path, words_of_the_real_paper: set[str]
) -> None:
    known = sorted(words_of(file.read_text("utf-8")) & words_of_the_real_paper)
    assert known == []


def test_the_made_up_paper_shares_nothing_with_the_real_one(
    made_up: Edition, real: Edition
) -> None:
    assert not set(made_up.bibliography.references) & set(real.bibliography.references)
    assert not {author.family for author in made_up.paper.authors} & {
        author.family for author in real.paper.authors
    }
    assert not set(made_up.by_path) & {page.path for page in real.pages if page.section}
