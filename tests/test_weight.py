"""In: the made-up paper, built. Out: whether the first view of each kind of page keeps to its budget, part by part."""

from __future__ import annotations

from pathlib import Path

import pytest

import weigh
from weigh import FirstView, first_view, first_views, heaviest, kind_of, parse_page, parts_of_page

# Compressed bytes: a tenth more than on the day they were set, which leaves room for another version of zlib and for a few words.
# The pages' own text weighs little here: this is what the edition's machinery costs a reader.
STYLES, SCRIPTS, SCRIPTS_OF_404 = 10_300, 7_950, 10_100
PAGES = {
    "home": 6_000,
    "text": 7_850,
    "overview": 5_400,
    "references": 9_100,
    "notes": 5_950,
    "names": 5_900,
    "timeline": 6_200,
    "concordance": 6_350,
    "glossary": 5_000,
    "about": 5_450,
    "404": 2_400,
}
CURE = "Take out what a reader does not need at first (`make weigh` says what each part costs), or raise the budget in tests/test_weight.py and say why."


def excess(view: FirstView) -> list[str]:
    """What of a first view is above its budget: page, part, bytes, budget."""
    budgets = {
        ".html": PAGES.get(view.kind, 0),
        ".css": STYLES,
        ".js": SCRIPTS_OF_404 if view.kind == "404" else SCRIPTS,
    }
    found = []
    for end, budget in budgets.items():
        parts = {path: size for path, size in view.files.items() if path.endswith(end)}
        if sum(parts.values()) > budget:
            listed = ", ".join(f"{path} {size}" for path, size in parts.items())
            found.append(
                f"{view.page} ({view.kind}): {sum(parts.values())} bytes of {end[1:]}, budget {budget}: {listed}. {CURE}"
            )
    return found


def test_the_first_view_of_every_kind_of_page_keeps_to_its_budget(built) -> None:
    views = list(first_views(built.folder))
    assert {view.kind for view in views} == set(PAGES)
    assert [line for view in views for line in excess(view)] == []


def test_a_page_above_its_budget_is_named_with_part_bytes_and_budget() -> None:
    view = FirstView(
        "notes/index.html",
        "notes",
        {"notes/index.html": 9_000, "assets/all.css": 10, "assets/all.js": 20},
    )
    assert excess(view) == [
        f"notes/index.html (notes): 9000 bytes of html, budget {PAGES['notes']}: notes/index.html 9000. {CURE}"
    ]


def test_no_page_asks_for_the_search_before_it_is_used(built) -> None:
    asked = {path for view in first_views(built.folder) for path in view.files}
    assert not [path for path in asked if "search" in path]
    assert (built.folder / "search" / "search_index.js").exists()


def test_a_page_asks_for_one_style_sheet_and_two_scripts(built) -> None:
    for view in first_views(built.folder):
        own = {"404.html", "assets/not-found.js"} if view.kind == "404" else {view.page}
        assert set(view.files) == own | {
            "assets/all.css",
            "assets/start.js",
            "assets/all.js",
            "assets/favicon.svg",
        }


def test_the_style_sheet_asks_for_nothing(built) -> None:
    assert "url(" not in (built.folder / "assets" / "all.css").read_text("utf-8")


def test_only_the_script_that_sets_the_colors_is_waited_for(built) -> None:
    for view in first_views(built.folder):
        page = parse_page(built.folder / view.page)
        waited = [
            script.get("src").rpartition("/")[2]
            for script in page.xpath("//script[@src]")
            if "defer" not in script.attrib
        ]
        assert waited == ["start.js"], view.page


def laid(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_each_file_is_counted_once_and_none_on_demand(tmp_path: Path) -> None:
    html = """<!doctype html><title>x</title><link rel="stylesheet" href="a.css"><link rel="alternate" href="a.css?late"><link rel="icon" href="data:,">
    <script src="/b.js?v=1"></script><script src="b.js"></script><img src="data:image/gif;base64,"><a href="c.js">later</a>"""
    view = first_view(
        laid(tmp_path, index_html=html, a_css="p{}", b_js="1", c_js="2"), "index.html"
    )
    assert list(view.files) == ["index.html", "a.css", "b.js"]
    assert view.total == sum(
        weigh.compressed((tmp_path / path).read_bytes()) for path in view.files
    )


def test_the_heaviest_page_stands_for_its_kind() -> None:
    views = [
        FirstView(str(size), kind, {"x": size})
        for kind, size in (("text", 5), ("home", 7), ("text", 6))
    ]
    assert [view.page for view in heaviest(iter(views))] == ["7", "6"]


def test_the_parts_of_a_page_are_weighed(built) -> None:
    parts = parts_of_page(built.folder / "keepers" / "watches" / "index.html")
    assert all(
        parts[name] > 0
        for name in ("contents", "notes", "sources", "Cite this page", "for programs")
    )
    assert parts["for reference managers"] == 0
    assert parts_of_page(built.folder / "references" / "index.html")["for reference managers"] > 0


def test_a_page_of_no_kind_is_of_its_folder(tmp_path: Path) -> None:
    page = parse_page(laid(tmp_path, index_html="<!doctype html><title>x</title>") / "index.html")
    assert [
        kind_of(page, path) for path in ("about/rights/index.html", "404.html", "index.html")
    ] == ["about", "404", "home"]


def test_the_tables_name_every_kind_and_every_part(
    built, capsys: pytest.CaptureFixture[str]
) -> None:
    assert weigh.main([str(built.folder)]) == 0
    said = capsys.readouterr().out
    first = [line.split("  ")[0] for line in said.splitlines() if line]
    for name in (
        *PAGES,
        "assets/start.js",
        "assets/previews.js",
        "assets/notes.css",
        "search/search_index.js, at the first search",
    ):
        assert name in first


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["a", "b"]])
def test_without_a_built_edition_it_says_how_to_use_it(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert weigh.main(arguments) == 2
    assert capsys.readouterr().err == weigh.USAGE + "\n"
