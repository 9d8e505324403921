"""lychee's answers are classed rightly, and it asks politely and within its limits."""

from __future__ import annotations

import pytest

from awkward_server import AwkwardServer
from edition.checks.link_check import Answer, check_links
from edition.checks.link_check.lychee import moved_to

CASES = {
    "status/200": "alive: 200",
    "with%20space/%C3%A9?a=[1]&b='%7E": "gone: 404",
    "to/302/status/200": "alive: 200",
    "to/307/to/301/status/200": "alive: 200",
    "to/301/status/200": "moved: status/200",
    "to/301/to/308/status/200": "moved: status/200",
    "to/301/to/302/status/200": "moved: to/302/status/200",
    "to/301/status/200?q=%E4%B8%AD%20x&quot;": "moved: status/200?q=%E4%B8%AD%20x&quot;",
    "status/410": "gone: 410",
    "to/301/status/404": "gone: 404",
    "status/403": "refused: 403",
    "status/999": "refused: 999",
    "to/301/status/403": "refused: 403",
    "status/503": "unreached: 503",
    "status/408": "unreached: 408",
    "to/301/loop": "unreached: redirects without end",
    "to/301/hang": "unreached: Request timed out",
    "cut": "unreached: Connection closed before response completed",
}
"""What is found at a path of the server: the state, and where it has moved to or the reason."""


@pytest.mark.usefixtures("quick")
def test_each_answer_is_classed(server: AwkwardServer) -> None:
    home = server.at("")
    found = {}
    for address, answer in check_links([home + path for path in CASES]).items():
        detail = answer.moved_to.removeprefix(home) or answer.reason
        found[address.removeprefix(home)] = f"{answer.state}: {detail}"
    assert found == CASES


@pytest.mark.usefixtures("quick")
def test_an_unknown_host_is_not_reached() -> None:
    (answer,) = check_links(["https://nowhere.unknown-domain-of-nobody/"]).values()
    assert answer.state == "unreached"


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
