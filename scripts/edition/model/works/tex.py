r"""Reads the TeX of BibTeX values as a reader is to see it: `{\"u}ber H$_2$O` is `über H₂O`.

It knows accents, symbols, the text commands of LaTeX and biblatex, simple mathematics, and the HTML
of catalogs, `<i>Salmo</i> &amp; H<sub>2</sub>O`. What it does not know stays as it is written, and
is named in `Tex.unread`.

The names of symbols are pylatexenc's (pylatexenc.readthedocs.io); those of journals, in
journal-macros.txt, are the macros of the Astrophysics Data System
(ui.adsabs.harvard.edu/help/actions/journal-macros).
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from pylatexenc.latex2text import get_default_latex_context_db

MATH = r"\$\$[^$]+\$\$|(?<!\\)\$(?=[^\s$])[^$]*?(?<=[^\s\\])\$(?!\d)"
"""A pattern for mathematics. In `from $5 to $6` there is none, as in Pandoc's Markdown."""
LONGEST, DEEPEST = 20_000, 100
"""Longer or deeper values are no text of a reference: their TeX is not read."""

_IS_TEX = re.compile(r"[\\~{}$]|--|``|''|<[A-Za-z/]|&[A-Za-z#]")
_ENTITY = re.compile(r"\{?\\?&\}?((?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});)")
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
_COMMANDS = {
    "i": "emph", "em": "emph", "b": "textbf", "strong": "textbf", "sub": "textsubscript",
    "inf": "textsubscript", "sup": "textsuperscript", "scp": "textsc", "sc": "textsc",
}  # fmt: skip
"""Elements of HTML that catalogs write into titles, and the commands that say the same."""
_IFMMODE = re.compile(
    r"\\ifmmode(?P<math>.*?)(?:\\else(?P<text>.*?))?\\fi(?![A-Za-z])\s*(?:\{\})?", re.DOTALL
)
_TOKEN = re.compile(
    rf"(?P<math>{MATH}|\\\(.*?\\\))|\\(?:enquote\*|[A-Za-z]+\s*|.)|---?|``|''|[^\\{{}}$~`'\-_^&]+|.",
    re.DOTALL,
)
_ACCENTS = {
    '"': "\u0308", "'": "\u0301", "`": "\u0300", "^": "\u0302", "~": "\u0303", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323",
    "b": "\u0331", "r": "\u030a", "ocirc": "\u030a", "k": "\u0328", "t": "\u0361", "C": "\u030f",
    "G": "\u030f",
}  # fmt: skip
_NOTHING = (
    "/ - @ ! relax protect left right big Big bigl bigr noopsort displaystyle limits null "
    "nobreak allowbreak unskip ignorespaces xspace noindent strut sloppy"
).split()
_SPACES = (
    "quad qquad enspace thinspace newline space newblock par hfill addspace addthinspace"
).split()
"""Commands that print nothing, and a space."""
_SYMBOLS = {
    **dict.fromkeys(_NOTHING, ""), **dict.fromkeys(_SPACES, " "),
    "\\": " ", "\n": " ", "\t": " ", "bibrangedash": "–", "%": "%", "|": "‖", "hyphen": "-",
    "nbhyphen": "‑", "slash": "/", "textslash": "/", "textquotedbl": '"', "textasciicircum": "^",
    "textunderscore": "_", "textless": "<", "textgreater": ">", "textbar": "|", "degree": "°",
    "textbraceleft": "{", "textbraceright": "}", "textperiodcentered": "·",
    "textasteriskcentered": "*", "textmu": "μ", "textohm": "Ω", "pounds": "£", "euro": "€",
    "ang": "°", "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2ε", "BibTeX": "BibTeX",
    "colon": ":", "prime": "′", "lt": "<", "gt": ">", "adddot": ".", "addcomma": ",",
    "addcolon": ":", "addnbspace": "\u00a0", "isodot": ".", "sim": "~",
}  # fmt: skip
"""Those that pylatexenc lacks, or has otherwise than a reference needs them."""
_AROUND = {
    "enquote": ("“", "”"), "enquote*": ("‘", "’"), "mkbibquote": ("“", "”"),
    "textquote": ("“", "”"), "mkbibparens": ("(", ")"), "mkbibbrackets": ("[", "]"),
    "sqrt": ("√", ""),
}  # fmt: skip
"""Commands whose argument is put between two texts."""
_MARKUP = {
    "emph": "em", "textit": "em", "textsl": "em", "mkbibemph": "em", "mkbibitalic": "em",
    "textbf": "strong", "mkbibbold": "strong",
    "textsuperscript": "sup", "mkbibsuperscript": "sup", "sp": "sup",
    "textsubscript": "sub", "mkbibsubscript": "sub", "sb": "sub",
}  # fmt: skip
_TRANSPARENT = frozenset(
    "mathit mathbf bm boldsymbol "
    "text textrm textsf textsc texttt textup textmd textnormal textlf textln textin textlatin "
    "mbox hbox fbox makebox mathrm mathsf mathtt mathnormal mathcal mathbb mathfrak mathscr "
    "operatorname ensuremath uppercase lowercase MakeUppercase MakeLowercase MakeCapital autocap "
    "bibcyr uline underline ul textunderline nohyphens path nolinkurl url acro abbr smaller ce "
    "rlap llap texorpdfstring mathop overline bar hat tilde vec widehat widetilde citetitle".split()
)
_SWITCHES = frozenset(
    "rm sf tt sc up md bf bfseries mdseries rmfamily sffamily ttfamily upshape scshape normalfont "
    "small footnotesize scriptsize tiny normalsize large Large cal selectfont boldmath".split()
)
_ITALIC_SWITCHES = frozenset(["em", "it", "itshape", "sl", "slshape"])
_DROPPED = {"noopsort": 1, "noop": 1, "hspace": 1, "vspace": 1, "hskip": 0, "kern": 0, "label": 1,
            "printfirst": 1, "vphantom": 1, "phantom": 1, "discretionary": 3}  # fmt: skip
