"""In: lychee's connections. Out: the same to public addresses, and none to private ones: a proxy on this machine.

lychee looks only at how an address is written. The guard looks names up itself and connects to what it has looked at, so that no
redirect, no name that stands for a private address and no name that changes between look and connection leads inside.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import threading
from contextlib import closing, suppress
from urllib.parse import urlsplit

HOST = "127.0.0.1"
_LONGEST_HEAD = 64 * 1024
_CHUNK = 64 * 1024


def is_open(address: str, allow_loopback: bool = False) -> bool:
    """Whether anybody on the internet can reach the IP `address`; what carries another inside is judged by that one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    return (ip.is_global and not ip.is_multicast) or (allow_loopback and ip.is_loopback)


def plain_host(host: str) -> str:
    """A host in one spelling: an IPv6 address has several."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return host.lower().rstrip(".")


class Guard:
    """A context manager: the proxy runs inside it. `refused` holds the hosts that turned out to be private."""

    def __init__(self, allow_loopback: bool = False) -> None:
        self._allow_loopback = allow_loopback
        self._loop = asyncio.new_event_loop()
        self._server: asyncio.Server | None = None
        self.refused: set[str] = set()

    def __enter__(self) -> Guard:
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        starting = asyncio.start_server(self._serve, HOST, 0, limit=_LONGEST_HEAD)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result()
        return self

    @property
    def proxy(self) -> str:
        port = self._server.sockets[0].getsockname()[1] if self._server else 0
        return f"http://{HOST}:{port}"

    def __exit__(self, *_error: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    async def _close(self) -> None:
        if self._server:
            self._server.close()
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(
            OSError,
            ValueError,
            asyncio.IncompleteReadError,
            asyncio.LimitOverrunError,
            asyncio.CancelledError,
        ):
            method, target, head = _split((await reader.readuntil(b"\r\n\r\n")).decode("latin-1"))
            parts = urlsplit(f"//{target}" if method == "CONNECT" else target)
            upstream, onward = await self._connect(parts.hostname or "", parts.port or 80)
            with closing(onward):
                if method == "CONNECT":
                    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
                    await _first_of(_pour(reader, onward), _pour(upstream, writer))
                else:
                    # One request a connection: a second one might be meant for another host.
                    path = parts._replace(
                        scheme="", netloc="", fragment="", path=parts.path or "/"
                    ).geturl()
                    onward.write(
                        f"{method} {path} HTTP/1.1\r\nconnection: close\r\n{head}".encode("latin-1")
                    )
                    await _first_of(_pour(upstream, writer), reader.read(1))
        writer.close()

    async def _connect(
        self, host: str, port: int
    ) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """OSError where the host is private, unknown or silent."""
        known = await self._loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        numbers = list(dict.fromkeys(entry[4][0] for entry in known))
        if not all(is_open(number, self._allow_loopback) for number in numbers):
            self.refused.add(plain_host(host))
            raise OSError(f"{host} is private")
        for number in numbers[:-1]:
            with suppress(OSError):
                return await asyncio.open_connection(number, port)
        return await asyncio.open_connection(numbers[-1], port)


def _split(request: str) -> tuple[str, str, str]:
    """The method, the target, and the other lines without those meant for the proxy."""
    first, _, rest = request.partition("\r\n")
    method, target, _version = first.split(" ", 2)
    lines = [
        line
        for line in rest.split("\r\n")
        if not line.lower().startswith(("proxy-", "connection:", "keep-alive:"))
    ]
    return method, target, "\r\n".join(lines)


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while chunk := await reader.read(_CHUNK):
            writer.write(chunk)
            await writer.drain()


async def _first_of(*ways) -> None:
    """Wait until one side has hung up, then end the other too."""
    tasks = [asyncio.ensure_future(way) for way in ways]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
