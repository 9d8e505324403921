"""In: the rules of the checks, as handed over. Out: the contributor's guide: what each asks, and a problem that it found."""

from __future__ import annotations

from edition.model import Page
from edition.model.pages.inline import inline_html
from edition.site.context import Context, Generated
from edition.site.templates import fill


def rules(context: Context, _page: Page) -> Generated:
    """All rules, group by group, each with an address of its own."""
    rule_groups = context.rule_groups
    anchors = frozenset(found.id for group in rule_groups for found in (group, *group.rules))
    return Generated(fill("rules", rule_groups=rule_groups, inline=inline_html), anchors)
