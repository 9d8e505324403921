"""The exact messages of the rules for notes."""

from __future__ import annotations

SONGS = "docs/data/notes/keepers/songs.yml"


WATCHES = "docs/data/notes/keepers/watches.yml"


OIL = "docs/data/notes/towers/oil.yml"


LEFT_OUT = "docs/data/notes/left-out.yml"


def test_note_without_id(problems) -> None:
    told = "is not a whole number from 1. The next free one is 19."
    assert problems("note-without-id", (WATCHES, "- id: 17\n  type: fact", "- type: fact")) == (
        f"{WATCHES}:2: note-without-id: '' {told}"
    )
    assert problems("note-without-id", (WATCHES, "id: 17", "id: N17")) == (
        f"{WATCHES}:2: note-without-id: 'N17' {told}"
    )
    assert problems("note-without-id", (WATCHES, "id: 17", "id: 0")) == (
        f"{WATCHES}:2: note-without-id: '0' {told}"
    )


def test_duplicate_note_id(problems) -> None:
    assert problems("duplicate-note-id", (WATCHES, "id: 17", "id: 18")) == (
        f"{WATCHES}:2: duplicate-note-id: the note '18' is already given in {OIL}:2. Give this record an id of its own; ids stay for ever and are not used again."
    )


def test_unknown_note_field(problems) -> None:
    assert problems("unknown-note-field", (WATCHES, "lemma:", "lema:")) == (
        f"{WATCHES}:5: unknown-note-field: 'lema' is not a field of this record. Did you mean 'lemma'?"
    )
    assert problems("unknown-note-field", (WATCHES, "findings:", "zzz:")) == (
        f"{WATCHES}:10: unknown-note-field: 'zzz' is not a field of this record. The fields are confidence, findings, id, lemma, paragraph, sources, text, type, verdict."
    )
    assert problems("unknown-note-field", (LEFT_OUT, "into: 14", "note: 14")) == (
        f"{LEFT_OUT}:4: unknown-note-field: 'note' is not a field of this record. The fields are finding, into, reason."
    )


def test_unknown_note_type(problems) -> None:
    assert problems("unknown-note-type", (WATCHES, "type: fact", "type: facts")) == (
        f"{WATCHES}:3: unknown-note-type: 'facts' is not a type of note. Did you mean 'fact'?"
    )
    assert problems("unknown-note-type", (WATCHES, "type: fact", "type: x")) == (
        f"{WATCHES}:3: unknown-note-type: 'x' is not a type of note. The types are fact, contradiction, name, time, citation, term."
    )


def test_unknown_confidence(problems) -> None:
    assert problems("unknown-confidence", (WATCHES, "confidence: high", "confidence: sure")) == (
        f"{WATCHES}:8: unknown-confidence: 'sure' is not a degree of confidence. Write high or medium or low."
    )
    assert problems("unknown-confidence", (WATCHES, "  confidence: high\n", "")) == (
        f"{WATCHES}:2: unknown-confidence: '' is not a degree of confidence. Write high or medium or low."
    )


def test_unknown_verdict(problems) -> None:
    assert problems("unknown-verdict", (WATCHES, "verdict: differs", "verdict: differ")) == (
        f"{WATCHES}:9: unknown-verdict: 'differ' is not a verdict of a note. Did you mean 'differs'?"
    )
    assert problems("unknown-verdict", (WATCHES, "verdict: differs", "verdict: wrong")) == (
        f"{WATCHES}:9: unknown-verdict: 'wrong' is not a verdict of a note. The verdicts are differs, agrees, unsettled, explains."
    )
    assert problems("unknown-verdict", (WATCHES, "  verdict: differs\n", "")) == (
        f"{WATCHES}:2: unknown-verdict: note 17 has no verdict, and other notes have one. Add `verdict:` with one of differs, agrees, unsettled, explains."
    )


def test_note_hangs_nowhere(problems) -> None:
    stray = "docs/data/notes/keepers/watch.yml"
    record = "- {id: 30, type: fact, text: Stray., sources: [], confidence: low}\n"
    assert problems("note-hangs-nowhere", (stray, "", record)) == (
        f"{stray}:1: note-hangs-nowhere: there is no page 'keepers/watch.md'. Did you mean 'keepers/watches.md'?"
    )
    assert problems("note-hangs-nowhere", (WATCHES, "paragraph: p1a", "paragraph: p1")) == (
        f"{WATCHES}:4: note-hangs-nowhere: 'p1' is not a paragraph of keepers/watches.md. The paragraphs of keepers/watches.md are p1a, p1b, p2."
    )


