"""What a person is told of addresses that are gone or have moved, and what the site shows of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import lxml.html
import pytest

from edition.checks import check_sources
from edition.checks.link_check import RULES, outside_addresses
from edition.model import Edition, LinkStatus
from edition.model.works.link_status import FILE, link_status_text
from edition.site.context import Context
from edition.site.reference_list import references

DAY = "2026-12-03"
LAMP = "https://www.bluebay.example/2018/05/04/lamp_1.html"
ROLL = "https://archive.sella.example/roll"
OIL = "https://oilwick.example/led_40%25?a=1&b=2"
LETTERS, LAMPS = "http://union.orrin.example/letters/", "https://lamps.example/"
GONE = LinkStatus("gone", DAY)


@pytest.fixture()
def known(overlay: Callable) -> Callable[..., Path]:
    """`known({address: LinkStatus(…)}, files)`: the made-up paper with these states and files."""
    return lambda status, files=None: overlay({FILE: link_status_text(status)} | (files or {}))


def problems(root: Path) -> list[str]:
    edition = Edition.load(root)
    return sorted(str(problem) for rule in RULES for problem in rule(edition))


def line_of(root: Path, path: str, words: str) -> int:
    lines = (root / path).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_gone_address(known):
    others = {OIL: LinkStatus("unreached", DAY), LETTERS: LinkStatus("alive", DAY, DAY)}
    root = known(others | {LAMP: LinkStatus("gone", DAY, "2026-11-26"), ROLL: GONE})
    lamp, roll = line_of(root, "bib/paper.bib", LAMP), line_of(root, "bib/editors.bib", ROLL)
    assert check_sources(Edition.load(root)) == []  # no address fails a pull request
    assert problems(root) == [
        f"bib/editors.bib:{roll}: gone-address: '{ROLL}' was gone on 2026-12-03. Look for a copy at https://web.archive.org/web/{ROLL} and give its address, or the work's new one.",
        f"bib/paper.bib:{lamp}: gone-address: '{LAMP}' was gone on 2026-12-03; it was alive on 2026-11-26. Look for a copy at https://web.archive.org/web/20240203/{LAMP} and give its address, or the work's new one.",
    ]


def test_moved_address(known):
    moved = {LAMP: "https://bluebay.example/", OIL: "https://oil.example/led"}
    root = known({old: LinkStatus("moved", DAY, "", new) for old, new in moved.items()})
    lamp, oil = line_of(root, "bib/paper.bib", LAMP), line_of(root, "bib/paper.bib", OIL)
    home = f"It leads to a home page, 'https://bluebay.example/', as lost pages do: look for the work there, or for a copy at https://web.archive.org/web/20240203/{LAMP}."
    assert problems(root) == [
        f"bib/paper.bib:{lamp}: moved-address: '{LAMP}' has moved, as of 2026-12-03. {home}",
        f"bib/paper.bib:{oil}: moved-address: '{OIL}' has moved, as of 2026-12-03. Write 'https://oil.example/led', if the work is there.",
    ]


def test_in_pages_and_notes(known):
    page = "---\ntitle: Oil\n---\n\n# Oil\n\nSeal oil.\n{: #p1 }\n\nSee [the tables](https://tables.example/oil#p2), [a copy](//cdn.example/x) and [stone](stone.md).\n"
    note = "- id: 9001\n  type: fact\n  paragraph: p1\n  lemma: Seal oil\n  text: It was [whale oil](https://whales.example/).\n"
    addresses = "https://cdn.example/x", "https://tables.example/oil#p2", "https://whales.example/"
    files = {"docs/towers/oil.md": page, "docs/data/notes/towers/oil.yml": note}
    root = known(dict.fromkeys(addresses, GONE), files)
    copy, tables, whales = (
        f"gone-address: '{address}' was gone on 2026-12-03. Look for a copy at https://web.archive.org/web/{address} and give its address, or the work's new one."
        for address in addresses
    )
    assert problems(root) == [
        f"docs/data/notes/towers/oil.yml:5: {whales}",
        f"docs/towers/oil.md:10: {copy}",
        f"docs/towers/oil.md:10: {tables}",
    ]


def test_every_address_of_a_reference_is_found(made_up):
    found = outside_addresses(made_up)
    assert {reference.url for reference in made_up.bibliography if reference.url} <= set(found)
    assert {LAMP, ROLL, OIL, LETTERS, LAMPS} <= set(found)


SHOWN = {
    LAMP: (LinkStatus("alive", DAY, DAY), "Link worked on 3 December 2026."),
    OIL: (
        LinkStatus("gone", DAY, "2026-11-26"),
        "Link dead on 3 December 2026. Last worked on 26 November 2026.",
    ),
    LETTERS: (
        LinkStatus("moved", DAY, "", "https://orrin.example/<b>"),
        "Moved to https://orrin.example/<b> (checked 3 December 2026).",
    ),
    LAMPS: (LinkStatus("unreached", DAY), "No answer on 3 December 2026."),
    ROLL: (LinkStatus("refused", DAY), "Could not be checked automatically (3 December 2026)."),
}


def test_the_list_shows_the_status_of_each_reference(known):
    edition = Edition.load(known({address: status for address, (status, _) in SHOWN.items()}))
    listed = references(Context(edition), edition.by_path["references.md"])
    article = lxml.html.fromstring(str(listed.html))
    for reference in edition.bibliography:
        shown = article.get_element_by_id(f"ref-{reference.key}").find_class("ref-status")
        texts = [" ".join(fact.text_content().split()) for fact in shown]
        assert texts == ([SHOWN[reference.url][1]] if reference.url in SHOWN else [])
