"""The pages of the edition: paragraphs, citations, links, and the Markdown that they are written in."""
