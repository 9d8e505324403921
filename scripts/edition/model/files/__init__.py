"""Source files: text, YAML, front matter, and the limits within which they are parsed."""
