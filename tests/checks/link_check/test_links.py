"""The command `make links`: what it writes, prints and returns."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

import links
from edition.checks.link_check import lychee, outside_addresses
from edition.model import Edition, LinkStatus
from edition.model.works.link_status import FILE, link_status_text

pytestmark = pytest.mark.usefixtures("quick")


def entry(key: str, address: str) -> str:
    return f"@online{{{key}, title = {{{{A}}}}, url = {{{{{address}}}}}}}\n"


def test_what_was_seen_is_written(overlay, server, capsys):
    paths = ("status/200", "status/410", "to/308/status/200", "status/403")
    alive, gone, moved, refused = (server.at(path) for path in paths)
    entries = [entry(f"a{at}", server.at(path)) for at, path in enumerate(paths)]
    before = link_status_text(
        {
            alive: LinkStatus("gone", "2026-11-26", "2026-10-01"),
            gone: LinkStatus("alive", "2026-11-26", "2026-11-26"),
            "https://unused.example/": LinkStatus("gone", "2026-11-26"),
        }
    )
    root = overlay({"bib/editors.bib": "".join(entries), FILE: before})
    today = datetime.now(UTC).date().isoformat()
    assert links.main(["--root", str(root)]) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"bib/editors.bib:2: gone-address: '{gone}' was gone on {today}; it was alive on 2026-11-26. Look for a copy at https://web.archive.org/web/{gone} and give its address, or the work's new one.",
        f"bib/editors.bib:3: moved-address: '{moved}' has moved, as of {today}. Write '{alive}', if the work is there.",
    ]
    number = len(outside_addresses(Edition.load(root)))
    assert err.splitlines() == [
        f"Asking {number} outside addresses.",
        f"refused: {refused}: 403",
        f"1 alive, 1 gone, {number - 4} left out by lychee, 1 moved, 1 refused",
    ]
    assert json.loads((root / FILE).read_text("utf-8")) == {
        alive: {"state": "alive", "checked": today, "last_alive": today},
        gone: {"state": "gone", "checked": today, "last_alive": "2026-11-26"},
        moved: {"state": "moved", "checked": today, "moved_to": alive},
        refused: {"state": "refused", "checked": today},
    }


@pytest.mark.parametrize(
    ("path", "patience", "message"),
    [
        ("cut", 60, "Nothing answered: is this machine online?"),
        ("hang", 1, "lychee was stopped after 1 s."),
    ],
)
def test_without_answers_nothing_is_written(
    overlay, server, capsys, monkeypatch, path, patience, message
):
    monkeypatch.setattr(lychee, "PATIENCE", patience)
    root = overlay({"bib/editors.bib": entry("a", server.at(path))})
    assert links.main(["--root", str(root)]) == 2
    assert not (root / FILE).exists()
    assert capsys.readouterr().err.splitlines()[-1] == f"{message} Nothing is written down."
