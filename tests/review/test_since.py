"""`make check SINCE=…`: an address that existed at a revision, listed or not, may not get lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import check
from repository import edit, git

WORDS = "A paragraph that nobody has listed.\n{: #p9 }\n"
ADDRESS = "towers/oil/#p9"


@pytest.fixture()
def published(repository) -> Path:
    """The made-up paper with a paragraph that its base has and its list of addresses does not yet hold."""
    root = repository()
    page = root / "docs/towers/oil.md"
    page.write_text(page.read_text("utf-8") + "\n" + WORDS, encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "A paragraph")
    return root


def lost(root: Path, capsys: pytest.CaptureFixture[str], since: str = "main") -> list[str]:
    check.main(["--root", str(root), "--since", since])
    return [line for line in capsys.readouterr().out.splitlines() if ADDRESS in line]


def test_nothing_is_lost(published, capsys):
    assert lost(published, capsys) == []


def test_an_address_that_no_list_holds_is_missed(published, capsys):
    base = git(published, "rev-parse", "HEAD").strip()[:9]
    edit(published, ("docs/towers/oil.md", "\n" + WORDS, ""))
    (problem,) = lost(published, capsys)
    assert problem.startswith("docs/data/redirects.yml:1: error: published-address-gone: ")
    assert f"{base} (main)" in problem
    assert lost(published, capsys, since="HEAD~1") == []


def test_a_redirect_is_enough(published, capsys):
    edit(published, ("docs/towers/oil.md", "\n" + WORDS, ""))
    file = published / "docs/data/redirects.yml"
    there = file.read_text("utf-8") if file.exists() else ""
    file.write_text(f"{there}- {{from: {ADDRESS}, to: 'towers/oil/#p1'}}\n", encoding="utf-8")
    assert lost(published, capsys) == []


def test_an_unknown_revision_is_said(published, capsys):
    assert check.main(["--root", str(published), "--since", "nowhere"]) == 2
    assert capsys.readouterr().err.startswith(
        "Nothing was compared: there is no revision 'nowhere' here."
    )
