"""Every target of `make fuzz` can be fuzzed: its own file and an awkward one break no promise."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.promises import Promises, copy_small
from fuzz.targets import TARGETS, seeds


@pytest.mark.parametrize("name", TARGETS)
def test_the_first_inputs_break_no_promise(root: Path, tmp_path: Path, name: str) -> None:
    target = TARGETS[name]
    paper = copy_small(root / "tests" / "paper", tmp_path / "paper")
    original = paper / target.path
    text = original.read_bytes() if original.exists() else b""
    promises = Promises(paper, target.path)
    for data in (seeds(target, text)[0], seeds(target, text)[-1]):
        promises(data)
