"""The directives of the made-up paper, and the ids that they bring."""

from __future__ import annotations

from edition.model.pages.directives import DIRECTIVES
from edition.site.context import Context
from edition.site.page_builder import complete_page


def test_a_directive_in_code_is_none_and_an_unknown_one_is_named(overlay, edition):
    body = "# A\n\n`\\\\notes`\n\n\\odd-one\n\nSee \\\\notes here.\n"
    page = edition(overlay({"docs/about.md": body})).by_path["about.md"]
    assert page.directives == ["odd-one"]
    assert "odd-one" not in DIRECTIVES


def test_a_directive_with_spaces_after_it_is_carried_out(overlay, edition):
    loaded = edition(overlay({"docs/about.md": "# A\n\n\\version  \n"}))
    page = loaded.by_path["about.md"]
    assert page.directives == ["version"]
    html = complete_page(Context(loaded), page, page.html).html
    assert 'class="version"' in html and "\\version" not in html
