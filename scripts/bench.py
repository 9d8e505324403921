"""Measures this edition beside stock Material and mkdocs-bibtex, and prints a table.

The paper of this repository is built, and invented editions of the sizes that are asked for.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent))

from benchmark.invented_edition import InventedEdition
from benchmark.measure import STOCK, Row, measure

ROOT = Path(__file__).resolve().parents[1]
SIZES = ["40x200", "200x1000", "1000x5000"]
PACKAGES = ["mkdocs", "mkdocs-material", "mkdocs-bibtex", "pybtex", "typst", "pypandoc_binary"]

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

EXPLANATION = """\
Invented editions are named by pages × references; each page has six citations and a note. All
tools build the same pages with the same words. Numbers are medians. **×** is the ratio to one cold
build, or to the memory, of stock Material for the same pages on this machine in this run.

- *Cold build*: seconds from the command to the end, without a cache.
- *First page*: seconds from starting the preview, without a cache, until it serves a page.
- *Edit*: seconds from saving a page until the preview serves it with the edit.
- *Memory*: the peak of the largest process of the build.
"""


def copy_paper(folder: Path) -> None:
    """Copy the sources of the paper of this repository."""
    for name in ("docs", "bib"):
        shutil.copytree(ROOT / name, folder / name)


def table(rows: list[Row]) -> str:
    """Return the rows as a table of Markdown: medians, and their ratios to stock Material's."""
    lines = [
        "| edition | built by | cold build, s | × | first page, s | × | edit, s | × "
        "| memory, MiB | × |",
        "| --- | --- |" + " ---: |" * 8,
    ]
    for row in rows:
        base = next(one for one in rows if one.edition == row.edition and one.tool == STOCK)
        cells = [row.edition, row.tool]
        for values in (row.build, row.first_page, row.edit):
            cells += cells_of(values, base.build, digits=2)
        cells += cells_of(row.memory, base.memory, digits=0)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def cells_of(values: list[float], base: list[float], digits: int) -> list[str]:
    """Return the median and its ratio to the base's; dashes for what was not measured."""
    if not values or not base:
        return ["–", "–"]
    return [f"{median(values):.{digits}f}", f"{median(values) / median(base):.2f}"]


def report(rows: list[Row]) -> str:
    load, _, _ = os.getloadavg()
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    rounds = ", ".join(f"{len(row.build)} for {row.edition}" for row in rows if row.tool == STOCK)
    return (
        "# The latest run of `make bench`\n\n"
        f"{datetime.now(UTC):%Y-%m-%d}; {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, load {load:.1f} at the end; {versions}. "
        f"Rounds: {rounds}.\n\n"
        f"{EXPLANATION}\n{table(rows)}"
    )


def size(text: str) -> tuple[int, int]:
    """Read a size such as 20x50."""
    pages, _, references = text.partition("x")
    if not (pages.isdecimal() and references.isdecimal() and int(pages) and int(references)):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size such as 20x50")
    return int(pages), int(references)


def main(words: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bench.py", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=size, help=f"(default: {' '.join(SIZES)})")
    parser.add_argument("--rounds", type=int, default=5, help="at most (default: 5)")
    parser.add_argument("--output", type=Path, help="write the table to this file as well")
    arguments = parser.parse_args(words)
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))
    editions = {"this paper": (copy_paper, settings["nav"])}
    for pages, references in arguments.sizes or map(size, SIZES):
        invented = InventedEdition(pages, references)
        editions[f"{pages:,} × {references:,}"] = (invented.write, invented.navigation)
    rows: list[Row] = []
    for name, (write, navigation) in editions.items():
        nav = yaml.safe_dump({"nav": navigation}, sort_keys=False)
        with tempfile.TemporaryDirectory() as folder:
            for tool, tool_settings in TOOLS.items():
                write(Path(folder, tool))
                Path(folder, tool, "mkdocs.yml").write_text(tool_settings + nav, encoding="utf-8")
            rows += measure(name, list(TOOLS), Path(folder), arguments.rounds)
    text = report(rows)
    print(text)
    if arguments.output:
        arguments.output.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
