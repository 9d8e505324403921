"""The exact messages of the rules for published addresses."""

from __future__ import annotations

PUBLISHED = "docs/data/published.txt"
REDIRECTS = "docs/data/redirects.yml"


def test_published_address_gone(problems) -> None:
    assert problems(
        "published-address-gone",
        (
            PUBLISHED,
            "",
            "/\n/#abstract\nkeepers/watches/#p1a\nkeepers/watches/#p7\nkeepers/watches/#p8\ntowers/sand/\n",
        ),
        (REDIRECTS, "", "- {from: 'keepers/watches/#p8', to: 'keepers/watches/#p2'}\n"),
    ) == (
        "docs/data/published.txt:4: published-address-gone: 'keepers/watches/#p7' was published and no longer exists. Restore it, or name where it went in docs/data/redirects.yml.\n"
        "docs/data/published.txt:6: published-address-gone: 'towers/sand/' was published and no longer exists. Restore it, or name where it went in docs/data/redirects.yml."
    )


def test_redirect_to_nowhere(problems) -> None:
    assert problems(
        "redirect-to-nowhere",
        (REDIRECTS, "", "- {from: a/, to: b/}\n- {from: about/, to: references/}\n- {from: c/}\n"),
    ) == (
        "docs/data/redirects.yml:1: redirect-to-nowhere: 'b/' is not an address of the edition. Name one that exists.\n"
        "docs/data/redirects.yml:2: redirect-to-nowhere: 'about/' still exists. Remove the redirect.\n"
        "docs/data/redirects.yml:3: redirect-to-nowhere: a redirect needs `from` and `to`. Write `- {from: old/#p1, to: new/#p2}`."
    )


def test_no_address_is_missed_where_a_source_cannot_be_read(problems) -> None:
    listed = (PUBLISHED, "", "towers/sand/\n")
    assert problems("published-address-gone", listed)
    assert not problems(
        "published-address-gone", listed, ("docs/data/timeline.yml", "", "- id: [\n")
    )


def test_a_number_that_is_missing_is_reported_once(problems) -> None:
    listed = (PUBLISHED, "", "towers/oil/#cite-7\n")
    wrong = ("docs/towers/oil.md", "[@tarn1995fog]", "[@tarn1995fogs]")
    assert not problems("published-address-gone", listed, wrong)
    assert problems("number-missing", listed, wrong)
    assert problems("published-address-gone", (PUBLISHED, "", "towers/oil/#cite-99\n"))