"""Commands that print nothing, and how many arguments they take."""
_VERBATIM = frozenset(["url", "path", "nolinkurl"])
_SECOND = frozenset(["href", "foreignlanguage", "textcolor", "foreigntextquote", "switchfirst"])
"""Commands of two arguments, of which a reader sees the second."""
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")


@dataclass(frozen=True)
class Markup:
    """A text that is emphasized, strong, raised or lowered: `em`, `strong`, `sup`, `sub`."""

    tag: str
    pieces: tuple[Piece, ...]


Piece = str | Markup


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
        return Tex((" ".join(re.sub(r"[{}]", "", value).split()),))
    value = without_html(value)
    reader = _Reader(_IFMMODE.sub(lambda match: match["text"] or match["math"], value))
    return Tex(tuple(_joined(reader.rest())), tuple(reader.unread))


def without_html(value: str) -> str:
    r"""A value with TeX in the place of HTML: `<i>Salmo</i> &amp; trout`, `\emph{Salmo} \& trout`.

    Other elements than those of emphasis and of raised and lowered text leave their words alone.
    """
    for _ in range(_LEVELS if "</" in value else 0):
        value = _ELEMENT.sub(_as_command, value)
    return _ENTITY.sub(_as_character, _OTHER_TAG.sub("", value) if "<" in value else value)


def _as_command(match: re.Match[str]) -> str:
    return f"\\{_COMMANDS[match[1].lower()]}{{{match[2]}}}"


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
    bare = re.sub(r"^\\(?:url|path|nolinkurl)\s*(?=\{)", "", value.strip().strip("<>"))
    bare = re.sub(r"\{\\textasciitilde\}|\\textasciitilde(?:\{\})?|\\~(?:\{\})?|\{~\}", "~", bare)
    bare = re.sub(r"\{?\\textless\}?(?:\{\})?", "<", bare)
    bare = re.sub(r"\{?\\textgreater\}?(?:\{\})?", ">", bare)
    bare = re.sub(r"\{?\\textunderscore\}?(?:\{\})?", "_", bare)
    bare = re.sub(r"\\([_%#&$~{}])", r"\1", bare)
    return re.sub(r"[{}]", "", bare).strip()


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
def _symbol(name: str) -> str | None:
    """The text of a command without arguments; None where it is unknown."""
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    spec = get_default_latex_context_db().get_macro_spec(name)
    text = spec.simplify_repl if spec else None
    return text if isinstance(text, str) and text and "%" not in text else None


