"""Runs a command and prints the peak memory, in MiB, of the largest process that it started.

Run by itself: Linux counts the memory of whoever starts a program as that program's own least
(getrusage(2)), and this process is small.
"""

from __future__ import annotations

import resource
import subprocess
import sys

# macOS counts bytes, Linux KiB.
UNIT = 2**20 if sys.platform == "darwin" else 2**10

if __name__ == "__main__":
    done = subprocess.run(sys.argv[1:], stdout=sys.stderr, check=False)
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / UNIT)
    sys.exit(done.returncode)
