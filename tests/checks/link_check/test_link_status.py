"""In: what was found outside. Out: bib/health.json, the exact messages, what the door says, and what the site shows."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

import links
from awkward_server import AwkwardServer
from edition.checks import check_sources
from edition.checks.link_check import RULES, Finding, outside_addresses, renew_link_status
from edition.model import Edition, LinkStatus
from edition.model.works.link_status import FILE, health_text, read_link_status

LAMP, ROLL, OIL = (
    "https://www.bluebay.example/2018/05/04/lamp_1.html",
    "https://archive.sella.example/roll",
    "https://oilwick.example/led_40%25?a=1&b=2",
)
LETTERS, LAMPS = "http://union.orrin.example/letters/", "https://lamps.example/"


def line_of(root: Path, path: str, words: str) -> int:
    lines = (root / path).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def said(root: Path) -> list[str]:
    edition = Edition.load(root)
    return sorted(str(problem) for rule in RULES for problem in rule(edition))


@pytest.fixture()
def known(overlay: Callable) -> Callable[..., Path]:
    """`known({address: LinkStatus(…)}, **files)`: the made-up paper with this link_status; its folder."""
    return lambda link_status, files=None: overlay({FILE: health_text(link_status)} | (files or {}))


def test_gone_address(known) -> None:
    root = known(
        {
            LAMP: LinkStatus("gone", "2026-12-03", "2026-11-26"),
            ROLL: LinkStatus("gone", "2026-12-03"),
            OIL: LinkStatus("alive", "2026-12-03", "2026-12-03"),
        }
    )
    lamp, roll = line_of(root, "bib/paper.bib", LAMP), line_of(root, "bib/editors.bib", ROLL)
    assert said(root) == [
        f"bib/editors.bib:{roll}: gone-address: '{ROLL}' was gone on 2026-12-03. Look for a copy at https://web.archive.org/web/{ROLL} and give its address, or the work's new one.",
        f"bib/paper.bib:{lamp}: gone-address: '{LAMP}' was gone on 2026-12-03; it was alive on 2026-11-26. Look for a copy at https://web.archive.org/web/20240203/{LAMP} and give its address, or the work's new one.",
    ]


def test_moved_address(known) -> None:
    root = known(
        {
            LAMP: LinkStatus("moved", "2026-12-03", "", "https://bluebay.example/"),
            OIL: LinkStatus("moved", "2026-12-03", "", "https://oil.example/led"),
        }
    )
    lamp, oil = line_of(root, "bib/paper.bib", LAMP), line_of(root, "bib/paper.bib", OIL)
    home = f"It leads to a home page, 'https://bluebay.example/', as lost pages do: look for the work there, or for a copy at https://web.archive.org/web/20240203/{LAMP}."
    assert said(root) == [
        f"bib/paper.bib:{lamp}: moved-address: '{LAMP}' has moved, as of 2026-12-03. {home}",
        f"bib/paper.bib:{oil}: moved-address: '{OIL}' has moved, as of 2026-12-03. Write 'https://oil.example/led', if the work is there.",
    ]


def test_in_pages_and_notes(known) -> None:
    page = "---\ntitle: Oil\n---\n\n# Oil\n\nSeal oil.\n{: #p1 }\n\nSee [the tables](https://tables.example/oil#p2), <//cdn.example/x> and [stone](stone.md).\n"
    note = "- id: 9001\n  type: fact\n  paragraph: p1\n  lemma: Seal oil\n  text: It was [whale oil](https://whales.example/).\n"
    gone = {
        address: LinkStatus("gone", "2026-12-03")
        for address in ("https://tables.example/oil#p2", "https://whales.example/")
    }
    root = known(gone, {"docs/towers/oil.md": page, "docs/data/notes/towers/oil.yml": note})
    assert said(root) == [
        "docs/data/notes/towers/oil.yml:5: gone-address: 'https://whales.example/' was gone on 2026-12-03. Look for a copy at https://web.archive.org/web/https://whales.example/ and give its address, or the work's new one.",
        "docs/towers/oil.md:10: gone-address: 'https://tables.example/oil#p2' was gone on 2026-12-03. Look for a copy at https://web.archive.org/web/https://tables.example/oil#p2 and give its address, or the work's new one.",
    ]


def test_every_outside_address_is_found(made_up: Edition) -> None:
    found = outside_addresses(made_up)
    assert {LAMP, ROLL, OIL, LETTERS, LAMPS} <= set(found)
    assert set(found) >= {reference.url for reference in made_up.bibliography if reference.url}
    assert list(found) == sorted(found)


def test_what_was_not_asked_is_no_problem(made_up: Edition) -> None:
    assert made_up.link_status == {}
    assert [problem for rule in RULES for problem in rule(made_up)] == []


@pytest.mark.parametrize(
    "link_status",
    [
        LinkStatus("refused", "2026-12-03"),
        LinkStatus("unreached", "2026-12-03"),
        LinkStatus("alive", "2026-12-03", "2026-12-03"),
    ],
)
def test_only_gone_and_moved_ask_a_person(known, link_status: LinkStatus) -> None:
    assert said(known({LAMP: link_status})) == []


def test_the_health_of_addresses_never_fails_a_pull_request(
    known, edition, made_up: Edition
) -> None:
    root = known(
        {
            LAMP: LinkStatus("gone", "2026-12-03"),
            ROLL: LinkStatus("moved", "2026-12-03", "", "https://b.example/"),
        }
    )
    assert check_sources(edition(root)) == check_sources(made_up)


CURE = "Take the line out, or write the file anew with `make links`."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "{\n",
            "bib/health.json:2: malformed-data: this is not JSON: Expecting property name enclosed in double quotes.",
        ),
        (
            "[]",
            "bib/health.json:1: malformed-data: the file is not a list of addresses with their records.",
        ),
        (
            "[" * 100_000,
            "bib/health.json:1: malformed-data: this is not JSON: it is nested too deeply.",
        ),
        (
            '{"a": ' + "9" * 5000 + "}",
            "bib/health.json:1: malformed-data: this is not JSON: a number in it is too long.",
        ),
        (
            '{"\\ud800": 1}',
            "bib/health.json:1: malformed-data: this is not JSON: it holds half a character.",
        ),
        (
            '{\n"http://a.b": 1}',
            "bib/health.json:2: malformed-data: 'http://a.b' is not followed by a record.",
        ),
        (
            '{"http://a.b": {"color": 1}}',
            "bib/health.json:1: malformed-data: 'http://a.b' has the unknown field 'color'.",
        ),
        (
            '{"http://a.b": {"state": "dead"}}',
            "bib/health.json:1: malformed-data: 'http://a.b' has the state 'dead', which is none of alive, moved, gone, refused, unreached.",
        ),
        (
            '{"http://a.b": {"state": "gone"}}',
            "bib/health.json:1: malformed-data: 'http://a.b' has a day that is not of the form YYYY-MM-DD.",
        ),
        (
            '{"http://a.b": {"state": "gone", "checked": "2026-02-30"}}',
            "bib/health.json:1: malformed-data: 'http://a.b' has a day that is not of the form YYYY-MM-DD.",
        ),
        (
            '{"http://a.b": {"state": "moved", "checked": "2026-12-03", "moved_to": "javascript:x"}}',
            "bib/health.json:1: malformed-data: 'http://a.b' has a state that does not fit 'moved_to'.",
        ),
        (
            '{"http://a.b": {"state": "alive", "checked": "2026-12-03", "moved_to": "https://b.c"}}',
            "bib/health.json:1: malformed-data: 'http://a.b' has a state that does not fit 'moved_to'.",
        ),
    ],
)
def test_malformed_data(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / FILE).write_text(text)
    link_status, problems = read_link_status(tmp_path)
    assert (link_status, [str(problem) for problem in problems]) == ({}, [f"{message} {CURE}"])


def test_the_file_is_sorted_and_reads_back(tmp_path: Path) -> None:
    link_status = {
        "https://b.c/中": LinkStatus("moved", "2026-12-03", "2026-11-26", "https://d.e/"),
        "http://a.b/": LinkStatus("alive", "2026-12-03", "2026-12-03"),
    }
    text = health_text(link_status)
    assert text == (
        "{\n"
        '  "http://a.b/": {"state": "alive", "checked": "2026-12-03", "last_alive": "2026-12-03"},\n'
        '  "https://b.c/中": {"state": "moved", "checked": "2026-12-03", "last_alive": "2026-11-26", "moved_to": "https://d.e/"}\n'
        "}\n"
    )
    (tmp_path / "bib").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_link_status(tmp_path) == (link_status, [])
    assert health_text({}) == "{}\n"


@pytest.mark.parametrize(
    ("before", "found", "after"),
    [
        (
            LinkStatus(),
            Finding("alive", "2026-12-03"),
            LinkStatus("alive", "2026-12-03", "2026-12-03"),
        ),
        (
            LinkStatus("alive", "2026-11-26", "2026-11-26"),
            Finding("gone", "2026-12-03"),
            LinkStatus("gone", "2026-12-03", "2026-11-26"),
        ),
        (
            LinkStatus("alive", "2026-11-26", "2026-11-26"),
            Finding("unreached", "2026-12-03"),
            LinkStatus("unreached", "2026-12-03", "2026-11-26"),
        ),
        (
            LinkStatus("gone", "2026-11-26", "2026-10-01"),
            Finding("alive", "2026-12-03"),
            LinkStatus("alive", "2026-12-03", "2026-12-03"),
        ),
        (
            LinkStatus("alive", "2026-11-26", "2026-11-26"),
            Finding("moved", "2026-12-03", "301", "https://c.d"),
            LinkStatus("moved", "2026-12-03", "2026-11-26", "https://c.d"),
        ),
        (
            LinkStatus("alive", "2026-12-03", "2026-12-03"),
            Finding("gone", "2026-12-01"),
            LinkStatus("alive", "2026-12-03", "2026-12-03"),
        ),
        (LinkStatus("refused", "2026-11-26"), None, LinkStatus("refused", "2026-11-26")),
    ],
)
def test_health_says_no_more_than_was_seen(
    before: LinkStatus, found: Finding | None, after: LinkStatus
) -> None:
    assert renew_link_status(
        {"https://a.b": before, "https://no.more": before},
        {"https://a.b": found} if found else {},
        ["https://a.b", "https://new.b"],
    ) == {"https://a.b": after}


DOOR = ["--timeout=2", "--retries=0", "--wait=0", "--interval=0", "--limit=60"]


def test_the_door_writes_what_was_seen(overlay, capsys: pytest.CaptureFixture[str]) -> None:
    server = AwkwardServer()
    alive, gone, moved, refused = (
        server.at(path) for path in ("status/200", "status/410", "to/308/status/200", "status/403")
    )
    entries = "".join(
        f"@online{{a{at}, title = {{{{A}}}}, url = {{{address}}}}}\n"
        for at, address in enumerate((alive, gone, moved, refused))
    )
    root = overlay({"bib/editors.bib": entries})
    today = datetime.now(UTC).date().isoformat()
    assert links.main([*DOOR, "--allow-loopback", "--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"bib/editors.bib:2: gone-address: '{gone}' was gone on {today}. Look for a copy at https://web.archive.org/web/{gone} and give its address, or the work's new one.",
        f"bib/editors.bib:3: moved-address: '{moved}' has moved, as of {today}. Write '{server.at('status/200')}', if the work is there.",
    ]
    number = len(outside_addresses(Edition.load(root)))
    assert err.splitlines() == [
        f"{number} addresses: 0 known from a run before, {number} to ask.",
        f"{number} of {number} asked: 1 alive, 1 gone, 1 moved, 1 refused.",
        f"refused: {refused}: 403",
        f"{number} addresses: 1 alive, 1 gone, 1 moved, 1 refused; {number - 4} not asked. Problems: 2.",
    ]
    written = json.loads((root / FILE).read_text("utf-8"))
    assert written == {
        alive: {"state": "alive", "checked": today, "last_alive": today},
        gone: {"state": "gone", "checked": today},
        moved: {"state": "moved", "checked": today, "moved_to": server.at("status/200")},
        refused: {"state": "refused", "checked": today},
    }
    before = (root / FILE).read_bytes()
    server.asked.clear()
    assert links.main([*DOOR, "--allow-loopback", "--root", str(root)]) == 1
    assert (server.times_asked, (root / FILE).read_bytes()) == (0, before)
    server.close()


def test_the_door_asks_no_private_address_of_itself(
    overlay, capsys: pytest.CaptureFixture[str]
) -> None:
    server = AwkwardServer()
    root = overlay(
        {
            "bib/editors.bib": f"@online{{a, title = {{{{A}}}}, url = {{{server.at('status/200').replace('127.0.0.1', '[::ffff:127.0.0.1]')}}}}}\n"
        }
    )
    assert links.main([*DOOR, "--root", str(root)]) == 0
    assert server.times_asked == 0
    assert not (root / FILE).exists()
    out, err = capsys.readouterr()
    assert out == ""
    assert [line[:34] for line in err.splitlines() if "private" in line] == [
        "not asked, for it is private: ::ff"
    ]
    server.close()


def test_a_machine_without_a_network_writes_nothing(
    overlay, capsys: pytest.CaptureFixture[str]
) -> None:
    server = AwkwardServer()
    root = overlay(
        {"bib/editors.bib": f"@online{{a, title = {{{{A}}}}, url = {{{server.at('cut')}}}}}\n"}
    )
    assert links.main([*DOOR, "--allow-loopback", "--root", str(root)]) == 2
    assert not (root / FILE).exists()
    assert (
        capsys.readouterr().err.splitlines()[-1]
        == "Nothing answered at all: this machine has no way to the web, it seems. Nothing is written down."
    )
    server.close()


def test_wrong_usage_is_said() -> None:
    with pytest.raises(SystemExit) as ended:
        links.main(["--sideways"])
    assert ended.value.code == 2


SHOWN = {
    LAMP: (
        LinkStatus("alive", "2026-12-03", "2026-12-03"),
        "Address last seen alive on 3 December 2026.",
    ),
    OIL: (
        LinkStatus("gone", "2026-12-03", "2026-11-26"),
        "Address gone, as seen on 3 December 2026. Last seen alive on 26 November 2026.",
    ),
    LETTERS: (
        LinkStatus("moved", "2026-12-03", "", "https://orrin.example/<b>"),
        "Address moved to https://orrin.example/<b>, as seen on 3 December 2026.",
    ),
    LAMPS: (LinkStatus("unreached", "2026-12-03"), "Address not reached on 3 December 2026."),
    ROLL: (
        LinkStatus("refused", "2026-12-03"),
        "Address does not answer machines, as asked on 3 December 2026.",
    ),
}


def test_the_site_shows_what_was_seen_with_each_reference(
    known, build, tmp_path: Path, made_up: Edition
) -> None:
    site = build(
        known({address: link_status for address, (link_status, _words) in SHOWN.items()})
        / "mkdocs.yml",
        tmp_path / "site",
        "/some-repo/",
    )
    assert site.code == 0, site.output
    article = site.article("references/")
    for reference in made_up.bibliography:
        shown = [
            " ".join(span.text_content().split())
            for span in article.get_element_by_id(f"ref-{reference.key}").find_class(
                "ref-link_status"
            )
        ]
        assert shown == (
            [SHOWN[reference.url][1]]
            if reference.url in SHOWN
            else ["Address not yet checked."]
            if reference.url
            else []
        )


def test_the_site_says_what_was_not_yet_checked(built, made_up: Edition) -> None:
    article = built.article("references/")
    for reference in made_up.bibliography:
        shown = [
            span.text_content().strip()
            for span in article.get_element_by_id(f"ref-{reference.key}").find_class(
                "ref-link_status"
            )
        ]
        assert shown == (["Address not yet checked."] if reference.url else [])
