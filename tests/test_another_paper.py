"""Whether the commands of this project check and publish another paper, the least one,
elsewhere.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import pytest

from conftest import LEAST, ROOT, build_site, make, overlay_paper
from edition.checks import check_sources
from edition.model import Edition

pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The least paper's folder, somewhere else."""
    return overlay_paper(tmp_path / "elsewhere" / "least", {}, LEAST)


def test_the_same_commands_check_and_publish_it(folder):
    checked = make("check", f"PAPER={folder}")
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "No problems.\n")
    verified = make("verify", f"PAPER={folder}")
    assert (verified.returncode, verified.stderr.splitlines()[-1]) == (0, "No problems.")
    title = lxml.html.parse(folder / "site" / "index.html").findtext(".//title")
    assert title == "Salt: digital edition of Wren"
    for page in Edition.load(folder).pages:
        assert (folder / "site" / page.address / "index.html").is_file(), page.path
    assert (folder / "site" / "downloads" / "edition.pdf").read_bytes().startswith(b"%PDF")


def test_publish_and_format_write_in_its_folder_alone(folder):
    files = [*(ROOT / "bib").iterdir(), *(folder / "bib").iterdir()]
    files.append(ROOT / "docs/data/published.txt")
    before = [file.read_bytes() for file in files]
    assert make("publish", f"PAPER={folder}").returncode == 0
    assert "references/\n" in (folder / "docs/data/published.txt").read_text("utf-8")
    assert make("format", f"PAPER={folder}").returncode == 0
    assert [file.read_bytes() for file in files] == before


def test_a_problem_is_told_with_its_folder_as_the_root(folder):
    (folder / "docs/references.md").write_text("# References\n", encoding="utf-8")
    done = make("check", f"PAPER={folder}")
    assert done.returncode == 0
    assert (
        "docs/references.md:1: warning: missing-title: the page has no title. Add `title: …` between the two lines `---` at the top."
        in done.stdout.splitlines()
    )


def test_serving_a_folder_without_an_edition_is_told(tmp_path):
    done = make("serve", f"PAPER={tmp_path}")
    assert f"There is no edition in '{tmp_path}': it has no mkdocs.yml." in done.stderr.splitlines()


def test_without_data_there_are_problems_and_no_traceback(tmp_path):
    """An author begins with less than the least: `make serve`, which is not strict, shows it all
    the same.
    """
    root = overlay_paper(tmp_path / "paper", {"bib/paper.bib": ""})
    shutil.rmtree(root / "docs" / "data")
    (root / "docs" / "data").mkdir()
    assert (
        "docs/data/paper.yml:1: error: missing-file: 'docs/data/paper.yml' cannot be read (No such file or directory). Add the file, or correct its name."
        in map(str, check_sources(Edition.load(root)))
    )
    site = build_site(root / "mkdocs.yml", tmp_path / "site", "/", strict=False)
    assert (site.code, "Traceback" in site.output) == (0, False), site.output


def test_the_page_on_it_gives_the_settings_of_the_least_paper():
    page = ROOT / "docs" / "about" / "another-paper.md"
    if not page.exists():
        pytest.skip("another paper is published here already")
    shown = page.read_text("utf-8").partition("```yaml\n")[2].partition("```")[0]
    least = (LEAST / "mkdocs.yml").read_text("utf-8")
    assert f"\n{shown}" in least.replace("../../scripts", "scripts")
