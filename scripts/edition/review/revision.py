"""In: a project's folder in a git repository and a revision. Out: the sources as they stood there, and the files that differ.

Git's own commands are asked; nothing in the repository, its index or its working tree is touched.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


class NoRevision(Exception):
    """Why there is nothing to compare with, in a sentence for a person, and what to do."""


@dataclass(frozen=True)
class Revision:
    """A commit (`sha`, 40 hexadecimal digits), and the name by which it was asked for."""

    sha: str
    name: str

    @property
    def short(self) -> str:
        return self.sha[:9]


def _git(root: Path, *words: str, index: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "LC_ALL": "C.UTF-8",
        "GIT_OPTIONAL_LOCKS": "0",
        **({"GIT_INDEX_FILE": str(index)} if index else {}),
    }
    try:
        return subprocess.run(
            ["git", *words],
            cwd=root,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        raise NoRevision(
            f"git cannot be run ({error.strerror}). Install it: a review compares with a commit."
        ) from None


def _or_say(done: subprocess.CompletedProcess[str], said: str) -> str:
    if done.returncode:
        because = " ".join(done.stderr.split()).removeprefix("fatal: ")
        raise NoRevision(said + (f" (Git says: {because})" if because else ""))
    return done.stdout


def find_base(root: Path, name: str) -> Revision:
    """The commit at which the history of the working tree left that of `name`: what it changes is counted from there."""
    _or_say(
        _git(root, "rev-parse", "--git-dir"),
        f"'{root}' is in no git repository that can be read, and a review compares with a commit.",
    )
    _or_say(
        _git(root, "rev-parse", "--verify", "--quiet", "HEAD"),
        "there is no commit here yet, so that nothing has changed.",
    )
    hint = "Fetch it (`git fetch origin`), or name another revision: `make review BASE=main`."
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    sha = _or_say(found, f"there is no revision '{name}' here. {hint}").strip()
    shared = _git(root, "merge-base", "HEAD", sha)
    whole = "With a shallow clone: `git fetch --unshallow`. Or name a revision that the branch began at."
    return Revision(
        _or_say(shared, f"'{name}' and the commit at hand share no history. {whole}").split()[0],
        name,
    )


def lay_out(root: Path, revision: Revision, folder: Path) -> Path:
    """Write the files of the project as `revision` has them into `folder`, which is empty; return the project's folder there."""
    top = Path(
        _or_say(
            _git(root, "rev-parse", "--show-toplevel"), "the repository has no working tree."
        ).rstrip("\n")
    )
    inside, index = root.resolve().relative_to(top.resolve()), folder / "index"
    said = f"the files of {revision.short} cannot be laid out."
    _or_say(_git(top, "read-tree", revision.sha, index=index), said)
    _or_say(
        _git(
            top, "checkout-index", "--all", "--quiet", f"--prefix={folder / 'tree'}/", index=index
        ),
        said,
    )
    return folder / "tree" / inside


@contextmanager
def laid_out(root: Path, name: str) -> Iterator[tuple[Revision, Path]]:
    """The base of the revision `name` (`find_base`), and for as long as needed the project's folder as it stood there."""
    base = find_base(root, name)
    with tempfile.TemporaryDirectory(prefix="edition-base-") as folder:
        before = lay_out(root, base, Path(folder))
        if not (before / "mkdocs.yml").is_file():
            raise NoRevision(
                f"at {base.short} there is no mkdocs.yml: no edition to compare with. Name a later revision: `make review BASE=…`."
            )
        yield base, before


def changed_files(root: Path, revision: Revision) -> list[str]:
    """The paths below `root` of the files that are not as `revision` has them, new ones included; sorted."""
    said = f"git cannot compare with {revision.short}."
    changed = _or_say(
        _git(
            root, "diff", "--name-only", "--no-renames", "--relative", "-z", revision.sha, "--", "."
        ),
        said,
    )
    new = _or_say(_git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "."), said)
    return sorted({path for path in (changed + new).split("\0") if path})
