r"""The directive `\rules`: the contributor's manual of all rules."""

from __future__ import annotations

from markupsafe import Markup

from edition.site.context import PageView


def rules(view: PageView) -> Markup:
    """All rules by group, each with an address of its own."""
    return view.fill("rules", rule_groups=view.context.manual())
