"""mkdocs-bibtex changes nothing in the text of a page."""

from __future__ import annotations

import pytest

# The Markdown of a paragraph, and how it reads in the page.
PARAGRAPHS = [
    (
        "The interval [0, 1) is open.[@brine1919lamps] More.",
        "The interval [0, 1) is open.[1] More.",
    ),
    (
        "They write [a note [@brine1919lamps] at length].",
        "They write [a note [Brine 1919] at length].",
    ),
    ("Write `[` before.[@board1911rules]", "Write [ before.[Orrin Lights Board 1911]"),
    (r"A \[bracket.[@board1911rules]", "A [bracket.[Orrin Lights Board 1911]"),
    (r"Others write \bibliography or \full_bibliography.", None),
    (r"Others write `\bibliography`.", r"Others write \bibliography."),
    ("In code `[@brine1919lamps]` stays.", "In code [@brine1919lamps] stays."),
    ("Write to [lamps@orrin.example].", None),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory, build):
    """The built page of all paragraphs."""
    from conftest import overlay_paper

    folder = tmp_path_factory.mktemp("plugin")
    texts = [f"{body}\n{{: #p{at} }}" for at, (body, _) in enumerate(PARAGRAPHS, start=1)]
    head = '---\ntitle: Stone\nsection: "1.1"\n---\n\n# Stone\n\n'
    root = overlay_paper(folder / "paper", {"docs/towers/stone.md": head + "\n\n".join(texts)})
    return build(root / "mkdocs.yml", folder / "site", "/").article("towers/stone/")


@pytest.mark.parametrize("at", range(len(PARAGRAPHS)))
def test_every_word_is_printed(page, at):
    body, text = PARAGRAPHS[at]
    paragraph = page.get_element_by_id(f"p{at + 1}")
    found = paragraph.text_content().replace("\u00a0", " ").removesuffix(f"¶{at + 1}")
    assert found == (text or body)
