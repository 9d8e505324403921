"""`make check SINCE=…`: an address that existed at a revision, listed or not, may not get lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import check
from repository import edit, git

PAGE = "docs/towers/oil.md"
WORDS = "A paragraph that nobody has listed.\n{: #p9 }\n"
ADDRESS = "towers/oil/#p9"
REDIRECT = f"- {{from: {ADDRESS}, to: 'towers/oil/#p1'}}\n"


@pytest.fixture
def published(paper) -> Path:
    """The made-up paper with a paragraph that its base has and its list of addresses does not
    yet hold.
    """
    with (paper / PAGE).open("a", encoding="utf-8") as page:
        page.write("\n" + WORDS)
    git(paper, "commit", "--quiet", "--all", "--message", "A paragraph")
    return paper


def lost(root: Path, capsys: pytest.CaptureFixture[str], since: str = "main") -> list[str]:
    check.main(["--root", str(root), "--since", since])
    return [line for line in capsys.readouterr().out.splitlines() if ADDRESS in line]


def test_an_address_that_no_list_holds_is_missed(published, capsys):
    assert lost(published, capsys) == []
    edit(published, (PAGE, "\n" + WORDS, ""))
    (problem,) = lost(published, capsys)
    assert problem.startswith("docs/data/redirects.yml:1: error: published-address-gone: ")
    assert f"{git(published, 'rev-parse', 'HEAD')[:9]} (main)" in problem
    assert lost(published, capsys, since="HEAD~1") == []
    with (published / "docs/data/redirects.yml").open("a", encoding="utf-8") as redirects:
        redirects.write(REDIRECT)
    assert lost(published, capsys) == []


def test_an_unknown_revision_is_said(paper, capsys):
    assert check.main(["--root", str(paper), "--since", "nowhere"]) == 2
    said = "Nothing was compared: there is no revision 'nowhere' here."
    assert capsys.readouterr().err.startswith(said)
