"""The level of each rule: which problems stop a build, which are only shown, and which are style.

An error misleads a reader, or something is lost, broken or dangerous: the build stops. A warning is
shown, also beside the changed line of a pull request, and the build goes on. A convention belongs
to a house style: it holds for a paper whose docs/data/paper.yml asks for it with
`conventions: true` under `edition:`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from edition.language.counting import counted
from edition.problem import Level, Problem

_RULES_BY_LEVEL = {
    Level.ERROR: """
        missing-file unreadable-file malformed-entry
        undefined-citation broken-citation latex-citation citation-without-number number-missing
        merge-conflict
        duplicate-key unsafe-address
        concordance-numbers unknown-concordance-key unknown-concordance-place
        concordance-against-keywords
        duplicate-id missing-page missing-image missing-anchor published-address-gone
        redirect-to-nowhere
        malformed-data missing-paper-fact outdated-citation-file
        note-without-id duplicate-note-id note-hangs-nowhere lemma-not-found unknown-note-source
        bad-index-id duplicate-index-id unknown-index-source
        duplicate-event-id event-without-text impossible-event-date event-nowhere
        unknown-relation-type relation-nowhere
        unknown-evidence-number duplicate-evidence unknown-evidence-verdict unknown-evidence-source
        unknown-evidence-note verdict-without-quotation quotation-without-source linked-copy
        override-character private-use-character raw-html dangerous-address outside-image
        lookalike-domain misleading-link symbolic-link
        unresolved-text duplicate-built-id lost-citation dead-link
        unknown-version wrong-tag unlisted-address
        unknown-release missing-archive wrong-checksum broken-archive unsafe-archive wrong-version
        """,
    Level.WARNING: """
        duplicate-field
        citation-in-heading number-order cross-reference unread-text formula-as-source
        unreadable-image lost-definition lost-caption list-indent
        repeated-entry unknown-type uncited-entries required-field undated-work unknown-field
        unknown-language unknown-related undefined-macro unread-markup bad-doi
        bad-issn bad-isbn body-split unreadable-name
        swapped-names impossible-date mixed-date access-before-publication date-against-address
        bad-address same-address same-work
        number-without-keyword
        page-outside-navigation page-twice-in-navigation missing-title missing-section
        unknown-page-field
        section-twice
        unknown-directive paragraph-without-id bad-paragraph-id paragraph-order
        crowded-author impossible-paper-date paper-language-tag version-number several-licenses
        outdated-changelog unknown-paper-field unclear-restatement unread-data-file
        unreal-identifier
        unknown-note-field unknown-note-type unknown-confidence unknown-verdict lemma-not-unique
        unknown-index-field unknown-name-kind not-in-text ambiguous-name only-nowhere
        form-without-source
        unknown-event-field unknown-event-kind event-without-note
        unknown-relation-field duplicate-relation
        missing-evidence unknown-evidence-field unknown-seen unexplained-verdict
        quotation-language quotation-too-long missing-translation
        hidden-character
        exception-without-reason unknown-exception unneeded-exception
        gone-address moved-address
        """,
    Level.CONVENTION: """
        uncited-entry key-convention empty-field missing-language unbraced-title pages-form
        volume-form name-form
        tracking-in-address text-fragment-in-address entry-order not-normal-form
        missing-description
        note-too-long finding-left-hanging unexplained-entry event-out-of-order
        """,
}

LEVELS = {rule: level for level, rules in _RULES_BY_LEVEL.items() for rule in rules.split()}
"""The level of each rule by its name. A test holds that every rule has one."""


def with_levels(problems: Iterable[Problem], conventions: bool) -> list[Problem]:
    """The problems with the levels of their rules; broken conventions only if they hold."""
    leveled = [replace(problem, level=LEVELS[problem.rule]) for problem in problems]
    return [problem for problem in leveled if conventions or problem.level is not Level.CONVENTION]


def count_by_level(problems: Iterable[Problem], kind: str = "") -> str:
    """`2 errors, 1 warning`, the gravest first; empty where there is no problem.

    `kind` is a word before each level, such as `new`.
    """
    counts = Counter(problem.level or Level.ERROR for problem in problems)
    return ", ".join(
        counted(counts[level], f"{kind} {level}".strip()) for level in Level if counts[level]
    )
