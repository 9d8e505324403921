"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of pages, paragraphs, links and published addresses."""

from __future__ import annotations


def test_page_outside_navigation(said) -> None:
    assert said("page-outside-navigation", ("docs/towers/lost.md", "", "# Lost\n")) == [
        (
            "docs/towers/lost.md:1: page-outside-navigation: 'towers/lost.md' is not in the navigation. Add it to `nav:` in mkdocs.yml, or delete it."
        )
    ]


def test_page_twice_in_navigation(said) -> None:
    assert said(
        "page-twice-in-navigation",
        ("mkdocs.yml", "  - About: about.md", "  - About: about.md\n  - Again: about.md"),
    ) == [
        "mkdocs.yml:1: page-twice-in-navigation: 'about.md' stands in `nav:` 2 times. Keep one of them."
    ]


def test_missing_title(said) -> None:
    assert said("missing-title", ("docs/about.md", "title: About\n", "")) == [
        "docs/about.md:2: missing-title: the page has no title. Add `title: …` between the two lines `---` at the top."
    ]


def test_missing_description(said) -> None:
    assert said(
        "missing-description",
        ("docs/about.md", "description: Version and how to cite.", "description: ''"),
    ) == [
        (
            "docs/about.md:3: missing-description: the page has no description. Add `description: …`, one sentence, between the two lines `---` at the top."
        )
    ]


def test_missing_section(said) -> None:
    assert said("missing-section", ("docs/keepers/watches.md", 'section: "2.1"\n', "")) == [
        (
            "docs/keepers/watches.md:2: missing-section: the page has the paragraph 'p1a', but no section. Add "
            '`section: "…"` with the paper\'s number, in quotes.'
        )
    ]


def test_section_twice(said) -> None:
    assert said(
        "section-twice", ("docs/keepers/watches.md", 'section: "2.1"', 'section: "2.2"')
    ) == [
        (
            "docs/keepers/pay.md:3: section-twice: section '2.2' is that of keepers/watches.md already. Correct one of them."
        )
    ]


def test_unknown_command(said) -> None:
    assert said("unknown-command", ("docs/about.md", "\\version", "\\verson")) == [
        "docs/about.md:10: unknown-command: '\\verson' is not a command. Did you mean '\\version'?"
    ]


def test_paragraph_without_id(said) -> None:
    assert said("paragraph-without-id", ("docs/keepers/watches.md", "{: #p2 }\n", "")) == [
        (
            "docs/keepers/watches.md:16: paragraph-without-id: the paragraph 'Visitors from the south praised "
            "the ligh…' has no id. Add a line `{: #p3 }` with the paper's number below it."
        )
    ]


def test_bad_paragraph_id(said) -> None:
    assert said("bad-paragraph-id", ("docs/keepers/watches.md", "#p2 ", "#p02 ")) == [
        "docs/keepers/watches.md:17: bad-paragraph-id: 'p02' is not the id of a paragraph. Write it like 'p3' or 'p1b'."
    ]


def test_duplicate_id(said) -> None:
    assert said("duplicate-id", ("docs/keepers/watches.md", "#p1b", "#p1a")) == [
        "docs/keepers/watches.md:14: duplicate-id: the id 'p1a' stands 2 times in this page. Give each its own."
    ]


def test_paragraph_order(said) -> None:
    assert said("paragraph-order", ("docs/keepers/watches.md", "#p2 ", "#p4 ")) == [
        "docs/keepers/watches.md:17: paragraph-order: 'p4' stands after 'p1b'. 'p1c' is due, or 'p2'."
    ]


def test_missing_page(said) -> None:
    assert said(
        "missing-page", ("docs/about.md", "## Citing", "See [oil](towers/oils.md).\n\n## Citing")
    ) == [
        (
            "docs/about.md:12: missing-page: 'towers/oils.md' leads to no page or file of the edition. Did you mean '/towers/oil.md'?"
        )
    ]
    assert said(
        "missing-page",
        ("docs/about.md", "## Citing", 'See <a href="../towers/oils/">oil</a>.\n\n## Citing'),
    ) == [
        (
            "docs/about.md:12: missing-page: '../towers/oils/' leads to no page or file of the edition. Did you mean '/towers/oil.md'?"
        )
    ]


def test_missing_anchor(said) -> None:
    assert said(
        "missing-anchor",
        ("docs/about.md", "## Citing", "See [oil](towers/oil.md#p9).\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: missing-anchor: 'towers/oil.md#p9' names the id 'p9', which is not in towers/oil.md. Correct the id."
        )
    ]
    assert said(
        "missing-anchor",
        (
            "docs/about.md",
            "## Citing",
            'See <a href="../keepers/watches/#p9">watches</a>.\n\n## Citing',
        ),
    ) == [
        (
            "docs/about.md:12: missing-anchor: '../keepers/watches/#p9' names the id 'p9', which is not in keepers/watches.md. Correct the id."
        )
    ]


def test_published_address_gone(said) -> None:
    assert said(
        "published-address-gone",
        (
            "docs/data/published.txt",
            "",
            "/\n/#abstract\nkeepers/watches/#p1a\nkeepers/watches/#p7\nkeepers/watches/#p8\ntowers/sand/\n",
        ),
        (
            "docs/data/redirects.yml",
            "",
            "- {from: 'keepers/watches/#p8', to: 'keepers/watches/#p2'}\n",
        ),
    ) == [
        (
            "docs/data/published.txt:4: published-address-gone: 'keepers/watches/#p7' was published and is no "
            "longer there. Put it back, or name where it went in docs/data/redirects.yml."
        ),
        (
            "docs/data/published.txt:6: published-address-gone: 'towers/sand/' was published and is no longer "
            "there. Put it back, or name where it went in docs/data/redirects.yml."
        ),
    ]


def test_no_address_is_missed_where_a_source_cannot_be_read(said) -> None:
    listed = ("docs/data/published.txt", "", "towers/sand/\n")
    assert len(said("published-address-gone", listed)) == 1
    assert said("published-address-gone", listed, ("docs/data/timeline.yml", "", "- id: [\n")) == []


def test_a_number_that_is_missing_is_said_once(said) -> None:
    listed, wrong = (
        ("docs/data/published.txt", "", "towers/oil/#cite-7\n"),
        ("docs/towers/oil.md", "[@tarn1995fog]", "[@tarn1995fogs]"),
    )
    assert said("published-address-gone", listed, wrong) == []
    assert len(said("number-missing", listed, wrong)) == 1
    assert (
        len(
            said("published-address-gone", ("docs/data/published.txt", "", "towers/oil/#cite-99\n"))
        )
        == 1
    )


def test_redirect_to_nowhere(said) -> None:
    assert said(
        "redirect-to-nowhere",
        (
            "docs/data/redirects.yml",
            "",
            "- {from: a/, to: b/}\n- {from: about/, to: references/}\n- {from: c/}\n",
        ),
    ) == [
        "docs/data/redirects.yml:1: redirect-to-nowhere: 'b/' is not an address of the edition. Name one that is there.",
        "docs/data/redirects.yml:2: redirect-to-nowhere: 'about/' still exists. Take the redirect out.",
        (
            "docs/data/redirects.yml:3: redirect-to-nowhere: a redirect needs `from` and `to`. Write `- {from: old/#p1, to: new/#p2}`."
        ),
    ]
