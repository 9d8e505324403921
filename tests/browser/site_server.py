"""Serves a built site on this machine under a path such as /some-repo/, as hosts of sites do."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

from serve import HOST


class _UnderPath(SimpleHTTPRequestHandler):
    """Serves its folder under `prefix`, and elsewhere the page 404.html, as hosts of sites do."""

    prefix = "/"

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        if not self.path.startswith(self.prefix):
            self.send_error(404)
            return None
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
        # A folder without its slash is redirected to its address with one, below the prefix.
        if keyword == "Location" and value.startswith("/"):
            value = self.prefix.rstrip("/") + value
        super().send_header(keyword, value)

    def log_message(self, *_: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that has gone to the next page hangs up: nothing to report."""


@contextmanager
def serve_site(folder: Path, prefix: str, port: int) -> Iterator[str]:
    """Serve `folder` under `prefix`, which begins and ends with a slash; yields the address."""
    handler = type("Handler", (_UnderPath,), {"prefix": prefix})
    server = _Server((HOST, port), lambda *args: handler(*args, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://{HOST}:{port}{prefix}"
    finally:
        server.shutdown()
        server.server_close()
