"""In: a wished port, the folder of another paper. Out: the edition on this machine, built anew at every edit, warnings or not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from local_site import HOST, free_port

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    wished = int(arguments[0]) if arguments and arguments[0].isdecimal() else 8000
    root = Path(arguments[1]) if len(arguments) > 1 else ROOT
    if not (root / "mkdocs.yml").is_file():
        print(f"There is no edition in '{root}': it has no mkdocs.yml.", file=sys.stderr)
        return 2
    port = free_port(wished)
    if port != wished:
        print(f"Port {wished} is taken: using {port}.", flush=True)
    print(
        f"The edition will be at http://{HOST}:{port}/ in a moment. Stop it with Ctrl-C.",
        flush=True,
    )
    try:
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "serve",
                "--no-strict",
                "--dev-addr",
                f"{HOST}:{port}",
            ],
            cwd=root,
            check=False,
        ).returncode
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
