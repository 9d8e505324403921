r"""Reads the TeX of BibTeX values as a reader is to see it: `{\"u}ber H$_2$O` is `über H₂O`.

It knows accents, symbols, the text commands of LaTeX and biblatex, simple mathematics, and the HTML
of catalogs, `<i>Salmo</i> &amp; H<sub>2</sub>O`. What it does not know stays as it is written, and
is named in `Tex.unread`.

How commands are printed is said in tex-commands.yml. The names of other symbols are pylatexenc's
(pylatexenc.readthedocs.io); those of journals, in journal-macros.txt, are the macros of the
Astrophysics Data System (ui.adsabs.harvard.edu/help/actions/journal-macros).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from pylatexenc.latex2text import get_default_latex_context_db

MATH = r"\$\$[^$]+\$\$|(?<!\\)\$(?=[^\s$])[^$]*?(?<=[^\s\\])\$(?!\d)"
"""A pattern for mathematics. In `from $5 to $6` there is none, as in Pandoc's Markdown."""
LONGEST, DEEPEST = 20_000, 100
"""Longer or deeper values are no text of a reference: their TeX is not read."""

_TABLES = yaml.safe_load(Path(__file__).with_name("tex-commands.yml").read_text("utf-8"))


def _by_command(table: str) -> dict[str, Any]:
    """What tex-commands.yml says in a table, by the names of the commands."""
    by_command = {}
    for text, commands in _TABLES[table].items():
        by_command.update(dict.fromkeys(commands.split(), text))
    return by_command


_ACCENTS = _by_command("accents")
_SIGNS = _by_command("signs")
_MATH_SIGNS = str.maketrans(_by_command("math_signs"))
_MARKUP = _by_command("markup")
_ELEMENTS = _by_command("elements")
_TEXTS = _by_command("texts")
_LEFT_OUT = _by_command("left_out")
_KINDS = _by_command("kinds")
_ACCENTS_ONLY_IN_TEXT = "=.cdbtkrH"
"""Commands that mean something else in mathematics."""
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"),
    "sub": str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"),
}
"""Characters that Unicode has raised and lowered: markup is only needed for others."""
_RAISED_BY_SHAPE = {"∘": "°", "°": "°", "′": "′", "∗": "∗"}
"""Signs that a formula raises, `30^\\circ`, and that are high already."""

