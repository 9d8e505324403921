r"""The directive `\rules`: the contributor's manual of all rules."""

from __future__ import annotations

from edition.model import Page
from edition.model.pages.inline import inline_html
from edition.site.context import Context, Generated
from edition.site.templates import fill


def rules(context: Context, _page: Page) -> Generated:
    """All rules by group, each with an address of its own."""
    groups = context.rule_groups
    anchors = {group.id for group in groups}
    for group in groups:
        anchors |= {rule.id for rule in group.rules}
    html = fill("rules", rule_groups=groups, inline=inline_html)
    return Generated(html, frozenset(anchors))
