"""In: one change to the made-up paper, in a git repository. Out: what the review tells a person of it."""

from __future__ import annotations

from repository import edit, git, told

PAPER = "bib/paper.bib"
NOTHING = "Compared with BASE (main): No new problems.\n\nNothing a reader sees changes.\n"


def test_nothing_changed(repository) -> None:
    text, markdown = told(repository())
    assert text == NOTHING
    assert (
        markdown
        == "## What this changes\n\nCompared with BASE (main): No new problems.\n\n**Nothing a reader sees changes.**\n"
    )


def test_an_entry_corrected(repository, tells) -> None:
    edit(root := repository(), (PAPER, "Wicks, Wind and Weather", "Wicks, Wind and Water"))
    text = tells("entry-corrected", root)
    assert (
        "    after:  [4] [9] [12] van der Holm, Ludwig; Brine, Tove. Wicks, Wind and {+Water+}."
        in text
    )
    assert "Cited in 1.1 Stone, paragraph 2; 1.2 Oil, paragraph 2." in text


def test_an_entry_added(repository, tells) -> None:
    entry = "\n@book{grey2006moths,\n  author = {Grey, Otto},\n  title = {{Moths at the Lamp}},\n  publisher = {Gull Rock Press},\n  date = {2006},\n  langid = {english},\n}\n"
    root = repository()
    (root / "bib/editors.bib").write_text(
        (root / "bib/editors.bib")
        .read_text("utf-8")
        .replace("\n@online{sella", entry + "\n@online{sella"),
        encoding="utf-8",
    )
    assert (
        "  @grey2006moths, added. Cited nowhere.\n    after:  Grey, Otto. Moths at the Lamp. Gull Rock Press, 2006. In English.\n"
        in tells("entry-added", root)
    )


def test_a_key_renamed(repository, tells) -> None:
    root = repository()
    edit(root, (PAPER, "tarn1995fog", "tarn1995signals"))
    for path in ("docs/towers/oil.md", "docs/data/concordance.yml"):
        (root / path).write_text(
            (root / path).read_text("utf-8").replace("tarn1995fog", "tarn1995signals"),
            encoding="utf-8",
        )
    text = tells("key-renamed", root)
    assert (
        "@tarn1995signals, renamed. It was @tarn1995fog. It reads as before. Cited in 1.2 Oil, paragraph 1; 1.2 Oil, paragraph 2."
        in text
    )
    assert "added" not in text
    assert "removed" not in text


def test_an_entry_removed_while_cited(repository, tells) -> None:
    root = repository()
    text = (root / PAPER).read_text("utf-8")
    start = text.index("@inproceedings{tarn1995fog")
    (root / PAPER).write_text(
        text[:start] + text[text.index("@online{oilwick") :], encoding="utf-8"
    )
    said = tells("entry-removed", root)
    assert said.index("undefined-citation: '@tarn1995fog' is not in bib/.") < said.index(
        "References: "
    )
    assert (
        "@tarn1995fog, removed. Still cited in 1.2 Oil, paragraph 1; 1.2 Oil, paragraph 2." in said
    )
    assert "Pages: " not in said  # the paragraphs keep their numbers: the loss is told once


def test_an_entry_moved_and_one_written_otherwise(repository) -> None:
    root = repository()
    text = (root / PAPER).read_text("utf-8")
    start, end = text.index("@book{osk1990wages"), text.index("@mastersthesis")
    moved = text[:start] + text[end:].rstrip() + "\n\n" + text[start:end].rstrip() + "\n"
    (root / PAPER).write_text(moved.replace("date = {1987},", "date={1987},"), encoding="utf-8")
    said, _ = told(root)
    assert f"Note: {PAPER}: entries that only stand elsewhere: 1 (@osk1990wages)." in said
    assert (
        f"Note: {PAPER}: entries that are only written otherwise: 1 (@vanderholm1987wicks)." in said
    )
    assert "References: " not in said
    assert "Nothing a reader sees changes." in said


def test_an_entry_moved_to_the_other_list(repository) -> None:
    root = repository()
    text = (root / "bib/editors.bib").read_text("utf-8")
    start, end = text.index("@book{grey2005birds"), text.index("@online{sella")
    (root / "bib/editors.bib").write_text(text[:start] + text[end:], encoding="utf-8")
    (root / PAPER).write_text(
        (root / PAPER).read_text("utf-8") + "\n" + text[start:end].rstrip() + "\n", encoding="utf-8"
    )
    said, markdown = told(root)
    assert (
        "  @grey2005birds, moved. It stood in bib/editors.bib. Cited in About; note 15; note 16.\n"
        in said
    )
    assert "@grey2005birds, removed" not in said
    assert "| (the same) | Grey, Otto. Birds Struck by Lamps." in markdown


