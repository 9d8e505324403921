"""In: the made-up paper, built. Out: whether the boxes of the picture of the argument stand apart, and its lines lead from one to another."""

from __future__ import annotations

import re

import pytest
from lxml.html import HtmlElement

Box = tuple[float, ...]
"""Its left, top, width and height."""


@pytest.fixture(scope="module")
def figure(built) -> HtmlElement:
    return built.article("").find(".//figure[@class='argument-picture']")


def box_of(link: HtmlElement) -> Box:
    return tuple(float(link.find("rect").get(name)) for name in ("x", "y", "width", "height"))


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_a_line_leads_from_each_place_to_its_answer(figure):
    boxes = {words(link): box_of(link) for link in figure.xpath(".//svg/a")}
    lines = figure.xpath(".//svg/path[@class='answer']/@d")
    answers = [words(li).removesuffix(".").split(" is addressed in ") for li in figure.iter("li")]
    assert len(lines) == len(answers) == 2
    for line, (asked, answer) in zip(lines, answers, strict=True):
        numbers = [float(number) for number in re.findall(r"[\d.]+", line)]
        left, top, width, height = boxes[asked]
        assert (numbers[0], top < numbers[1] < top + height) == (left + width, True)
        left, top, width, height = boxes[answer]
        assert (numbers[-2], top < numbers[-1] < top + height) == (left, True)


def test_boxes_do_not_cover_one_another_and_stay_in_the_picture(figure):
    width, height = map(float, figure.find(".//svg").get("viewbox").split()[2:])
    boxes = [box_of(link) for link in figure.xpath(".//svg/a")]
    assert all(0 <= x <= width - w and 0 <= y <= height - h for x, y, w, h in boxes)
    assert len({box[:2] for box in boxes}) == len(boxes)
