"""What must hold for any bytes in a file of an edition; an exception says what does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import format as format_command
from edition.checks import check_sources
from edition.checks.bibliography.normal_form import NotNormalizable, normal_form, same_meaning
from edition.model import Edition
from edition.model.files.text import read_text
from edition.site.context import Context
from edition.site.page_builder import complete_page

PAGES = ["index.md", "references.md", "towers/index.md", "towers/stone.md", "towers/oil.md"]
LONGEST_PROBLEM = 2000  # characters


def copy_small(paper: Path, folder: Path) -> Path:
    """Copy the made-up paper with few pages and works, so that it loads quickly."""
    shutil.copytree(paper, folder)
    nav = "".join(f"  - {page}\n" for page in PAGES)
    extensions = "markdown_extensions: [attr_list, def_list, md_in_html, smarty, tables]\n"
    (folder / "mkdocs.yml").write_text(f"nav:\n{nav}{extensions}", encoding="utf-8")
    for page in (folder / "docs").rglob("*.md"):
        if page.relative_to(folder / "docs").as_posix() not in PAGES:
            page.unlink()
    shutil.rmtree(folder / "docs/data/notes/keepers")
    for bibliography in (folder / "bib").glob("*.bib"):
        entries = bibliography.read_text("utf-8").split("\n@")
        bibliography.write_text("\n@".join(entries[:5]), encoding="utf-8")
    return folder


class Promises:
    """Writes bytes in place of one file of an edition and tests what the project promises."""

    def __init__(self, root: Path, path: str) -> None:
        self.root = root
        self.path = path

    def __call__(self, data: bytes) -> None:
        (self.root / self.path).write_bytes(data)
        before = files_of(self.root)
        edition = Edition.load(self.root)
        for problem in check_sources(edition):
            text = str(problem)
            assert problem.location.path, text
            assert problem.location.line >= 1, text
            assert problem.rule and problem.message and problem.hint, text
            assert len(text.encode("utf-8").decode("utf-8")) < LONGEST_PROBLEM, text
        assert files_of(self.root) == before, "checking has changed a file"
        if self.path.endswith(".bib"):
            self.can_be_formatted()
        else:
            render(edition)

    def can_be_formatted(self) -> None:
        """The common form is final and means the same, or the file is left as it was."""
        text, problems = read_text(self.root, self.path)
        if problems:
            return
        try:
            normal = normal_form(text, self.path)
        except NotNormalizable as error:
            assert error.problem.location.line >= 1
            return
        assert normal_form(normal, self.path) == normal
        is_written = not format_command.format_file(self.root, self.path)
        assert read_text(self.root, self.path)[0] == (normal if is_written else text)
        assert same_meaning(text, normal) or not is_written


def files_of(root: Path) -> dict[str, tuple[int, int]]:
    """Return the size and the time of change of each file."""
    found = {}
    for file in root.rglob("*"):
        if file.is_file() and ".cache" not in file.parts:
            found[str(file)] = (file.stat().st_size, file.stat().st_mtime_ns)
    return found


def render(edition: Edition) -> None:
    context = Context(edition)
    for page in edition.pages:
        if page.path.startswith("towers/"):
            complete_page(context, page, page.html).html.encode("utf-8")
