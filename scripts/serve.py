"""Shows an edition on this machine and builds it again after every edit: `serve.py [PORT [DIR]]`.

Runs `mkdocs serve`, without its strict mode: whoever is writing has warnings all the time.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

HOST = "127.0.0.1"
ROOT = Path(__file__).resolve().parent.parent
HIGHEST_PORT = 65535


class WrongUsage(Exception):
    """The message for somebody who has mistyped an argument."""


def free_port(first: int = 0) -> int:
    """The first port from `first` on that nobody listens on; any free one for 0.

    OSError after 50 tries.
    """
    for port in range(first, first + 50) if first else [0]:
        with socket.socket() as probe:
            # As the server will: a port that a stopped server still lingers on is free.
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise OSError(f"no free port from {first} to {first + 49}")


def port_from(text: str) -> int:
    """Return the number of the port. Raises WrongUsage for a text that is none."""
    if not text.isdecimal() or not 0 < int(text) <= HIGHEST_PORT:
        raise WrongUsage(f"'{text}' is not a port: use a number from 1 to {HIGHEST_PORT}.")
    return int(text)


def serve(root: Path, wanted: int) -> int:
    """Serve the edition at the first free port from `wanted` on. Returns the exit code."""
    if not (root / "mkdocs.yml").is_file():
        raise WrongUsage(f"There is no edition in '{root}': it has no mkdocs.yml.")
    try:
        port = free_port(wanted)
    except (OSError, OverflowError):
        raise WrongUsage(f"No port from {wanted} on is free: choose another one.") from None
    if port != wanted:
        print(f"Port {wanted} is taken: using {port}.", flush=True)
    address = f"{HOST}:{port}"
    print(f"The edition will be at http://{address}/ in a moment. Stop it with Ctrl-C.", flush=True)
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", address]
    return subprocess.run(command, cwd=root, check=False).returncode


def main(arguments: list[str]) -> int:
    port = arguments[0] if arguments else "8000"
    root = Path(arguments[1]) if len(arguments) > 1 else ROOT
    try:
        return serve(root, port_from(port))
    except WrongUsage as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
