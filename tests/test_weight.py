"""What the first view of each kind of page loads, in compressed bytes: each kind of file keeps
to its budget.
"""

from __future__ import annotations

from conftest import parse_page
from weight import FirstView, first_views

# A tenth more than on the day they were set: for another version of zlib and a few words. The pages
# of the made-up paper
# have little text, so that this is what the edition's machinery costs a reader. The scripts rose by
# 2,900 for notes that stand whole
# and near their marks, previews of cross-links, and lists that fold on narrow windows; they are
# loaded once for all pages. The styles have what sources say, and
# pictures, footnotes and boxes of manuscripts.
STYLES, SCRIPTS, SCRIPTS_OF_404 = 13_800, 11_300, 13_500
PAGES = {
    "home": 6_000,
    "text": 7_850,
    "overview": 5_400,
    "references": 9_100,
    "evidence": 7_600,
    "notes": 5_950,
    "names": 5_900,
    "timeline": 6_200,
    "concordance": 6_350,
    "glossary": 5_000,
    "about": 5_450,
    "404": 2_400,
}
# A page of the real edition, with all that it loads. Material as it comes loads 94,000 bytes with
# its search.
# The list of references also has what each source says of its citations, with its words: 50
# quotations and remarks.
MOST, MOST_OF_LISTS = 50_000, 80_000
LISTS = ("references", "notes", "names")
HINT = "Take out what a reader does not need at first, or raise the budget in tests/test_weight.py and say why."


def excess(view: FirstView) -> list[str]:
    """What of a first view is above its budget."""
    budgets = {
        ".html": PAGES[view.kind],
        ".css": STYLES,
        ".js": SCRIPTS_OF_404 if view.kind == "404" else SCRIPTS,
    }
    return [
        f"{view.page}: {view.size(ending)} bytes of {ending}, budget {budget}. {HINT}"
        for ending, budget in budgets.items()
        if view.size(ending) > budget
    ]


def test_the_first_view_of_every_kind_of_page_keeps_to_its_budget(built):
    views = list(first_views(built))
    assert {view.kind for view in views} == set(PAGES)
    assert [line for view in views for line in excess(view)] == []


def test_every_page_of_the_real_edition_is_lighter_than_material_as_it_comes(published):
    assert {
        view.page: view.files
        for view in first_views(published)
        if view.size() > (MOST_OF_LISTS if view.kind in LISTS else MOST)
    } == {}


def test_no_page_asks_for_the_search_before_it_is_used(built):
    asked = {path for view in first_views(built) for path in view.files}
    assert not [path for path in asked if "search" in path]
    assert (built.folder / "search" / "search_index.js").exists()


def test_only_the_script_that_sets_the_colors_is_waited_for(built):
    for view in first_views(built):
        scripts = parse_page(built.folder / view.page).xpath("//script[@src and not(@defer)]/@src")
        assert [path.rpartition("/")[2] for path in scripts] == ["start.js"], view.page


def test_the_style_sheets_ask_for_nothing(built):
    for file in (built.folder / "assets").glob("*.css"):
        assert "url(" not in file.read_text("utf-8"), file
