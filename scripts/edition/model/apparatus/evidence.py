"""evidence.yml: what the source of each printed number says of the sentence that cites it."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.model.files.records import Record

FILE = "evidence.yml"
UNREAD = "unread"
VERDICTS = {
    "supports": ("Supports", "The source supports this."),
    "partly": ("Supports in part", "The source supports this in part."),
    "contradicts": ("Says otherwise", "The source says otherwise."),
    "unrelated": ("Not about this", "The source is not about this."),
    UNREAD: ("Could not be read", "The source could not be read."),
}
"""By verdict, its name in lists and its words at a citation."""
SEEN = {
    "page": "the page itself",
    "same-text": "the same text elsewhere",
    "translation": "a translation",
    "report": "only a report of it",
    "none": "nothing",
}
"""What was seen of the cited text, in words."""


@dataclass(frozen=True)
class Evidence:
    """What a cited source says, for one printed number.

    `quotation` is in the language `lang`, a BCP 47 tag. `source` is the key of the work in which
    the text was seen, `report` that of another report of it. Where the text was seen only on a site
    that did not publish it, `is_copy` is true and `address`, which no reader is sent to, is where.
    `notes` are the ids of editorial notes on the same matter, `date` is the day of reading. A
    record whose number is no whole number has the number 0.
    """

    number: int
    verdict: str
    seen: str
    record: Record
    quotation: str = ""
    lang: str = ""
    translation: str = ""
    source: str = ""
    report: str = ""
    is_copy: bool = field(default=False, metadata={"name": "copy"})
    address: str = ""
    notes: tuple[int, ...] = field(default=(), metadata={"name": "note"})
    date: str = ""
    remark: str = ""

    @property
    def anchor(self) -> str:
        return f"e{self.number}"

    @property
    def verdict_name(self) -> str:
        return VERDICTS.get(self.verdict, (self.verdict, ""))[0]

    @property
    def verdict_sentence(self) -> str:
        return VERDICTS.get(self.verdict, ("", f"{self.verdict}."))[1]

    @property
    def seen_in_words(self) -> str:
        words = SEEN.get(self.seen, self.seen)
        return f"{words}, in a copy that is not linked" if self.is_copy else words

    @property
    def keys(self) -> list[str]:
        """The keys of the works that it names."""
        return [key for key in (self.source, self.report) if key]
