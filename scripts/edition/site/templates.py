"""Fills the templates of the parts of a page, `scripts/theme/apparatus/`."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from edition.language.dates import readable_date, readable_moment
from edition.language.markup import direction, mark_languages
from edition.language.tags import tag_name
from edition.model.files.template_folder import TemplateFolder
from edition.model.pages.inline import inline_html, inline_text


def _marked(html: str, langid: str) -> Markup:
    """HTML with the runs of another script marked by their language."""
    return Markup(mark_languages(html, langid))


_TEMPLATES = TemplateFolder(
    Path(__file__).resolve().parents[2] / "theme" / "apparatus",
    inline=inline_html,
    plain=inline_text,
    date=readable_date,
    moment=readable_moment,
    language=tag_name,
    direction=direction,
    marked=_marked,
)


def fill(template: str, **values: object) -> Markup:
    """The HTML of `<template>.html` with the values filled in."""
    return _TEMPLATES.fill(f"{template}.html", **values)


def macro(template: str, name: str, *values: object) -> Markup:
    """What one macro of `<template>.html` makes of the values."""
    return _TEMPLATES.macro(f"{template}.html", name, *values)
