"""Reads mkdocs.yml: where the sources are, the order of the pages, the Markdown extensions."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urljoin

from edition.model.files.yaml import read_record
from edition.model.pages.markdown import Extensions
from edition.problem import Location, Problem

CONFIG = "mkdocs.yml"
_ADD_LIST = "Add the file, with an entry for each work."


@dataclass
class Project:
    """What the edition's own code needs of mkdocs.yml; the site generator reads the rest.

    `name` is that of the site. `site_url` is the address at which a build will stand, `edit_url`
    the one below which the sources can be edited, with a slash at its end. Whoever builds sets
    them; else they are empty.
    """

    root: Path
    name: str = ""
    docs: str = "docs"
    bibliographies: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    extensions: Extensions = field(default_factory=lambda: Extensions(()))
    site_url: str = ""
    edit_url: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def data(self) -> str:
        """The folder of the data files."""
        return f"{self.docs}/data"

    @property
    def paper_bibliography(self) -> str:
        """The list of what the paper cites; every other file in bib/ is the editors' own.

        It is bib/paper.bib, or the only list beside bib/editors.bib.
        """
        others = self.other_bibliographies
        return others[0] if len(others) == 1 else "bib/paper.bib"

    @property
    def other_bibliographies(self) -> list[str]:
        """The lists that are not the editors'."""
        return [path for path in self.bibliographies if path != "bib/editors.bib"]


def _nav_pages(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    elif isinstance(nav, list):
        for item in nav:
            yield from _nav_pages(item)
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _nav_pages(item)


def _read_config(root: Path, path: str = CONFIG) -> tuple[dict[str, Any], list[Problem]]:
    """The settings of mkdocs.yml, and those that it inherits (mkdocs.org, "INHERIT")."""
    hint = "Take a released version of the file."
    settings, problems = read_record(root, path, f"{path} has no settings.", hint)
    parent = settings.text("INHERIT")
    if problems or not parent or path != CONFIG:
        return settings, problems
    inherited, problems = _read_config(root, posixpath.join(posixpath.dirname(path), parent))
    return inherited | settings, problems


def read_project(root: Path) -> Project:
    """Read the project in the folder `root`."""
    config, problems = _read_config(root)
    if problems:
        return Project(root, problems=problems)
    extensions, problems = _read_extensions(config.get("markdown_extensions"))
    project = Project(
        root,
        name=str(config.get("site_name") or ""),
        docs=str(config.get("docs_dir") or "docs"),
        bibliographies=_bibliographies(root),
        pages=list(_nav_pages(config.get("nav"))),
        extensions=extensions,
        problems=problems,
    )
    if project.paper_bibliography not in project.bibliographies:
        message = "the list of the works that the paper cites is not there."
        others = " or ".join(f"'{path}'" for path in project.other_bibliographies[:3])
        hint = f"Rename {others}, whichever it is." if others else _ADD_LIST
        location = Location(project.paper_bibliography)
        project.problems.append(Problem(location, "missing-file", message, hint))
    return project


def _read_extensions(configured: Any) -> tuple[Extensions, list[Problem]]:
    """The Markdown extensions that can be loaded, and a problem for each of the others."""
    extensions = Extensions.of(configured if isinstance(configured, list) else [])
    unknown = extensions.unknown()
    problems = []
    for name, reason in unknown.items():
        message = f"the Markdown extension '{name}' cannot be loaded: {reason}."
        hint = "Correct its name or its options."
        problems.append(Problem(Location(CONFIG), "malformed-data", message, hint))
    names = tuple(name for name in extensions.names if name not in unknown)
    return Extensions(names, extensions.options), problems


def is_hidden(path: PurePath) -> bool:
    """Whether a name in a relative path begins with a dot: MkDocs leaves such files out.

    Emacs makes one beside a file that is being edited, other programs make whole folders.
    """
    return any(part.startswith(".") for part in path.parts)


def _bibliographies(root: Path) -> list[str]:
    """The lists of works in bib/ and its folders."""
    found = []
    for file in (root / "bib").rglob("*"):
        path = file.relative_to(root)
        if file.suffix.lower() == ".bib" and not is_hidden(path) and not file.is_dir():
            found.append(path.as_posix())
    return sorted(found)


def edit_address_of(repository: str, edit: str, docs: str) -> str:
    """The address below which a file of the project can be edited; empty where it is not known.

    `repository` and `edit` are `repo_url` and `edit_uri` of mkdocs.yml. `edit_uri` ends in the
    folder of the pages, this address before it.
    """
    if not repository or not edit.endswith(f"/{docs}/"):
        return ""
    return urljoin(repository.rstrip("/") + "/", edit.removesuffix(f"{docs}/"))
