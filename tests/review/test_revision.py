"""The command `make review`: its exit codes, and what it says where there is nothing to compare."""

from __future__ import annotations

import os

import pytest

import review
from edition.review.revision import NoRevision, find_base
from repository import edit, git

PAY = "docs/keepers/pay.md"
CHANGE = (PAY, "The tides were free.", "The tides are free.")


def test_new_problems_are_its_exit_code(paper, tmp_path, capsys):
    summary = tmp_path / "summary.md"
    summary.write_text("Before.\n")
    edit(paper, (PAY, "[@soundcouncilndtables]", "[@nobody]"))
    code = review.main(["--root", str(paper), "--base", "main", "--summary", str(summary)])
    assert (code, capsys.readouterr().err) == (1, "2 new errors, 1 new convention.\n")
    assert summary.read_text("utf-8").startswith("Before.\n## What this changes\n\nCompared with ")


def test_in_a_workflow_nothing_is_a_command(paper, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    edit(paper, (PAY, "The tides", "::add-mask::tides ##[error]no [@nobody]"))
    review.main(["--root", str(paper), "--base", "main"])
    first, *lines, last = capsys.readouterr().out.splitlines()
    token = first.removeprefix("::stop-commands::")
    assert len(token) == 32
    assert last == f"::{token}::"
    assert [line for line in lines if line.lstrip().startswith("::")] == []


def test_an_unknown_base(paper, tmp_path, capsys):
    summary = tmp_path / "summary.md"
    message = "Nothing was compared: there is no revision 'nowhere' here. Fetch it (`git fetch origin`), or name another revision: `make review BASE=main`."
    words = ["--root", str(paper), "--base", "nowhere", "--summary", str(summary)]
    assert review.main(words) == 2
    assert capsys.readouterr() == ("", f"{message}\n")
    assert summary.read_text() == message.replace("`", "&#96;") + "\n"


@pytest.mark.parametrize(
    ("prepare", "base", "message"),
    [
        ("status", "--upload-pack=x", "there is no revision '--upload-pack=x' here. "),
        ("update-ref -d HEAD", "main", "there is no commit here yet, so that nothing has "),
        (
            "commit --quiet --amend --message Alone",
            "HEAD@{1}",
            "'HEAD@{1}' and the commit at hand share no history. ",
        ),
    ],
)
def test_there_is_no_base(paper, prepare, base, message):
    git(paper, *prepare.split())
    with pytest.raises(NoRevision) as error:
        find_base(paper, base)
    assert str(error.value).startswith(message)


def test_no_repository_and_no_git(overlay, monkeypatch):
    root = overlay({})
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    with pytest.raises(NoRevision, match=r"is in no git repository that .* \(Git says: "):
        find_base(root, "main")
    monkeypatch.setenv("PATH", os.devnull)
    with pytest.raises(NoRevision, match=r"^git cannot be run \("):
        find_base(root, "main")


def test_a_base_without_an_edition(paper):
    git(paper, "rm", "--quiet", "--cached", "mkdocs.yml")
    git(paper, "commit", "--quiet", "--amend", "--message", "Without a configuration")
    sha = git(paper, "rev-parse", "main")[:9]
    with pytest.raises(NoRevision) as error:
        review.review_since(paper, "main")
    assert str(error.value) == (
        f"at {sha} (main) there is no mkdocs.yml: no edition to compare with. Name a later revision: `make review BASE=…`."
    )


def test_an_edition_in_a_folder_of_its_repository(overlay):
    root = overlay({})
    git(root.parent, "init", "--quiet", "--initial-branch", "main")
    git(root.parent, "add", "--all")
    git(root.parent, "commit", "--quiet", "--message", "The paper")
    edit(root, CHANGE)
    (section,) = review.review_since(root, "main").sections
    assert section.title == f"Page: 2.2 Pay ({PAY})"


def test_what_came_to_the_base_since_is_not_shown(paper):
    git(paper, "checkout", "--quiet", "-b", "branch")
    git(paper, "checkout", "--quiet", "main")
    edit(paper, CHANGE)
    git(paper, "commit", "--quiet", "--all", "--message", "Later")
    git(paper, "checkout", "--quiet", "branch")
    assert review.review_since(paper, "main").sections == []


def test_nothing_in_the_repository_is_touched(paper):
    edit(paper, CHANGE)
    git(paper, "add", "--all")
    index = (paper / ".git/index").read_bytes()
    review.review_since(paper, "main")
    assert (paper / ".git/index").read_bytes() == index
    assert git(paper, "status", "--porcelain") == f"M  {PAY}\n"
    assert len(git(paper, "worktree", "list").splitlines()) == 1
