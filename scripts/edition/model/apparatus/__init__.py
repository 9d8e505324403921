"""The critical apparatus: notes, names, terms, events, relations."""
