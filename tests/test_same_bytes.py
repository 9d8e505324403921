"""Two builds of one paper, in other folders, at other times and in another order of hashing,
have the same bytes.
"""

from __future__ import annotations

import gzip
from pathlib import Path

import lxml.etree
import pytest

from conftest import build_site, overlay_paper

LATER = """
import datetime, time

DAYS = 400
_time, _now = time.time, datetime.datetime


class _Kind(type(_now)):
    def __instancecheck__(cls, value):
        return isinstance(value, _now)


class datetime_(_now, metaclass=_Kind):
    @classmethod
    def now(cls, tz=None):
        return _now.now(tz) + datetime.timedelta(DAYS)


time.time = lambda: _time() + DAYS * 86400
datetime.datetime = datetime_
"""
"""Python runs a module of this name first: it sets the clock of the build ahead."""


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


@pytest.fixture(scope="module")
def twice(built, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """What two builds of one paper made: here and now; elsewhere, later, in another time zone."""
    folder = tmp_path_factory.mktemp("twice")
    elsewhere = overlay_paper(folder / "elsewhere" / "deeper", {})
    (folder / "clock").mkdir()
    (folder / "clock" / "sitecustomize.py").write_text(LATER, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(elsewhere)
        patch.setenv("PYTHONPATH", str(folder / "clock"))
        patch.setenv("PYTHONHASHSEED", "77")
        patch.setenv("TZ", "Pacific/Kiritimati")
        other = build_site(elsewhere / "mkdocs.yml", folder / "site", "/some-repo/")
    assert other.code == 0, other.output
    return [bytes_of(built.folder), bytes_of(other.folder)]


def test_two_builds_are_the_same_to_the_byte(twice):
    one, other = twice
    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert {"downloads/edition.pdf", "downloads/edition.epub", "sitemap.xml.gz"} <= set(one)


def test_the_site_map_is_dated_by_the_edition(twice):
    for site in twice:
        assert gzip.decompress(site["sitemap.xml.gz"]) == site["sitemap.xml"]
        dates = lxml.etree.fromstring(site["sitemap.xml"]).findall("{*}url/{*}lastmod")
        assert {date.text for date in dates} == {"2025-04-09"}
