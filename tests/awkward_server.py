"""In: nothing. Out: a server on this machine that answers well and badly, each way at a path of its own, and counts what it was asked."""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

HOST = "127.0.0.1"
LONGEST = 60.0
"""Seconds after which the endless answers end after all, should nobody hang up."""


class _Answer(BaseHTTPRequestHandler):
    """`/status/404` answers 404; `/to/301/<path>` leads to a path; the rest are the methods named `do_<path>` below."""

    protocol_version = "HTTP/1.1"
    server: AwkwardServer

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.server.asked[self.path].append(time.monotonic())
        self.close_connection = True
        kind, _, rest = self.path.strip("/").partition("/")
        {"status": self._status, "to": self._to}.get(kind, lambda _rest: self._special(kind))(rest)

    def _say(self, code: int, body: bytes = b"<p>answer</p>", **headers: str) -> None:
        self.send_response(code)
        for name, value in (
            {"content_type": "text/html", "content_length": str(len(body)), "connection": "close"}
            | headers
        ).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else body)

    def _status(self, code: str) -> None:
        self._say(int(re.split("[/?]", code)[0]))

    def _to(self, rest: str) -> None:
        code, _, target = rest.partition("/")
        self._say(int(code), location=target if target.startswith("http") else f"/{target}")

    def _special(self, kind: str) -> None:
        answers: dict[str, Callable[[], None]] = {
            "no-head": lambda: self._say(405 if self.command == "HEAD" else 200),
            "busy-once": self._busy_once,
            "loop": lambda: self._say(302, location="/loop"),
            "busy": lambda: self._say(429),
            "busy-for-long": lambda: self._say(429, retry_after="3600"),
            "ill-once": lambda: self._say(500 if len(self.server.asked[self.path]) == 1 else 200),
            "hang": lambda: self._until_hung_up(b""),
            "cut": lambda: self.connection.shutdown(socket.SHUT_RDWR),
            "cut-body": lambda: self._say(200, content_length="9999"),
            "garbage": lambda: self.wfile.write(b"\xff\xfe no HTTP\r\n\r\n"),
            "endless": self._endless,
            "not-gzip": lambda: self._say(200, b"plain", content_encoding="gzip"),
            "not-utf-8": lambda: self._say(
                200, b"<title>\xe9\xff\xfe</title>", content_type="text/html; charset=utf-8"
            ),
        }
        answers.get(kind, lambda: self._say(404))()

    def _busy_once(self) -> None:
        self._say(200) if len(self.server.asked[self.path]) > 1 else self._say(429, retry_after="2")

    def _endless(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        self._until_hung_up(b"<p>on and on</p>" * 4096)

    def _until_hung_up(self, chunk: bytes) -> None:
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and not self.server.closing.wait(0.01 if chunk else 0.1):
            try:
                self.connection.sendall(chunk)
            except OSError:
                return

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests ask for `asked`."""


class AwkwardServer(ThreadingHTTPServer):
    """Serves until `close`. `asked` has the times (monotonic seconds) at which each path was asked, retries included."""

    daemon_threads = True

    def __init__(self, certificate: trustme.LeafCert | None = None) -> None:
        super().__init__((HOST, 0), _Answer)
        self.asked: dict[str, list[float]] = defaultdict(list)
        self.closing = threading.Event()
        self.scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            self.socket = context.wrap_socket(
                self.socket, server_side=True, do_handshake_on_connect=False
            )
            self.scheme = "https"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def at(self, path: str) -> str:
        """The address of a path."""
        return f"{self.scheme}://{HOST}:{self.server_port}/{path}"

    @property
    def times_asked(self) -> int:
        return sum(len(times) for times in self.asked.values())

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: clients hang up on such a server."""

    def close(self) -> None:
        self.closing.set()
        self.shutdown()
        self.server_close()
