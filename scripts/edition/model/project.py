"""Reads mkdocs.yml: where the sources are, the order of the pages, the Markdown extensions."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urljoin

from edition.model.files.records import Record
from edition.model.files.yaml import read_yaml
from edition.model.pages.markdown import Extensions
from edition.problem import Location, Problem

CONFIG = "mkdocs.yml"


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
    data: str = "docs/data"
    bibliographies: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    extensions: Extensions = field(default_factory=lambda: Extensions(()))
    site_url: str = ""
    edit_url: str = ""
    problems: list[Problem] = field(default_factory=list)

    @property
    def paper_bibliography(self) -> str:
        """The list of what the paper cites; every other file in bib/ is the editors' own.

        It is bib/paper.bib, or under whatever name the only list beside that of the editors.
        """
        lists = [path for path in self.bibliographies if path != "bib/editors.bib"]
        return lists[0] if len(lists) == 1 else "bib/paper.bib"


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


def _read_config(root: Path) -> tuple[dict[str, Any], list[Problem]]:
    """The settings of mkdocs.yml, and those that it inherits (mkdocs.org, "INHERIT")."""
    config: dict[str, Any] = {}
    path = CONFIG
    for _ in range(2):  # the file of the paper, and the one that it inherits
        settings, problems = read_yaml(root, path)
        if not isinstance(settings, Record):
            if not problems:
                message = f"{path} has no settings."
                hint = "Take a released version of the file."
                problems = [Problem(Location(path), "malformed-data", message, hint)]
            return {}, problems
        config = settings | config
        parent = settings.text("INHERIT")
        if not parent:
            break
        path = posixpath.join(posixpath.dirname(path), parent)
    return config, []


def read_project(root: Path) -> Project:
    """Read the project in the folder `root`."""
    config, problems = _read_config(root)
    project = Project(root, problems=problems)
    if problems:
        return project
    project.name = str(config.get("site_name") or "")
    project.docs = str(config.get("docs_dir") or "docs")
    project.data = f"{project.docs}/data"
    project.pages = list(_nav_pages(config.get("nav")))
    project.extensions = Extensions.of(config.get("markdown_extensions") or [])
    project.bibliographies = _bibliographies(root)
    if project.paper_bibliography not in project.bibliographies:
        message = "the list of the works that the paper cites is not there."
        hint = "Add the file, with an entry for each work."
        location = Location(project.paper_bibliography)
        project.problems.append(Problem(location, "missing-file", message, hint))
    return project


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
