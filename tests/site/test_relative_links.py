"""In: pairs of addresses. Out: relative links that lead from the one to the other wherever the
site stands.
"""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from edition.site.relative_links import relative_address

NAMES = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=6)
PAGES = st.lists(NAMES, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILES = st.tuples(PAGES, NAMES).map(lambda parts: f"{parts[0]}{parts[1]}.bib")
TARGETS = st.tuples(st.one_of(PAGES, FILES), st.one_of(st.just(""), NAMES.map("#{}".format))).map(
    "".join
)


@given(
    PAGES,
    TARGETS,
    st.sampled_from(
        [
            "https://edition.example/",
            "https://edition.example/some-repo/",
            "https://edition.example/a/b/",
        ]
    ),
)
def test_a_browser_that_follows_the_link_arrives(source, target, base):
    assert urljoin(base + source, relative_address(source, target)) == base + target
