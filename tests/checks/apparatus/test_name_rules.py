"""The exact messages of the rules for the indexes."""

from __future__ import annotations

NAMES = "docs/data/names.yml"


TERMS = "docs/data/glossary.yml"


def test_bad_index_id(problems) -> None:
    assert problems("bad-index-id", (NAMES, "id: gull-rock", "id: Gull Rock")) == (
        f"{NAMES}:32: bad-index-id: 'Gull Rock' is not an id. Write it like 'ada-lovelace'."
    )
    assert problems("bad-index-id", (TERMS, "id: colza", "id: colza-")) == (
        f"{TERMS}:10: bad-index-id: 'colza-' is not an id. Write it like 'ada-lovelace'."
    )
    assert problems("bad-index-id", (TERMS, "- id: colza\n  term", "- term")) == (
        f"{TERMS}:10: bad-index-id: '' is not an id. Write it like 'ada-lovelace'."
    )


def test_duplicate_index_id(problems) -> None:
    hint = "Give this record an id of its own; ids stay for ever and are not used again."
    assert problems("duplicate-index-id", (NAMES, "id: holm", "id: gull-rock")) == (
        f"{NAMES}:40: duplicate-index-id: the name 'gull-rock' is already given in {NAMES}:32. {hint}"
    )
    assert problems("duplicate-index-id", (TERMS, "id: cable", "id: colza")) == (
        f"{TERMS}:15: duplicate-index-id: the term 'colza' is already given in {TERMS}:10. {hint}"
    )
    assert problems("duplicate-index-id", (TERMS, "id: cable", "id: holm")) == ""


def test_unknown_index_field(problems) -> None:
    assert problems(
        "unknown-index-field", (NAMES, "  printed: [Mr. Sund]", "  print: [Mr. Sund]")
    ) == (
        f"{NAMES}:15: unknown-index-field: 'print' is not a field of this record. Did you mean 'printed'?"
    )
    assert problems(
        "unknown-index-field", (TERMS, "  text: Oil", "  kind: place\n  text: Oil")
    ) == (
        f"{TERMS}:13: unknown-index-field: 'kind' is not a field of this record. The fields are aliases, forms, id, sources, term, text."
    )


def test_unknown_name_kind(problems) -> None:
    assert problems("unknown-name-kind", (NAMES, "kind: body", "kind: bodies")) == (
        f"{NAMES}:21: unknown-name-kind: 'bodies' is not a kind of name. The kinds are person, body, document, place, mission."
    )
    assert problems("unknown-name-kind", (NAMES, "kind: mission", "kind: missions")) == (
        f"{NAMES}:51: unknown-name-kind: 'missions' is not a kind of name. Did you mean 'mission'?"
    )


def test_unexplained_entry(problems) -> None:
    assert problems(
        "unexplained-entry", (NAMES, "  description: Keeper of the first tower.\n", "")
    ) == (f"{NAMES}:12: unexplained-entry: 'ola-sund' has no description. Add `description:`.")
    assert problems("unexplained-entry", (TERMS, "  text: The telegraph under the sea.\n", "")) == (
        f"{TERMS}:15: unexplained-entry: 'cable' has no text. Add `text:`."
    )
    assert problems(
        "unexplained-entry", (TERMS, "text: The telegraph under the sea.", "text: " + "word " * 61)
    ) == (f"{TERMS}:17: unexplained-entry: the text of 'cable' has 61 words. Say it in 60 at most.")


def test_not_in_text(problems) -> None:
    assert problems("not-in-text", (NAMES, "name: Gull Rock", "name: Tern Rock")) == (
        f"{NAMES}:32: not-in-text: no paragraph names 'gull-rock' by any of its forms. Add the form that the text uses to `aliases:`, or take the entry out."
    )
    assert problems("not-in-text", (TERMS, "term: cable", "term: cables")) == (
        f"{TERMS}:15: not-in-text: no paragraph names 'cable' by any of its forms. Add the form that the text uses to `aliases:`, or take the entry out."
    )
    hint = "Correct the form, or take it out; a longer form may be used in its place."
    assert problems(
        "not-in-text", (NAMES, "printed: [Mr. Sund]", "printed: [Mr. Sund, Mister Sund]")
    ) == (f"{NAMES}:15: not-in-text: no paragraph names 'ola-sund' by 'Mister Sund'. {hint}")
    assert problems("not-in-text", (TERMS, "aliases: [colza]", "aliases: [colza, rape oil]")) == (
        f"{TERMS}:12: not-in-text: no paragraph names 'colza' by 'rape oil'. {hint}"
    )
    # The standard form need not stand in the text: the paper may use another.
    assert problems("not-in-text", (NAMES, "name: Ola Sund", "name: Olaf Sund")) == ""


