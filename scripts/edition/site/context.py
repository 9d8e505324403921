"""In: the edition. Out: what every generator needs of it: formatted references, the names of places, links to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.model import Edition, Location, Mention, Page
from edition.model.apparatus.relation import TYPES
from edition.model.pages.target import Target
from edition.model.rule import RuleGroup
from edition.site.relative_links import relative_address


@dataclass(frozen=True)
class Generated:
    """HTML that stands in for a command, and the ids in it, which links may lead to."""

    html: Markup
    anchors: frozenset[str] = field(default_factory=frozenset)


class Context:
    """An edition with its formatted references. One for each build: every entry is formatted once."""

    def __init__(self, edition: Edition, manual: Callable[[], list[RuleGroup]] = list) -> None:
        self.edition = edition
        self._manual = manual
        self._format = Formatter(edition.bibliography, edition.link_status)

    @cached_property
    def rule_groups(self) -> list[RuleGroup]:
        """The rules of the checks, which render does not know itself: whoever builds hands them over."""
        return self._manual()

    def reference(self, key: str) -> FormattedReference:
        return self._format(self.edition.bibliography[key])

    def references(self, keys: tuple[str, ...]) -> list[FormattedReference]:
        """The formatted references of the keys that are in a bibliography; a check reports the others."""
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
    def _relations(self) -> dict[str, list[tuple[str, str, Target]]]:
        found: dict[str, list[tuple[str, str, Target]]] = defaultdict(list)
        for relation in self.edition.relations:
            there, back = TYPES.get(relation.type, (relation.type, relation.type))
            for here, words, other in (
                (relation.source, there, relation.target),
                (relation.target, back, relation.source),
            ):
                found[here.page].append((here.anchor, words, other))
        return found

    def relations_on(self, page: Page) -> list[tuple[str, str, Target]]:
        """What a page's places are related to, in file order: the anchor here, the relation in words, and the other place."""
        return self._relations.get(page.path, [])

    def edit_address(self, place: Location) -> str:
        """Where a line of the sources can be edited in a browser; empty where the repository's address is not known."""
        root = self.edition.project.edit_url
        return f"{root}{quote(place.path)}#L{place.line}" if root else ""

    def link(self, page: Page, target: Target | str) -> str:
        """The relative address of a target as seen from `page`; empty where there is no such page."""
        target = Target.parse(target) if isinstance(target, str) else target
        known = target.page in self.edition.by_path
        return relative_address(page.address, self.edition.address(target)) if known else ""
