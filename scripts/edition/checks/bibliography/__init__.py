"""Rules for the lists in bib/."""
