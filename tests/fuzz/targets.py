"""What is fuzzed: for each kind of file its path, words of its language, awkward inputs."""

from __future__ import annotations

from dataclasses import dataclass

_BIB = r"""@online{ @article{ @string{ @comment{ @preamble{ } { , = # % " and ref1 a2020b title
    author date url doi isbn issn volume number pages keywords related relatedtype langid month \\ \" --
    2020-13-99 http://[ https://a.example/ {\\"u} $ ~ crossref xdata""".split()
_YAML = """- : { } [ ] ? | > & * ! !!int !!python/object # ' " ~ null true 1e9 -1 id name kind page
    paragraph p1 number key rule path reason from to type text lemma sources places title date
    until term aliases forms only towers/stone.md brine1919lamps \\ud800 2020-02-30
    9999-12-31T23:59""".split()
_MARKDOWN = """[@ ] [ ( ) < > {: #p1 } <!-- --> ` ``` ~~~ \\\\ * _ ** > # | --- === <svg> <a
    <![CDATA[ <? </p> javascript: //[ &#x0; [^a] brine1919lamps \\\\references \\\\notes
    \\\\argument http:// xn-- &amp; ![ ]( ; @ markdown=1 <div \u202e \ue000 \x02""".split()

# Each was refused, misread or slow in some reader of these languages.
_AWKWARD = [
    b"",
    b"\xef\xbb\xbf",
    b"\xff\xfe\x00",
    b"\0",
    b"a\rb\r",
    b"\xc3\x28",
    b"\xed\xa0\x80",
    b"---\n---\n",
    b"---\n- a\n---\n",
]
_BIB_AWKWARD = [
    b"@online{a2020b,}",
    b"@online{a2020b, title = {{x}}, title = {{y}}}",
    b"@online{a, month = apr # may}",
    b'@string{a = "b"}@online{c, title = a}',
    b"@online{,}",
    b"@{}",
    b"@comment{",
    b"@misc{a, title = {<i>x</i> {\\&}amp; H<sub>2</sub>O}, year = 2016, month = {20--22 Jun}, day = 3}",
    b"@misc{a, isbn = {1-2 (Print)\\r3}, date = {2012-22/..}, eprint = {2310.14019 [cs]}}",
]
_YAML_AWKWARD = [
    b"a: &a [1]\nb: *a",
    b"- {a: 1, a: 2}",
    b"? [a]\n: b",
    b"? {a: b}\n: c",
    b'- "\\ud800"',
    b"- !!int x",
    b"- !!binary x",
    b"- !!set {a}",
    b"- !!omap [a: 1]",
    b"--- a\n--- b",
    b"[[[[[",
    b"<<: {a: 1}",
]
_PAGE_AWKWARD = [
    b"# x\n\n[@brine1919lamps\n]\n",
    b"a\n{: #p1 }\n\nb\n{: #p1 }\n",
    b"<div markdown=1>\n[@a]\n</div>",
    b"\\references\n\n\\notes\n",
    b"[x](//[)\n",
    b"|a|\n|-|\n|[@a]|",
    b"\\autoref{fig:x}, [@fig:x; @a, @b versus @c: 3] \\textsf{R}\n\n![x\\label{fig:x}](a b.png)\n",
    b"# x {-}\n\n```{r, echo=FALSE}\nx\n```\n\n:::{note} x\n:class: y\n:::\n",
    b"> > - [@a]",
    b"```\n[@a]",
]
_LISTS_AWKWARD = [b"a/\n#p1\n//[\n", b"/\n/\n", b"\n\n"]
_JSON = """{ } [ ] : , " \\\\ null true 1e999 -0 \\\\ud800 state alive moved gone checked last_alive
    moved_to 2020-01-01 2020-02-30 https://a.example/""".split()
_JSON_AWKWARD = [
    b"{}",
    b"[]",
    b'{"https://a.example/": {"state": "alive", "checked": "2024-01-01"}}',
    b'{"\\ud800": 1}',
    b'{"a": {"state": []}}',
    b"NaN",
]


@dataclass(frozen=True)
class Target:
    """A file of the made-up paper that the inputs replace."""

    path: str
    tokens: list[str]
    awkward: list[bytes]


def _yaml(*names: str) -> dict[str, Target]:
    return {name: Target(f"docs/data/{name}.yml", _YAML, _YAML_AWKWARD) for name in names}


TARGETS: dict[str, Target] = {
    "bibliography": Target("bib/editors.bib", _BIB, _BIB_AWKWARD),
    "page": Target("docs/towers/stone.md", _MARKDOWN, _PAGE_AWKWARD),
    "front-matter": Target("docs/towers/oil.md", _YAML, _YAML_AWKWARD),
    "settings": Target(
        "mkdocs.yml",
        ["nav", "markdown_extensions", "docs_dir", "toc", "plugins", "extra", *_YAML],
        _YAML_AWKWARD,
    ),
    **_yaml(
        "paper",
        "concordance",
        "evidence",
        "exceptions",
        "redirects",
        "names",
        "glossary",
        "timeline",
        "relations",
        "argument",
    ),
    "notes": Target("docs/data/notes/towers/oil.yml", _YAML, _YAML_AWKWARD),
    "left-out": Target("docs/data/notes/left-out.yml", _YAML, _YAML_AWKWARD),
    "published": Target(
        "docs/data/published.txt",
        ["towers/stone/", "#p1", "/", "//[", "http://", "%", "..", "\\n"],
        _LISTS_AWKWARD,
    ),
    "link-status": Target("bib/link-status.json", _JSON, _JSON_AWKWARD),
}


def seeds(target: Target, original: bytes) -> list[bytes]:
    """Return what to begin with: the file itself, its first lines, and the awkward inputs."""
    head = original[: original.find(b"\n\n", 300)] if len(original) > 400 else original
    awkward = [*_AWKWARD, *target.awkward]
    if target is TARGETS["front-matter"]:
        awkward = [b"---\n" + text + b"\n---\n# x\n" for text in awkward]
    return [original[:4096], head, *awkward]


def dictionary(target: Target) -> str:
    """The tokens as libFuzzer reads them (llvm.org/docs/LibFuzzer.html, "Dictionaries")."""
    tokens = (token.encode("utf-8", "surrogatepass") for token in target.tokens)
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in token) + '"\n' for token in tokens)
