"""Shows a person what a change of the sources changes: two editions go in, a Review comes out, and its Markdown or plain text."""
