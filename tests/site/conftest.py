"""One build for what the made-up paper as it stands has none of: redirects, a lost page, odd brackets."""

from __future__ import annotations

import pytest

from conftest import PAPER, Site, build_site, overlay_paper

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


@pytest.fixture(scope="session")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Built for the root of a host."""
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
