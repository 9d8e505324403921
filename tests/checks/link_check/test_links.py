"""The command `make links`: what it writes, prints and returns."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import links
from edition.checks.link_check import outside_addresses
from edition.model import Edition
from edition.model.works.link_status import FILE


def entry(key: str, address: str) -> str:
    return f"@online{{{key}, title = {{{{A}}}}, url = {{{address}}}}}\n"


def test_what_was_seen_is_written(overlay, server, quick, capsys):
    paths = ("status/200", "status/410", "to/308/status/200", "status/403")
    alive, gone, moved, refused = (server.at(path) for path in paths)
    entries = [entry(f"a{at}", server.at(path)) for at, path in enumerate(paths)]
    root = overlay({"bib/editors.bib": "".join(entries)})
    today = datetime.now(UTC).date().isoformat()
    assert links.main(["--root", str(root)], quick) == 1
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"bib/editors.bib:2: gone-address: '{gone}' was gone on {today}. Look for a copy at https://web.archive.org/web/{gone} and give its address, or the work's new one.",
        f"bib/editors.bib:3: moved-address: '{moved}' has moved, as of {today}. Write '{alive}', if the work is there.",
    ]
    number = len(outside_addresses(Edition.load(root)))
    assert err.splitlines() == [
        f"Asking {number} of {number} outside addresses.",
        f"refused: {refused}: 403",
        f"1 alive, 1 gone, {number - 4} left out by lychee, 1 moved, 1 refused",
    ]
    assert json.loads((root / FILE).read_text("utf-8")) == {
        alive: {"state": "alive", "checked": today, "last_alive": today},
        gone: {"state": "gone", "checked": today},
        moved: {"state": "moved", "checked": today, "moved_to": alive},
        refused: {"state": "refused", "checked": today},
    }


def test_without_a_network_nothing_is_written(overlay, server, quick, capsys):
    root = overlay({"bib/editors.bib": entry("a", server.at("cut"))})
    assert links.main(["--root", str(root)], quick) == 2
    assert not (root / FILE).exists()
    message = "Nothing answered: is this machine online? Nothing is written down."
    assert capsys.readouterr().err.splitlines()[-1] == message