def test_ambiguous_name(problems) -> None:
    assert problems(
        "ambiguous-name",
        (NAMES, "  only: {Sund: [keepers/songs.md#p1]}\n", ""),
        (NAMES, "  only: {Sund: [keepers/songs.md#p2b]}\n", ""),
    ) == "\n".join(
        [
            f"{NAMES}:11: ambiguous-name: 'Sund' in keepers/songs.md#p1 may be 'mari-sund' or 'ola-sund'. Add `only: {{Sund: [keepers/songs.md#p1]}}` to the one that is meant.",
            f"{NAMES}:11: ambiguous-name: 'Sund' in keepers/songs.md#p2b may be 'mari-sund' or 'ola-sund'. Add `only: {{Sund: [keepers/songs.md#p2b]}}` to the one that is meant.",
        ]
    )
    # One that is told apart is enough: elsewhere the form means the other.
    assert problems("ambiguous-name", (NAMES, "  only: {Sund: [keepers/songs.md#p1]}\n", "")) == ""


def test_only_nowhere(problems) -> None:
    assert problems(
        "only-nowhere",
        (
            NAMES,
            "[keepers/songs.md#p2b]",
            "[keepers/songs.md#p2b, keepers/songs.md#p3, keepers/song.md#p1]",
        ),
    ) == "\n".join(
        [
            f"{NAMES}:17: only-nowhere: 'keepers/song.md#p1' is not a place of the text. Did you mean 'keepers/songs.md'?",
            f"{NAMES}:17: only-nowhere: 'keepers/songs.md#p3' is not a place of the text. The paragraphs of keepers/songs.md are p1, p2a, p2b.",
        ]
    )
    assert problems(
        "only-nowhere",
        (NAMES, "[keepers/songs.md#p2b]", "[keepers/songs.md#p2b, keepers/songs.md#p2a]"),
    ) == (
        f"{NAMES}:17: only-nowhere: 'Sund' is not in keepers/songs.md#p2a. Correct the form or the paragraph."
    )
    # Straight and curly quotes are equal.
    for form in ("Keeper's Rest", "Keeper’s Rest"):
        only = f'name: {form}\n  only: {{"{form}": [keepers/songs.md#p2a]}}'
        assert problems("only-nowhere", (NAMES, "name: Keeper's Rest", only)) == ""


def test_form_without_source(problems) -> None:
    assert problems("form-without-source", (NAMES, ", source: bluebay2018lamp}", "}")) == (
        f"{NAMES}:36: form-without-source: the form of 'gull-rock' has no source. A form is printed only where a source was seen."
    )
    assert problems(
        "form-without-source",
        (
            NAMES,
            "{lang: zh-Hans, text: 海鸥岩, source: bluebay2018lamp}",
            "{text: [], source: bluebay2018lamp}",
        ),
    ) == (
        f"{NAMES}:36: form-without-source: the form of 'gull-rock' has no lang and no text. A form is printed only where a source was seen."
    )
    assert problems(
        "form-without-source", (TERMS, "source: bluebay2018lamp", "source: bluebay2018lamps")
    ) == (
        f"{TERMS}:7: form-without-source: 'bluebay2018lamps' is not in bib/. Did you mean 'bluebay2018lamp'?"
    )


def test_unknown_index_source(problems) -> None:
    assert problems(
        "unknown-index-source",
        (
            NAMES,
            "sources: [sellaarchive2020roll, grey2005birds]",
            "sources: [sellaarchive2020roll, grey2005bird]",
        ),
    ) == (
        f"{NAMES}:30: unknown-index-source: 'grey2005bird' is not in bib/. Did you mean 'grey2005birds'?"
    )
    assert problems(
        "unknown-index-source", (TERMS, "sources: [sellaarchive2020roll]", "sources: zzz")
    ) == (
        f"{TERMS}:8: unknown-index-source: 'zzz' is not in bib/. Add the work to bib/editors.bib, or correct the key."
    )
