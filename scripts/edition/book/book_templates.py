"""Fills the Jinja templates of books."""

from __future__ import annotations

from pathlib import Path

from lxml.html import HtmlElement

from edition.citing.citation_words import as_written, citation_text, emphasized
from edition.citing.self_citation import paper_author_line, restatement_of, voice
from edition.language.dates import readable_moment
from edition.language.html_fragment import parse_fragment
from edition.language.markup import direction
from edition.model.apparatus.name import KINDS
from edition.model.files.template_folder import TemplateFolder
from edition.model.pages.inline import inline_html

TEMPLATES = TemplateFolder(
    Path(__file__).parent / "templates",
    as_written=as_written,
    citation_text=citation_text,
    direction=direction,
    emphasized=emphasized,
    inline=inline_html,
    moment=readable_moment,
    name_kinds=KINDS,
    paper_author_line=paper_author_line,
    restatement_of=restatement_of,
    voice=voice,
)


def fill(template: str, **values: object) -> HtmlElement:
    """A template of HTML with values filled in, below one `div`."""
    return parse_fragment(TEMPLATES.fill(template, **values))
