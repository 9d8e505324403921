"""In: the edition as it was and as it is. Out: the Review: problems, references, pages and data that differ."""

from __future__ import annotations

from edition.checks import check_sources
from edition.model import Edition
from edition.review.change import Review
from edition.review.data_changes import compare_records, is_compared
from edition.review.page_changes import compare_pages, moved_pages
from edition.review.printed import Printed
from edition.review.problem_changes import compare_problems
from edition.review.reference_changes import Entries


def compare(before: Edition, after: Edition, base: str, files: list[str]) -> Review:
    """Compare; `base` names the older one to a person, `files` are the paths that differ, below the project's root."""
    was, now = Printed(before), Printed(after)
    moved = moved_pages(was, now)
    entries = Entries(was, now)
    paths = {before.by_path[old].file: after.by_path[new].file for old, new in moved.items()}
    review = Review(
        base, compare_problems(check_sources(before), check_sources(after), paths), entries.sections
    )
    review.pages, review.records = compare_pages(was, now, moved), compare_records(before, after)
    review.remarks = [*_unreadable(before), *entries.remarks]
    _repeat(review, was, now, moved)
    review.files = [
        file for file in files if not (is_compared(before, file) or is_compared(after, file))
    ]
    return review


def _repeat(review: Review, was: Printed, now: Printed, moved: dict[str, str]) -> None:
    """Name the pages whose text is the same and that nevertheless differ: they repeat a reference, note, name or sentence."""
    told = {section.path for section in review.pages}
    olds = {moved.get(path, path): page for path, page in was.edition.by_path.items()}
    for page in now.edition.pages:
        if page.file in told or page.path not in olds:
            continue
        before, after = was.whole(olds[page.path]), now.whole(page)
        if after is None:
            review.remarks.append(
                f"{page.file} cannot be made as the data are now: see the problems."
            )
        elif before is not None and before != after:
            review.again.append(page.label)


def _unreadable(before: Edition) -> list[str]:
    """What of the base could not be read, for which the comparison is not whole."""
    found = [problem for problem in before.problems if problem.is_unread]
    return [
        f"At the base {problem.location} could not be read: {problem.message}" for problem in found
    ]
