"""The citation styles that the edition offers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from edition.citing.csl_item import CslItem


def _unchanged(item: CslItem) -> CslItem:
    return item


def _for_chicago(item: CslItem) -> CslItem:
    """Chicago prints nothing of a `document`, but all that is known of a `report`, unlabeled."""
    return item | {"type": "report"} if item["type"] == "document" else item


def _with_addition(item: CslItem, addition: str) -> CslItem:
    """The item with words after the name of the site, or after the title where it has none."""
    changed = item.copy()
    if "container-title" in changed:
        changed["container-title"] += addition
    else:
        changed["title"] += addition
    return changed


def _with_version(item: CslItem) -> CslItem:
    """Most styles print no version of a web page, but all print the name of the site."""
    if item["type"] != "webpage" or "version" not in item:
        return item
    changed = item.copy()
    return _with_addition(changed, f" (version {changed.pop('version')})")


def _genre(item: CslItem) -> str:
    """What kind of text a web page is, for styles that have no place for it; else empty."""
    return f" [{item['genre']}]" if item["type"] == "webpage" and "genre" in item else ""


def _with_genre(item: CslItem) -> CslItem:
    """Harvard and IEEE do not print what kind of text a web page is."""
    return _with_addition(item, _genre(item))


def _for_harvard(item: CslItem) -> CslItem:
    """Cite Them Right calls an article without volume, issue and pages a preprint."""
    is_bare = not {"volume", "issue", "page"} & item.keys()
    if item["type"] == "article-journal" and is_bare:
        return item | {"type": "article-magazine"}
    return _with_genre(item)


def _for_gb(item: CslItem) -> CslItem:
    """GB/T 7714 cites a work in its own language, and its CSL style prints no name of a site."""
    title = item["title"]
    if is_chinese(item):
        title = item.get("original-title", title)
    site = item.get("container-title", "")
    if item["type"] == "webpage" and "version" in site:
        title = f"{site}: {title}"
    return item | {"title": title + _genre(item)}


def is_chinese(item: CslItem) -> bool:
    language: str = item.get("language", "")
    return language.startswith("zh")


@dataclass(frozen=True, kw_only=True)
class Style:
    """A style: a short name, the name for readers, the official CSL style, and its locale.

    `chinese` is the locale for works in Chinese, where it differs: a run of the processor has one
    locale, so that "et al." and 等 cannot come out of one run. `adapt` changes an item into what
    makes the CSL style print what the style wants.
    """

    id: str
    name: str
    csl: str
    locale: str = "en-US"
    chinese: str = ""
    adapt: Callable[[CslItem], CslItem] = _unchanged
    citation_name: str = "In the text"

    def locale_of(self, item: CslItem) -> str:
        """The locale in which the item is formatted."""
        return self.chinese if self.chinese and is_chinese(item) else self.locale

    def adapted(self, item: CslItem) -> CslItem:
        """The item as the processor is to get it."""
        return self.adapt(_with_version(item))


STYLES = (
    Style(id="apa", name="APA 7", csl="apa"),
    Style(id="mla", name="MLA 9", csl="modern-language-association"),
    Style(
        id="chicago-notes",
        name="Chicago 18, notes",
        csl="chicago-notes-bibliography",
        adapt=_for_chicago,
        citation_name="Note",
    ),
    Style(
        id="chicago-author-date",
        name="Chicago 18, author-date",
        csl="chicago-author-date",
        adapt=_for_chicago,
    ),
    Style(
        id="harvard",
        name="Harvard (Cite Them Right 12)",
        csl="harvard-cite-them-right",
        locale="en-GB",
        adapt=_for_harvard,
    ),
    Style(id="ieee", name="IEEE", csl="ieee", adapt=_with_genre),
    Style(
        id="gb-t-7714",
        name="GB/T 7714-2015",
        csl="china-national-standard-gb-t-7714-2015-numeric",
        chinese="zh-CN",
        adapt=_for_gb,
    ),
)
