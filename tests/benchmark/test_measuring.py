"""In: small programs. Out: whether what they cost is read, with what they start, and whether one that does not end is ended."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from benchmark.builds import Size
from benchmark.measuring import Failed, Stopped, run
from benchmark.own_time import OWN, PROGRAM, THEME, package_of, part_of
from benchmark.profiles import read_profile, room_of

LARGE = "x = bytearray(200 * 2**20); print(len(x))"
BUSY = "import time\nwhile time.process_time() < 0.5: pass"
IN_A_CHILD = "import subprocess, sys; subprocess.run([sys.executable, '-c', {!r}], check=True)"


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize("code", [LARGE, IN_A_CHILD.format(LARGE)])
def test_peak_memory_is_read(tmp_path: Path, code: str) -> None:
    assert 200 < run(python(code), tmp_path / "log").memory < 240


def test_whoever_measures_is_not_in_the_memory(tmp_path: Path) -> None:
    weight = bytearray(b"x") * (300 * 2**20)
    assert run(python("pass"), tmp_path / "log").memory < 40
    assert len(weight) == 300 * 2**20


@pytest.mark.parametrize("code", [BUSY, IN_A_CHILD.format(BUSY)])
def test_seconds_of_the_processor_are_read(tmp_path: Path, code: str) -> None:
    assert run(python(code), tmp_path / "log").processor >= 0.5


def test_waiting_takes_the_clock_s_seconds_alone(tmp_path: Path) -> None:
    cost = run(python("import time; time.sleep(0.5)"), tmp_path / "log")
    assert cost.clock >= 0.5 > cost.processor


def test_what_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(Failed, match=r"^no such lamp$"):
        run(python("import sys; sys.exit('no such lamp')"), tmp_path / "log")


def test_what_does_not_end_is_ended_with_what_it_started(tmp_path: Path) -> None:
    endless = "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']); print(p.pid, flush=True); p.wait()"
    with pytest.raises(Stopped):
        run(python(endless), tmp_path / "log", limit=1)
    child = (tmp_path / "log").read_text().strip()
    state = subprocess.run(
        ["ps", "-o", "stat=", "-p", child], capture_output=True, text=True, check=False
    ).stdout
    assert state.strip()[:1] in ("", "Z")


PACKAGE = "/env/site-packages/markdown/core.py"
OURS, HOOKS = "/e/scripts/edition/render/notes.py", "/e/scripts/hooks.py"
MATERIAL, MKDOCS = f"/env/site-packages/{THEME}base.html", "/env/site-packages/mkdocs/build.py"


@pytest.mark.parametrize(
    ("stack", "part", "worker"),
    [
        ([PACKAGE, OURS, HOOKS, MKDOCS], "edition/render/notes.py", "markdown"),
        ([OURS, HOOKS, MKDOCS], "edition/render/notes.py", OWN),
        (["/python/re.py", PACKAGE, MKDOCS], "markdown", "markdown"),
        (["/python/subprocess.py", OURS, HOOKS], "edition/render/notes.py", PROGRAM),
        ([MATERIAL, "/e/scripts/theme/main.html", MKDOCS], THEME, "material"),
        (["/e/scripts/theme/main.html", MATERIAL, MKDOCS], "theme/main.html", OWN),
        (["/python/re.py"], "Python", "Python"),
    ],
)
def test_a_sample_is_charged_to_the_innermost(stack: list[str], part: str, worker: str) -> None:
    assert (part_of(stack, "/e/scripts"), package_of(stack, "/e/scripts")) == (part, worker)


def test_rooms() -> None:
    parts = [
        "edition/render/notes.py",
        "edition/exports/book/pdf.py",
        "theme/main.html",
        THEME,
        "hooks.py",
        "markdown",
    ]
    assert list(map(room_of, parts)) == [
        "render",
        "exports",
        "our templates",
        "Material's templates",
        "hooks",
        "markdown",
    ]


def test_a_profile_is_in_seconds(tmp_path: Path) -> None:
    found = {
        "seconds": 8.0,
        "parts": {"hooks.py": 1, "edition/model/page.py": 2, "edition/model/note.py": 1},
        "packages": {"markdown": 3, OWN: 1},
    }
    (tmp_path / "found.json").write_text(json.dumps(found))
    profile = read_profile(Size(20, 50), "cold", tmp_path / "found.json")
    assert (profile.rule_groups, profile.packages) == (
        {"model": 6.0, "hooks": 2.0},
        {"markdown": 6.0, OWN: 2.0},
    )


def test_own_time_watches_a_build(tmp_path: Path, root: Path) -> None:
    """The made-up paper is built, and render and the exports were seen at work."""
    file, script = tmp_path / "found.json", root / "scripts" / "benchmark" / "own_time.py"
    arguments = [
        "build",
        "--config-file",
        str(root / "tests" / "paper" / "mkdocs.yml"),
        "--site-dir",
        str(tmp_path / "site"),
    ]
    subprocess.run(
        [sys.executable, str(script), str(file), str(root / "scripts"), *arguments],
        check=True,
        capture_output=True,
    )
    profile = read_profile(Size(20, 50), "cold", file)
    assert {"model", "exports"} <= set(profile.rule_groups)
    assert (tmp_path / "site" / "index.html").exists()
