"""How dates are written, and where the dots and years of the picture stand; the list is in
tests/golden/site.
"""

from __future__ import annotations

import pytest

from edition.language.dates import readable_moment
from edition.model import Moment
from edition.site.timeline import WIDTH, YEAR, draw, scale


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("1788", "1788"),
        ("1851-03", "March 1851"),
        ("1930-02-01", "1 February 1930"),
        ("1911-11-04T16:14", "4 November 1911, 16:14"),
        ("1911-11-04T16:14+08:00", "4 November 1911, 16:14 UTC+8"),
        ("1911-11-04T16:14Z", "4 November 1911, 16:14 UTC"),
        ("May", "May"),
    ],
)
def test_a_date_is_as_precise_as_the_paper_has_it(iso, words):
    assert readable_moment(Moment(iso)).replace("\u00a0", " ") == words
    assert readable_moment(None) == ""


def test_dots_do_not_cover_one_another_and_stay_in_the_picture(real):
    picture = draw(real.timeline)
    centers = [(round(x, 1), round(y, 1)) for _, x, y in picture.dots]
    assert len(set(centers)) == len(real.timeline)
    assert all(0 < x < WIDTH and 0 < y < picture.height for x, y in centers)


@pytest.mark.parametrize("first", ["1950", "1500", "0100"])
def test_the_years_along_the_foot_can_be_read(overlay, edition, first):
    told = f"- {{id: a, date: '{first}', kind: culture, text: A., place: keepers/songs.md#p1}}\n- {{id: b, date: '2024', kind: culture, text: B., place: keepers/songs.md#p1}}\n"
    loaded = edition(overlay({"docs/data/timeline.yml": told}))
    picture = draw(loaded.timeline)
    assert 4 <= len(picture.years) <= WIDTH / YEAR
    assert {year % 5 for year, _ in picture.years} == {0}


def test_decades_with_most_events_are_drawn_on_a_larger_scale():
    [before, after] = scale([1951, 1965, 1976, *range(2010, 2025), *range(2010, 2025)])
    assert (before.first, before.end, after.first, after.end) == (1950, 2010, 2010, 2025)
    assert before.right < after.left
    assert after.step > 5 * before.step
    assert [year for year, _ in after.marks()] == list(range(2010, 2025, 2))
    assert [year for year, _ in before.marks()] == [1960, 1980, 2000]


def test_events_spread_evenly_are_drawn_on_one_scale():
    assert len(scale(list(range(1950, 2020, 5)))) == 1
    assert len(scale([1999])) == 1


def test_an_empty_timeline_is_an_empty_picture():
    picture = draw([])
    assert (picture.dots, picture.rows, picture.years) == ([], [], [])
