"""Turns untrusted text into plain text without tricks, and into Markdown that renders to the text.

Nothing in it becomes markup, a link, a picture, a formula, an emoji or a mention of somebody.
Character references alone do not prevent mentions and links: GitHub looks for those in the text
after Markdown is read. So the sign that makes one stands in a `span` of its own, as `$` does in
GitHub's manual ("Writing mathematical expressions").
"""

from __future__ import annotations

import re

from edition.checks.untrusted.character_rules import unseen_characters

_SIGN = re.compile(r"[\\`*_\[\]<>&~|]|(?P<trigger>[@#$]|:(?=\S)|(?<=www)\.)", re.IGNORECASE)
"""Markdown's own signs, and what GitHub looks for: `@` and `#` name people and issues, `$` opens a
formula, `:` an emoji or the rest of an address, the dot of `www.` an address without one."""
_SPACES = re.compile(r"[ \t\n]+")


def visible(text: str) -> str:
    """The text on one line, with characters that are invisible or turn the direction of others
    shown by number: `⟨U+202E⟩`."""
    text = _SPACES.sub(" ", text)
    characters = list(text)
    for at in unseen_characters(text):
        characters[at] = f"⟨U+{ord(text[at]):04X}⟩"
    return "".join(characters)


def markdown_text(text: str) -> str:
    """Markdown for a visible text within a line: at its beginning `1.` would make a list."""
    return _SIGN.sub(_reference, text)


def _reference(sign: re.Match[str]) -> str:
    reference = f"&#{ord(sign[0])};"
    return f"<span>{reference}</span>" if sign["trigger"] else reference
