"""Rules for what the cited sources say (docs/data/evidence.yml)."""

from __future__ import annotations

from edition.checks.apparatus.record_rules import (
    Faults,
    for_each,
    repeated,
    unknown_choice,
    unknown_fields,
    unknown_keys,
    unknown_notes,
)
from edition.checks.nearest import did_you_mean
from edition.language.tags import is_language_tag
from edition.model import Edition, Moment
from edition.model.apparatus.evidence import FILE, SEEN, UNREAD, VERDICTS, Evidence
from edition.problem import Location, Problems

FIELDS = (
    "number verdict quotation lang translation seen source copy address report note date remark"
).split()
MOST_WORDS = 25
"""The words that a quotation may have at most."""
MOST_CHARACTERS = 60
"""The characters that it may have at most in a language that puts no spaces between words."""
_WITHOUT_SPACES = ("zh", "ja", "th", "lo", "km", "my", "bo")
_SEEN_ITSELF = ("page", "same-text", "translation")
_each = for_each(lambda edition: edition.evidence)


def unknown_evidence_field(edition: Edition) -> Problems:
    """A record of docs/data/evidence.yml has no field that nobody reads."""
    yield from unknown_fields(edition.evidence, FIELDS)


@_each
def unknown_evidence_number(item: Evidence, edition: Edition) -> Faults:
    """The `number` of a record is one of the concordance: a verdict is about one citation."""
    numbers = [row.number for row in edition.concordance]
    if item.number not in numbers:
        yield (
            "number",
            f"'{item.record.get('number', '')}' is not a number that the paper prints.",
            f"The numbers are 1 to {max(numbers)}." if numbers else "There are none.",
        )


def duplicate_evidence(edition: Edition) -> Problems:
    """A printed number has one record."""
    given = ((item.number, item.record.line_of("number")) for item in edition.evidence)
    message = "the number {} is already judged in {}."
    yield from repeated(given, message, "Keep one of the two records.")


def missing_evidence(edition: Edition) -> Problems:
    """Where there are records, each printed number has one, and be it that nothing could be read.

    A paper may leave the whole file out.
    """
    path = f"{edition.project.data}/{FILE}"
    judged = {item.number for item in edition.evidence}
    for row in edition.concordance if edition.evidence else ():
        if row.number not in judged:
            yield (
                Location(path),
                f"the number {row.number} has no record.",
                "Add one; its verdict is 'unread' where the source was not found.",
            )


@_each
def unknown_evidence_verdict(item: Evidence, _: Edition) -> Faults:
    """The `verdict` is one of supports, partly, contradicts, unrelated, unread."""
    yield from unknown_choice(item, "verdict", "evidence", VERDICTS)


@_each
def unknown_seen(item: Evidence, _: Edition) -> Faults:
    """`seen` says what was seen of the text: page, same-text, translation, report or none."""
    if item.seen not in SEEN:
        yield (
            "seen",
            f"'{item.seen}' is not a way in which a text can be seen.",
            did_you_mean(item.seen, SEEN, f"Write one of {', '.join(SEEN)}."),
        )


@_each
def quotation_without_source(item: Evidence, _: Edition) -> Faults:
    """A quotation names the `source` in which it was seen, a work of bib/.

    One that was seen only in a copy, on a site that did not publish the text, says `copy: true`.
    """
    if item.quotation and not item.source and not item.is_copy:
        yield (
            "quotation",
            f"the quotation for {item.number} names no source.",
            "Add `source:`, or `copy: true` if it was seen only in a copy.",
        )


@_each
def verdict_without_quotation(item: Evidence, _: Edition) -> Faults:
    """A verdict rests on words of the text itself; `unread` has none.

    A report is not the text: it can be named, but no verdict is given on it.
    """
    if item.verdict not in VERDICTS:
        return
    if item.verdict == UNREAD:
        if item.quotation:
            yield (
                "verdict",
                f"{item.number} is 'unread' and has a quotation.",
                "Give the verdict that the words allow, or take them out.",
            )
    elif not item.quotation:
        yield (
            "verdict",
            f"the verdict '{item.verdict}' on {item.number} has no quotation.",
            "Add `quotation:`, or write 'unread'.",
        )
    elif item.seen in SEEN and item.seen not in _SEEN_ITSELF:
        yield (
            "verdict",
            f"the verdict '{item.verdict}' on {item.number} rests on no text that was seen.",
            f"Correct `seen:` ('{item.seen}'), or write 'unread'.",
        )


@_each
def quotation_too_long(item: Evidence, _: Edition) -> Faults:
    """A quotation has at most 25 words.

    In a language that puts no spaces between words, as Chinese or Thai, it has at most 60
    characters.
    """
    if item.lang.partition("-")[0] in _WITHOUT_SPACES:
        size, most, unit = len("".join(item.quotation.split())), MOST_CHARACTERS, "characters"
    else:
        size, most, unit = len(item.quotation.split()), MOST_WORDS, "words"
    if size > most:
        yield (
            "quotation",
            f"the quotation for {item.number} has {size} {unit}.",
            f"Choose {most} at most that decide the verdict.",
        )


@_each
def missing_translation(item: Evidence, _: Edition) -> Faults:
    """A quotation that is not in English has an English `translation`."""
    is_english = item.lang.partition("-")[0] in ("en", "")
    if item.quotation and not is_english and not item.translation:
        yield (
            "quotation",
            f"the quotation for {item.number} is in '{item.lang}' and has no translation.",
            "Add `translation:`.",
        )


@_each
def quotation_language(item: Evidence, _: Edition) -> Faults:
    """A quotation names its language in `lang`, a BCP 47 tag: `en`, `zh-Hans`, `ur`."""
    if (item.quotation or item.lang) and not is_language_tag(item.lang):
        yield (
            "lang",
            f"'{item.lang}' is not the tag of a language.",
            "Write it like en, ur or zh-Hans.",
        )


@_each
def linked_copy(item: Evidence, _: Edition) -> Faults:
    """Readers are sent to publishers, never to a copy on a site that did not publish the text.

    A record with `copy: true` has no `source`. Only such a record has an `address`, for whoever
    reads the copy a second time; the page does not show it.
    """
    if item.is_copy and item.source:
        yield (
            "source",
            f"'{item.source}' would be linked as the publisher of a copy.",
            "Take out `source:`, or `copy:` if it is the publisher's own page.",
        )
    elif item.address and not item.is_copy:
        yield (
            "address",
            f"the address '{item.address}' is not that of a copy.",
            "Name the work of bib/ in `source:`, or add `copy: true`.",
        )


@_each
def unknown_evidence_source(item: Evidence, edition: Edition) -> Faults:
    """The `source` and the `report` of a record are keys of bib/paper.bib or bib/editors.bib."""
    for field, key in (("source", item.source), ("report", item.report)):
        yield from unknown_keys(edition, field, filter(None, [key]))


@_each
def unknown_evidence_note(item: Evidence, edition: Edition) -> Faults:
    """The `note` of a record is an editorial note, or a list of them, on the same matter."""
    yield from unknown_notes(edition, item.notes)


@_each
def unexplained_verdict(item: Evidence, _: Edition) -> Faults:
    """A record says in a `remark` of one sentence what was seen, and in `date` on which day."""
    if not item.remark:
        yield (
            "",
            f"the record of {item.number} has no remark.",
            "Add `remark:`, one sentence.",
        )
    if not Moment(item.date).parts:
        yield (
            "date",
            f"'{item.date}' is not the day on which it was read.",
            "Write `date:` like 2024-06-15.",
        )
