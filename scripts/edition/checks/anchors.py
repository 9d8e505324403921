"""In: the edition. Out: for a page the ids that a link may lead to, those of its generated parts included."""

from __future__ import annotations

import re

from ..model import Edition, Page
from ..model.command import COMMANDS

COMMAND = re.compile(r"<p>\\([A-Za-z][\w-]*)\s*</p>")
_BRINGS_IDS = frozenset({"glossary", "names", "notes", "timeline", "argument"})


def commands_in(page: Page) -> list[str]:
    """The names of the commands of a page, unknown ones included."""
    return COMMAND.findall(page.html)


def own_anchors(edition: Edition, page: Page) -> set[str]:
    """The ids promised to readers: headings, paragraphs, citations, and what the page's lists bring."""
    found = {id for id in page.anchors if id} | {citation.anchor for citation in page.citations if citation.anchor}
    found |= {name for note in edition.notes_on(page.path) for name in (note.anchor, f"at-{note.anchor}")}
    commands = commands_in(page)
    if "references" in commands:
        found |= {f"ref-{reference.key}" for reference in edition.bibliography}
    if "notes" in commands:
        found |= {note.anchor for note in edition.notes}
    if "names" in commands:
        found |= {name.id for name in edition.names}
    if "glossary" in commands:
        found |= {term.id for term in edition.glossary}
    if "concordance-numbers" in commands:
        found |= {f"n{row.number}" for row in edition.concordance}
    return found


def open_ended(page: Page) -> bool:
    """Whether the page has generated parts whose ids only the built site knows."""
    return any(command in _BRINGS_IDS or command not in COMMANDS for command in commands_in(page))
