"""The command `make review`: its exit codes, and what it says where there is nothing to compare."""

from __future__ import annotations

import os

import pytest

import review
from edition.review.revision import NoRevision, find_base
from repository import edit, git

PAY = "docs/keepers/pay.md"
CHANGE = (PAY, "The tides were free.", "The tides are free.")


def test_new_problems_are_its_exit_code(run, repository, tmp_path):
    root, summary = repository(), tmp_path / "summary.md"
    summary.write_text("Before.\n")
    edit(root, (PAY, "[@soundcouncilndtables]", "[@nobody]"))
    code, _out, err = run("--root", root, "--base", "main", "--summary", summary)
    assert (code, err) == (1, "2 new errors, 1 new convention.\n")
    assert summary.read_text("utf-8").startswith("Before.\n## What this changes\n\nCompared with ")


def test_in_a_workflow_nothing_is_a_command(run, repository, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    edit(root := repository(), (PAY, "The tides", "::add-mask::tides ##[error]no [@nobody]"))
    lines = run("--root", root, "--base", "main")[1].splitlines()
    token = lines[0].removeprefix("::stop-commands::")
    assert len(token) == 32
    assert lines[-1] == f"::{token}::"
    assert [line for line in lines[1:-1] if line.lstrip().startswith("::")] == []


def test_an_unknown_base(run, repository, tmp_path):
    summary = tmp_path / "summary.md"
    message = "Nothing was compared: there is no revision 'nowhere' here. Fetch it (`git fetch origin`), or name another revision: `make review BASE=main`."
    arguments = ("--root", repository(), "--base", "nowhere", "--summary", summary)
    assert run(*arguments) == (2, "", f"{message}\n")
    assert summary.read_text() == message.replace("`", "&#96;") + "\n"


@pytest.mark.parametrize(
    ("prepare", "base", "message"),
    [
        ([], "--upload-pack=x", "there is no revision '--upload-pack=x' here. "),
        (
            ["checkout --quiet --orphan other", "commit --quiet --message Alone"],
            "main",
            "'main' and the commit at hand share no history. ",
        ),
        (["update-ref -d HEAD"], "main", "there is no commit here yet, so that nothing has "),
    ],
)
def test_there_is_no_base(repository, prepare, base, message):
    root = repository()
    for command in prepare:
        git(root, *command.split())
    with pytest.raises(NoRevision) as error:
        find_base(root, base)
    assert str(error.value).startswith(message)


def test_no_repository_and_no_git(overlay, monkeypatch):
    root = overlay({})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    with pytest.raises(
        NoRevision, match=r"is in no git repository that can be read, .* \(Git says: "
    ):
        find_base(root, "main")
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(NoRevision, match=r"^git cannot be run \("):
        find_base(root, "main")


def test_a_base_without_an_edition(run, repository):
    root = repository()
    git(root, "rm", "--quiet", "--cached", "mkdocs.yml")
    git(root, "commit", "--quiet", "--amend", "--message", "Without a configuration")
    sha = git(root, "rev-parse", "main")[:9]
    message = f"Nothing was compared: at {sha} (main) there is no mkdocs.yml: no edition to compare with. Name a later revision: `make review BASE=…`.\n"
    assert run("--root", root, "--base", "main") == (2, "", message)


def test_an_edition_in_a_folder_of_its_repository(run, overlay):
    root = overlay({})
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    git(root.parent, "add", "--all")
    git(root.parent, "commit", "--quiet", "--message", "The paper")
    edit(root, CHANGE)
    code, out, _err = run("--root", root, "--base", "main")
    assert code == 0
    assert "    after:  The tides {+are+} free.[25]\n" in out


def test_what_came_to_the_base_since_is_not_shown(run, repository):
    root = repository()
    git(root, "checkout", "--quiet", "-b", "branch")
    git(root, "checkout", "--quiet", "main")
    edit(root, CHANGE)
    git(root, "commit", "--quiet", "--all", "--message", "Later")
    git(root, "checkout", "--quiet", "branch")
    assert "No words that a reader sees change." in run("--root", root, "--base", "main")[1]


def test_nothing_in_the_repository_is_touched(repository):
    edit(root := repository(), CHANGE)
    git(root, "add", "--all")

    def state() -> tuple[str, str, bytes]:
        index = (root / ".git/index").read_bytes()
        return git(root, "status", "--porcelain"), git(root, "worktree", "list"), index

    before = state()
    review.review_since(root, "main")
    assert state() == before
