"""In: any text, also a stranger's. Out: the same as plain text, and as GitHub-flavored Markdown that renders to that text and nothing else.

Nothing in it becomes markup, a link, a picture, a formula, an emoji or a mention of somebody. Character references alone do not
keep mentions and addresses from becoming links: GitHub looks for those in the text after Markdown is read. So the sign that makes
one stands in a `span` of its own, as `$` does in GitHub's manual ("Writing mathematical expressions").
"""

from __future__ import annotations

import re

from edition.checks.untrusted.character_rules import unseen_characters

_MARKUP = re.compile(r"[\\`*_\[\]<>&~|]")
# `@` and `#` name people and issues, `$` opens a formula, `:` an emoji or the rest of an address, `www.` an address without one.
_JOINT = re.compile(r"[@#$]|:(?=\S)|(?<=www)\.", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\n]+")


def visible(text: str) -> str:
    """The text on one line; a character that is invisible or turns the direction of others is shown by its number: `⟨U+202E⟩`."""
    text = _SPACES.sub(" ", text)
    at, pieces = 0, []
    for unseen in unseen_characters(text):
        pieces += [text[at:unseen], f"⟨U+{ord(text[unseen]):04X}⟩"]
        at = unseen + 1
    return "".join([*pieces, text[at:]])


def markdown_text(text: str) -> str:
    """Markdown for the text, to stand within a line of ours: at the beginning of one, `1.` or `-` would still make a list."""
    return escaped(visible(text))


def escaped(text: str) -> str:
    """As `markdown_text`, for a piece of a text that is visible already."""
    plain = [_MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", part) for part in _JOINT.split(text)]
    return plain[0] + "".join(
        f"<span>&#{ord(sign)};</span>{part}"
        for sign, part in zip(_JOINT.findall(text), plain[1:], strict=True)
    )