# Most values hold nothing of this, and are read without a look at their tokens.
_IS_TEX = re.compile(r"[\\~{}$]|--|``|''|<[A-Za-z/]|&[A-Za-z#]")
# Catalogs' exports escape the `&` of an entity, or put it into braces: `{\&}amp;`.
_ENTITY = re.compile(r"\{?\\?&\}?((?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
# An element that has none of the same name within. What else is in it, the next round reads.
_ELEMENT = re.compile(
    r"<(i|em|b|strong|sub|inf|sup|scp|sc)(?:\s[^<>]*)?>((?:(?!<\1[\s>]).)*?)</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
_OTHER_TAG = re.compile(
    r"</?(?:i|em|b|strong|sub|inf|sup|scp|sc|u|a|p|br|span|div|title|jats:\w+|mml:\w+)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_LEVELS = 4
"""How deep elements of HTML may stand in others; of deeper ones only the words are read."""

_AS_TYPED = (
    (re.compile(r"^\\(?:url|path|nolinkurl)\s*(?=\{)"), ""),
    (re.compile(r"\{\\textasciitilde\}|\\textasciitilde(?:\{\})?|\\~(?:\{\})?|\{~\}"), "~"),
    (re.compile(r"\{?\\textless\}?(?:\{\})?"), "<"),
    (re.compile(r"\{?\\textgreater\}?(?:\{\})?"), ">"),
    (re.compile(r"\{?\\textunderscore\}?(?:\{\})?"), "_"),
    (re.compile(r"\\([_%#&$~{}])"), r"\1"),
    (re.compile(r"[{}]"), ""),
)
"""How programs write what is to be printed as it is typed."""

# `\ifmmode^2\else\texttwosuperior\fi`: one command for mathematics, and one for text.
_IFMMODE = re.compile(
    r"\\ifmmode(?P<math>.*?)(?:\\else(?P<text>.*?))?\\fi(?![A-Za-z])\s*(?:\{\})?", re.DOTALL
)
# White space after a command of letters belongs to the command, as in TeX: `\ss e` is `ße`.
_TOKEN = re.compile(
    rf"{MATH}|\\\(.*?\\\)"  # mathematics, as a whole
    r"|\\(?:enquote\*|[A-Za-z]+\s*|.)"  # a command
    r"|---?|``|''"  # dashes and quotes
    r"|[^\\{}$~`'\-_^&]+"  # a text without signs of TeX
    r"|.",  # any other sign
    re.DOTALL,
)


@dataclass(frozen=True)
class StyledText:
    """A text that is emphasized, strong, raised or lowered: `em`, `strong`, `sup`, `sub`."""

    tag: str
    pieces: tuple[Piece, ...]


Piece = str | StyledText


@dataclass(frozen=True)
class Tex:
    """What a value says: its text with markup, and the TeX in it that could not be read."""

    pieces: tuple[Piece, ...]
    unread: tuple[str, ...] = ()

    @cached_property
    def plain(self) -> str:
        """The text without markup, white space folded."""
        return " ".join(_plain(self.pieces).split())


@lru_cache(maxsize=65536)
def read_tex(value: str) -> Tex:
    """Read a BibTeX value without its outer delimiters."""
    if not _IS_TEX.search(value):
        return Tex((value,))
    if len(value) > LONGEST or value.count("{") > DEEPEST:
        bare = re.sub(r"[{}]", "", value)
        return Tex((" ".join(bare.split()),))
    value = _IFMMODE.sub(lambda match: match["text"] or match["math"], without_html(value))
    reader = _Reader(value)
    return Tex(tuple(_joined(reader.rest())), tuple(reader.unread))


def without_html(value: str) -> str:
    r"""A value with TeX in the place of HTML: `<i>Salmo</i> &amp; trout`, `\emph{Salmo} \& trout`.

    Other elements than those of emphasis and of raised and lowered text leave only their words.
    """
    for _ in range(_LEVELS if "</" in value else 0):
        value = _ELEMENT.sub(_as_command, value)
    return _ENTITY.sub(_as_character, _OTHER_TAG.sub("", value) if "<" in value else value)


def _as_command(match: re.Match[str]) -> str:
    return f"\\{_ELEMENTS[match[1].lower()]}{{{match[2]}}}"


def _as_character(match: re.Match[str]) -> str:
    character = html.unescape(f"&{match[1]}")
    if character.startswith("&") and character != "&":
        return match[0]
    return f"\\{character}" if character in "%#&_$" else character


def plain_text(value: str) -> str:
    r"""A BibTeX value as plain text: `{\"u}ber 5 \% {GDP}` → `über 5 % GDP`."""
    return read_tex(value).plain


@lru_cache(maxsize=65536)
def verbatim(value: str) -> str:
    r"""The value of a field that TeX prints as it stands, such as an address.

    Reference managers write `\_` and `\%` there all the same, and braces or `\url{…}` around it.
    """
    bare = value.strip().strip("<>")
    for written, meant in _AS_TYPED:
        bare = written.sub(meant, bare)
    return bare.strip()


def _plain(pieces: Iterable[Piece]) -> str:
    return "".join(piece if isinstance(piece, str) else _plain(piece.pieces) for piece in pieces)


def _joined(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces, with neighboring texts as one."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece:
            found.append(piece)
    return found


@cache
def _journals() -> dict[str, str]:
    text = Path(__file__).with_name("journal-macros.txt").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines())


@lru_cache(maxsize=4096)
def _text(command: str) -> str | None:
    """What a command prints, with `{}` for its arguments; None where it is unknown."""
    if command in _TEXTS:
        text: str = _TEXTS[command]
        return text
    spec = get_default_latex_context_db().get_macro_spec(command)
    symbol = spec.simplify_repl if spec else None
    if isinstance(symbol, str) and symbol and "%" not in symbol:
        return symbol
    return _journals().get(command)


class _Reader:
    """Reads a value token by token, from left to right.

    A command takes its arguments itself: who reads a token may go on in the value. What is not
    known is in `unread`, as it is written.
    """

    def __init__(self, value: str, in_math: bool = False) -> None:
        self._value = value
        self._at = 0
        self._in_math = in_math
        self._open_quotes = 0
        self.unread: list[str] = []

    def rest(self) -> list[Piece]:
        """Everything that is left; a brace that closes nothing is left out."""
        found: list[Piece] = []
        while self._peek():
            found += self._group()
        return found

    def _group(self) -> list[Piece]:
        """The pieces up to the brace that closes the group."""
        found: list[Piece] = []
        while self._peek():
            token = self._next()
            if token == "}":
                break
            # A switch has no argument: it holds up to the end of the group that it stands in.
            if token[0] == "\\" and _KINDS.get(token[1:].strip()) == "italic":
                found.append(StyledText("em", tuple(_joined(self._group()))))
                break
            found += self._piece(token)
        return found

    def _peek(self) -> str:
        """The next character; empty at the end."""
        return self._value[self._at : self._at + 1]

    def _next(self) -> str:
        """The next token, which is then behind the reader."""
        token = next(_TOKEN.finditer(self._value, self._at))[0]
        self._at += len(token)
        return token

    def _piece(self, token: str) -> list[Piece]:
        """What a token says, with the group or the arguments that it begins."""
        if token == "{":
            return self._group()
        if len(token) > 2 and token.startswith(("$", "\\(")):
            return self._math(token)
        if len(token) > 1 and token[0] == "\\":
            return self._command(token[1:].strip() or " ")
        return self._characters(token)

    def _characters(self, token: str) -> list[Piece]:
        if not self._in_math:
            return [_SIGNS.get(token, token)]
        if token in ("^", "_"):
            return self._script("sup" if token == "^" else "sub")
        return [token.translate(_MATH_SIGNS)]

    def _math(self, token: str) -> list[Piece]:
        """What a formula says. It is read by a reader of its own, since other signs hold in it."""
        reader = _Reader(token.strip("$") if token[0] == "$" else token[2:-2], in_math=True)
        pieces = reader.rest()
        self.unread += reader.unread
        return pieces

    def _command(self, name: str) -> list[Piece]:
        if name in _ACCENTS and not (self._in_math and name in _ACCENTS_ONLY_IN_TEXT):
            return self._accented(_ACCENTS[name])
        if name in _MARKUP:
            return self._script(_MARKUP[name])
        kind = _KINDS.get(name)
        if kind == "verbatim":
            return [verbatim(self._raw_argument())]
        if kind == "quoted":
            return self._quoted()
        if kind == "uppercase":
            return [_plain(self._argument()).upper()]
        for _ in range(_LEFT_OUT.get(name, 0)):
            self._raw_argument()
        text = _text(name)
        return [self._unknown(name)] if text is None else self._filled(text)

    def _filled(self, text: str) -> list[Piece]:
        """The text of a command, with its arguments in the places of `{}`."""
        # TeX sets `n\log n` with spaces around the name of the function.
        if self._in_math and len(text) > 1 and text.isalpha():
            return [f" {text} "]
        first, *following = text.split("{}")
        found: list[Piece] = [first]
        for part in following:
            found += [*self._argument(), part]
        return found

    def _unknown(self, name: str) -> str:
        """A command that nobody knows, as it is written, with its arguments."""
        written = f"\\{name}"
        while self._peek() == "{":
            written += f"{{{self._raw_argument()}}}"
        self.unread.append(written)
        return written if written.endswith("}") else f"{written} "

    def _argument(self) -> list[Piece]:
        """A group, a command, or a single character: TeX reads `\\'ee` as `\\'{e}e`."""
        while self._peek().isspace():
            self._at += 1
        character = self._peek()
        if not character or character == "}":
            return []
        if character in "\\{$":
            return self._piece(self._next())
        # No token: that could be a whole word.
        self._at += 1
        return self._characters(character) if self._in_math else [character]

    def _raw_argument(self) -> str:
        """The text of a group as it is written, without its braces."""
        if self._peek() != "{":
            return _plain(self._argument())
        # It is read only to find where it ends: what is unknown in it does not count.
        start, unread = self._at + 1, list(self.unread)
        self._piece(self._next())
        self.unread = unread
        return self._value[start : self._at].removesuffix("}")

    def _accented(self, mark: str) -> list[Piece]:
        """The argument with an accent on its first letter, as one character where there is one."""
        # TeX's users take an i without its dot below an accent; Unicode's `í` has none anyway.
        text = _plain(self._argument()).replace("ı", "i").replace("ȷ", "j")
        return [unicodedata.normalize("NFC", text[0] + mark + text[1:])] if text else []

    def _quoted(self) -> list[Piece]:
        """The argument in quotes: double ones outside, single ones within, and so on."""
        self._open_quotes += 1
        opening, closing = "“”" if self._open_quotes % 2 else "‘’"
        found = [opening, *self._argument(), closing]
        self._open_quotes -= 1
        return found

    def _script(self, tag: str) -> list[Piece]:
        """The argument with markup; raised and lowered in characters of Unicode, if it has them."""
        pieces = _joined(self._argument())
        text = _plain(pieces)
        characters = _SCRIPTS.get(tag, {})
        if text and characters.keys() >= set(map(ord, text)):
            return [text.translate(characters)]
        if tag == "sup" and text in _RAISED_BY_SHAPE:
            return [_RAISED_BY_SHAPE[text]]
        return [StyledText(tag, tuple(pieces))] if pieces else []
