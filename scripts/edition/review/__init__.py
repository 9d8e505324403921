"""Shows what a change of the sources changes for a reader, as Markdown and as plain text."""
