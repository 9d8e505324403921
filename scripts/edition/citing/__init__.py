"""How one work is cited: formatted entry, CSL-JSON, BibTeX, RIS, COinS, styles, typed links."""
