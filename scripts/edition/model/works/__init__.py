"""The works of the bibliography, and what was last seen at their addresses."""
