"""lychee's answers are classed rightly, and it asks politely and within its limits."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from awkward_server import AwkwardServer
from edition.checks.link_check import Limits, LinkResult, LycheeFailed, check_links

DAY = "2026-12-03"
CASES = {
    "status/200": ("alive", "200", ""),
    "with%20space/%C3%A9?a=[1]&b='%7E": ("gone", "404", ""),
    "to/302/status/200": ("alive", "200", ""),
    "to/307/to/301/status/200": ("alive", "200", ""),
    "to/301/status/200": ("moved", "301", "status/200"),
    "to/301/to/308/status/200": ("moved", "301", "status/200"),
    "to/301/to/302/status/200": ("moved", "301", "to/302/status/200"),
    "to/301/status/200?q=%E4%B8%AD%20x": ("moved", "301", "status/200?q=%E4%B8%AD%20x"),
    "status/410": ("gone", "410", ""),
    "to/301/status/404": ("gone", "404", ""),
    "status/403": ("refused", "403", ""),
    "status/999": ("refused", "999", ""),
    "to/301/status/403": ("refused", "403", ""),
    "status/503": ("unreached", "503", ""),
    "status/408": ("unreached", "408", ""),
    "to/301/loop": ("unreached", "redirects without end", ""),
    "to/301/hang": ("unreached", "Request timed out", ""),
    "cut": ("unreached", "Connection closed before response completed", ""),
}


def test_each_answer_is_classed(server: AwkwardServer, quick: Limits) -> None:
    expected = {
        server.at(path): LinkResult(state, DAY, reason, server.at(moved_to) if moved_to else "")
        for path, (state, reason, moved_to) in CASES.items()
    }
    assert check_links(list(expected), quick, DAY) == expected


def test_an_unknown_host_and_a_closed_port_are_not_reached(quick: Limits) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{free.getsockname()[1]}/"
    addresses = ["https://nowhere.unknown-domain-of-nobody/", closed]
    results = check_links(addresses, quick, DAY)
    assert [results[address].state for address in addresses] == ["unreached", "unreached"]


def test_retry_after_is_heeded(server: AwkwardServer, quick: Limits) -> None:
    address = server.at("busy-once")
    assert check_links([address], quick, DAY) == {address: LinkResult("alive", DAY, "200")}
    first, second = server.asked["/busy-once"]
    assert second - first >= 2


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_not_asked(server: AwkwardServer, host: str) -> None:
    address = f"http://{host}:{server.server_port}/status/200/private"
    assert check_links([address], Limits(total=20, timeout=2, retries=0), DAY) == {}
    assert "/status/200/private" not in server.asked


def test_a_private_network_and_an_example_domain_are_not_asked(quick: Limits) -> None:
    addresses = ["http://10.1.2.3/", "http://169.254.169.254/", "https://archive.sella.example/"]
    assert check_links(addresses, quick, DAY) == {}


def test_the_limit_ends_a_run(server: AwkwardServer) -> None:
    message = r"^The 1 addresses were not all asked in 1 s\. Ask fewer \(--most\), or take more time \(--limit\)\.$"
    with pytest.raises(LycheeFailed, match=message):
        check_links([server.at("hang")], Limits(total=1, allow_loopback=True), DAY)


def test_a_missing_lychee_is_reported(quick: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_names, **_more: None)
    with pytest.raises(LycheeFailed, match=r"^lychee is not installed: run `make setup`\.$"):
        check_links(["https://lamps.unknown-domain-of-nobody/"], quick, DAY)


def test_a_lychee_that_cannot_be_run_is_reported(
    quick: Limits, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "lychee"
    program.write_text("nothing to run\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("shutil.which", lambda *_names, **_more: str(program))
    with pytest.raises(LycheeFailed, match=r"^'.*lychee' cannot be run: Exec format error\.$"):
        check_links(["https://lamps.unknown-domain-of-nobody/"], quick, DAY)
