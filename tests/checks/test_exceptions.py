"""The exact messages of the rules for exceptions."""

from __future__ import annotations

EXCEPTIONS = "docs/data/exceptions.yml"


def test_exception_without_reason(problems) -> None:
    assert problems(
        "exception-without-reason", (EXCEPTIONS, "  reason: The letters bear no date.\n", "")
    ) == (
        "docs/data/exceptions.yml:2: exception-without-reason: the exception to 'undated-work' gives no reason. Add `reason:`."
    )


def test_unknown_exception(problems) -> None:
    assert problems("unknown-exception", (EXCEPTIONS, "rule: undated-work", "rule: raw-html")) == (
        "docs/data/exceptions.yml:2: unknown-exception: 'raw-html' is not a rule that may have exceptions. See `make rules`."
    )
    assert problems(
        "unknown-exception", (EXCEPTIONS, "rule: undated-work", "rule: undated-works")
    ) == (
        "docs/data/exceptions.yml:2: unknown-exception: 'undated-works' is not a rule that may have exceptions. Did you mean 'undated-work'?"
    )
    assert problems("unknown-exception", (EXCEPTIONS, "key: keepers", "keys: keepers")) == (
        "docs/data/exceptions.yml:4: unknown-exception: 'keys' is not a field of an exception. The fields are rule, path, key, value, reason."
    )
    assert problems("unknown-exception", (EXCEPTIONS, "  path: bib/paper.bib\n", "")) == (
        "docs/data/exceptions.yml:3: unknown-exception: the exception to 'undated-work' does not say in which file 'keepersunionndletters' is. Add `path:`."
    )


def test_unneeded_exception(problems) -> None:
    assert problems(
        "unneeded-exception", (EXCEPTIONS, "key: keepersunionndletters", "key: brine1919lamps")
    ) == (
        "docs/data/exceptions.yml:2: unneeded-exception: nothing breaks 'undated-work' at 'bib/paper.bib brine1919lamps' any more. Take the exception out."
    )
