"""Which addresses are asked, and what the site shows of each."""

from __future__ import annotations

import lxml.html

from edition.checks import check_sources
from edition.checks.link_check import outside_addresses
from edition.model import Edition
from edition.model.works.link_status import FILE
from edition.site.context import Context, PageView
from edition.site.reference_list import references

STATUS = """{
  "http://union.orrin.example/letters/": {"state": "moved", "checked": "2026-12-03", "moved_to": "https://orrin.example/<b>"},
  "https://archive.sella.example/roll": {"state": "refused", "checked": "2026-12-03"},
  "https://lamps.example/": {"state": "unreached", "checked": "2026-12-03"},
  "https://oilwick.example/led_40%25?a=1&b=2": {"state": "gone", "checked": "2026-12-03", "last_alive": "2026-11-26"},
  "https://www.bluebay.example/2018/05/04/lamp_1.html": {"state": "alive", "checked": "2026-12-03", "last_alive": "2026-12-03"}
}
"""
SHOWN = [
    "Link worked on 3 December 2026.",
    "Link dead on 3 December 2026. Last worked on 26 November 2026.",
    "Moved to https://orrin.example/<b> (checked 3 December 2026).",
    "No answer on 3 December 2026.",
    "Could not be checked automatically (3 December 2026).",
]


def test_every_address_of_a_work_is_asked(made_up):
    found = outside_addresses(made_up)
    assert {work.url for work in made_up.bibliography if work.url} <= set(found)


def test_the_list_shows_the_status_of_each_reference(overlay):
    edition = Edition.load(overlay({FILE: STATUS}))
    assert check_sources(edition) == []  # no address fails a pull request
    listed = references(PageView(Context(edition), edition.by_path["references.md"]))
    shown = lxml.html.fromstring(str(listed)).find_class("ref-status")
    assert [" ".join(fact.text_content().split()) for fact in shown] == SHOWN
