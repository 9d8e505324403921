"""The critical apparatus: notes, names, terms, events, relations, the picture of the argument."""
