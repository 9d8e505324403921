"""How a work is cited: the formatted entry, CSL-JSON, BibTeX, RIS, COinS, and the citation styles. Imports the model."""
