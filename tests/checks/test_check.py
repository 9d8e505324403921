"""In: the checks' door. Out: its exit codes, its streams and its annotations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture()
def check(root: Path):
    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1", **environment}
        return subprocess.run(
            [sys.executable, str(root / "scripts" / "check.py"), *words],
            env=env,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_a_clean_edition(check, overlay) -> None:
    done = check("--root", str(overlay({})))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "No problems.\n")


def test_a_problem(check, overlay) -> None:
    done = check("--root", str(overlay({"docs/lost.md": "# Lost\n"})))
    said = "'lost.md' is not in the navigation. Add it to `nav:` in mkdocs.yml, or delete it."
    assert (done.returncode, done.stderr) == (1, "1 problem.\n")
    assert done.stdout == f"docs/lost.md:1: page-outside-navigation: {said}\n"


def test_annotations(check, overlay) -> None:
    done = check("--root", str(overlay({"docs/50%,x.md": "# Lost\n"})), GITHUB_ACTIONS="true")
    said = "'50%25,x.md' is not in the navigation. Add it to `nav:` in mkdocs.yml, or delete it."
    assert (
        done.stdout.splitlines()[1]
        == f"::error file=docs/50%25%2Cx.md,line=1,title=page-outside-navigation::{said}"
    )


def test_no_value_is_a_command_to_the_runner(check, overlay) -> None:
    done = check(
        "--root", str(overlay({"docs/##[stop-commands]x.md": "# Lost\n"})), GITHUB_ACTIONS="true"
    )
    said = "page-outside-navigation: '## [stop-commands]x.md' is not in the navigation. Add it to `nav:` in mkdocs.yml, or delete it."
    assert done.stdout.splitlines()[0] == f"docs/## [stop-commands]x.md:1: {said}"


def test_wrong_usage(check, tmp_path: Path) -> None:
    assert check("--root", str(tmp_path)).returncode == 2
    assert check("--nonsense").returncode == 2


def test_the_manual(check) -> None:
    done = check("--rules")
    assert done.returncode == 0
    assert "\n### undefined-citation\n" in done.stdout


def test_no_traceback(check, overlay, monkeypatch) -> None:
    import check as door

    def fail(_edition) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(door, "check_sources", fail)
    assert door.main(["--root", str(overlay({}))]) == 2


def test_publish_only_adds(check, overlay) -> None:
    folder = overlay({"docs/data/published.txt": "/\nold/#p1\n"})
    check("--root", str(folder), "--publish")
    listed = (folder / "docs/data/published.txt").read_text("utf-8").splitlines()
    assert {
        "old/#p1",
        "towers/stone/#p1",
        "towers/stone/",
        "references/#ref-brine1919lamps",
    } <= set(listed)
    assert listed == sorted(set(listed))
