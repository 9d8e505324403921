"""Measures this edition beside stock Material and mkdocs-bibtex: `bench.py [20x50 ...]`.

The paper of this repository is built, and invented editions of the sizes that are asked for.
"""

from __future__ import annotations

import os
import platform
import re
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmark.invented_edition import invented_edition
from benchmark.measure import BUILD, EDIT, FIRST_PAGE, MEMORY, Row, measure

ROOT = Path(__file__).resolve().parents[1]
LATEST = ROOT / "scripts" / "benchmark" / "latest.md"
SIZES = ["40x200", "200x1000", "1000x5000"]
PACKAGES = ["mkdocs", "mkdocs-material", "mkdocs-bibtex", "pybtex", "typst", "pypandoc_binary"]
ROUNDS = 5  # at most
TIME = 180  # seconds, after which no further round of an edition begins

STOCK = "stock Material"
OUR_SETTINGS = f"""\
INHERIT: {ROOT}/scripts/mkdocs-base.yml
site_name: Measured
site_url: https://edition.example/
theme: {{custom_dir: {ROOT}/scripts/theme}}
hooks: [{ROOT}/scripts/hooks.py]
watch: [bib]
"""
STOCK_SETTINGS = """\
site_name: Measured
site_url: https://edition.example/
theme: {name: material, font: false, features: [navigation.indexes, navigation.prune]}
markdown_extensions: [attr_list, def_list, footnotes, md_in_html, smarty, tables]
"""
TOOLS = {
    "this edition": OUR_SETTINGS,
    STOCK: f"{STOCK_SETTINGS}plugins: [search]\n",
    f"{STOCK}, mkdocs-bibtex": (
        f"{STOCK_SETTINGS}plugins: [search, bibtex: {{bib_dir: bib, bib_by_default: true}}]\n"
    ),
}
"""The settings of the tools that are compared, all with the same sources."""

COLUMNS = {BUILD: (BUILD, 2), FIRST_PAGE: (BUILD, 2), EDIT: (BUILD, 2), MEMORY: (MEMORY, 0)}
"""What the table shows; to what of stock Material it is compared, and its digits."""
Measured = dict[tuple[str, str], Row]
"""What was measured of each edition and tool."""

EXPLANATION = """\
Invented editions are named by pages × references; each page has six citations and a note. All
tools build the same pages with the same words. Numbers are medians. **×** is the ratio to one cold
build, or to the memory, of stock Material for the same pages on this machine in this run.

- *Cold build*: seconds from the command to the end, without a cache.
- *First page*: seconds from starting the preview, without a cache, until it serves a page.
- *Edit*: seconds from saving a page until the preview serves it with the edit.
- *Memory*: the peak of the largest process of the build.
"""


def paper_files() -> dict[str, bytes]:
    """The sources of the paper of this repository; of its settings the last, the navigation."""
    files = [*(ROOT / "docs").rglob("*.*"), *(ROOT / "bib").rglob("*.*")]
    contents = {file.relative_to(ROOT).as_posix(): file.read_bytes() for file in files}
    settings = (ROOT / "mkdocs.yml").read_bytes()
    return contents | {"mkdocs.yml": settings[settings.index(b"\nnav:") :]}


def table(measured: Measured) -> str:
    """Return it as a table of Markdown: medians, and their ratios to stock Material's."""
    heads = " | × | ".join(COLUMNS)
    lines = [f"| edition | built by | {heads} | × |", "| --- | --- |" + " ---: |" * 8]
    for (edition, tool), row in measured.items():
        stock, cells = measured[edition, STOCK], [edition, tool]
        for column, (base, digits) in COLUMNS.items():
            cells += cells_of(row[column], stock[base], digits)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def cells_of(values: list[float], base: list[float], digits: int) -> list[str]:
    """Return the median and its ratio to the base's; dashes for what was not measured."""
    if not values or not base:
        return ["–", "–"]
    return [f"{median(values):.{digits}f}", f"{median(values) / median(base):.2f}"]


def report(measured: Measured) -> str:
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    stock = {edition: row for (edition, tool), row in measured.items() if tool == STOCK}
    rounds = ", ".join(f"{len(row[BUILD])} for {edition}" for edition, row in stock.items())
    return (
        "# The latest run of `make bench`\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}; {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, load {os.getloadavg()[0]:.1f} at the end; "
        f"{versions}. Rounds: {rounds}.\n\n"
        f"{EXPLANATION}\n{table(measured)}"
    )


def measure_edition(name: str, files: dict[str, bytes], measured: Measured) -> None:
    """Build and preview an edition with each tool in turn, until the time is over."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for tool, settings in TOOLS.items():
            for path, content in files.items():
                file = Path(folder, tool, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(settings.encode() + content if path == "mkdocs.yml" else content)
        for round in range(ROUNDS):
            if round and time.monotonic() - start > TIME:
                return
            for tool in TOOLS:
                print(f"{name}, round {round + 1}: {tool}", file=sys.stderr, flush=True)
                measure(Path(folder, tool), measured[name, tool])


def main(sizes: list[str]) -> int:
    """Measure invented editions of some sizes; without a size those of the table that is kept."""
    editions = {"this paper": paper_files()}
    for size in sizes or SIZES:
        if not (found := re.fullmatch(r"([1-9]\d*)x([1-9]\d*)", size)):
            print(f"'{size}' is not a size such as 20x50: pages x references.", file=sys.stderr)
            return 2
        pages, references = int(found[1]), int(found[2])
        invented = invented_edition(pages, references)
        contents = {path: text.encode() for path, text in invented.items()}
        editions[f"{pages:,} × {references:,}"] = contents
    measured: Measured = defaultdict(lambda: defaultdict(list))
    for name, files in editions.items():
        measure_edition(name, files, measured)
    text = report(measured)
    print(text)
    if not sizes:
        LATEST.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
