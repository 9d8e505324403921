"""The messages of `make serve` for a port or a folder that is none."""

from __future__ import annotations

import pytest

import serve


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["abc"], "'abc' is not a port: use a number from 1 to 65535.\n"),
        (["0"], "'0' is not a port: use a number from 1 to 65535.\n"),
        (["99999"], "'99999' is not a port: use a number from 1 to 65535.\n"),
        (["8000", "nowhere"], "There is no edition in 'nowhere': it has no mkdocs.yml.\n"),
    ],
)
def test_wrong_usage(capsys, arguments, message):
    assert (serve.main(arguments), *capsys.readouterr()) == (2, "", message)


def test_no_free_port(capsys, monkeypatch):
    def none_free(first: int) -> int:
        raise OSError

    monkeypatch.setattr(serve, "free_port", none_free)
    assert serve.main(["65535"]) == 2
    assert capsys.readouterr().err == "No port from 65535 on is free: choose another one.\n"
