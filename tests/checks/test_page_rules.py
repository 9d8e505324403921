"""The exact messages of the rules for pages."""

from __future__ import annotations

WATCHES = "docs/keepers/watches.md"
ABOUT = "docs/about.md"
CONFIG = "mkdocs.yml"


def test_page_outside_navigation(problems) -> None:
    assert problems("page-outside-navigation", ("docs/towers/lost.md", "", "# Lost\n")) == (
        "docs/towers/lost.md:1: page-outside-navigation: 'towers/lost.md' is not in the navigation. Add it to `nav:` in mkdocs.yml, or delete it."
    )


def test_page_twice_in_navigation(problems) -> None:
    assert problems(
        "page-twice-in-navigation",
        (CONFIG, "  - About: about.md", "  - About: about.md\n  - Again: about.md"),
    ) == (
        "mkdocs.yml:1: page-twice-in-navigation: 'about.md' is in `nav:` 2 times. Keep one of them."
    )


def test_missing_title(problems) -> None:
    assert problems("missing-title", (ABOUT, "title: About\n", "")) == (
        "docs/about.md:2: missing-title: the page has no title. Add `title: …` between the two lines `---` at the top."
    )


def test_missing_description(problems) -> None:
    assert problems(
        "missing-description", (ABOUT, "description: Version and how to cite.", "description: ''")
    ) == (
        "docs/about.md:3: missing-description: the page has no description. Add `description: …`, one sentence, between the two lines `---` at the top."
    )


def test_missing_section(problems) -> None:
    assert problems("missing-section", (WATCHES, 'section: "2.1"\n', "")) == (
        "docs/keepers/watches.md:2: missing-section: the page has the paragraph 'p1a', but no section. Add `section: \"…\"` with the paper's number, in quotes."
    )


def test_section_twice(problems) -> None:
    assert problems("section-twice", (WATCHES, 'section: "2.1"', 'section: "2.2"')) == (
        "docs/keepers/pay.md:3: section-twice: section '2.2' is already that of keepers/watches.md. Correct one of them."
    )


def test_unknown_directive(problems) -> None:
    assert problems("unknown-directive", (ABOUT, "\\version", "\\verson")) == (
        "docs/about.md:10: unknown-directive: '\\verson' is not a directive. Did you mean '\\version'?"
    )
    assert problems("unknown-directive", (ABOUT, "\\version", "\\newpage")) == (
        "docs/about.md:10: unknown-directive: '\\newpage' is not a directive. Take it out: it sets pages of LaTeX."
    )


def test_unknown_page_field(problems) -> None:
    change = ("docs/about.md", "description:", "sectoin: 1\ndescription:")
    assert problems("unknown-page-field", change) == (
        "docs/about.md:3: unknown-page-field: 'sectoin' is not a field of this record. Did you mean 'section'?"
    )
