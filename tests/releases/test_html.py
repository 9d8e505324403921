"""Addresses of folders and files, and changes of links that leave the rest as it is."""

from __future__ import annotations

import pytest

from edition.releases.html import change_links, to_file, to_folder


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("../stone/#p1", "../stone/index.html#p1"),
        ("../a.pdf", "../a.pdf"),
    ],
)
def test_an_address_of_a_folder_and_of_its_file(folder, file):
    assert to_file(folder) == to_file(folder.removesuffix("/")) == file
    assert to_folder(file) == folder


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        (
            '<a title="a > b href=c/" href="../b/">',
            '<a title="a > b href=c/" href="../b/index.html">',
        ),
        ("<a class=x href=../b/>../b/</a>", "<a class=x href=../b/index.html>../b/</a>"),
        (
            '<meta http-equiv="refresh" content="0; url=../b/">',
            '<meta http-equiv="refresh" content="0; url=../b/index.html">',
        ),
        ('<a href="https://b.example/"><a href="/b/"><a href="#p1/">', ""),
        ('<link href="../b/"><code>href="../b/"</code>', ""),
    ],
)
def test_only_relative_links_are_changed(html, changed):
    assert change_links(html, to_file) == (changed or html)
