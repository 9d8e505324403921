"""The command check.py: exit codes, output and annotations."""

from __future__ import annotations

import pytest

import check as command
from conftest import PAPER

LOST = "is not in the navigation. Add it to `nav:` in mkdocs.yml, or delete it."


HEADING = "---\ntitle: Lost\n---\n\n# Lost\n\n"


@pytest.mark.parametrize(
    ("files", "words", "code", "said"),
    [
        ({}, [], 0, "No problems."),
        ({"docs/lost.md": "# Lost\n"}, [], 0, "1 warning."),
        ({"docs/lost.md": "<html>\n"}, [], 0, "1 warning."),
        ({"docs/about.md": HEADING}, [], 0, "1 warning, 1 convention."),
        ({"docs/about.md": HEADING}, ["--conventions"], 1, "1 warning, 1 convention."),
        (
            {"docs/about.md": f"{HEADING}See [this](nowhere.md).\n"},
            [],
            1,
            "1 error, 1 warning, 1 convention.",
        ),
    ],
)
def test_what_is_found_is_counted(overlay, capsys, files, words, code, said) -> None:
    assert command.main(["--root", str(overlay(files)), *words]) == code
    assert capsys.readouterr().err == f"{said}\n"


def test_a_problem_is_one_line(overlay, capsys) -> None:
    command.main(["--root", str(overlay({"docs/lost.md": "# Lost\n"}))])
    line = f"docs/lost.md:1: warning: page-outside-navigation: 'lost.md' {LOST}\n"
    assert capsys.readouterr().out == line


def test_annotations(overlay, capsys, monkeypatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert command.main(["--root", str(overlay({"docs/50%,x.md": "# Lost\n"}))]) == 0
    start = "::warning file=docs/50%25%2Cx.md,line=1,title=page-outside-navigation::"
    assert capsys.readouterr().out.splitlines()[1] == f"{start}'50%25,x.md' {LOST}"


def test_no_value_is_a_command_to_the_runner(overlay, capsys, monkeypatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    command.main(["--root", str(overlay({"docs/##[stop-commands]x.md": "# Lost\n"}))])
    name = "## [stop-commands]x.md"
    line = f"docs/{name}:1: warning: page-outside-navigation: '{name}' {LOST}"
    assert capsys.readouterr().out.splitlines()[0] == line


@pytest.mark.parametrize("words", [["--root", "/nowhere"], ["--nonsense"]])
def test_wrong_options(words: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as stopped:
        command.main(words)
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--site", "/nowhere"], "There is no built site in '/nowhere': run `make build`."),
        (["--since", "nowhere"], "Nothing was compared: "),
    ],
)
def test_what_cannot_be_done(words: list[str], message: str, overlay, capsys) -> None:
    assert command.main(["--root", str(overlay({})), *words]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_a_missing_lychee_is_named(overlay, capsys, monkeypatch) -> None:
    monkeypatch.setattr("shutil.which", lambda *_names, **_more: None)
    folder = overlay({"site/index.html": "<p>Salt</p>"})
    assert command.main(["--root", str(folder), "--site", str(folder / "site")]) == 2
    assert capsys.readouterr().err == (
        "The links of the site were not checked: lychee is not installed: run `make setup`.\n"
    )


def test_the_manual(capsys) -> None:
    assert command.main(["--rules"]) == 0
    assert "\n### undefined-citation\n" in capsys.readouterr().out


def test_no_traceback(capsys, monkeypatch) -> None:
    def fail(_edition) -> None:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(command, "check_sources", fail)
    assert command.main(["--root", str(PAPER)]) == 2
    assert capsys.readouterr().err == (
        "check.py itself failed (RuntimeError: two lines). This is not your fault: "
        "please report this line, with the change that led to it.\n"
    )


def test_publish_only_adds(overlay) -> None:
    folder = overlay({"docs/data/published.txt": "/\nold/#p1\n"})
    command.main(["--root", str(folder), "--publish"])
    listed = (folder / "docs/data/published.txt").read_text("utf-8").splitlines()
    new = {"towers/stone/#p1", "towers/stone/", "references/#ref-brine1919lamps"}
    assert {"old/#p1", *new} <= set(listed)
    assert listed == sorted(set(listed))
