"""A server on this machine that answers well and badly, each way at a path of its own."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections import defaultdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HOST = "127.0.0.1"


class _Answer(BaseHTTPRequestHandler):
    """`/status/404` answers 404; `/to/301/<path>` redirects to a path; see also `do_GET`."""

    server: AwkwardServer

    def do_GET(self) -> None:
        times = self.server.asked[self.path]
        times.append(time.monotonic())
        match re.split("[/?]", self.path[1:], maxsplit=2):
            case ["to", code, target]:
                self._answer(int(code), Location=f"/{target}")
            case ["loop"]:
                self._answer(302, Location="/loop")
            case ["busy-once"] if len(times) == 1:
                self._answer(429, Retry_After="2")
            case ["busy-once"]:
                self._answer(200)
            case ["hang"]:
                time.sleep(60)
            case ["cut"]:
                self.connection.shutdown(socket.SHUT_RDWR)
            case ["status", code, *_]:
                self._answer(int(code))
            case _:
                self._answer(404)

    def _answer(self, code: int, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing: the tests read `asked`."""


class AwkwardServer(ThreadingHTTPServer):
    """Serves until `close`. `asked` has the times (monotonic seconds) at which a path was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__((HOST, 0), _Answer)
        self.asked: dict[str, list[float]] = defaultdict(list)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"http://{HOST}:{self.server_port}/{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Print nothing: clients leave such a server."""

    def close(self) -> None:
        self.shutdown()
        self.server_close()
