"""Whether the commands of this project publish the made-up paper and the least one too."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest

from edition.model import Edition

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = {"paper": ROOT / "tests" / "paper", "least": ROOT / "tests" / "least"}
pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


def make(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a target with this Python in place of the one that `make setup` would set up."""
    env = (
        {
            name: value
            for name, value in os.environ.items()
            if name not in ("GITHUB_ACTIONS", "MAKEFLAGS")
        }
        | {"SITE_URL": ""}
        | environment
    )
    command = ["make", "--no-print-directory", "--old-file=setup", f"PY={sys.executable}", *words]
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture(params=FOLDERS)
def folder(request, tmp_path: Path) -> Path:
    """The paper's folder, somewhere else."""
    target = tmp_path / "elsewhere" / request.param
    shutil.copytree(FOLDERS[request.param], target)
    config = target / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("../../scripts", (ROOT / "scripts").as_posix()),
        encoding="utf-8",
    )
    return target


def test_the_same_commands_check_and_publish_it(folder: Path) -> None:
    checked = make("check", f"PAPER={folder}")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "No problems.\n")
    verified = make("verify", f"PAPER={folder}")
    assert (verified.returncode, verified.stderr.splitlines()[-1]) == (0, "No problems.")
    edition = Edition.load(folder)
    title = lxml.html.parse(folder / "site" / "index.html").findtext(".//title")
    titles = {
        "paper": "Lamps of Orrin: annotated edition of Wren, Quill and Moss (1931)",
        "least": "Salt: digital edition of Wren",
    }
    assert title == titles[folder.name]
    for page in edition.pages:
        assert (folder / "site" / page.address / "index.html").is_file(), page.path
    assert (folder / "site" / "downloads" / "edition.pdf").read_bytes().startswith(b"%PDF")


def test_publish_and_format_write_in_its_folder_alone(folder: Path) -> None:
    before = {file: file.read_bytes() for file in (ROOT / "bib").iterdir()} | {
        ROOT / "docs/data/published.txt": (ROOT / "docs/data/published.txt").read_bytes()
    }
    lists = {file: file.read_bytes() for file in (folder / "bib").iterdir()}
    assert make("publish", f"PAPER={folder}").returncode == 0
    assert "references/\n" in (folder / "docs/data/published.txt").read_text("utf-8")
    assert make("format", f"PAPER={folder}").returncode == 0
    assert {file: file.read_bytes() for file in lists} == lists
    assert {file: file.read_bytes() for file in before} == before


def test_a_problem_is_told_with_its_folder_as_the_root(folder: Path) -> None:
    (folder / "docs/references.md").write_text("# References\n", encoding="utf-8")
    done = make("check", f"PAPER={folder}")
    assert done.returncode == 0
    assert (
        "docs/references.md:1: warning: missing-title: the page has no title. Add `title: …` between the two lines `---` at the top."
        in done.stdout.splitlines()
    )


def test_serving_a_folder_without_an_edition_is_told(tmp_path: Path) -> None:
    done = make("serve", f"PAPER={tmp_path}")
    assert f"There is no edition in '{tmp_path}': it has no mkdocs.yml." in done.stderr.splitlines()


def test_without_data_there_are_problems_and_no_traceback(folder: Path) -> None:
    """An author begins with less than the least: `make serve`, which is not strict, shows it all the same."""
    shutil.rmtree(folder / "docs" / "data")
    (folder / "docs" / "data").mkdir()
    (folder / "bib" / "paper.bib").write_text("", encoding="utf-8")
    checked = make("check", f"PAPER={folder}")
    assert (
        "docs/data/paper.yml:1: error: missing-file: 'docs/data/paper.yml' cannot be read (No such file or directory). Add the file, or correct its name."
        in checked.stdout.splitlines()
    )
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--no-strict",
        "--config-file",
        str(folder / "mkdocs.yml"),
    ]
    done = subprocess.run(
        command,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def test_the_page_on_it_gives_the_settings_of_the_least_paper() -> None:
    page = ROOT / "docs" / "about" / "another-paper.md"
    if not page.exists():
        pytest.skip("another paper is published here already")
    shown = page.read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    least = (FOLDERS["least"] / "mkdocs.yml").read_text("utf-8")
    assert f"\n{shown}" in least.replace("../../scripts", "scripts")
