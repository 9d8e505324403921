"""In: mkdocs.yml. Out: where the sources lie, the order of the pages, and the Markdown extensions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from edition.model.files.yaml import Record, read_yaml
from edition.model.pages.markdown import Extensions
from edition.problem import Location, Problem

CONFIG = "mkdocs.yml"


@dataclass
class Project:
    """What the edition's own code needs of mkdocs.yml; the site generator reads the rest.

    `site_url` is the address at which a build will stand, `edit_url` the one below which the sources can be edited, with a slash at its end;
    both are told by the door that builds, and empty where nobody knows them.
    """

    root: Path
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
        """The list of what the paper cites; every other file in bib/ is the editors' own."""
        return "bib/paper.bib"


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


def _read_config(root: Path) -> tuple[Any, list[Problem]]:
    """The settings of mkdocs.yml, with those of the file that it names in `INHERIT` where it has none."""
    config, problems = read_yaml(root, CONFIG)
    if not isinstance(config, Record) or "INHERIT" not in config:
        return config, problems
    inherited, more = read_yaml(root, str(config["INHERIT"]))
    for name, value in inherited.items() if isinstance(inherited, Record) else ():
        config.setdefault(name, value)
    return config, problems + more


def read_project(root: Path) -> Project:
    """Read the project in the folder `root`."""
    config, problems = _read_config(root)
    project = Project(root, problems=problems)
    if not isinstance(config, Record):
        if not problems:
            project.problems.append(
                Problem(
                    Location(CONFIG),
                    "malformed-data",
                    "mkdocs.yml has no settings.",
                    "Take a released version of the file.",
                )
            )
        return project
    project.docs = str(config.get("docs_dir") or "docs")
    project.data = f"{project.docs}/data"
    project.pages = list(_nav_pages(config.get("nav")))
    project.extensions = Extensions.of(config.get("markdown_extensions") or [])
    project.bibliographies = sorted(f"bib/{file.name}" for file in (root / "bib").glob("*.bib"))
    if project.paper_bibliography not in project.bibliographies:
        said = "the list of the works that the paper cites is not there."
        project.problems.append(
            Problem(
                Location(project.paper_bibliography),
                "missing-file",
                said,
                "Add the file, with an entry for each work.",
            )
        )
    return project


def edit_address_of(repository: str, edit: str, docs: str) -> str:
    """The address below which a file of the project can be edited, from mkdocs.yml's `repo_url` and `edit_uri`.

    `edit_uri` ends in the folder of the pages, this address before it; empty where either is not known.
    """
    known = repository and edit.endswith(f"/{docs}/")
    return urljoin(repository.rstrip("/") + "/", edit.removesuffix(f"{docs}/")) if known else ""
