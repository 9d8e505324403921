"""Rules of the pages: their front matter, their place in the navigation, their commands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.pages.directives import DIRECTIVES, directives_in
from edition.model.project import CONFIG
from edition.problem import Location, Problem


def page_outside_navigation(edition: Edition) -> Iterator[Problem]:
    """Each page under docs/ stands in the `nav:` of mkdocs.yml.

    A page outside it is published, but no reader finds it and no rule reads it. Add it to `nav:`, or delete it.
    """
    project = edition.project
    listed = set(project.pages)
    for file in sorted((project.root / project.docs).rglob("*.md")):
        path = file.relative_to(project.root / project.docs).as_posix()
        if path not in listed:
            yield Problem(
                Location(f"{project.docs}/{path}"),
                "page-outside-navigation",
                f"'{path}' is not in the navigation.",
                f"Add it to `nav:` in {CONFIG}, or delete it.",
            )


def page_twice_in_navigation(edition: Edition) -> Iterator[Problem]:
    """A page stands in the navigation once."""
    for path, count in sorted(Counter(edition.project.pages).items()):
        if count > 1:
            yield Problem(
                Location(CONFIG),
                "page-twice-in-navigation",
                f"'{path}' stands in `nav:` {count} times.",
                "Keep one of them.",
            )


def missing_title(edition: Edition) -> Iterator[Problem]:
    """Each page has a `title:` in its front matter.

    Search results, menus, citations and shared links show it.
    """
    yield from _missing(
        edition, "title", "missing-title", "Add `title: …` between the two lines `---` at the top."
    )


def missing_description(edition: Edition) -> Iterator[Problem]:
    """Each page has a `description:` in its front matter: one sentence on what it holds.

    Search engines and shared links print it under the title.
    """
    yield from _missing(
        edition,
        "description",
        "missing-description",
        "Add `description: …`, one sentence, between the two lines `---` at the top.",
    )


def _missing(edition: Edition, name: str, rule: str, hint: str) -> Iterator[Problem]:
    for page in _readable(edition):
        if not str(page.meta.get(name) or "").strip():
            yield Problem(page.meta.line_of(name), rule, f"the page has no {name}.", hint)


def _readable(edition: Edition) -> Iterator[Page]:
    """Pages that are there; for the others the problem of reading says enough."""
    return (page for page in edition.pages if not page.problems)


def missing_section(edition: Edition) -> Iterator[Problem]:
    """A page whose paragraphs have the paper's numbers (`#p1`) names the paper's section: `section: "2.3"`, in quotes.

    Without it neither the concordance nor a citation can say which part of the paper the page restates.
    """
    for page in edition.pages:
        numbered = next((paragraph for paragraph in page.paragraphs if paragraph.number), None)
        if numbered and not page.section:
            yield Problem(
                page.meta.location,
                "missing-section",
                f"the page has the paragraph '{numbered.id}', but no section.",
                'Add `section: "…"` with the paper\'s number, in quotes.',
            )


def section_twice(edition: Edition) -> Iterator[Problem]:
    """No two pages restate the same section."""
    first: dict[str, Page] = {}
    for page in edition.pages:
        if page.section and (other := first.setdefault(page.section, page)) is not page:
            yield Problem(
                page.meta.line_of("section"),
                "section-twice",
                f"section '{page.section}' is that of {other.path} already.",
                "Correct one of them.",
            )


def unknown_command(edition: Edition) -> Iterator[Problem]:
    """A paragraph such as `\\references` is a command that the edition knows.

    Any other would be printed with its backslash. Correct its name; in running text set it in backquotes.
    """
    for page in edition.pages:
        for name in directives_in(page):
            if name not in DIRECTIVES:
                hint = did_you_mean(
                    name, DIRECTIVES, f"The commands are {', '.join(sorted(DIRECTIVES))}.", "\\"
                )
                yield Problem(
                    page.location_of(f"\\{name}"),
                    "unknown-command",
                    f"'\\{name}' is not a command.",
                    hint,
                )


RULES = [
    page_outside_navigation,
    page_twice_in_navigation,
    missing_title,
    missing_description,
    missing_section,
    section_twice,
    unknown_command,
]
