"""In: the citations of one bracket. Out: the Markdown that prints them: the paper's numbers as links into the list."""

from __future__ import annotations

import html
import re

from edition.model import Citation, Edition

REFERENCES_PAGE = "references.md"


def citation_label(edition: Edition, citation: Citation) -> str:
    """What is printed in brackets: the paper's number; author and year for a work the paper does not number here."""
    if citation.number:
        return str(citation.number)
    return edition.bibliography[citation.key].short


def citation_markdown(edition: Edition, citation: Citation) -> str:
    """One citation as a Markdown link with attributes; an unknown key stays visible as it was written."""
    if citation.key not in edition.bibliography:
        return f'<span class="citation-undefined">&#91;&#64;{html.escape(citation.key)}&#93;</span>'
    label = citation_label(edition, citation)
    said = f"Reference {label}" if citation.number else label
    attributes = [f"#{citation.anchor}"] if citation.anchor else []
    attributes += [
        ".citation",
        'role="doc-biblioref"',
        f'data-ref="{citation.key}"',
        f'aria-label="{_attribute(said)}"',
    ]
    before = (
        f'<span class="citation-prefix">{html.escape(citation.prefix)} </span>'
        if citation.prefix
        else ""
    )
    after = (
        f'<span class="citation-locator">, {html.escape(citation.locator)}</span>'
        if citation.locator
        else ""
    )
    link = (
        f"[[{_literal(label)}]](/{REFERENCES_PAGE}#ref-{citation.key}){{: {' '.join(attributes)} }}"
    )
    return before + link + after


def _attribute(text: str) -> str:
    # Attribute lists end at a quote or a brace, whatever is escaped inside them.
    return _literal(text.replace('"', "”").replace("{", "(").replace("}", ")"))


def _literal(text: str) -> str:
    """Text that Markdown and HTML leave as it is: a title may hold `_`, `*` or a bracket."""
    return re.sub(r"[\\`*_\[\]!<>&]", lambda match: f"&#{ord(match[0])};", text)


def bracket_markdown(edition: Edition, citations: list[Citation]) -> str:
    """All citations of one bracket, divided by a comma that is read aloud as a pause."""
    return ", ".join(citation_markdown(edition, citation) for citation in citations)
