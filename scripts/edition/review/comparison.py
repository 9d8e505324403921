"""In: the edition as it was and as it is. Out: the Review: problems, references, pages and data that differ."""

from __future__ import annotations

from ..checks import check_sources
from ..model import Edition
from .change import Review
from .entries import Entries
from .pages import compare_pages, moved_pages
from .printing import Printed
from .problems import compare_problems
from .records import compare_records, is_compared

_UNREADABLE = {"unreadable-file", "missing-file", "malformed-data", "malformed-entry"}


def compare(before: Edition, after: Edition, base: str, files: list[str]) -> Review:
    """Compare; `base` names the older one to a person, `files` are the paths that differ, below the project's root."""
    was, now = Printed(before), Printed(after)
    moved = moved_pages(was, now)
    entries = Entries(was, now)
    paths = {before.by_path[old].file: after.by_path[new].file for old, new in moved.items()}
    review = Review(base, compare_problems(check_sources(before), check_sources(after), paths), entries.sections)
    review.pages, review.records = compare_pages(was, now, moved), compare_records(before, after)
    review.again = _again(was, now, {section.path for section in review.pages}, moved)
    review.remarks = [*_unreadable(before), *entries.remarks]
    review.files = [file for file in files if not (is_compared(before, file) or is_compared(after, file))]
    return review


def _again(was: Printed, now: Printed, told: set[str], moved: dict[str, str]) -> list[str]:
    """The pages whose text is the same and that nevertheless differ: they repeat a reference, note, name or sentence."""
    olds = {moved.get(path, path): page for path, page in was.edition.by_path.items()}
    same = [(olds[page.path], page) for page in now.edition.pages if page.path in olds and page.file not in told]
    return [now.context.page_label(page) for old, page in same if was.whole(old) != now.whole(page)]


def _unreadable(before: Edition) -> list[str]:
    """What of the base could not be read, for which the comparison is not whole."""
    found = [problem for problem in before.problems if problem.rule in _UNREADABLE]
    return [f"At the base {problem.place} could not be read: {problem.message}" for problem in found]
