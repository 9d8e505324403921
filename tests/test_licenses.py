"""In: the lock, and .github/licenses.csv. Out: whether the list names every package, as the packages say, and none that forbids what we do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import licenses
from test_architecture import importers

# What a license may be for a package that the code of the edition imports or runs. Strong copyleft (GPL, AGPL) is not among them.
ALLOWED = re.compile(r"MIT|BSD|Apache|ISC|PSF|MPL|Mozilla Public|OFL|Lesser General Public|LGPL")
TESTS_ALONE = {"gris"}


def test_the_list_is_what_the_lock_and_the_packages_say(root: Path) -> None:
    assert licenses.listed(root) == licenses.licenses(root), (
        "run `make licenses`, and read what has changed"
    )


def test_every_package_has_a_license_that_agrees_with_ours(root: Path) -> None:
    assert [
        package for package, license in licenses.listed(root).items() if not ALLOWED.search(license)
    ] == sorted(TESTS_ALONE)


@pytest.mark.parametrize("package", sorted(TESTS_ALONE))
def test_what_only_tests_may_use_is_used_by_tests_alone(package: str) -> None:
    assert importers(package) == []


def test_a_package_that_is_not_installed_here_keeps_what_was_known(tmp_path: Path) -> None:
    (tmp_path / ".github").mkdir()
    (tmp_path / "requirements.txt").write_text(
        "zz-elsewhere==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:0\nzz-new==2 \\\n    --hash=sha256:1\npytest==9 \\\n"
    )
    (tmp_path / ".github/licenses.csv").write_text(
        'package,license\nzz-elsewhere,"MIT, as its file says"\nzz-gone,MIT\npytest,GPL\n'
    )
    assert licenses.licenses(tmp_path) == {
        "pytest": "MIT",
        "zz-elsewhere": "MIT, as its file says",
        "zz-new": "not stated",
    }
