"""The names of the commands that a page may hold, each alone in a paragraph: `\\references`. Render carries them out."""

DIRECTIVES = frozenset(
    {
        "argument",
        "cite-forms",
        "concordance-numbers",
        "concordance-paragraphs",
        "glossary",
        "names",
        "notes",
        "references",
        "rules",
        "timeline",
        "titlepage",
        "version",
        "versions",
    }
)
"""A test holds this equal to what render knows: a command is added in both places."""
