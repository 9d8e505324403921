"""On which pages terms are marked; where, is in tests/golden/site."""

from __future__ import annotations


def test_terms_are_marked_on_the_title_page_and_the_sections_only(overlay, edition):
    from edition.site.context import Context
    from edition.site.page_builder import complete_page

    words = "---\ntitle: {0}\ndescription: x\n---\n\n# {0}\n\nThe cable.\n{{: #{1} }}\n"
    loaded = edition(
        overlay(
            {
                "docs/about.md": words.format("About", "x"),
                "docs/index.md": words.format("The paper", "abstract"),
            }
        )
    )
    context = Context(loaded)
    told = {
        path: 'class="term"'
        in complete_page(context, loaded.by_path[path], loaded.by_path[path].html).html
        for path in ("about.md", "index.md")
    }
    assert told == {"about.md": False, "index.md": True}
