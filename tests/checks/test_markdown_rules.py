"""The exact messages of the rules for what manuscripts hold and the edition does not read."""

from __future__ import annotations

import pytest

ABOUT = "docs/about.md:12: "


def test_latex_citation(problems_in_text) -> None:
    assert problems_in_text(
        "latex-citation", r"So \citep[p. 3]{brine1919lamps, osk1990wages}."
    ) == (
        r"docs/about.md:12: latex-citation: '\citep[p. 3]{brine1919lamps, osk1990wages}' is printed as it is written. Write '[@brine1919lamps; @osk1990wages]'."
    )
    assert problems_in_text("latex-citation", r"Write `\cite{key}` there.") == ""


def test_cross_reference(problems_in_text) -> None:
    assert problems_in_text("cross-reference", "As @fig:map and [@brine1919lamps] show.") == (
        "docs/about.md:12: cross-reference: '@fig:map' is printed as it is written. Write a link to its id, such as '[Figure 1](#fig:map)'."
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (r"See \autoref{map}.", r"\autoref{map}"),
        (r"A \unheard{lamp}.", r"\unheard{lamp}"),
        ("Oil^[of seals].", "^[of seals]"),
        ("Oil[^gone].", "[^gone]"),
        ("::: note\nOil.\n:::", "::: note"),
        ("> [!NOTE]\n> Oil.", "[!NOTE]"),
        ("Table: Oil by year.", "Table: Oil by year."),
        ("An [oil]{.smallcaps} lamp.", "[oil]{.smallcaps}"),
        ("Oil :smile: burns.", ":smile:"),
        ("See [[Oil]].", "[[Oil]]"),
        ("![[oil.png]]", "![[oil.png]]"),
        ("*[SO]: Seal oil", "*[SO]: Seal oil"),
        ("{{< include oil.md >}}", "{{< include oil.md >}}"),
        ("So {cite:p}`brine1919lamps`.", "{cite:p}"),
        ("Oil ==burns== here.", "==burns=="),
        ("Oil ++burns++ and {++more++}.", "++burns++"),
        ("- \\references", "\\references"),
    ],
)
def test_markup_that_is_not_read_is_named(problems_in_text, text: str, written: str) -> None:
    found = problems_in_text("unread-text", text)
    assert found.startswith(f"{ABOUT}unread-text: '{written}' is printed as it is written.")


@pytest.mark.parametrize(
    "text",
    [
        r"Write `\ref{map}` and `[^1]`.",
        "*Oil*: of seals. At 10:30:45.",
        "Oil[^1].\n\n[^1]: Of seals.",
        "H~2~O and 10^3^, ~~old~~.",
        "!!! note\n    Oil.",
        "- [x] Oil",
        "C++ and D++, x == y and z == 1, i++ or ++j, {a} and {b}.",
        "```{python}\nprint()\n```",
        "````\n```{note}\n```\n````",
    ],
)
def test_markup_that_is_read_is_not_named(problems_in_text, text: str) -> None:
    assert problems_in_text("unread-text", text) == ""


def test_unread_text(problems_in_text) -> None:
    assert problems_in_text("unread-text", r"See \ref{map}.") == (
        r"docs/about.md:12: unread-text: '\ref{map}' is printed as it is written. Write a link, '[Figure 1](#map)', to the id of what it names."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "```{note} Oil\nSeals.\n```",
            "'```{note} Oil' is read as code. Write '!!! note' on a line of its own, and indent its text by four spaces.",
        ),
        (
            "- Oil\n\n    ```\n    seals\n    ```",
            "'```' is indented, and is read as code within a line. Indent the lines of code by eight spaces, and take the fence out.",
        ),
    ],
)
def test_a_block_that_is_meant_as_something_else_is_named(
    problems_in_text, text: str, said: str
) -> None:
    assert problems_in_text("unread-text", text).partition("unread-text: ")[2] == said


def test_lost_definition(problems_in_text) -> None:
    assert problems_in_text("lost-definition", "Oil[^1].\n\n[^1]: Of seals.\n[^1]: Of whales.") == (
        "docs/about.md:15: lost-definition: '[^1]' is already defined on this page, and only the last is read. Give it another name."
    )
    assert problems_in_text("lost-definition", "Oil.\n\n[^a]: Of seals.\n\n[b]: oil.md") == (
        "docs/about.md:14: lost-definition: nothing on this page uses '[^a]'. Write '[^a]' where it belongs, or take it out.\n"
        "docs/about.md:16: lost-definition: nothing on this page uses '[b]'. Write '[b]' where it belongs, or take it out."
    )
    for text in (
        "[Oil][b].\n\n[B]: towers/oil.md",
        "```\n[a]: b\n```",
        "Oil[^1].\n\n[^1]: Of seals.",
    ):
        assert problems_in_text("lost-definition", text) == ""
    assert problems_in_text("missing-anchor", "Oil.\n\n[^a]: Of seals.") == ""


def test_lost_caption(problems_in_text) -> None:
    assert problems_in_text("lost-caption", "| A |\n|---|\n| b |\n\n: Oil by year.").endswith(
        "docs/about.md:16: lost-caption: ': Oil by year.' has no term above it. Write the caption as a paragraph above the table."
    )
    assert problems_in_text("lost-caption", "Oil\n: Of seals.") == ""


def test_formula_as_source(problems_in_text) -> None:
    assert problems_in_text("formula-as-source", "If $a_1$ and $$b^2$$, it burns.") == (
        "docs/about.md:12: formula-as-source: 2 formulas are shown as TeX, first '$a_1$'. Write short ones in plain signs: 'x² + y²', '*a*~1~'."
    )
    for money in ("From $5 to 10 US$ a month.", "US$ 5 or $6, $7-$8.", "`$a$`"):
        assert problems_in_text("formula-as-source", money) == ""


def test_list_indent(problems_in_text) -> None:
    assert problems_in_text("list-indent", "- one\n  - below one\n  - below too\n- two") == (
        "docs/about.md:13: list-indent: the item is indented by too few spaces to be of a list within the list. Indent it by four spaces, or not at all."
    )
    assert (
        problems_in_text("list-indent", "- one\n    - below one\n- two\n\n```\n- a\n  - b\n```")
        == ""
    )


def test_merge_conflict(problems) -> None:
    assert problems(
        "merge-conflict", ("docs/about.md", "## Citing", "<<<<<<< HEAD\n## Citing")
    ) == (
        "docs/about.md:12: merge-conflict: '<<<<<<< HEAD' was left by a merge. Choose one of the two versions, and delete the lines of the merge."
    )


def test_a_block_and_what_stands_twice_are_named_once(problems_in_text) -> None:
    table = (
        "\\begin{table}\n\\textbf{Oil} \\label{oil}\n\\end{table}\n\nSee \\ref{oil}, \\ref{oil}."
    )
    options = ":::{note} Oil\n:class: tip\n:::"
    assert problems_in_text("unread-text", f"{table}\n\n{options}").splitlines() == [
        "docs/about.md:12: unread-text: '\\begin{table}' is printed as it is written. Write it in Markdown.",
        "docs/about.md:16: unread-text: '\\ref{oil}' is printed as it is written. Write a link, '[Figure 1](#map)', to the id of what it names.",
        "docs/about.md:18: unread-text: ':::{note} Oil' is printed as it is written. Write '!!! note' on a line of its own, and indent its text by four spaces.",
    ]
