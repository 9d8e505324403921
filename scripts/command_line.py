"""What the commands in this folder share: options, printed problems, exit codes, no traceback.

A command builds its parser with `command_parser` and hands it, with a function that does the work,
to `run_command`:

    def main(words: list[str] | None = None) -> int:
        parser = command_parser("check.py", "Check pages, bibliography and data.")
        parser.add_argument("--since", metavar="REVISION", help="…")
        return run_command(parser, check, words)

    def check(options: argparse.Namespace) -> int:
        return print_problems(check_sources(Edition.load(options.root)))
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from edition.problem import Problem

ROOT = Path(__file__).resolve().parents[1]
CLEAN, PROBLEMS, FAILED = 0, 1, 2
"""Exit codes: no errors; errors were printed; wrong options, or the command failed."""

_IN_TEXT = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_TEXT | str.maketrans({":": "%3A", ",": "%2C"})
"""How characters are written in a workflow command of GitHub."""


class CommandError(Exception):
    """The command cannot do what it was asked to; the text says why, in a line for a person."""


def command_parser(name: str, description: str) -> argparse.ArgumentParser:
    """A parser for the command `name`, with the option that all commands have, `--root`."""
    parser = argparse.ArgumentParser(prog=name, description=description)
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    return parser


def run_command(
    parser: argparse.ArgumentParser,
    work: Callable[[argparse.Namespace], int],
    words: list[str] | None = None,
) -> int:
    """Parse `words` (default: the command line), call `work` with the options, return an exit code.

    A CommandError ends the command with its text, and any other error with one line that asks for
    a report: a contributor never sees a traceback. Raises SystemExit(2) where the options are
    wrong, as argparse does.
    """
    _write_utf8()
    options = parser.parse_args(words)
    if not (options.root / "mkdocs.yml").is_file():
        parser.error(f"there is no edition in '{options.root}': it has no mkdocs.yml")
    try:
        return work(options)
    except CommandError as error:
        tell(one_line(str(error)))
    except KeyboardInterrupt:
        tell("Stopped.")
    except BrokenPipeError:
        # Who reads the output has left, as `head` does. Python would complain again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEMS
    except Exception as error:
        reason = one_line(f"{type(error).__name__}: {error}")
        tell(
            f"{parser.prog} itself failed ({reason}). This is not your fault: "
            "please report this line, with the change that led to it."
        )
    return FAILED


def print_problems(problems: Iterable[Problem]) -> int:
    """Print a line for each problem, on GitHub also an annotation; return the exit code.

    Warnings and conventions are printed too, and do not count.
    """
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    code = CLEAN
    for problem in problems:
        code = PROBLEMS if problem.is_error else code
        line = one_line(str(problem))
        if on_github:
            # An older form of workflow commands, `##[name]`, is obeyed anywhere in a line.
            print(line.replace("##[", "## ["))
            print(annotation(problem))
        else:
            print(line)
    return code


def annotation(problem: Problem) -> str:
    """The problem as a workflow command that GitHub shows beside the changed line.

    See docs.github.com, "Workflow commands for GitHub Actions".
    """
    path = problem.location.path.translate(_IN_PROPERTY)
    text = f"{problem.message} {problem.hint}".strip().translate(_IN_TEXT)
    kind = "error" if problem.is_error else "warning"
    return f"::{kind} file={path},line={problem.location.line},title={problem.rule}::{text}"


def one_line(text: str) -> str:
    """The text without line breaks: a quoted value with one would look like two problems."""
    return " ".join(text.split())


def tell(text: str) -> None:
    """Print to standard error: what is not a result."""
    print(text, file=sys.stderr, flush=True)


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