def test_a_field_that_no_page_prints(repository) -> None:
    edit(root := repository(), (PAPER, "address = {Port Sella}", "address = {Holm}"))
    said, _ = told(root)
    assert (
        "@brine1919lamps, changed. The pages print it as before; the downloads hold every field. Cited in 1.1 Stone, paragraph 1.\n"
        in said
    )
    assert "    before: address = [-Port Sella-]\n    after:  address = {+Holm+}\n" in said


def test_a_sentence_mended(repository, tells) -> None:
    edit(
        root := repository(),
        (
            "docs/keepers/songs.md",
            "no watch was sung through twice",
            "no watch was ever sung through twice",
        ),
    )
    text = tells("sentence-mended", root)
    assert "Pages: 2.3 Songs (docs/keepers/songs.md)\n  ¶2a, changed.\n" in text
    assert "{+ever+}" in text


def test_a_citation_and_a_link_changed(repository) -> None:
    root = repository()
    edit(
        root,
        ("docs/keepers/watches.md", "opposite.[@keepersunionndletters]", "opposite.[@osk2010four]"),
    )
    edit(
        root,
        ("docs/keepers/songs.md", "(watches.md#p1a)", "(watches.md#p2)"),
        ("docs/towers/oil.md", "Seal oil smoked", "*Seal oil* smoked"),
    )
    said, _ = told(root)
    assert (
        "    before: Another wrote the opposite.[[-20-]]\n    after:  Another wrote the opposite.[{+Osk 2010+}]\n"
        in said
    )
    assert "watch [bold] [to watches.md#{+p2+}] had its song" in said
    assert "    after:  Seal oil {+[italic]+} smoked, and colza froze" in said


def test_a_note_changed(repository, tells) -> None:
    root = repository()
    edit(root, ("docs/data/notes/keepers/watches.yml", "last six hours", "last five hours"))
    edit(
        root,
        ("docs/data/notes/towers/oil.yml", "- id: 18", "- id: 19"),
        ("docs/data/names.yml", "Singer, of *Holm*.", "Singer."),
    )
    text = tells("note-changed", root)
    assert "last [-six-] hours. · Source: @sellaarchive2020roll" in text
    assert "  Note 18, removed.\n" in text
    assert (
        "Also different, since they repeat what changed: 1.2 Oil; 2.1 Watches; Editorial notes; Names."
        in text
    )


def test_a_page_moved(repository, tells) -> None:
    root = repository()
    (root / "docs/keepers/wages.md").write_text(
        (root / "docs/keepers/pay.md")
        .read_text("utf-8")
        .replace("The tides were free", "The tides cost nothing"),
        encoding="utf-8",
    )
    (root / "docs/keepers/pay.md").unlink()
    edit(root, ("docs/keepers/index.md", "(pay.md)", "(wages.md)"))
    for path in ("mkdocs.yml", "docs/data/concordance.yml", "docs/data/argument.yml"):
        (root / path).write_text(
            (root / path).read_text("utf-8").replace("keepers/pay.md", "keepers/wages.md"),
            encoding="utf-8",
        )
    text = tells("page-moved", root)
    assert (
        "Pages: 2.2 Pay (docs/keepers/wages.md), moved\n  It stood at docs/keepers/pay.md.\n  ¶2, changed.\n"
        in text
    )
    assert "Pages: 2.2 Pay (docs/keepers/pay.md)" not in text


def test_a_page_added_and_one_removed(repository, tells) -> None:
    root = repository(
        {
            "docs/towers/horn.md": "---\ntitle: Horn\nsection: '1.3'\n---\n\n# Horn\n\nIt was loud.\n{: #p1 }\n"
        }
    )
    edit(
        root,
        (
            "mkdocs.yml",
            "      - 1.2 Oil: towers/oil.md\n",
            "      - 1.2 Oil: towers/oil.md\n      - 1.3 Horn: towers/horn.md\n",
        ),
    )
    git(root, "commit", "--quiet", "--all", "--amend", "--no-edit")
    (root / "docs/towers/horn.md").unlink()
    (root / "docs/towers/wood.md").write_text(
        "---\ntitle: Wood\nsection: '1.3'\n---\n\n# Wood\n\nBeacons came first.\n{: #p1 }\n",
        encoding="utf-8",
    )
    edit(root, ("mkdocs.yml", "1.3 Horn: towers/horn.md", "1.3 Wood: towers/wood.md"))
    text = tells("page-added", root)
    assert "Pages: 1.3 Wood (docs/towers/wood.md), added\n" in text
    assert "Pages: 1.3 Horn (docs/towers/horn.md), removed\n" in text


