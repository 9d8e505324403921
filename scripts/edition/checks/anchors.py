"""In: the edition. Out: for a page the ids that a link may lead to, those of its generated parts included."""

from __future__ import annotations

import re

from edition.model import Edition, Page
from edition.model.pages.changelog import versions_of
from edition.model.pages.directives import DIRECTIVES

DIRECTIVE = re.compile(r"<p>\\([A-Za-z][\w-]*)\s*</p>")


def directives_in(page: Page) -> list[str]:
    """The names of the commands of a page, unknown ones included."""
    return DIRECTIVE.findall(page.html)


def own_anchors(edition: Edition, page: Page) -> set[str]:
    """The ids promised to readers: headings, paragraphs, citations, and what the page's lists bring."""
    found = {id for id in page.anchors if id} | {
        citation.anchor for citation in page.citations if citation.anchor
    }
    for note in edition.notes_on(page.path):
        # A note on the whole page hangs on no words: nothing stands at its place in the text.
        found |= {note.anchor, f"at-{note.anchor}"} if note.paragraph else {note.anchor}
    commands = directives_in(page)
    if "references" in commands:
        found |= {f"ref-{reference.key}" for reference in edition.bibliography}
    if "notes" in commands:
        found |= {note.anchor for note in edition.notes}
    if "names" in commands:
        found |= {name.id for name in edition.names}
    if "glossary" in commands:
        found |= {term.id for term in edition.glossary}
    if "concordance-numbers" in commands:
        found |= {f"no-{row.number}" for row in edition.concordance}
    if "timeline" in commands:
        found |= {event.id for event in edition.timeline}
    if "versions" in commands:
        found |= {version.anchor for version in versions_of(edition.pages)}
    return found


def open_ended(page: Page) -> bool:
    """Whether the page has generated parts that nothing here knows.

    Such are a command that is none, which has a rule of its own, and the list of the rules: those are the machine's and not the edition's.
    """
    return any(command == "rules" or command not in DIRECTIVES for command in directives_in(page))
