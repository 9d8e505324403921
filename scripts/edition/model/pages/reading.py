"""In: the project. Out: its Pages in reading order."""

from __future__ import annotations

from edition.model.pages.page import Page, read_page
from edition.model.project import Project


def read_pages(project: Project) -> list[Page]:
    """Read the pages of the navigation. What cannot be read is in their `problems`."""
    return [
        read_page(project.root, project.docs, path, project.extensions)
        for path in dict.fromkeys(project.pages)
    ]
