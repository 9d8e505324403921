"""Every target of `make fuzz` can be fuzzed, and random inputs break no promise."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from conftest import PAPER
from fuzz.promises import Promises, copy_small
from fuzz.targets import TARGETS, Target, seeds

SPACES = ["\n", "\n\n", " ", "  ", " = ", "---\n", "x and , y"]


def inputs(target: Target) -> st.SearchStrategy[bytes]:
    """Text made of the words of its language, or any bytes."""
    parts = st.sampled_from([*target.tokens, *SPACES]) | st.text(max_size=4)
    texts = st.lists(parts, max_size=40).map("".join)
    return texts.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60)


@pytest.mark.parametrize("name", TARGETS)
def test_the_first_inputs_and_random_ones_break_no_promise(tmp_path, name):
    target = TARGETS[name]
    paper = copy_small(PAPER, tmp_path / "paper")
    original = paper / target.path
    text = original.read_bytes() if original.exists() else b""
    promises = Promises(paper, target.path)
    for data in (seeds(target, text)[0], seeds(target, text)[-1]):
        promises(data)

    @settings(
        max_examples=10,
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(target))
    def try_any(data: bytes) -> None:
        promises(data)

    try_any()
