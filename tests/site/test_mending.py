"""Where the repository is not known nothing leads to it; where it is, see tests/browser/test_mending.py."""

from __future__ import annotations


def links(site, address: str, name: str) -> list[str]:
    return [link.get("href") for link in site.page(address).find_class(name)]


def test_nothing_is_offered_where_the_repository_is_not_known(built):
    for address in built.addresses():
        assert [links(built, address, name) for name in ("edit-page", "report", "edit-link")] == [
            [],
            [],
            [],
        ]
