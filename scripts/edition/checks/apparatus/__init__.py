"""Rules for the critical apparatus: notes, names and terms, events, relations, evidence."""
