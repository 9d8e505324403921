"""In: a small edition on disk and bytes in place of one of its files. Out: nothing; an exception where a promise is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import format as door
from edition.checks import check_sources
from edition.checks.bibliography.normal_form import NotNormalizable, normal_form
from edition.checks.bibliography.same_meaning import same_meaning
from edition.model import Edition
from edition.model.files.text import read_text
from edition.site.page_builder import PageBuilder

NAV = """nav:
  - index.md
  - towers/index.md
  - towers/stone.md
  - towers/oil.md
  - references.md
markdown_extensions: [attr_list, def_list, md_in_html, smarty, tables]
"""


def lay_small(paper: Path, folder: Path) -> Path:
    """The made-up paper with five pages in its navigation: and the first works: whole in kind, quick to load."""
    shutil.copytree(paper, folder)
    (folder / "mkdocs.yml").write_text(NAV, encoding="utf-8")
    kept = {"index.md", "references.md", "towers/index.md", "towers/stone.md", "towers/oil.md"}
    for page in (folder / "docs").rglob("*.md"):
        if page.relative_to(folder / "docs").as_posix() not in kept:
            page.unlink()
    for notes in (folder / "docs/data/notes/keepers").glob("*.yml"):
        notes.unlink()
    for bibliography in (folder / "bib").glob("*.bib"):
        entries = bibliography.read_text("utf-8").split("\n@")
        bibliography.write_text("\n@".join(entries[:5]), encoding="utf-8")
    return folder


def _files(root: Path) -> dict[str, tuple[int, int]]:
    files = (file for file in root.rglob("*") if file.is_file() and ".cache" not in file.parts)
    return {str(file): (file.stat().st_size, file.stat().st_mtime_ns) for file in files}


class Judge:
    """Lays inputs in place of one file and holds the project to its promises."""

    def __init__(self, root: Path, path: str) -> None:
        self.root, self.path = root, path

    def __call__(self, data: bytes) -> None:
        """No exception, every problem with path, line and hint, no file changed; what is formatted means the same; every page renders."""
        (self.root / self.path).write_bytes(data)
        before = _files(self.root)
        edition = Edition.load(self.root)
        for problem in check_sources(edition):
            said = str(problem)
            assert (
                problem.location.path
                and problem.location.line >= 1
                and problem.rule
                and problem.message
                and problem.hint
            ), said
            said.encode("utf-8")
            assert len(said) < 2000, said
        assert _files(self.root) == before, "a file was changed by reading"
        assert (self.root / self.path).read_bytes() == data
        if self.path.endswith(".bib"):
            self._format()
        else:
            self._render(edition)

    def _format(self) -> None:
        text, problems = read_text(self.root, self.path)
        if problems:
            return
        try:
            normal = normal_form(text, self.path)
        except NotNormalizable as error:
            assert error.problem.location.line >= 1
            return
        assert normal_form(normal, self.path) == normal
        written = not door.format_file(self.root, self.path)
        assert read_text(self.root, self.path)[0] == (normal if written else text)
        assert same_meaning(text, normal) or not written

    def _render(self, edition: Edition) -> None:
        complete = PageBuilder(edition)
        for page in edition.pages:
            if page.path.startswith("towers/"):
                complete.complete(page, page.html).html.encode("utf-8")
        edition.bibliography.descriptions.save()
