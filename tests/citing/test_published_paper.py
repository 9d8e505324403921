"""A paper that a journal has published is cited with the journal, and not with the edition
alone.
"""

from __future__ import annotations

from edition.citing.self_citation import paper_item
from edition.model import Edition
from repository import edit

FACTS = "docs/data/paper.yml"
PUBLISHED = 'doi: 10.1000/182\njournal: Journal of Salt\nvolume: "3"\npages: 1--9\n'


def test_where_a_paper_was_published(overlay):
    root = overlay({})
    edit(root, (FACTS, "role: first author", "orcid: https://orcid.org/0000-0002-1825-0097"))
    edit(root, (FACTS, "authors:\n", f"{PUBLISHED}authors:\n"))
    edition = Edition.load(root)
    item = dict(paper_item(edition))
    said = [item[name] for name in ("type", "container-title", "volume", "page", "DOI")]
    assert said == ["article-journal", "Journal of Salt", "3", "1–9", "10.1000/182"]
    assert edition.paper.publication == "Journal of Salt 3, 1–9"
    assert edition.paper.authors[0].orcid == "0000-0002-1825-0097"
