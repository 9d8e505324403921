"""What every part of a page needs of the edition: formatted references and links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import quote

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.model import Edition, Mention, Page
from edition.model.apparatus.relation import TYPES
from edition.model.pages.target import Target
from edition.model.rule import RuleGroup
from edition.problem import Location
from edition.site.relative_links import relative_address


@dataclass(frozen=True)
class Generated:
    """HTML that a directive stands for, and the ids in it, which links may lead to."""

    html: Markup
    anchors: frozenset[str] = field(default_factory=frozenset)


class Related(NamedTuple):
    """A relation seen from one side: an anchor, how it is related in words, and to what."""

    anchor: str
    words: str
    other: Target


class Context:
    """The edition and what is worked out for its pages; one for each build.

    `formatter` is the build's own: it formats each reference once for pages and book. `manual`
    returns the rules of the checks, for the page that lists them. They are asked for there only,
    since the checks bring large libraries.
    """

    def __init__(
        self,
        edition: Edition,
        formatter: Formatter | None = None,
        manual: Callable[[], list[RuleGroup]] = list,
    ) -> None:
        self.edition = edition
        self._manual = manual
        self._format = formatter or Formatter(edition.bibliography, edition.link_status)

    @cached_property
    def rule_groups(self) -> list[RuleGroup]:
        """All rules of the checks."""
        return self._manual()

    def reference(self, key: str) -> FormattedReference:
        """A work of the bibliography, formatted once a build."""
        return self._format(self.edition.bibliography[key])

    def find_reference(self, key: str) -> FormattedReference | None:
        """The same; None for a key that is not in the bibliography."""
        return self.reference(key) if key in self.edition.bibliography else None

    def references(self, keys: tuple[str, ...]) -> list[FormattedReference]:
        """The works of these keys; one that is not in the bibliography is left out."""
        return [self.reference(key) for key in keys if key in self.edition.bibliography]

    @cached_property
    def _term_mentions(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.edition.term_mentions:
            found[mention.paragraph.page].append(mention)
        return found

    def term_mentions_on(self, page: Page) -> list[Mention]:
        """The terms of the glossary on a page, in reading order."""
        return self._term_mentions.get(page.path, [])

    @cached_property
    def _relations(self) -> dict[str, list[Related]]:
        found: dict[str, list[Related]] = defaultdict(list)
        for relation in self.edition.relations:
            source, target = relation.source, relation.target
            there, back = TYPES.get(relation.type, (relation.type, relation.type))
            found[source.page].append(Related(source.anchor, there, target))
            found[target.page].append(Related(target.anchor, back, source))
        return found

    def relations_on(self, page: Page) -> list[Related]:
        """What the places of a page are related to, in file order."""
        return self._relations.get(page.path, [])

    def edit_address(self, location: Location) -> str:
        """Where a line of the sources can be edited in a browser; empty if that is not known."""
        root = self.edition.project.edit_url
        return f"{root}{quote(location.path)}#L{location.line}" if root else ""

    def link(self, page: Page, target: Target) -> str:
        """The relative address of a target as seen from `page`; empty if there is no such page."""
        if target.page not in self.edition.by_path:
            return ""
        return relative_address(page.address, self.edition.address(target))

    def list_link(self, page: Page, directive: str, anchor: str = "") -> str:
        """The relative address of the page with a directive, or of an id in what it generates."""
        return self.link(page, Target(self.edition.list_page(directive), anchor))
