"""The review's door: `review.py` shows what the working tree changes since a base; exit 0 no new problem, 1 some, 2 it cannot be compared."""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from edition.model import Edition
from edition.review.change import Review
from edition.review.comparison import compare
from edition.review.escaping import markdown_text
from edition.review.markdown_report import LARGEST, summary_markdown
from edition.review.revision import NoRevision, changed_files, laid_out
from edition.review.text_report import plain
from edition.review.wording import counted

ROOT = Path(__file__).resolve().parents[1]


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="review.py",
        description="Show what the working tree changes: problems, references, pages, notes, before and after.",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    parser.add_argument(
        "--base",
        default="origin/main",
        help="the revision to compare with, from where the history left it (default: origin/main)",
    )
    parser.add_argument(
        "--summary",
        type=Path,
        default=os.environ.get("GITHUB_STEP_SUMMARY") or None,
        help="add the review as Markdown to this file",
    )
    arguments = parser.parse_args(words)
    if not (arguments.root / "mkdocs.yml").is_file():
        parser.error(f"there is no edition in '{arguments.root}': it has no mkdocs.yml")
    return arguments


def review_since(root: Path, name: str) -> Review:
    """The review of the working tree in `root` since the revision `name`."""
    with laid_out(root, name) as (base, before):
        return compare(
            Edition.load(before),
            Edition.load(root),
            f"{base.short} ({base.name})",
            changed_files(root, base),
        )


def _sources() -> str:
    """The address of the files under review, where GitHub says it."""
    server, repository, sha = (
        os.environ.get(name) for name in ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")
    )
    return f"{server}/{repository}/blob/{sha}/" if server and repository and sha else ""


def _print(text: str) -> None:
    """Print for a person; in a workflow nothing in it is taken for a command to the runner."""
    token = secrets.token_hex(16) if os.environ.get("GITHUB_ACTIONS") == "true" else ""
    print(
        f"::stop-commands::{token}\n{text}::{token}::" if token else text,
        end="" if not token else "\n",
        flush=True,
    )


def _append(file: Path, text: str) -> None:
    with file.open("a", encoding="utf-8", newline="\n") as summary:
        summary.write(text)


def _run(arguments: argparse.Namespace) -> int:
    try:
        review = review_since(arguments.root, arguments.base)
    except NoRevision as error:
        said = " ".join(f"Nothing was compared: {error}".split())
        print(said, file=sys.stderr)
        if arguments.summary:
            _append(arguments.summary, f"{markdown_text(said)}\n")
        return 2
    _print(plain(review))
    if arguments.summary:
        there = arguments.summary.stat().st_size if arguments.summary.exists() else 0
        _append(arguments.summary, summary_markdown(review, _sources(), LARGEST - there))
    new = len(review.problems.new)
    print(f"{counted(new, 'new problem')}." if new else "No new problems.", file=sys.stderr)
    return 1 if new else 0


def main(words: list[str] | None = None) -> int:
    """Run the door; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(_arguments(words))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        print(
            f"The review itself failed ({said}). This is not your fault: please report this line, with the change that led to it.",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(main())
