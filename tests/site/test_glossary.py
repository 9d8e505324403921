"""On which pages terms are marked; where, is in tests/golden/site."""

from __future__ import annotations

import pytest

from edition.site.page_builder import complete_page

TEXT = "---\ntitle: A page\ndescription: x\n---\n\n# A page\n\nThe cable.\n{: #abstract }\n"


@pytest.mark.parametrize(("path", "is_marked"), [("index.md", True), ("about.md", False)])
def test_terms_are_marked_on_the_title_page_and_the_sections_only(view_of, path, is_marked):
    view = view_of(path, {f"docs/{path}": TEXT})
    html = complete_page(view.context, view.page, view.page.html).html
    assert ('class="term"' in html) == is_marked
