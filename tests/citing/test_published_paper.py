"""A paper that a journal has published is cited with the journal, and not with the edition alone."""

from __future__ import annotations

from pathlib import Path

from conftest import PAPER
from edition.citing.self_citation import paper_item
from edition.model import Edition

FACTS = "docs/data/paper.yml"
PUBLISHED = 'doi: 10.1000/182\njournal: Journal of Salt\nvolume: "3"\npages: 1--9\n'


def test_where_a_paper_was_published(overlay):
    facts = (PAPER / FACTS).read_text("utf-8")
    named = facts.replace("role: first author", "orcid: https://orcid.org/0000-0002-1825-0097")
    root: Path = overlay({FACTS: PUBLISHED + named})
    edition = Edition.load(root)
    item = dict(paper_item(edition))
    said = [item[name] for name in ("type", "container-title", "volume", "page", "DOI")]
    assert said == ["article-journal", "Journal of Salt", "3", "1–9", "10.1000/182"]
    assert edition.paper.publication == "Journal of Salt 3, 1–9"
    assert edition.paper.authors[0].orcid == "0000-0002-1825-0097"
