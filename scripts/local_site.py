"""In: a folder, a path such as /some-repo/. Out: the edition built strictly for that path, and served there on this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"


def free_port(first: int = 0) -> int:
    """The first port from `first` on that nobody listens on; any free one for 0. OSError after 50 tries."""
    for port in range(first, first + 50) if first else [0]:
        with socket.socket() as probe:
            # As the server will: a port that a stopped server still lingers on is free.
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return probe.getsockname()[1]
    raise OSError(f"no free port from {first} to {first + 49}")


def build_site(root: Path, folder: Path, site_url: str, **settings: str) -> str:
    """Build the edition in `root` into `folder`, strictly; `settings` are such as REPO_URL. Returns what the build said.

    RuntimeError with it when the build failed.
    """
    surroundings = (
        os.environ
        | {"SITE_URL": site_url, "REPO_URL": "", "EDIT_URI": "", "NO_MKDOCS_2_WARNING": "1"}
        | settings
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command,
        cwd=root,
        env=surroundings,
        text=True,
        encoding="utf-8",
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the strict build failed:\n{done.stdout}")
    return done.stdout


class _UnderPath(SimpleHTTPRequestHandler):
    """Serves its folder under `prefix` and nothing but the page 404.html elsewhere, as a host of project sites does."""

    prefix = "/"

    def send_head(self):
        if not self.path.startswith(self.prefix):
            return self.send_error(404)
        self.path = "/" + self.path.removeprefix(self.prefix)
        return super().send_head()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        helpful = Path(self.directory, "404.html")
        if code != 404 or not helpful.is_file():
            return super().send_error(code, message, explain)
        page = helpful.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def send_header(self, keyword: str, value: str) -> None:
        # A folder without its slash is sent to itself with one: relative to the prefix taken off above.
        super().send_header(
            keyword,
            self.prefix.rstrip("/") + value
            if keyword == "Location" and value.startswith("/")
            else value,
        )

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that has gone to the next page hangs up: nothing to tell."""


@contextmanager
def serve_site(folder: Path, prefix: str, port: int) -> Iterator[str]:
    """Serve `folder` under `prefix`, which begins and ends with a slash, while the context lasts. Yields the address."""
    handler = type("Handler", (_UnderPath,), {"prefix": prefix})
    server = _Server((HOST, port), lambda *args: handler(*args, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
