"""Addresses of folders and files, and edits of a page that leave the rest as it is."""

from __future__ import annotations

import pytest

from edition.releases.html import change_links, insert_after_start, to_file, to_folder


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        ("./", "./index.html"),
        ("../", "../index.html"),
        ("../stone/#p1", "../stone/index.html#p1"),
        ("../a.pdf", "../a.pdf"),
        ("#p1", "#p1"),
    ],
)
def test_an_address_of_a_folder_and_of_its_file(folder, file):
    assert to_file(folder) == file
    assert to_folder(file) == folder


def test_a_parent_folder_without_a_slash():
    assert [to_file(".."), to_file("."), to_folder("index.html#a")] == [
        "../index.html",
        "./index.html",
        "./#a",
    ]


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ('<a title="a > b" href="../b/">', '<a title="a > b" href="../b/index.html">'),
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


def test_the_first_tag_that_there_is_counts():
    tags = ("article", "main")
    page = '<body><main><article class="x">Text</article></main></body>'
    assert insert_after_start(page, tags, "+") == page.replace('"x">', '"x">\n+')
    assert insert_after_start("<body><main>Text", tags, "+") == "<body><main>\n+Text"
