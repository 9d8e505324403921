"""In: a server that answers well and badly. Out: whether lychee's answers are classed rightly and every run ends in bounded time."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import trustme

from awkward_server import AwkwardServer
from edition.checks.link_check import Finding, LycheeFailed, Manner, Outcome, ask_all
from edition.checks.link_check.guard import is_open
from edition.checks.link_check.journal import FILE, Journal
from edition.checks.link_check.result import finding_of
from edition.checks.link_check.schedule import rounds

DAY = "2026-12-03"
NOON = datetime(2026, 12, 3, 12, tzinfo=UTC)
AGE = timedelta(days=3)
QUICK = Manner(
    limit=60,
    timeout=2,
    retries=1,
    wait=0,
    interval=0.01,
    per_host=4,
    redirects=4,
    allow_loopback=True,
)
LONGER_THAN_ANY_RUN = 120.0
"""Seconds. Not a measure of speed: a run without an end would be longer."""

CASES = {
    "status/200": ("alive", "200", ""),
    "status/204": ("alive", "204", ""),
    "no-head": ("alive", "200", ""),
    "endless": ("alive", "200", ""),
    "not-gzip": ("alive", "200", ""),
    "not-utf-8": ("alive", "200", ""),
    "cut-body": ("alive", "200", ""),
    "ill-once": ("alive", "200", ""),
    "with%20space/%C3%A9?a=[1]&b='%7E": ("gone", "404", ""),
    "to/302/status/200": ("alive", "200", ""),
    "to/307/to/301/status/200": ("alive", "200", ""),
    "to/301/status/200": ("moved", "301", "status/200"),
    "to/308/status/200": ("moved", "308", "status/200"),
    "to/301/to/308/status/200": ("moved", "301", "status/200"),
    "to/301/to/302/status/200": ("moved", "301", "to/302/status/200"),
    "to/301/status/200?q=%E4%B8%AD%20x": ("moved", "301", "status/200?q=%E4%B8%AD%20x"),
    "status/404": ("gone", "404", ""),
    "status/410": ("gone", "410", ""),
    "to/301/status/404": ("gone", "404", ""),
    "status/401": ("refused", "401", ""),
    "status/403": ("refused", "403", ""),
    "status/405": ("refused", "405", ""),
    "status/451": ("refused", "451", ""),
    "status/999": ("refused", "999", ""),
    "to/301/status/403": ("refused", "403", ""),
    "status/500": ("unreached", "500", ""),
    "status/503": ("unreached", "503", ""),
    "status/408": ("unreached", "408", ""),
    "loop": ("unreached", "redirects without end", ""),
    "to/301/loop": ("unreached", "redirects without end", ""),
    "hang": ("unreached", "Request timed out", ""),
    "to/301/hang": ("unreached", "Request timed out", ""),
    "cut": ("unreached", "Connection closed before response completed", ""),
    "garbage": ("unreached", "Invalid HTTP response format. Server may be misconfigured", ""),
}


@pytest.fixture(scope="module")
def server() -> Iterator[AwkwardServer]:
    server = AwkwardServer()
    yield server
    server.close()


@pytest.fixture(scope="module")
def outcome(server: AwkwardServer, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """What one run found at every path of CASES."""
    begun = time.monotonic()
    found = ask_all(
        [server.at(path) for path in CASES],
        QUICK,
        Journal(tmp_path_factory.mktemp("run")),
        AGE,
        moment=lambda: NOON,
    )
    assert time.monotonic() - begun < LONGER_THAN_ANY_RUN
    return found


@pytest.fixture()
def run(tmp_path: Path) -> Callable[..., Outcome]:
    """`run(addresses, manner=…, say=…)`: a run with a journal of its own, at noon."""

    def go(
        *addresses: str,
        manner: Manner = QUICK,
        moment: datetime = NOON,
        say: Callable[[str], None] = lambda _line: None,
    ) -> Outcome:
        return ask_all(list(addresses), manner, Journal(tmp_path), AGE, say, lambda: moment)

    return go


@pytest.mark.parametrize("path", CASES)
def test_each_answer_is_classed(outcome: Outcome, server: AwkwardServer, path: str) -> None:
    state, why, moved_to = CASES[path]
    assert outcome.findings[server.at(path)] == Finding(
        state, DAY, why, server.at(moved_to) if moved_to else ""
    )


def test_every_address_was_asked(outcome: Outcome) -> None:
    assert (len(outcome.findings), outcome.left, outcome.private) == (len(CASES), [], [])


def test_only_get_is_asked_and_a_server_that_is_ill_twice(
    outcome: Outcome, server: AwkwardServer
) -> None:
    times = {
        path: len(server.asked[f"/{path}"])
        for path in (
            "no-head",
            "status/404",
            "status/403",
            "ill-once",
            "status/500",
            "status/408",
            "hang",
        )
    }
    # `hang` has one further try of lychee's, and is led to by another address, which has the same.
    assert times == {
        "no-head": 1,
        "status/404": 2,
        "status/403": 2,
        "ill-once": 2,
        "status/500": 2,
        "status/408": 2,
        "hang": 4,
    }


LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("certify", "state"),
    [
        (lambda known, _other: known.issue_cert("127.0.0.1"), "alive"),
        (lambda _known, other: other.issue_cert("127.0.0.1"), "unreached"),
        (lambda known, _other: known.issue_cert("elsewhere.example"), "unreached"),
        (
            lambda known, _other: known.issue_cert(
                "127.0.0.1", not_before=LONG_AGO, not_after=LONG_AGO + AGE
            ),
            "unreached",
        ),
    ],
    ids=["good", "of an unknown issuer", "for another host", "expired"],
)
def test_only_a_good_certificate_is_trusted(
    run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, certify, state: str
) -> None:
    known, other = trustme.CA(), trustme.CA()
    known.cert_pem.write_to_path(str(tmp_path / "known.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "known.pem"))
    server = AwkwardServer(certify(known, other))
    address = server.at("status/200")
    assert run(address).findings[address].state == state
    assert server.times_asked == (state == "alive")
    server.close()


def test_a_closed_port_is_not_reached(run) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}/"
    assert run(address).findings[address].state == "unreached"


def test_an_unknown_name_is_not_reached(run) -> None:
    assert (
        run("https://nowhere.unknown-domain-of-nobody/")
        .findings["https://nowhere.unknown-domain-of-nobody/"]
        .state
        == "unreached"
    )


def test_an_example_domain_is_not_asked(run) -> None:
    assert run("https://archive.sella.example/roll") == Outcome()


def test_retry_after_is_heeded(run, tmp_path: Path) -> None:
    server = AwkwardServer()
    address = server.at("busy-once")
    assert run(address).findings == {address: Finding("alive", DAY, "200")}
    first, second = server.asked["/busy-once"]
    assert second - first >= 2
    server.close()


def test_a_host_that_answers_429_is_left_alone_for_the_run(run) -> None:
    server = AwkwardServer()
    addresses = [server.at("busy"), *(server.at(f"status/200/{n}") for n in range(6))]
    outcome = run(*addresses)
    assert outcome.findings[addresses[0]] == Finding("refused", DAY, "429")
    assert outcome.left == addresses[4:]
    assert len(server.asked["/busy"]) == 2
    server.close()


def test_retry_after_without_end_meets_the_limit(run) -> None:
    server = AwkwardServer()
    said: list[str] = []
    outcome = run(
        server.at("busy-for-long"),
        manner=Manner(limit=2, timeout=2, retries=3, wait=0, allow_loopback=True),
        say=said.append,
    )
    assert outcome == Outcome(left=[server.at("busy-for-long")])
    assert said == [
        "1 addresses: 0 known from a run before, 1 to ask.",
        "The limit of 2 s is reached.",
    ]
    server.close()


def test_the_limit_ends_a_run_and_keeps_what_was_found(run, tmp_path: Path) -> None:
    server = AwkwardServer()
    quick, slow = [server.at(f"status/200/{n}") for n in range(4)], server.at("hang")
    outcome = run(
        *quick, slow, manner=Manner(limit=4, timeout=60, interval=0.01, allow_loopback=True)
    )
    assert outcome == Outcome({address: Finding("alive", DAY, "200") for address in quick}, [slow])
    assert sorted(json.loads((tmp_path / FILE).read_text("utf-8"))) == sorted(quick)
    server.close()


def test_the_next_run_asks_only_what_is_not_known(run) -> None:
    server = AwkwardServer()
    addresses = [
        server.at(path)
        for path in ("status/200", "to/301/status/204", "status/404", "status/403", "cut")
    ]
    first = run(*addresses)
    server.asked.clear()
    said: list[str] = []
    assert run(*addresses, say=said.append) == first
    assert set(server.asked) == {"/cut"}
    assert said == [
        "5 addresses: 4 known from a run before, 1 to ask.",
        "1 of 1 asked: 1 alive, 1 gone, 1 moved, 1 refused, 1 unreached.",
    ]
    server.asked.clear()
    run(*addresses[:4], moment=NOON + AGE)
    assert set(server.asked) == {
        "/status/200",
        "/to/301/status/204",
        "/status/204",
        "/status/404",
        "/status/403",
    }
    server.close()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"http://a.b": {"at": "x"}}',
        '{"http://a.b": {"at": "2026-12-03T00:00:00+00:00", "colour": "red"}}',
    ],
)
def test_a_spoilt_journal_is_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(text)
    assert Journal(tmp_path).recent(["http://a.b"], NOON, AGE) == {}


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0.0.0.0", "[::ffff:127.0.0.1]"]
)
def test_this_machine_is_never_asked(run, host: str) -> None:
    server = AwkwardServer()
    address = f"http://{host}:{server.server_port}/status/200"
    assert run(address, manner=Manner(limit=20, timeout=2, retries=0)).findings == {}
    assert server.times_asked == 0
    server.close()


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_redirect_leads_to_a_private_address(run, server: AwkwardServer, scheme: str) -> None:
    address = server.at(f"to/302/{scheme}://192.168.0.1/inside")
    outcome = run(address)
    assert (outcome.findings[address].state, outcome.private) == ("unreached", ["192.168.0.1"])


@pytest.mark.parametrize(
    ("number", "open"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f::1", True),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("127.8.8.8", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:0a00:0001::", False),
    ],
)
def test_only_public_numbers_are_open(number: str, open: bool) -> None:
    assert is_open(number) is open


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "https://a.b/\u202e",
        "https://a.b/ x",
        "https://a.b/" + "x" * 2000,
        "http://old.b/x",
        "http://old.b/x#there",
    ],
)
def test_what_is_no_new_address_is_not_passed_on(target: str) -> None:
    assert finding_of("http://old.b/x", 200, [(301, target)], DAY) == Finding("alive", DAY, "200")


def test_the_addresses_of_a_host_are_spread_over_the_rounds() -> None:
    addresses = [f"https://a.b/{n}" for n in range(6)] + [f"https://host-{n}.b/" for n in range(40)]
    divided = list(rounds(addresses))
    assert sorted(address for chosen in divided for address in chosen) == sorted(addresses)
    assert [len(chosen) for chosen in divided] == [32, 14]
    assert [sum("a.b/" in address for address in chosen) for chosen in divided] == [4, 2]


def test_lychee_that_is_not_there_is_said(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_names, **_more: None)
    with pytest.raises(LycheeFailed, match=r"^lychee is not installed: run `make setup`$"):
        run("https://lamps.unknown-domain-of-nobody/")
