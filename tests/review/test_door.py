"""In: the review's door where something is missing or broken. Out: what it says, where, and its exit code; never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import review as door
from repository import edit, git

PAPER = "bib/paper.bib"


@pytest.fixture()
def run(root: Path):
    """`run("--root", folder)`: the door in a process of its own, without the settings of whoever runs the tests."""

    def run(*words: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {
            "PATH": os.environ["PATH"],
            "PYTHONUTF8": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            **environment,
        }
        command = [sys.executable, str(root / "scripts" / "review.py"), *map(str, words)]
        return subprocess.run(
            command, env=env, capture_output=True, text=True, encoding="utf-8", check=False
        )

    return run


def test_new_problems_are_its_exit_code(run, repository, tmp_path: Path) -> None:
    root, summary = repository(), tmp_path / "summary.md"
    assert (run("--root", root, "--base", "main").returncode, summary.exists()) == (0, False)
    summary.write_text("Before.\n")
    edit(root, ("docs/keepers/pay.md", "[@soundcouncilndtables]", "[@nobody]"))
    done = run("--root", root, "--base", "main", GITHUB_STEP_SUMMARY=str(summary))
    assert (done.returncode, done.stderr) == (1, "3 new problems.\n")
    assert summary.read_text("utf-8").startswith("Before.\n## What this changes\n\nCompared with ")


def test_in_a_workflow_nothing_is_a_command_or_annotated_twice(run, repository) -> None:
    edit(
        root := repository(),
        (
            "docs/keepers/pay.md",
            "The tides were free.",
            "The tides were free. ::add-mask::tides ##[error]no [@nobody]",
        ),
    )
    lines = run("--root", root, "--base", "main", GITHUB_ACTIONS="true").stdout.splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 32
    assert lines[-1] == f"::{token}::"
    assert [line for line in lines[1:-1] if line.lstrip().startswith("::")] == []


def test_problems_are_linked_to_their_lines(run, repository, tmp_path: Path) -> None:
    edit(
        root := repository({"docs/a b(c).md": "# X\n"}),
        ("docs/keepers/pay.md", "[@soundcouncilndtables]", ""),
    )
    git(root, "rm", "--quiet", "docs/a b(c).md")
    git(root, "commit", "--quiet", "--message", "Gone")
    (root / "docs/a b(c).md").write_text("# X\n")
    summary = tmp_path / "summary.md"
    known = {
        "GITHUB_SERVER_URL": "https://forge.example",
        "GITHUB_REPOSITORY": "ada/lamps",
        "GITHUB_SHA": "0123abcd",
    }
    run("--root", root, "--base", "main", "--summary", summary, **known)
    assert (
        "\n- [docs/a b(c).md<span>&#58;</span>1](https://forge.example/ada/lamps/blob/0123abcd/docs/a%20b%28c%29.md#L1) <b>page-outside-navigation</b> "
        in summary.read_text()
    )


def test_an_unknown_base(run, repository, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    done = run("--root", repository(), "--base", "nowhere", "--summary", summary)
    said = "Nothing was compared: there is no revision 'nowhere' here. Fetch it (`git fetch origin`), or name another revision: `make review BASE=main`.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)
    assert summary.read_text() == said.replace("`", "&#96;")


def test_a_base_that_looks_like_an_option(run, repository) -> None:
    assert (
        "there is no revision '--upload-pack=x' here"
        in run("--root", repository(), "--base=--upload-pack=x").stderr
    )


def test_no_repository(run, overlay) -> None:
    folder = overlay({})
    done = run("--root", folder, GIT_CEILING_DIRECTORIES=str(folder.parent))
    said = f"Nothing was compared: '{folder}' is in no git repository that can be read, and a review compares with a commit. (Git says: "
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert "Traceback" not in done.stderr


def test_no_git(run, overlay) -> None:
    done = run("--root", overlay({}), PATH=os.devnull)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Nothing was compared: git cannot be run (")


def test_no_commit_yet(run, overlay) -> None:
    git(folder := overlay({}), "init", "--quiet")
    assert (
        run("--root", folder).stderr
        == "Nothing was compared: there is no commit here yet, so that nothing has changed.\n"
    )


def test_no_shared_history(run, repository) -> None:
    git(root := repository(), "checkout", "--quiet", "--orphan", "other")
    git(root, "commit", "--quiet", "--message", "Alone")
    assert run("--root", root, "--base", "main").stderr.startswith(
        "Nothing was compared: 'main' and the commit at hand share no history. "
    )


def test_a_base_of_another_layout(run, repository) -> None:
    root = repository()
    git(root, "rm", "--quiet", "--cached", "mkdocs.yml")
    git(root, "commit", "--quiet", "--amend", "--message", "Without a configuration")
    sha = git(root, "rev-parse", "main")[:9]
    said = f"Nothing was compared: at {sha} there is no mkdocs.yml: no edition to compare with. Name a later revision: `make review BASE=…`.\n"
    done = run("--root", root, "--base", "main")
    assert (done.returncode, done.stderr) == (2, said)


def test_no_edition(run, tmp_path: Path) -> None:
    assert run("--root", tmp_path).returncode == 2


def test_an_edition_in_a_folder_of_its_repository(run, overlay) -> None:
    root = overlay({})
    top = root.parent
    git(top, "init", "--quiet", "--initial-branch", "main")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "The paper")
    edit(root, ("docs/keepers/pay.md", "The tides were free.", "The tides are free."))
    done = run("--root", root, "--base", "main")
    assert "    after:  The tides {+are+} free.[25]\n" in done.stdout
    assert done.returncode == 0


def test_what_came_to_the_base_since_is_not_what_the_branch_changes(run, repository) -> None:
    root = repository()
    git(root, "checkout", "--quiet", "-b", "branch")
    git(root, "checkout", "--quiet", "main")
    edit(root, ("docs/keepers/pay.md", "The tides were free.", "The tides are free."))
    git(root, "commit", "--quiet", "--all", "--message", "Later")
    git(root, "checkout", "--quiet", "branch")
    assert "Nothing a reader sees changes." in run("--root", root, "--base", "main").stdout


def test_nothing_in_the_repository_is_touched(run, repository) -> None:
    edit(
        root := repository(), ("docs/keepers/pay.md", "The tides were free.", "The tides are free.")
    )
    git(root, "add", "--all")
    before = (
        git(root, "status", "--porcelain"),
        git(root, "worktree", "list"),
        (root / ".git/index").read_bytes(),
    )
    run("--root", root, "--base", "main")
    assert (
        git(root, "status", "--porcelain"),
        git(root, "worktree", "list"),
        (root / ".git/index").read_bytes(),
    ) == before


def test_a_list_that_could_not_be_read_at_the_base(run, repository) -> None:
    root = repository()
    whole = (root / PAPER).read_bytes()
    (root / PAPER).write_bytes(b"\xff" + whole)
    git(root, "commit", "--quiet", "--all", "--amend", "--no-edit")
    (root / PAPER).write_bytes(whole)
    done = run("--root", root, "--base", "main")
    assert (done.returncode, done.stderr) == (0, "No new problems.\n")
    assert (
        f"Note: At the base {PAPER}:1 could not be read: byte 0xff is not UTF-8.\n" in done.stdout
    )
    assert (
        f"Note: {PAPER} cannot be read whole at the base: 14 entries of it cannot be compared.\n"
        in done.stdout
    )
    assert "added" not in done.stdout


def test_a_list_that_cannot_be_read_now(run, repository) -> None:
    root = repository()
    (root / PAPER).write_bytes(b"\xff" + (root / PAPER).read_bytes())
    done = run("--root", root, "--base", "main")
    assert done.returncode == 1
    assert (
        f"  - {PAPER}:1: unreadable-file: byte 0xff is not UTF-8. Save the file with the encoding UTF-8.\n"
        in done.stdout
    )
    assert (
        f"Note: {PAPER} cannot be read whole now: 14 entries of it cannot be compared.\n"
        in done.stdout
    )
    assert "removed" not in done.stdout


def test_an_entry_that_cannot_be_read_now(run, repository) -> None:
    edit(
        root := repository(),
        (
            PAPER,
            "  title = {{Fog Signals before the Cable}},",
            "  title = {{Fog Signals before the Cable},",
        ),
    )
    done = run("--root", root, "--base", "main")
    assert done.returncode == 1
    assert "malformed-entry" in done.stdout
    assert "Traceback" not in done.stderr


def test_data_of_which_no_page_can_be_made(repository, monkeypatch, capsys) -> None:
    def fail(*_words) -> None:
        raise LookupError("what a template asks for is not there")

    edit(root := repository(), ("docs/data/paper.yml", "  version: 1.2.0\n", ""))
    monkeypatch.setattr("edition.site.page_builder.Apparatus.complete", fail)
    assert door.main(["--root", str(root), "--base", "main"]) == 1
    said = capsys.readouterr().out
    assert "  - docs/data/paper.yml:2: missing-paper-fact: 'edition.version' is not given." in said
    assert "Note: docs/index.md cannot be made as the data are now: see the problems.\n" in said


def test_no_traceback(repository, monkeypatch, capsys) -> None:
    def fail(*_words) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(door, "compare", fail)
    assert door.main(["--root", str(repository()), "--base", "main"]) == 2
    said = "The review itself failed (RuntimeError: two lines). This is not your fault: please report this line, with the change that led to it.\n"
    assert capsys.readouterr().err == said
