"""In: a wished port. Out: the edition on this machine, built anew at every edit. Not strict: an author sees the page, warnings or not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from local_site import HOST, free_port

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    wished = int(arguments[0]) if arguments and arguments[0].isdecimal() else 8000
    port = free_port(wished)
    if port != wished:
        print(f"Port {wished} is taken: using {port}.", flush=True)
    print(f"The edition will be at http://{HOST}:{port}/ in a moment. Stop it with Ctrl-C.", flush=True)
    try:
        return subprocess.run([sys.executable, "-m", "mkdocs", "serve", "--no-strict", "--dev-addr", f"{HOST}:{port}"], cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
