"""Checks out the sources as they were at a git revision.

Git's own commands are used; nothing in the repository, its index or its working tree changes.
"""

from __future__ import annotations

import io
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NoRevision(Exception):
    """There is nothing to compare with; the text says why and what to do."""


def _git(root: Path, failure: str, *words: str) -> bytes:
    """The output of a git command. Raises NoRevision with `failure` and what git says."""
    environment = os.environ | {"LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", *words], cwd=root, env=environment, capture_output=True, check=False
        )
    except OSError as error:
        raise NoRevision(
            f"git cannot be run ({error.strerror}). Install it: a review compares with a commit."
        ) from None
    if done.returncode:
        reason = " ".join(done.stderr.decode(errors="replace").split()).removeprefix("fatal: ")
        raise NoRevision(f"{failure} (Git says: {reason})" if reason else failure)
    return done.stdout


def find_base(root: Path, name: str) -> str:
    """The commit where the history of the working tree left that of the revision `name`.

    What is new on the branch of `name` since then is not what the working tree changes.
    """
    _git(
        root,
        f"'{root}' is in no git repository that can be read, and a review compares with a commit.",
        *("rev-parse", "--git-dir"),
    )
    _git(
        root,
        "there is no commit here yet, so that nothing has changed.",
        *("rev-parse", "--verify", "--quiet", "HEAD"),
    )
    sha = _git(
        root,
        f"there is no revision '{name}' here. "
        "Fetch it (`git fetch origin`), or name another revision: `make review BASE=main`.",
        *("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"),
    )
    base = _git(
        root,
        f"'{name}' and the commit at hand share no history. With a shallow clone: "
        "`git fetch --unshallow`. Or name a revision that the branch began at.",
        *("merge-base", "HEAD", sha.decode().strip()),
    )
    return base.decode().split()[0]


def changed_files(root: Path, name: str) -> list[str]:
    """The paths below `root` of files that differ from the base of `name`, new ones included.

    Raises NoRevision.
    """
    sha, failure = find_base(root, name), f"git cannot compare with '{name}'."
    changed = _git(root, failure, "diff", "--name-only", "--no-renames", "--relative", "-z", sha)
    new = _git(root, failure, "ls-files", "--others", "--exclude-standard", "-z")
    return sorted({path for path in (changed + new).decode().split("\0") if path})


@contextmanager
def checked_out(root: Path, name: str) -> Iterator[tuple[str, Path]]:
    """The base of the revision `name` (`find_base`), `1a2b3c4d5 (main)` for a person, and a
    temporary folder with its files.

    Raises NoRevision.
    """
    sha = find_base(root, name)
    base = f"{sha[:9]} ({name})"
    failure = f"the files of {base} cannot be read."
    archive = _git(root, failure, "archive", "--format=tar", sha)
    with tempfile.TemporaryDirectory(prefix="edition-base-") as folder:
        try:
            with tarfile.open(fileobj=io.BytesIO(archive)) as files:
                files.extractall(folder, filter="data")
        except (tarfile.TarError, OSError) as error:
            raise NoRevision(f"{failure} ({error})") from None
        if not Path(folder, "mkdocs.yml").is_file():
            raise NoRevision(
                f"at {base} there is no mkdocs.yml: no edition to compare with. "
                "Name a later revision: `make review BASE=…`."
            )
        yield base, Path(folder)
