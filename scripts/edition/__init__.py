"""A digital edition of a scholarly paper, made from the sources in docs/ and bib/."""
