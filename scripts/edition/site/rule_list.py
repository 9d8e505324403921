"""In: the rules of the checks, as handed over. Out: the contributor's guide: what each asks, and a problem that it found."""

from __future__ import annotations

from edition.model import Page
from edition.model.pages.inline import inline_html
from edition.site.context import Context, Generated
from edition.site.templates import fill


def rules(context: Context, _page: Page) -> Generated:
    """All rules, room by room, each with an address of its own."""
    rooms = context.rooms
    anchors = frozenset(found.id for room in rooms for found in (room, *room.rules))
    return Generated(fill("rules", rooms=rooms, inline=inline_html), anchors)
