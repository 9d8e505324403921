"""notes/: the editorial notes on words of the text, with their sources."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model.files.records import Record
from edition.model.pages.target import Target

TYPES = {
    "fact": "Figure or fact",
    "contradiction": "Contradiction or repetition",
    "name": "Name",
    "time": "Time",
    "citation": "Citation",
    "term": "Term",
}
VERDICTS = {
    "differs": "The record differs",
    "agrees": "The record agrees",
    "unsettled": "Unsettled",
    "explains": "Explanation",
}
"""What other sources say of the paper's statement; a note that only explains compares nothing."""
VERDICT_SIGNS = {"differs": "≠", "agrees": "=", "unsettled": "?", "explains": "*"}
"""Before a note's number in the text, so that a verdict is told by more than a color."""
CONFIDENCE = {"high": "well supported", "medium": "partly supported", "low": "not confirmed"}


@dataclass(frozen=True)
class Note:
    """An editorial note on the words `lemma` of a paragraph.

    `page` is relative to docs/. A note without `paragraph` and `lemma` is on the whole page. A note
    whose id is no whole number has the id 0.
    """

    id: int
    type: str
    page: str
    text: str
    record: Record
    paragraph: str = ""
    lemma: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""
    verdict: str = ""
    findings: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return f"n{self.id}"

    @property
    def target(self) -> Target:
        """The paragraph that it is on; the page for a note on the whole page."""
        return Target(self.page, self.paragraph)

    @property
    def type_name(self) -> str:
        return TYPES.get(self.type, self.type)

    @property
    def confidence_in_words(self) -> str:
        return CONFIDENCE.get(self.confidence, self.confidence)

    @property
    def verdict_in_words(self) -> str:
        return VERDICTS.get(self.verdict, self.verdict)

    @property
    def support_in_words(self) -> str:
        """How well the note, not the paper, is supported: `note well supported`."""
        return f"note {self.confidence_in_words}" if self.confidence else ""

    @property
    def standing(self) -> str:
        """A note's first words: `The record differs · note well supported`."""
        words = " · ".join(filter(None, [self.verdict_in_words, self.support_in_words]))
        return words[:1].upper() + words[1:]

    @property
    def signed_number(self) -> str:
        """The note's number with the sign of its verdict, as its mark in the text: `≠57`."""
        return f"{VERDICT_SIGNS.get(self.verdict, '')}{self.id}"


@dataclass(frozen=True)
class LeftOut:
    """A finding that is no note of its own: why, and the note that it went into, if any."""

    finding: str
    reason: str
    record: Record
    into: int | None = None
