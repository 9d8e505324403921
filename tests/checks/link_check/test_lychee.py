"""lychee's answers are classed rightly, and it asks politely and within its limits."""

from __future__ import annotations

import socket

import pytest

from awkward_server import AwkwardServer
from edition.checks.link_check import Answer, check_links
from edition.checks.link_check.lychee import moved_to

CASES = {
    "status/200": Answer("alive", "200"),
    "with%20space/%C3%A9?a=[1]&b='%7E": Answer("gone", "404"),
    "to/302/status/200": Answer("alive", "200"),
    "to/307/to/301/status/200": Answer("alive", "200"),
    "to/301/status/200": Answer("moved", "200", "status/200"),
    "to/301/to/308/status/200": Answer("moved", "200", "status/200"),
    "to/301/to/302/status/200": Answer("moved", "200", "to/302/status/200"),
    "to/301/status/200?q=%E4%B8%AD%20x": Answer("moved", "200", "status/200?q=%E4%B8%AD%20x"),
    "status/410": Answer("gone", "410"),
    "to/301/status/404": Answer("gone", "404"),
    "status/403": Answer("refused", "403"),
    "status/999": Answer("refused", "999"),
    "to/301/status/403": Answer("refused", "403"),
    "status/503": Answer("unreached", "503"),
    "status/408": Answer("unreached", "408"),
    "to/301/loop": Answer("unreached", "redirects without end"),
    "to/301/hang": Answer("unreached", "Request timed out"),
    "cut": Answer("unreached", "Connection closed before response completed"),
}


@pytest.mark.usefixtures("quick")
def test_each_answer_is_classed(server: AwkwardServer) -> None:
    answers = check_links([server.at(path) for path in CASES])
    for path, expected in CASES.items():
        found = answers.pop(server.at(path))
        assert (found.state, found.reason) == (expected.state, expected.reason)
        assert found.moved_to == (server.at(expected.moved_to) if expected.moved_to else "")
    assert answers == {}


@pytest.mark.usefixtures("quick")
def test_an_unknown_host_and_a_closed_port_are_not_reached() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/"
    answers = check_links(["https://nowhere.unknown-domain-of-nobody/", closed])
    assert [answer.state for answer in answers.values()] == ["unreached", "unreached"]


@pytest.mark.usefixtures("quick")
def test_retry_after_is_heeded(server: AwkwardServer) -> None:
    address = server.at("busy-once")
    assert check_links([address]) == {address: Answer("alive", "200")}
    first, second = server.asked["/busy-once"]
    assert second - first >= 2


def test_this_machine_and_others_that_are_not_public_are_not_asked(server: AwkwardServer) -> None:
    names = "127.0.0.1 localhost [::1] 2130706433 0.0.0.0 [::ffff:127.0.0.1]".split()
    addresses = [f"http://{name}:{server.server_port}/private" for name in names]
    addresses += ["http://10.1.2.3/", "http://169.254.169.254/", "https://archive.sella.example/"]
    assert check_links(addresses) == {}
    assert "/private" not in server.asked


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "https://a.b/\u202e",
        "https://a.b/ x",
        "https://a.b/" + "x" * 2000,
        "http://old.b/x#there",
    ],
)
def test_only_another_plain_address_is_a_new_one(target: str) -> None:
    assert moved_to("http://old.b/x", [{"code": 301, "url": target}]) == ""
