"""The made-up paper changed: a view of one of its pages, and a build with what it has none of as
it stands.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import PAPER, Site, build_site, overlay_paper
from edition.model import Edition
from edition.site.context import Context, PageView

REDIRECTS = """\
- {from: "towers/stone/#p9", to: "towers/oil/#p1"}
- {from: "towers/wood/", to: "towers/stone/"}
- {from: "towers/stone/#p8", to: "towers/stone/#p1"}
- {from: "references/#ref-lost", to: "references/#ref-brine1919lamps"}
"""
# What MkDocs' plugins for citations have damaged.
BRACKETS = r"""
---
title: Brackets
description: Brackets.
---

# Brackets

The interval [0, 1) is open.[@brine1919lamps] More.

They write [a note [@brine1919lamps] at length].

Write `[` before.[@board1911rules]

A \[bracket.[@board1911rules]

Others write \bibliography or \full_bibliography.

Others write `\bibliography`.

In code `[@brine1919lamps]` stays.

Write to [lamps@orrin.example].
""".lstrip()


@pytest.fixture()
def view_of(overlay) -> Callable[[str, dict[str, str]], PageView]:
    """`view_of("about.md", {"docs/about.md":

    "…"})`: a page of the made-up paper with these files.
    """

    def view(path: str, files: dict[str, str]) -> PageView:
        edition = Edition.load(overlay(files))
        return PageView(Context(edition), edition.by_path[path])

    return view


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """With redirects, a lost page and odd brackets, built for the root of a host."""
    folder = tmp_path_factory.mktemp("odd")
    settings = (PAPER / "mkdocs.yml").read_text("utf-8")
    files = {
        "docs/data/redirects.yml": REDIRECTS,
        "docs/lost.md": "# Lost\n",
        "docs/brackets.md": BRACKETS,
        "mkdocs.yml": settings.replace("  - About:", "  - Brackets: brackets.md\n  - About:"),
    }
    root = overlay_paper(folder / "paper", files)
    return build_site(root / "mkdocs.yml", folder / "site", "/")
