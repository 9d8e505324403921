"""The manual of the rules: what each asks, with a problem that it found, group by group."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable

from edition.checks import RULE_GROUPS, exceptions, link_check, site_rules
from edition.checks.levels import EXAMPLES, LEVELS
from edition.model.rule import Rule, RuleGroup
from edition.problem import rule_name

INTRODUCTION = (
    "A problem reads `path:line: level: rule: what is wrong. The hint.` "
    "An **error** misleads a reader, or something is lost, broken or dangerous: the build stops. "
    "A **warning** is shown, and the build goes on. "
    "A **convention** is of a house style: it holds for a paper whose docs/data/paper.yml says "
    "`conventions: true` under `edition:`, and `make test` then asks for it. "
    "These are the rules, by the names that problems print."
)
READING = {
    "missing-file": (
        "Each file that the edition is made of exists: the pages of the navigation, the lists, "
        "the data. Add it, or correct its name."
    ),
    "unreadable-file": (
        "A file is text in UTF-8, without null bytes, of at most 4 MB, "
        "and nested no deeper than a parser can follow."
    ),
    "malformed-entry": (
        "An entry of a list is written `@type{key, name = {value}, …}`, with every brace closed. "
        "Look near the line for a missing comma, quote or brace."
    ),
    "duplicate-field": "An entry gives a field once. Keep one of the two.",
}
"""Problems found when files are read. What cannot be read is not checked further."""

RELEASED = {
    "unknown-release": (
        "In the folder of released versions each has a folder of its own, "
        "named after its tag: `v1.2.0`."
    ),
    "missing-archive": (
        "A released version has the archive of its site, `edition-1.2.0-site.zip`, and SHA256SUMS."
    ),
    "wrong-checksum": "An archive has the SHA-256 that SHA256SUMS gives for it.",
    "broken-archive": "An archive is a zip file that can be read to its end.",
    "unsafe-archive": (
        "An archive holds files and folders within `edition-1.2.0/`: "
        "no path that leads out, at most 256 MB in 20,000 files."
    ),
    "wrong-version": "An archive holds the version that its tag names.",
}
"""Problems of the released versions, found before any is added (`scripts/versions.py`)."""

RELEASE = {
    "unknown-version": (
        "The version of docs/data/paper.yml has three numbers, and the changelog begins with it."
    ),
    "wrong-tag": "The tag of a release is the version with a `v` before it: `v1.2.0`.",
    "unlisted-address": (
        "Every address of a release is in docs/data/published.txt, so that none of them can get "
        "lost unnoticed."
    ),
}
"""What prevents a release (`scripts/release.py`)."""


def rule_groups() -> list[RuleGroup]:
    """All rules, in the manual's order."""
    with_exceptions = (
        "Where a rule does not hold for a good reason, docs/data/exceptions.yml says so."
    )
    built = "`make verify` finds these."
    released = "`make build` finds these. One of them stops the publishing."
    outside = "`make links` finds these, once a week; no pull request waits for them."
    return [
        RuleGroup("Reading", _described(READING)),
        *(RuleGroup(title, _documented(rules)) for title, rules in RULE_GROUPS.items()),
        RuleGroup("Exceptions", _documented(exceptions.RULES), with_exceptions),
        RuleGroup("The built site", _documented(site_rules.RULES), built),
        RuleGroup("A release", _described(RELEASE), "`make release` finds these."),
        RuleGroup("Released versions", _described(RELEASED), released),
        RuleGroup("Outside addresses", _documented(link_check.RULES), outside),
    ]


def _documented(rules: Iterable[Callable[..., object]]) -> list[Rule]:
    return _described({rule_name(rule): inspect.getdoc(rule) or "" for rule in rules})


def _described(texts: dict[str, str]) -> list[Rule]:
    return [Rule(name, text, EXAMPLES[name], LEVELS[name]) for name, text in texts.items()]


def manual() -> str:
    """The manual of all rules, in Markdown."""
    parts = ["# Rules", INTRODUCTION]
    for group in rule_groups():
        parts += [f"## {group.title}", group.description]
        for rule in group.rules:
            parts += [f"### {rule.name}", f"*{rule.level}*"]
            parts += [rule.description, f"    {rule.example}"]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"
