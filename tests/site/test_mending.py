"""Where the repository is not known nothing leads to it; where it is, see
tests/browser/test_mending.py.
"""

from __future__ import annotations


def test_nothing_is_offered_where_the_repository_is_not_known(built):
    for address in built.addresses():
        page = built.page(address)
        for name in ("edit-page", "report", "edit-link"):
            assert page.find_class(name) == [], address
