"""The layout of the code: who imports whom, how files are named, and what they know nothing of."""

from __future__ import annotations

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from edition.model import Edition

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ROOT / "scripts"
EDITION = SCRIPTS / "edition"
MODULES = sorted(SCRIPTS.rglob("*.py"))
TEXTS = sorted(
    file
    for file in SCRIPTS.rglob("*")
    if file.suffix in {".css", ".html", ".js", ".md", ".py", ".typ", ".yml"}
)
# What each package may import besides itself. `problem` and `cache` are modules at the top.
PACKAGES = {
    "problem": set(),
    "cache": set(),
    "language": set(),
    "model": {"problem", "language"},
    "citing": {"cache", "problem", "language", "model"},
    "site": {"problem", "language", "model", "citing"},
    "book": {"cache", "language", "model", "citing"},
    "exports": {"language", "model", "citing"},
    "checks": {"problem", "language", "model"},
    "review": {"problem", "language", "model", "citing", "site", "checks"},
    "releases": {"problem", "language", "model", "citing", "site"},
}
# Words of a title that any project may use; the others name the paper.
COMMON = set(
    "a an and at by for from in into its new of on or the to with analysis depth dimensions"
    " perspective strategy challenges prospects community human in-depth".split()
)


def name_of(module: Path) -> str:
    return module.relative_to(SCRIPTS).as_posix()


def package_of(module: Path) -> str:
    """`model` for scripts/edition/model/pages/page.py; empty outside of scripts/edition."""
    parts = module.relative_to(SCRIPTS).parts
    return parts[1].removesuffix(".py") if parts[0] == "edition" else ""


TREES = {module: ast.parse(module.read_text("utf-8")) for module in MODULES}
OURS = [module for module in MODULES if package_of(module) not in ("", "__init__")]
COMMANDS = {command.stem for command in SCRIPTS.glob("*.py")}


@cache
def imports_of(module: Path) -> list[list[str]]:
    """The names that a module imports, divided at the dots."""
    found = []
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            found += [alias.name.split(".") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.module and node.level == 0, f"{module}: imports are absolute"
            found += [[*node.module.split("."), alias.name] for alias in node.names]
    return found


def test_imports_point_one_way_and_lead_to_no_command():
    for module in OURS:
        package, imported = package_of(module), imports_of(module)
        ours = {name[1] for name in imported if name[0] == "edition"}
        assert ours - {package} <= PACKAGES[package], module
        assert not {name[0] for name in imported} & COMMANDS, module


def test_a_file_name_stands_once():
    names = Counter(module.name for module in OURS if module.name != "__init__.py")
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize(
    ("package", "module"),
    [("mkdocs", "hooks.py"), ("mkdocs_bibtex", "edition/site/bibtex_plugin.py")],
)
def test_only_one_module_knows(package, module):
    importers = [one for one in MODULES if any(name[0] == package for name in imports_of(one))]
    assert list(map(name_of, importers)) == [module]


def foreign_privates(tree: ast.Module) -> list[str]:
    """What is used of others although its name says that it is private to them."""
    defined, used = {"_asdict", "_fields", "_replace"}, []
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            defined.add(node.name)
        elif isinstance(node, ast.AnnAssign):
            defined.add(ast.unparse(node.target))
        elif isinstance(node, ast.Attribute) and re.match(r"_[a-z]", node.attr):
            if isinstance(node.ctx, ast.Store):
                defined.add(node.attr)
            if ast.unparse(node.value) not in ("self", "cls", "super()"):
                used.append(node.attr)
    return [name for name in used if name not in defined]


def test_nobody_uses_what_is_private_to_another():
    """A private attribute, as MkDocs' pages have, is used on `self` and the like only."""
    for module, tree in TREES.items():
        assert foreign_privates(tree) == [], module


def test_a_module_begins_with_a_docstring_and_is_named_for_what_it_holds():
    for module, tree in TREES.items():
        assert ast.get_docstring(tree), module
        assert module.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


def words_of(text: str) -> set[str]:
    """Words in lower case. What hyphens join is one, as in the name of a citation style."""
    return set(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", text.lower()))


def words_of_the_paper(edition: Edition) -> set[str]:
    """The words that name a paper: those of its title, its authors' names, the keys of its
    works.
    """
    title = words_of(edition.paper.title) | words_of(edition.paper.title.replace("-", " "))
    families = {author.family.lower() for author in edition.paper.authors}
    keys = {reference.key.lower() for reference in edition.paper_references}
    return (title | families | keys) - COMMON


def test_nothing_under_scripts_knows_the_real_paper(real):
    names = words_of_the_paper(real)
    for file in TEXTS:
        assert sorted(words_of(file.read_text("utf-8")) & names) == [], file


def test_the_made_up_paper_shares_nothing_with_the_real_one(made_up, real):
    assert not set(made_up.bibliography.references) & set(real.bibliography.references)
    families = [{author.family for author in one.paper.authors} for one in (made_up, real)]
    assert not families[0] & families[1]
    assert not set(made_up.by_path) & {page.path for page in real.pages if page.section}
