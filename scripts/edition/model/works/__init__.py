"""The works of the bibliography, and whether their addresses still answer."""
