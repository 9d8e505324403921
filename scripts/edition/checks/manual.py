"""The manual of the rules: what each asks, with a problem that it found, group by group."""

from __future__ import annotations

import inspect
from pathlib import Path

import yaml

from edition.checks import RULE_GROUPS, exceptions, site_rules
from edition.checks.levels import EXAMPLES, LEVELS
from edition.checks.link_check import status_rules
from edition.model.rule import Rule, RuleGroup
from edition.problem import rule_name, rules_in

_MANUAL = yaml.safe_load(Path(__file__).with_name("manual.yml").read_text("utf-8"))
INTRODUCTION: str = _MANUAL["introduction"]
_GROUPS = RULE_GROUPS | {
    "Exceptions": rules_in(exceptions),
    "The built site": rules_in(site_rules),
    "Outside addresses": rules_in(status_rules),
}


def rule_groups() -> list[RuleGroup]:
    """All rules, in the manual's order."""
    groups = []
    for group in _MANUAL["groups"]:
        texts = dict(group.get("rules", {}))
        for rule in _GROUPS.get(group["title"], ()):
            texts[rule_name(rule)] = inspect.getdoc(rule)
        rules = [Rule(name, text, EXAMPLES[name], LEVELS[name]) for name, text in texts.items()]
        groups.append(RuleGroup(group["title"], rules, group.get("description", "")))
    return groups


def manual() -> str:
    """The manual of all rules, in Markdown."""
    parts = ["# Rules", INTRODUCTION]
    for group in rule_groups():
        parts += [f"## {group.title}", group.description]
        for rule in group.rules:
            parts += [f"### {rule.name}", f"*{rule.level}*"]
            parts += [rule.description, f"    {rule.example}"]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"
