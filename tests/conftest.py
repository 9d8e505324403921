"""Fixtures that change, load and build the made-up paper in tests/paper, and read what was
built.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import lxml.html
import pytest
from filelock import FileLock
from hypothesis import settings

from edition.model import Edition

ROOT = Path(__file__).resolve().parents[1]
PAPER = ROOT / "tests" / "paper"
LEAST = ROOT / "tests" / "least"
HOST = "https://edition.example"
# A browser lets pages of such a host use the clipboard, as those of a host with https.
LOCAL_HOST = "http://edition.localhost"
REPOSITORY = "https://forge.example/someone/some-repo"

# The tests run as on nobody's machine: in no workflow, for no address, by a person of their own.
for name in "GITHUB_ACTIONS GITHUB_STEP_SUMMARY MAKEFLAGS REPO_URL SITE_URL".split():
    os.environ.pop(name, None)
os.environ |= {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ada",
    "GIT_AUTHOR_EMAIL": "ada@orrin.example",
    "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@orrin.example",
}

# A pull request is judged by the same inputs each time; at home each run tries new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
if os.environ.get("CI"):
    settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-golden",
        action="store_true",
        help="write tests/golden anew from what is exported; then read the difference",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str | bytes], None]:
    """`golden("citing/apa.txt", text)`:

    the text is that of the file in tests/golden; `--refresh-golden` writes the file.
    """

    def compare(name: str, found: str | bytes) -> None:
        file = ROOT / "tests" / "golden" / name
        content = found if isinstance(found, bytes) else found.encode()
        if request.config.getoption("--refresh-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        assert content.decode("utf-8") == file.read_bytes().decode("utf-8")

    return compare


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the path under which it will stand, and what the build printed."""

    folder: Path
    base: str
    output: str
    code: int = 0
    host: str = HOST

    @property
    def warnings(self) -> list[str]:
        return [
            line
            for line in self.output.splitlines()
            if line.startswith(("WARNING", "ERROR", "CRITICAL", "Aborted"))
        ]

    @property
    def address(self) -> str:
        return self.host + self.base

    def file(self, address: str) -> Path:
        """The file of a page."""
        return self.folder / address / "index.html"

    def addresses(self) -> list[str]:
        """The pages' addresses below the site's: `towers/stone/`; 404.html is none."""
        folders = (file.parent for file in self.folder.rglob("index.html"))
        names = (folder.relative_to(self.folder).as_posix() for folder in folders)
        return sorted(f"{name}/".removeprefix("./") for name in names)

    def page(self, address: str) -> lxml.html.HtmlElement:
        """A page as parsed HTML."""
        return parse_page(self.file(address))

    def article(self, address: str) -> lxml.html.HtmlElement:
        """The part of a page that is its text."""
        return self.page(address).find(".//article")


def parse_page(file: Path) -> lxml.html.HtmlElement:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return lxml.html.document_fromstring(file.read_bytes(), parser=parser)


BLOCKS = (
    "article|aside|caption|circle|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]"
    "|header|label|legend|li|nav|ol|p|path|pre|rect|section|summary|svg|table|t[rhd]|text|title|ul"
)


def as_lines(element: lxml.html.HtmlElement) -> str:
    """Its HTML for a golden file: each block begins a line.

    Without the forms to cite by, which are in tests/golden/citing.
    """
    for forms in element.xpath(".//details[@id='cite']"):
        forms.drop_tree()
    html = lxml.html.tostring(element, encoding="unicode", with_tail=False)
    lines = re.sub(rf" *(<({BLOCKS})[ >])", r"\n\1", re.sub("[ \t\n]+", " ", html))
    return f"{lines.strip()}\n"


def build_site(
    config: Path, folder: Path, base: str, host: str = HOST, strict: bool = True, **settings: str
) -> Site:
    """Build, strictly as `make build` does, for the address host + base.

    `settings` are more variables of the environment, such as REPO_URL.
    """
    env = {**os.environ, "SITE_URL": host + base, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    words = ["--strict" if strict else "--no-strict", "-f", str(config), "-d", str(folder)]
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *words],
        env=env | settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Site(folder, base, done.stdout + done.stderr, done.returncode, host)


def make(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a target with this Python in place of the one that `make setup` would set up."""
    command = ["make", "--no-print-directory", "--old-file=setup", f"PY={sys.executable}", *words]
    return subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def overlay_paper(root: Path, files: Mapping[str, str | bytes | None], paper: Path = PAPER) -> Path:
    """Copy a paper to `root` and lay files over it; None takes a file away."""
    shutil.copytree(paper, root, ignore=shutil.ignore_patterns(".cache"))
    for path, content in files.items():
        file = root / posixpath.normpath(path)
        if content is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    config = root / "mkdocs.yml"
    scripts = (ROOT / "scripts").as_posix().encode()
    config.write_bytes(config.read_bytes().replace(b"../../scripts", scripts))
    return root


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[[dict[str, str | bytes | None]], Path]:
    """`overlay({"docs/towers/oil.md": "…"})`: a copy of the made-up paper with these files."""
    return lambda files: overlay_paper(tmp_path / "paper", files)


@pytest.fixture
def edition() -> Callable[[Path], Edition]:
    """`edition(root)`: the edition in a folder."""
    return Edition.load


@pytest.fixture(scope="session")
def made_up() -> Edition:
    """The made-up paper as it stands."""
    return Edition.load(PAPER)


@pytest.fixture(scope="session")
def real() -> Edition:
    """The edition that this project publishes."""
    return Edition.load(ROOT)


@pytest.fixture(scope="session")
def once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Callable[[str, Callable[[Path], Site]], Site]:
    """`once("real", make)`:

    the site that `make(folder)` builds, once for all the processes that share the tests.
    """
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent  # the folder of one process is in the one of them all

    def site_of(name: str, make: Callable[[Path], Site]) -> Site:
        folder, record = shared / name, shared / f"{name}.json"
        with FileLock(shared / f"{name}.lock"):
            if not record.exists():
                site = make(folder)
                record.write_text(json.dumps([site.base, site.output, site.code, site.host]))
        return Site(folder, *json.loads(record.read_text()))

    return site_of


@pytest.fixture(scope="session")
def built(once) -> Site:
    """The made-up paper, built strictly for a sub-path."""
    config = PAPER / "mkdocs.yml"
    return once("made-up", lambda folder: build_site(config, folder, "/some-repo/"))


@pytest.fixture(scope="session")
def published(once) -> Site:
    """The edition that this project publishes, built strictly for a sub-path, with the address
    of a repository.
    """

    def make(folder: Path) -> Site:
        return build_site(
            ROOT / "mkdocs.yml",
            folder,
            "/some-repo/",
            LOCAL_HOST,
            REPO_URL=REPOSITORY,
            EDIT_URI="edit/main/docs/",
        )

    site = once("published", make)
    assert site.code == 0, site.output
    return site
