"""How the processor of the styles is run; what it prints is in tests/golden/citing."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.citing.citeproc import Request, format_items, processor

ITEM = {"id": "one", "type": "book", "title": "One"}


def test_no_request_needs_no_run():
    assert format_items([], "apa", "en-US") == []


def test_a_style_that_is_none_is_an_error(monkeypatch):
    monkeypatch.setattr("edition.citing.citeproc.style_text", lambda style: "<nothing/>")
    with pytest.raises(RuntimeError, match=r"^the citation processor failed in the style 'apa': ."):
        format_items([Request(ITEM)], "apa", "en-US")


def test_the_processor_is_the_one_of_the_package():
    assert Path(processor()).parent.parts[-2:] == ("pypandoc", "files")
