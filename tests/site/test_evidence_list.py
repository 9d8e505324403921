"""What the sources say: what is never shown, and the filter."""

from __future__ import annotations

from edition.site.context import Context
from edition.site.page_builder import complete_page


def test_no_address_of_a_copy_is_on_a_page(built, made_up):
    copies = [item.address for item in made_up.evidence if item.address]
    assert copies
    for file in built.folder.rglob("*.html"):
        text = file.read_text("utf-8")
        assert [address for address in copies if address in text] == [], file


def test_each_filter_has_its_rule(built):
    styles = (built.folder / "assets/evidence.css").read_text("utf-8")
    for id in built.article("evidence/").xpath(".//label/input/@id")[1:]:
        name = id.removeprefix("filter-")
        assert f"#{id}:checked) .evidence-entry:not(.evidence-{name})" in styles


def test_a_paper_without_evidence_shows_nothing_of_it(overlay, edition):
    loaded = edition(overlay({"docs/data/evidence.yml": None}))
    context = Context(loaded)
    for path in ("towers/stone.md", "references.md", "concordance.md", "evidence.md"):
        page = loaded.by_path[path]
        html = complete_page(context, page, page.html).html
        assert 'class="evidence' not in html and "The source" not in html, path
