"""In: pages on their way through mkdocs-bibtex' own patterns. Out: whether it sees true citations and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs_bibtex.citation import CitationBlock

from edition.model import Edition
from edition.site.bibtex_plugin import EditionRegistry

Pass = Callable[[str], str]


@pytest.fixture()
def through(overlay) -> Pass:
    """What comes out of the plugin's own find-and-replace for a page's Markdown."""

    def through(body: str) -> str:
        root: Path = overlay({"docs/towers/stone.md": body})
        edition = Edition.load(root)
        registry = EditionRegistry(edition)
        page = edition.by_path["towers/stone.md"]
        markdown = registry.enter(page, page.body)
        for block in CitationBlock.from_markdown(markdown):
            markdown = markdown.replace(str(block), registry.inline_text(block))
        return registry.leave(markdown)

    return through


@pytest.mark.parametrize(
    "body",
    [
        "`[@brine1919lamps]`",
        "```\n[@brine1919lamps]\n```",
        "    [@brine1919lamps]",
        "<!-- [@brine1919lamps] -->",
        '<p title="[@brine1919lamps]">a</p>',
        "[lamps@orrin.example]",
        "[the harbor @brine1919lamps](https://social.example/@a)",
        "\\[@brine1919lamps]",
        "@brine1919lamps",
        "a@b.example",
    ],
)
def test_what_is_no_citation_passes_unchanged(through: Pass, body: str) -> None:
    assert through(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "Lit.[@brine1919lamps]",
        "Lit.[@brine1919lamps,\np. 3]",
        "Lit.[@brine1919lamps;\n@board1911rules]",
        "Lit.[@brine1919lamps][@board1911rules]",
        "Lit.[see @brine1919lamps]",
    ],
)
def test_true_citations_are_printed(through: Pass, body: str) -> None:
    printed = through(body)
    assert "[@" not in printed
    assert printed.count("#ref-") == body.count("@")
    assert "citation-" not in printed.replace("citation-prefix", "").replace("citation-locator", "")


def test_the_same_bracket_twice_is_printed_twice(through: Pass) -> None:
    printed = through("Lit.[@brine1919lamps] Out.[@brine1919lamps] `[@brine1919lamps]`\n{: #p1 }\n")
    assert ("#cite-1 " in printed, "#cite-3 " in printed, "`[@brine1919lamps]`" in printed) == (
        True,
        True,
        True,
    )


def test_a_page_that_cannot_be_read_is_not_handed_on(overlay, build, tmp_path) -> None:
    """Python-Markdown would take minutes to come to the end of it: the build must not."""
    messages = {
        "towers/oil.md": "docs/towers/oil.md:3: unreadable-file: more than 20 brackets are open at once in one paragraph.",
        "towers/sand.md": "docs/towers/sand.md:1: page-outside-navigation:",
    }
    root = overlay({f"docs/{page}": "# Sand\n\n" + "[" * 60_000 for page in messages})
    site = build(root / "mkdocs.yml", tmp_path / "site", "/")
    assert site.code == 1
    for page, message in messages.items():
        assert message in site.output
        html = site.folder / page.removesuffix(".md") / "index.html"
        assert "[[[" not in html.read_text("utf-8")