def test_lemma_not_found(problems) -> None:
    assert problems(
        "lemma-not-found", (WATCHES, "watch lasted four hours", "watch lasted five hours")
    ) == (
        f"{WATCHES}:5: lemma-not-found: 'watch lasted five hours' is not in paragraph p1a of keepers/watches.md. "
        "Copy the words from the page, or choose others that are still there."
    )
    assert problems(
        "lemma-not-found", ("docs/keepers/watches.md", "lasted four hours", "lasted 4 hours")
    ) == (
        f"{WATCHES}:5: lemma-not-found: 'watch lasted four hours' is not in paragraph p1a of keepers/watches.md. "
        "Copy the words from the page, or choose others that are still there."
    )
    assert problems("lemma-not-found", (WATCHES, "  paragraph: p1a\n", "")) == (
        f"{WATCHES}:4: lemma-not-found: 'watch lasted four hours' has no paragraph to be in. "
        "Add `paragraph:`, or remove the lemma if the note is on the whole page."
    )
    assert problems("lemma-not-found", (WATCHES, "  lemma: watch lasted four hours\n", "")) == (
        f"{WATCHES}:4: lemma-not-found: the note on paragraph p1a has no lemma. Add `lemma:` with the words it concerns."
    )
    for quoted in ("wrote that “nobody sleeps", 'wrote that "nobody sleeps'):
        assert (
            problems(
                "lemma-not-found", (WATCHES, "lemma: watch lasted four hours", f"lemma: '{quoted}'")
            )
            == ""
        )


def test_lemma_not_unique(problems) -> None:
    assert problems(
        "lemma-not-unique", (WATCHES, "lemma: watch lasted four hours", "lemma: o")
    ) == (
        f"{WATCHES}:5: lemma-not-unique: 'o' is in paragraph p1a of keepers/watches.md 6 times. Add a word before or after it."
    )


def test_note_too_long(problems) -> None:
    text = "text: In the roll the watches of winter last six hours."
    assert problems("note-too-long", (WATCHES, text, "text: " + "word " * 60)) == ""
    assert problems("note-too-long", (WATCHES, text, "text: Also " + "*word* " * 60)) == (
        f"{WATCHES}:6: note-too-long: the text has 61 words. Say it in 60 at most, or divide it into two notes."
    )
    assert problems("note-too-long", (WATCHES, f"  {text}\n", "")) == (
        f"{WATCHES}:2: note-too-long: the note has no text. Add `text:` with what the record says."
    )


def test_unknown_note_source(problems) -> None:
    assert problems(
        "unknown-note-source",
        (WATCHES, "[sellaarchive2020roll]", "[sellaarchive2020rolls, grey2005birds, zzz]"),
    ) == "\n".join(
        [
            f"{WATCHES}:7: unknown-note-source: 'sellaarchive2020rolls' is not in bib/. Did you mean 'sellaarchive2020roll'?",
            f"{WATCHES}:7: unknown-note-source: 'zzz' is not in bib/. Add the work to bib/editors.bib, or correct the key.",
        ]
    )


def test_finding_left_hanging(problems) -> None:
    assert problems(
        "finding-left-hanging", (LEFT_OUT, "  reason: The restated text does not show it.\n", "")
    ) == (f"{LEFT_OUT}:5: finding-left-hanging: 'F11' is left out without a reason. Add `reason:`.")
    assert problems("finding-left-hanging", (LEFT_OUT, "into: 14", "into: 99")) == (
        f"{LEFT_OUT}:4: finding-left-hanging: 'F6' went into note 99, which does not exist. Name the note it is merged with."
    )
    assert problems("finding-left-hanging", (LEFT_OUT, "finding: F6", "finding: F9")) == (
        f"{LEFT_OUT}:2: finding-left-hanging: 'F9' is already accounted for in {WATCHES}:10. Keep one of the two."
    )
    assert problems("finding-left-hanging", (WATCHES, "[F9]", "[F9, F10]")) == (
        f"{WATCHES}:10: finding-left-hanging: 'F10' is already accounted for in {OIL}:10. Keep one of the two."
    )
