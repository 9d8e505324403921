"""Turns untrusted text into plain text without tricks, and into Markdown that renders to the text.

Nothing in it becomes markup, a link, a picture, a formula, an emoji or a mention of somebody.
Character references alone do not prevent mentions and links: GitHub looks for those in the text
after Markdown is read. So the sign that makes one stands in a `span` of its own, as `$` does in
GitHub's manual ("Writing mathematical expressions").
"""

from __future__ import annotations

import re

from edition.checks.untrusted.character_rules import unseen_characters

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|]")
_TRIGGER = re.compile(r"[@#$]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
"""`@` and `#` name people and issues, `$` opens a formula, `:` an emoji or the rest of an address,
the dot of `www.` an address without one."""
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
    """Markdown for the text, to stand within a line: at its beginning `1.` would make a list."""
    return escaped(visible(text))


def escaped(text: str) -> str:
    """As `markdown_text`, for text that is visible already."""
    pieces, at = [], 0
    for trigger in _TRIGGER.finditer(text):
        pieces += [_references(text[at : trigger.start()]), f"<span>&#{ord(trigger[0])};</span>"]
        at = trigger.end()
    return "".join([*pieces, _references(text[at:])])


def _references(text: str) -> str:
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", text)
