"""In: a Review. Out: the sentences that both of its forms say: how much changed, what the problems are, that nothing changed."""

from __future__ import annotations

from edition.review.change import Review


def counted(count: int, noun: str, plural: str = "") -> str:
    """`1 reference`, `2 references`."""
    return f"{count} {noun if count == 1 else plural or noun + 's'}"


def summary(review: Review) -> str:
    """What changed, in one line, the new problems first."""
    entries = sum(len(section.changes) for section in review.references)
    passages = sum(len(section.changes) for section in review.pages)
    records = sum(len(section.changes) for section in review.records)
    new = len(review.problems.new)
    said = [counted(new, "new problem") if new else "No new problems"]
    if entries:
        said.append(counted(entries, "reference"))
    if passages:
        said.append(f"{counted(passages, 'passage')} on {counted(len(review.pages), 'page')}")
    elif review.pages:
        said.append(counted(len(review.pages), "page"))
    if records:
        said.append(counted(records, "other record"))
    return f"Compared with {review.base}: {', '.join(said)}."


def problem_heading(review: Review) -> str:
    return f"{counted(len(review.problems.new), 'new problem')}:"


def problem_remark(review: Review) -> str:
    """What became of the problems that stood before; empty where there were none."""
    old, mended = len(review.problems.old), len(review.problems.mended)
    if not old and not mended:
        return ""
    before = (
        f"At the base {'was' if old + mended == 1 else 'were'} {counted(old + mended, 'problem')}"
    )
    return f"{before}: {mended} mended, {old} still there."


def silence(review: Review) -> str:
    """What is said where no word changed."""
    return "Nothing a reader sees changes" + (
        " in the text; what other files do to the site is not compared." if review.files else "."
    )


def repeated(review: Review) -> str:
    """The pages that show again what changed elsewhere; without anything that changed it is their markup that differs."""
    if review.groups:
        return f"Also different, since they repeat what changed: {'; '.join(review.again)}."
    return f"No words change, and yet the markup of these pages differs: {'; '.join(review.again)}."


def other_files(review: Review, most: int = 12) -> str:
    shown = ", ".join(review.files[:most]) + (", …" if len(review.files) > most else "")
    return f"Not compared here: {counted(len(review.files), 'other file')} ({shown})."
