"""In: the rules, and examples.txt. Out: the manual: every rule with its docstring and a problem that it found, group by group."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from edition.checks import RULE_GROUPS, exceptions, rule_name
from edition.checks import site_rules as site
from edition.model.rule import Rule, RuleGroup

INTRODUCTION = "A problem reads `path:line: rule: what is wrong. The hint.` These are the rules, by the names that problems print."
READING = {
    "missing-file": "Each file that the edition is made of is there: pages of the navigation, the lists, the data. Add it, or correct its name.",
    "unreadable-file": "A file is text in UTF-8, without null bytes, of at most 4 MB, and nested no deeper than a parser can follow.",
    "malformed-entry": "An entry of a list is `@type{key, name = {value}, …}` with every brace closed. Look near the line for a missing comma, quote or brace.",
    "duplicate-field": "An entry gives a field once. Keep one of the two.",
}
"""Problems that reading itself reports; what cannot be read is not judged further."""

RELEASED = {
    "unknown-release": "In the folder of released versions each has a folder of its own, named after its tag: `v1.2.0`.",
    "missing-archive": "A released version has the archive of its site, `edition-1.2.0-site.zip`, and SHA256SUMS.",
    "wrong-checksum": "An archive has the SHA-256 that SHA256SUMS gives for it.",
    "broken-archive": "An archive is a zip file that can be read to its end.",
    "unsafe-archive": "An archive holds files and folders within `edition-1.2.0/`, each once: no link or device, no way out, at most 256 MB in 20,000 files.",
    "wrong-version": "An archive holds the version that its tag names.",
}
"""Problems of the released versions, told before one is laid beside the newest (`scripts/versions.py`)."""

EXAMPLES = Path(__file__).with_name("examples.txt")
"""A problem for each rule, as printed for the made-up paper of the tests, which assert the same words."""


@cache
def _examples() -> dict[str, str]:
    return {
        line.split(": ", 2)[1]: line for line in EXAMPLES.read_text(encoding="utf-8").splitlines()
    }


def rule_groups() -> list[RuleGroup]:
    """All rules, in the manual's order."""
    from edition.checks.link_check import RULES as OUTSIDE

    said = "Where a rule does not hold for a good reason, docs/data/exceptions.yml says so."
    return [
        RuleGroup(
            "Reading",
            [Rule(name, said, _examples().get(name, "")) for name, said in READING.items()],
        ),
        *(RuleGroup(title, _entries(rules)) for title, rules in RULE_GROUPS.items()),
        RuleGroup("Exceptions", _entries(exceptions.RULES), said),
        RuleGroup("The built site", _entries(site.RULES), "These are judged by `make verify`."),
        RuleGroup(
            "Released versions",
            [Rule(name, said, _examples().get(name, "")) for name, said in RELEASED.items()],
            "These are judged by `make build`. One of them stops the publishing.",
        ),
        RuleGroup(
            "Outside addresses",
            _entries(OUTSIDE),
            "These are found by `make links`, once a week; no pull request waits for them.",
        ),
    ]


def _entries(rules: Iterable[Callable[..., object]]) -> list[Rule]:
    return [
        Rule(rule_name(rule), inspect.getdoc(rule) or "", _examples().get(rule_name(rule), ""))
        for rule in rules
    ]


def manual() -> str:
    """The manual of all rules, in Markdown."""
    text = f"# Rules\n\n{INTRODUCTION}\n"
    for group in rule_groups():
        text += f"\n## {group.title}\n" + (f"\n{group.description}\n" if group.description else "")
        text += "".join(
            f"\n### {rule.name}\n\n{rule.description}\n"
            + (f"\n    {rule.example}\n" if rule.example else "")
            for rule in group.rules
        )
    return text
