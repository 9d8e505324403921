"""Rules for the pages: their front matter, their place in the navigation, their directives."""

from __future__ import annotations

from collections import Counter

from edition.checks.apparatus.record_rules import unknown_names
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.pages.directives import DIRECTIVES
from edition.model.project import CONFIG, is_hidden
from edition.problem import Location, Problems

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""How the names of Markdown files end, for some program."""
TEXT_FIELDS = ("title", "section", "heading", "description")
_FIELDS = (*TEXT_FIELDS, "search", "template")
"""What a page's front matter may say; MkDocs reads the last two."""
_OF_LATEX = frozenset(
    "newpage pagebreak clearpage cleardoublepage appendix maketitle tableofcontents noindent "
    "centering bigskip medskip smallskip singlespacing doublespacing linenumbers landscape".split()
)
"""Commands of LaTeX that manuscripts have in a paragraph of their own."""


def page_outside_navigation(edition: Edition) -> Problems:
    """Each page under docs/ is in the `nav:` of mkdocs.yml.

    A page outside it is published, but no reader finds it and no rule reads it. Add it to `nav:`,
    or delete it.
    """
    project = edition.project
    docs = project.root / project.docs
    for file in sorted(docs.rglob("*.*")):
        path = file.relative_to(docs).as_posix()
        is_page = file.suffix.lower() in _SUFFIXES and not is_hidden(file.relative_to(docs))
        if not is_page or path in project.pages:
            continue
        fault, hint = "is not in the navigation", f"Add it to `nav:` in {CONFIG}, or delete it."
        if file.suffix != ".md":
            fault = "is not read: its name does not end in '.md'"
            hint = "Rename it, and add it to `nav:`."
        yield Location(f"{project.docs}/{path}"), f"'{path}' {fault}.", hint


def page_twice_in_navigation(edition: Edition) -> Problems:
    """A page is in the navigation once."""
    for path, count in sorted(Counter(edition.project.pages).items()):
        if count > 1:
            yield (
                Location(CONFIG),
                f"'{path}' is in `nav:` {count} times.",
                "Keep one of them.",
            )


def missing_title(edition: Edition) -> Problems:
    """Each page has a `title:` in its front matter.

    Search results, menus, citations and shared links show it.
    """
    yield from _without(edition, "title", "`title: …`")


def missing_description(edition: Edition) -> Problems:
    """Each page has a `description:` in its front matter: one sentence on what it is about.

    Search engines and shared links print it under the title.
    """
    yield from _without(edition, "description", "`description: …`, one sentence,")


def _without(edition: Edition, field: str, what: str) -> Problems:
    """The pages that lack a field; those that cannot be read are reported when they are loaded."""
    hint = f"Add {what} between the two lines `---` at the top."
    for page in edition.pages:
        if not page.problems and not str(page.meta.get(field) or "").strip():
            yield (
                page.meta.line_of(field),
                f"the page has no {field}.",
                hint,
            )


def unknown_page_field(edition: Edition) -> Problems:
    """The front matter of a page has no field that nothing reads: a misspelt one would be lost.

    What is known of the paper, such as its authors, is in docs/data/paper.yml.
    """
    for page in edition.pages:
        yield from unknown_names(page.meta, _FIELDS)


def missing_section(edition: Edition) -> Problems:
    """A page with numbered paragraphs (`#p1`) names the paper's section: `section: "2.3"`.

    Without it neither the concordance nor a citation can say which part of the paper the page
    restates, and the page is not in the PDF and the EPUB. In a paper without sections every page
    is.
    """
    has_sections = any(page.section for page in edition.pages)
    for page in edition.pages if has_sections else ():
        numbered = [paragraph.id for paragraph in page.paragraphs if paragraph.number]
        if numbered and not page.section:
            yield (
                page.meta.location,
                f"the page has the paragraph '{numbered[0]}', but no section.",
                'Add `section: "…"` with the paper\'s number, in quotes.',
            )


def section_twice(edition: Edition) -> Problems:
    """No two pages restate the same section."""
    first: dict[str, Page] = {}
    for page in edition.pages:
        other = first.setdefault(page.section, page)
        if page.section and other is not page:
            yield (
                page.meta.line_of("section"),
                f"section '{page.section}' is already that of {other.path}.",
                "Correct one of them.",
            )


def unknown_directive(edition: Edition) -> Problems:
    """A paragraph such as `\\references` is a directive that the edition knows.

    Any other would be printed with its backslash. Correct its name; in running text set it in
    backquotes.
    """
    known = f"The directives are {', '.join(sorted(DIRECTIVES))}."
    for page in edition.pages:
        for name in page.directives:
            if name not in DIRECTIVES:
                otherwise = "Take it out: it sets pages of LaTeX." if name in _OF_LATEX else known
                yield (
                    page.location_of(f"\\{name}"),
                    f"'\\{name}' is not a directive.",
                    did_you_mean(name, DIRECTIVES, otherwise, "\\"),
                )
