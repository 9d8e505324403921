"""The manual of the rules: what each asks, with a problem that it found, group by group."""

from __future__ import annotations

import inspect
from pathlib import Path

import yaml

from edition.checks import RULE_GROUPS, exceptions, site_rules
from edition.checks.levels import EXAMPLES, LEVELS
from edition.checks.link_check import status_rules
from edition.model.rule import Rule, RuleGroup
from edition.problem import Rule as RuleFunction
from edition.problem import rule_name, rules_in

_MANUAL = yaml.safe_load(Path(__file__).with_name("manual.yml").read_text("utf-8"))
INTRODUCTION: str = _MANUAL["introduction"]
"""What the manual says before the first group."""

_GROUPS = RULE_GROUPS | {
    "Exceptions": rules_in(exceptions),
    "The built site": rules_in(site_rules),
    "Outside addresses": rules_in(status_rules),
}
"""By the title of a group its rules that are functions."""


def rule_groups() -> list[RuleGroup]:
    """All rules, in the manual's order."""
    groups = []
    for group in _MANUAL["groups"]:
        title = group["title"]
        rules = _described(group.get("rules", {})) + _documented(_GROUPS.get(title, []))
        groups.append(RuleGroup(title, rules, group.get("description", "")))
    return groups


def _documented(rules: list[RuleFunction]) -> list[Rule]:
    """Rules that are functions, described by their docstrings."""
    return _described({rule_name(rule): inspect.getdoc(rule) or "" for rule in rules})


def _described(texts: dict[str, str]) -> list[Rule]:
    """Rules with these texts, by name."""
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
