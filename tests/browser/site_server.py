"""Serves a built site on this machine under the path /some-repo/, as hosts of sites do."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from serve import HOST


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve_site(folder: Path, above: Path, name: str) -> Iterator[int]:
    """Serve `folder` as `name` below `above`, an empty folder; yields the port.

    An address that is not there is answered with the page 404.html.
    """
    (above / name).symlink_to(folder)
    missing = (folder / "404.html").read_text("utf-8").replace("%", "%%")
    handler = type("Handler", (_Quiet,), {"error_message_format": missing})
    server = ThreadingHTTPServer((HOST, 0), lambda *args: handler(*args, directory=str(above)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
