"""In: docs/data/concordance.yml. Out: its rows; what is none is passed over and reported."""

from __future__ import annotations

from edition.model.pages.concordance import read_concordance

ROWS = """\
- number: 2
  key: b
  page: x.md
  paragraph: 1
  locator: p. 3
- {number: one, key: a, page: x.md, paragraph: 1}
- {number: 1, key: a, page: y.md, paragraph: 4, locator: }
"""


def test_rows_are_read_in_order(tmp_path):
    (tmp_path / "concordance.yml").write_text(ROWS, encoding="utf-8")
    rows, problems = read_concordance(tmp_path, ".")
    assert [(r.number, r.key, r.page, r.paragraph, r.locator, r.location.line) for r in rows] == [
        (2, "b", "x.md", 1, "p. 3", 1),
        (1, "a", "y.md", 4, "", 7),
    ]
    assert [problem.location.line for problem in problems] == [6]


def test_a_paper_may_have_no_concordance(tmp_path):
    assert read_concordance(tmp_path, "data") == ([], [])
