"""In: the lock, and the packages installed. Out: .github/licenses.csv: under which license each package says that it stands.

The list is the same from every Python and system: of a package that the lock has for others only, what was known is kept.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK, LIST = "requirements.txt", ".github/licenses.csv"
COLUMNS = ["package", "license"]
NOT_STATED = "not stated"
_PINNED = re.compile(r"^([A-Za-z0-9][\w.-]*)==", re.MULTILINE)
_SHORT = 60
"""Characters. Some packages put the whole text of their license where its name belongs."""


def locked(root: Path) -> list[str]:
    """The names of the packages that the lock pins, sorted."""
    return sorted(_PINNED.findall((root / LOCK).read_text(encoding="utf-8")))


def stated(package: str) -> str | None:
    """What the installed package says of its license: the SPDX expression, else its classifiers, else a short `License`; None if it is not installed."""
    try:
        said = metadata(package)
    except PackageNotFoundError:
        return None
    classified = [
        line.rpartition(" :: ")[2]
        for line in said.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    written = (said.get("License") or "").strip()
    name = (
        written
        if 0 < len(written) <= _SHORT and "\n" not in written and written != "UNKNOWN"
        else ""
    )
    return (
        said.get("License-Expression")
        or (
            name
            if not classified or name.startswith(("BSD-", "MPL-", "Apache-"))
            else " or ".join(classified)
        )
        or ""
    )


def listed(root: Path) -> dict[str, str]:
    """The list as it stands."""
    file = root / LIST
    rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))) if file.exists() else []
    return {row["package"]: row["license"] for row in rows}


def licenses(root: Path) -> dict[str, str]:
    """The list as it should stand. What a package does not say itself is kept as a person found it."""
    known = listed(root)
    return {package: stated(package) or known.get(package, NOT_STATED) for package in locked(root)}


def main() -> int:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerows([COLUMNS, *licenses(ROOT).items()])
    (ROOT / LIST).write_text(buffer.getvalue(), encoding="utf-8", newline="\n")
    unknown = [package for package, license in listed(ROOT).items() if license == NOT_STATED]
    for package in unknown:
        print(
            f"{LIST}: '{package}' does not say under which license it stands. Look in its source, and write it into the list."
        )
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
