"""In: the made-up paper, built. Out: whether the boxes of the picture of the argument stand apart, and its lines lead from one to another."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture(scope="module")
def figure(built) -> HtmlElement:
    return built.article("").find(".//figure[@class='argument-picture']")


def test_a_line_leads_from_each_place_to_its_answer(figure: HtmlElement) -> None:
    boxes = {said(a): a.find("rect") for a in figure.xpath(".//svg/a")}
    lines = figure.xpath(".//svg/path[@class='answer']")
    answers = [said(li).removesuffix(".").split(" is addressed in ") for li in figure.iter("li")]
    assert len(lines) == len(answers) == 2
    for line, (asked, answer) in zip(lines, answers, strict=True):
        numbers = [
            float(number)
            for number in line.get("d")
            .replace(",", " ")
            .replace("M", " ")
            .replace("C", " ")
            .split()
        ]
        for (x, y), box, edge in ((numbers[:2], boxes[asked], 1), (numbers[-2:], boxes[answer], 0)):
            assert x == float(box.get("x")) + edge * float(box.get("width"))
            assert float(box.get("y")) < y < float(box.get("y")) + float(box.get("height"))


def test_boxes_do_not_cover_one_another_and_stay_in_the_picture(figure: HtmlElement) -> None:
    width, height = (float(number) for number in figure.find(".//svg").get("viewbox").split()[2:])
    places = set()
    for box in figure.iter("rect"):
        x, y, w, h = (float(box.get(name)) for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + w <= width
        assert y + h <= height
        places.add((x, y))
    assert len(places) == len(list(figure.iter("rect")))
