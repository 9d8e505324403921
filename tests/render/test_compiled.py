"""In: compiled templates, whole, damaged or of another text. Out: what the template says, whatever was kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from edition.render.compiled import CompiledTemplates


def fill(folder: Path, text: str) -> str:
    return Environment(loader=DictLoader({"page.html": text}), bytecode_cache=CompiledTemplates(folder)).get_template("page.html").render(name="Ada")


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert fill(tmp_path, "Dear {{ name }}") == "Dear Ada"
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("compiled again"))
    assert fill(tmp_path, "Dear {{ name }}") == "Dear Ada"


def test_another_text_is_compiled_anew(tmp_path: Path) -> None:
    fill(tmp_path, "Dear {{ name }}")
    assert fill(tmp_path, "Farewell, {{ name }}") == "Farewell, Ada"


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: b"", lambda kept: b"\xff", lambda kept: kept.replace(b"Dear", b"Deaf")])
def test_what_was_damaged_is_compiled_anew(tmp_path: Path, damage) -> None:
    fill(tmp_path, "Dear {{ name }}")
    for file in (tmp_path / ".cache/templates").iterdir():
        file.write_bytes(damage(file.read_bytes()))
    assert fill(tmp_path, "Dear {{ name }}") == "Dear Ada"
