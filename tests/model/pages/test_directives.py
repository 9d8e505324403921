"""The directives of the made-up paper, and the ids that they bring."""

from __future__ import annotations

import pytest

from edition.model import Edition
from edition.model.pages.directives import DIRECTIVES, directives_in, generated_ids
from edition.site.page_builder import PageBuilder


@pytest.mark.parametrize(
    ("path", "names", "some_id"),
    [
        ("references.md", ["references"], "ref-brine1919lamps"),
        ("names.md", ["names"], "ola-sund"),
        ("glossary.md", ["glossary"], "watch"),
        ("timeline.md", ["timeline"], "first-lamp"),
        ("notes.md", ["notes"], "n15"),
        ("concordance.md", ["concordance-numbers", "concordance-paragraphs"], "no-1"),
        ("about/changelog.md", [], ""),
    ],
)
def test_the_directives_of_a_page(
    made_up: Edition, path: str, names: list[str], some_id: str
) -> None:
    page = made_up.by_path.get(path)
    if page is None:
        assert not names
        return
    assert directives_in(page) == names
    ids = generated_ids(made_up, page)
    assert some_id in ids or not some_id


def test_a_directive_in_code_is_none_and_an_unknown_one_is_named(overlay, edition) -> None:
    body = "# A\n\n`\\\\notes`\n\n\\odd-one\n\nSee \\\\notes here.\n"
    page = edition(overlay({"docs/about.md": body})).by_path["about.md"]
    assert directives_in(page) == ["odd-one"]
    assert "odd-one" not in DIRECTIVES


def test_a_directive_with_spaces_after_it_is_carried_out(overlay, edition) -> None:
    loaded = edition(overlay({"docs/about.md": "# A\n\n\\version  \n"}))
    page = loaded.by_path["about.md"]
    assert directives_in(page) == ["version"]
    html = PageBuilder(loaded).complete(page, page.html).html
    assert 'class="version"' in html and "\\version" not in html
