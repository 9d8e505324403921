"""Print the path of a Chromium-like browser; install one first where that asks no question.

Order: BROWSER_PATH; a browser of the system; the one that the browser driver downloaded before;
then the system's package manager; last the driver's own download. Where there is none, it prints
nothing and exits 0, so that the browser tests are skipped, or 1 under CI=true.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Names of programs, then the files where macOS and Windows keep theirs.
PROGRAMS = (
    "chromium-headless-shell",  # the same pages in a third of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "$HOME/Applications/Chromium.app/Contents/MacOS/Chromium",
    "$HOME/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"${PROGRAMFILES}\Google\Chrome\Application\chrome.exe",
    r"${PROGRAMFILES(X86)}\Google\Chrome\Application\chrome.exe",
    r"${LOCALAPPDATA}\Google\Chrome\Application\chrome.exe",
    r"${PROGRAMFILES}\Microsoft\Edge\Application\msedge.exe",
    r"${PROGRAMFILES(X86)}\Microsoft\Edge\Application\msedge.exe",
)
NO_BROWSER = (
    "no browser, so the browser tests cannot run. Install Chromium, Chrome or Edge, "
    "or name one: make test BROWSER_PATH=/path/to/browser"
)
LAUNCH_FLAGS = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
)


def find_browser() -> str:
    """The path of a browser that starts, or ''. Installs nothing.

    BROWSER_PATH, where set, is the only candidate.
    """
    wish = os.environ.get("BROWSER_PATH")
    candidates = iter([wish]) if wish else _candidates()
    return next((path for path in candidates if _starts(path)), "")


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, map(os.path.expandvars, PROGRAMS)))
    yield from _downloaded()


def _downloaded() -> Iterator[str]:
    try:
        # Its start takes half a second: only where nothing else was found.
        from playwright.sync_api import sync_playwright
    except ImportError:
        return
    with sync_playwright() as driver:
        yield driver.chromium.executable_path


def _starts(path: str) -> bool:
    """Whether it is there and runs.

    Some systems ship a program of this name that only prints where to get the browser.
    """
    if not Path(path).is_file():
        return False
    if sys.platform == "win32":  # there the question opens a window
        return True
    return _run([path, "--version"])


def install_browser() -> str:
    """Try each way of installing that asks no question; returns the path of the browser, or ''."""
    for step in (_install_by_system, _install_by_driver):
        if step() and (path := find_browser()):
            return path
    return ""


def _install_by_system() -> bool:
    # Ubuntu's chromium is a stand-in for a store that a container does not have.
    if not shutil.which("apt-get") or _system_id() == "ubuntu" or (root := _as_root()) is None:
        return False
    _say("no browser found: installing one of Debian's")
    quietly = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*quietly, "install", "-y", "--no-install-recommends"]
    return _run([*quietly, "update"], 600) and any(
        _run([*install, package], 1200) for package in ("chromium-headless-shell", "chromium")
    )


def _install_by_driver() -> bool:
    _say("no browser found: downloading the browser driver's own")
    with_libraries = ["--with-deps"] if shutil.which("apt-get") and _as_root() is not None else []
    return _run([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"], 1200)


def _as_root() -> list[str] | None:
    """The words that run a command as root without a question; None where there are none."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and _run(["sudo", "-n", "true"]) else None


def _system_id() -> str:
    try:
        return platform.freedesktop_os_release().get("ID", "")
    except OSError:
        return ""


def _run(command: list[str], seconds: int = 60) -> bool:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _say(text: str) -> None:
    print(f"browser: {text}", file=sys.stderr, flush=True)


def main() -> int:
    path = find_browser()
    if not path and os.environ.get("BROWSER_PATH"):
        _say(
            f"BROWSER_PATH: {os.environ['BROWSER_PATH']!r} does not start. "
            "Name an executable of Chromium, Chrome or Edge, or unset it."
        )
        return 2
    path = path or install_browser()
    if path:
        print(path)
        return 0
    _say(NO_BROWSER)
    return 1 if os.environ.get("CI") == "true" else 0


if __name__ == "__main__":
    sys.exit(main())