def test_a_paragraph_moved(repository) -> None:
    root = repository()
    text = (root / "docs/keepers/pay.md").read_text("utf-8")
    paragraph = "The tides were free.[@soundcouncilndtables]\n{: #p2 }\n"
    (root / "docs/keepers/pay.md").write_text(text.replace(paragraph, ""), encoding="utf-8")
    (root / "docs/keepers/songs.md").write_text(
        (root / "docs/keepers/songs.md").read_text("utf-8") + "\n" + paragraph.replace("p2", "p3"),
        encoding="utf-8",
    )
    edit(
        root,
        (
            "docs/data/concordance.yml",
            "keepers/pay.md, paragraph: 2}",
            "keepers/songs.md, paragraph: 3}",
        ),
    )
    said, _ = told(root)
    assert (
        "  ¶3, moved. It was ¶2 of docs/keepers/pay.md.\n    after:  The tides were free.[25]\n"
        in said
    )
    assert "removed" not in said


def test_two_paragraphs_change_places(repository) -> None:
    root = repository()
    head, first, second = (
        (root / "docs/keepers/pay.md").read_text("utf-8").rpartition("A keeper earned")[0],
        "The tides.\n{: #p2 }\n",
        "A keeper.\n{: #p1 }\n",
    )
    (root / "docs/keepers/pay.md").write_text(f"{head}{second}\n{first}", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--amend", "--no-edit")
    (root / "docs/keepers/pay.md").write_text(f"{head}{first}\n{second}", encoding="utf-8")
    said, _ = told(root)
    assert said.count("moved. It stands elsewhere on the page.") == 1


def test_a_row_an_item_and_a_heading(repository) -> None:
    root = repository()
    edit(
        root,
        ("docs/towers/oil.md", "| Seal  | much            |", "| Seal  | much, and black |"),
        ("docs/towers/oil.md", "    - small ones, [@tarn1995fog]\n", ""),
    )
    edit(root, ("docs/towers/stone.md", "How to write about stone", "How to write of stone"))
    said, _ = told(root)
    assert (
        "  row after ¶2, changed.\n    before: Seal | much | [10]\n    after:  Seal | much{+, and black+} | [10]\n"
        in said
    )
    assert "  list item after ¶2, removed.\n    before: small ones, [15]\n" in said
    assert (
        "  heading, changed.\n    before: How to write [-about-] stone\n    after:  How to write {+of+} stone\n"
        in said
    )


def test_other_data(repository, tells) -> None:
    root = repository()
    edit(
        root,
        ("docs/data/timeline.yml", "The treaty is signed.", "A treaty is signed."),
        ("docs/data/glossary.yml", "The telegraph", "A telegraph"),
    )
    edit(
        root,
        ("docs/data/relations.yml", "type: summed-up-in", "type: repeated-in"),
        ("docs/data/paper.yml", 'year: "1931"', 'year: "1932"'),
    )
    edit(
        root,
        ("docs/data/exceptions.yml", "The letters bear no date.", "No date is known."),
        ("docs/data/argument.yml", "title: Towers", "title: The towers"),
    )
    edit(
        root,
        ("mkdocs.yml", "1.2 Oil: towers", "1.2 Oils: towers"),
        ("docs/data/notes/left-out.yml", "does not show it", "has it not"),
    )
    (root / "scripts").mkdir()
    (root / "scripts/x.py").write_text("")
    text = tells("other-data", root)
    assert "Not compared here: 2 other files (docs/data/notes/left-out.yml, scripts/x.py)." in text


def test_markup_that_no_word_shows(repository) -> None:
    edit(root := repository(), ("docs/keepers/songs.md", "{: #p2b }", "{: #p2b .last }"))
    assert told(root)[0].endswith(
        "\nNo words change, and yet the markup of these pages differs: 2.3 Songs.\n"
    )


def test_problems_old_new_and_mended(repository) -> None:
    page = "docs/keepers/songs.md"
    root = repository({"docs/lost.md": "# Lost\n", "docs/gone.md": "# Gone\n"})
    text = (root / page).read_text("utf-8")
    (root / page).write_text(text + "\nSee [@nobody].\n{: #p3 }\n", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--amend", "--no-edit")
    (root / "docs/gone.md").unlink()
    # The same problem some lines below, and a second one of the same words.
    (root / page).write_text(
        text + "\nA line.\n{: #p3 }\n\nSee [@nobody].\n{: #p4 }\n\nSee [@nobody].\n{: #p5 }\n",
        encoding="utf-8",
    )
    said, _ = told(root)
    problem = f"{page}:25: undefined-citation: '@nobody' is not in bib/. Add the entry, or correct the key."
    assert said.startswith(
        f"Compared with BASE (main): 1 new problem, 3 passages on 1 page.\n\n1 new problem:\n  - {problem}\n\nAt the base were 3 problems: 1 mended, 2 still there.\n"
    )
