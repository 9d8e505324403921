"""In: nothing; checks fill it, render prints it. Out: what a contributor is told of the rules: Rule and RuleGroup."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rule:
    """A rule by the name that problems print, what it asks (paragraphs of Markdown), and a problem that it found, as printed."""

    name: str
    said: str
    example: str = ""

    @property
    def id(self) -> str:
        """Its place on the page of rules: `rule-undefined-citation`."""
        return f"rule-{self.name}"


@dataclass(frozen=True)
class RuleGroup:
    """Rules that belong together, under a heading and, where that needs one, a line that explains it."""

    title: str
    rules: list[Rule] = field(default_factory=list)
    said: str = ""

    @property
    def id(self) -> str:
        return f"rules-{'-'.join(self.title.lower().split())}"
