"""The exact messages of the rules for the files of the sources."""

from __future__ import annotations

from pathlib import Path

from edition.checks import check_sources
from edition.model import Edition


def test_symbolic_link(overlay) -> None:
    root: Path = overlay({})
    (root / "docs/oil.png").symlink_to("/etc/hostname")
    (root / "docs/all").symlink_to(".")
    (root / "bib/.#paper.bib").symlink_to("someone@host.1:2")  # as Emacs does while a file is open
    found = [one for one in check_sources(Edition.load(root)) if one.rule == "symbolic-link"]
    hint = "is a symbolic link. Put the file itself in its place."
    assert [str(one).replace("error: ", "") for one in found] == [
        f"docs/all:1: symbolic-link: 'all' {hint}",
        f"docs/oil.png:1: symbolic-link: 'oil.png' {hint}",
    ]