class _Reader:
    """Reads the tokens of a value one by one."""

    def __init__(self, value: str, in_math: bool = False) -> None:
        self._tokens = [match[0] for match in _TOKEN.finditer(value)]
        self._at = 0
        self._in_math = in_math
        self._quotes = 0
        self.unread: list[str] = []

    def rest(self) -> list[Piece]:
        """Everything that is left; a brace that closes nothing is left out."""
        found: list[Piece] = []
        while self._at < len(self._tokens):
            found += self._group()
        return found

    def _group(self) -> list[Piece]:
        """The pieces up to the brace that closes the group."""
        found: list[Piece] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token == "}":
                break
            if token[0] == "\\" and token[1:].strip() in _ITALIC_SWITCHES:
                found.append(Markup("em", tuple(_joined(self._group()))))
                break
            found += self._piece(token)
        return found

    def _next(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _piece(self, token: str) -> list[Piece]:
        if token == "{":
            return self._group()
        if len(token) > 2 and (token[0] == "$" or token.startswith("\\(")):
            return self._math(token)
        if token[0] == "\\" and len(token) > 1:
            return self._command(token[1:].strip() or " ")
        if self._in_math:
            return self._math_character(token)
        return [
            {"~": "\u00a0", "--": "–", "---": "—", "``": "“", "''": "”", "`": "‘"}.get(token, token)
        ]

    def _math_character(self, token: str) -> list[Piece]:
        if token in "_^":
            return self._script("sup" if token == "^" else "sub")
        return ["".join({"-": "−", "'": "′", "~": " ", "*": "∗"}.get(c, c) for c in token)]

    def _math(self, token: str) -> list[Piece]:
        inside = token.strip("$") if token[0] == "$" else token[2:-2]
        reader = _Reader(inside, in_math=True)
        pieces = reader.rest()
        self.unread += reader.unread
        return pieces

    def _command(self, name: str) -> list[Piece]:
        if name in _ACCENTS and not (self._in_math and name in "=.cdbtkrH"):
            return self._accented(_ACCENTS[name])
        if name in _DROPPED:
            for _ in range(_DROPPED[name]):
                self._argument()
            return []
        if name in _VERBATIM:
            return [verbatim(self._raw_argument())]
        if name in _SWITCHES:
            return []
        if name in _SECOND:
            self._raw_argument()
            return self._argument()
        if name == "frac":
            return [*self._argument(), "/", *self._argument()]
        if name in _AROUND:
            return self._quoted(name)
        if name in _MARKUP:
            return self._script(_MARKUP[name])
        return self._symbol_or_text(name)

    def _symbol_or_text(self, name: str) -> list[Piece]:
        if name in _TRANSPARENT:
            found = self._argument()
            if name == "texorpdfstring":
                found = self._argument()
            is_upper = name in ("uppercase", "MakeUppercase")
            return [_plain(found).upper()] if is_upper else found
        text = _symbol(name)
        if text is None:
            text = _journals().get(name)
        if text is None:
            return [self._left(name)]
        if self._peek() == "{" and self._peek(1) == "}":
            self._at += 2
        is_function = self._in_math and len(text) > 1 and text.isalpha()  # n\\log n
        return [f" {text} "] if is_function else [text]

    def _left(self, name: str) -> str:
        """A command that nobody knows, as it is written, with its arguments."""
        written = f"\\{name}"
        while self._peek() == "{":
            written += f"{{{self._raw_argument()}}}"
        self.unread.append(written)
        return written if written.endswith("}") else f"{written} "

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ""

    def _argument(self) -> list[Piece]:
        """A group, a command, or a single character."""
        while self._peek() and not self._peek().strip():
            self._at += 1
        token = self._peek()
        if not token or token == "}":
            return []
        self._at += 1
        if token[0] not in "\\{$":
            text = token.lstrip()
            self._at -= 1
            self._tokens[self._at] = text[1:]
            if not text[1:]:
                self._at += 1
            return self._math_character(text[0]) if self._in_math else [text[0]]
        return self._piece(token)

    def _raw_argument(self) -> str:
        """The text of a group as it is written, without its braces."""
        if self._peek() != "{":
            return _plain(self._argument())
        start, depth = self._at + 1, 0
        while self._at < len(self._tokens):
            token = self._next()
            depth += (token == "{") - (token == "}")
            if not depth:
                return "".join(self._tokens[start : self._at - 1])
        return "".join(self._tokens[start:])

    def _accented(self, mark: str) -> list[Piece]:
        text = _plain(self._argument()).replace("ı", "i").replace("ȷ", "j")
        if not text:
            return []
        if mark == "\u0327" and text[0] in "gG":  # Unicode names this one by its shape
            return [unicodedata.normalize("NFC", text[0] + mark) + text[1:]]
        return [unicodedata.normalize("NFC", text[0] + mark + text[1:])]

    def _quoted(self, name: str) -> list[Piece]:
        opening, closing = _AROUND[name]
        self._quotes += 1
        if opening == "“" and self._quotes % 2 == 0:
            opening, closing = "‘", "’"
        found = [opening, *self._argument(), closing]
        self._quotes -= 1
        return found

    def _script(self, tag: str) -> list[Piece]:
        pieces = self._argument()
        text = _plain(pieces)
        for name, table in (("sup", _RAISED), ("sub", _LOWERED)):
            if tag == name and text and all(ord(character) in table for character in text):
                return [text.translate(table)]
        if tag == "sup" and text in ("∘", "°", "′", "∗"):
            return ["°" if text == "∘" else text]
        return [Markup(tag, tuple(_joined(pieces)))] if tag and pieces else pieces
