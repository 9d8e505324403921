"""A rule as the manual describes it, which a terminal and the page of rules print."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """The name that problems print, what the rule asks (Markdown), its level, an example."""

    name: str
    description: str
    example: str = ""
    level: str = ""

    @property
    def id(self) -> str:
        """Its anchor on the page of rules: `rule-undefined-citation`."""
        return f"rule-{self.name}"


@dataclass(frozen=True)
class RuleGroup:
    """Rules that belong together, under a heading and, if needed, a line that explains it."""

    title: str
    rules: list[Rule] = field(default_factory=list)
    description: str = ""

    @property
    def id(self) -> str:
        """Its anchor on the page of rules: `rules-bibliography`."""
        return f"rules-{'-'.join(self.title.lower().split())}"
