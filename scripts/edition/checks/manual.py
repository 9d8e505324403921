"""In: the rules. Out: the manual, in Markdown: every rule with its name and its docstring, room by room."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable

from . import ROOMS, exceptions, rule_name, site

READING = {
    "missing-file": "Each file that the edition is made of is there: pages of the navigation, the lists, the data. Add it, or correct its name.",
    "unreadable-file": "A file is text in UTF-8, without null bytes, of at most 4 MB, and nested no deeper than a parser can follow.",
    "malformed-entry": "An entry of a list is `@type{key, name = {value}, …}` with every brace closed. Look near the line for a missing comma, quote or brace.",
    "duplicate-field": "An entry gives a field once. Keep one of the two.",
}
"""Problems that reading itself reports; what cannot be read is not judged further."""


def manual() -> str:
    """The manual of all rules."""
    text = "# Rules\n\nA problem reads `path:line: rule: what is wrong. The cure.` These are the rules, by the names that problems print.\n"
    text += "\n## Reading\n" + "".join(f"\n### {name}\n\n{said}\n" for name, said in READING.items())
    for room, rules in ROOMS.items():
        text += f"\n## {room}\n" + _entries(rules)
    text += "\n## Exceptions\n\nWhere a rule does not hold for a good reason, docs/data/exceptions.yml says so.\n" + _entries(exceptions.RULES)
    return text + "\n## The built site\n" + _entries(site.RULES)


def _entries(rules: Iterable[Callable[..., object]]) -> str:
    return "".join(f"\n### {rule_name(rule)}\n\n{inspect.getdoc(rule)}\n" for rule in rules)
