"""In: a workshop. Out: where the time of this machine's own builds goes: by group, by module, by package."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from .builds import COLD, Size, Workshop, attempt, say
from .contestants import Contestant, strict
from .measuring import Cost
from .own_time import THEME

OWN_TIME = Path(__file__).with_name("own_time.py")


@dataclass(frozen=True)
class Profile:
    """Seconds of one build's main thread by module (`edition/render/notes.py`) or package, and by the package that was at work."""

    size: Size
    state: str
    seconds: float
    parts: dict[str, float]
    packages: dict[str, float]

    @property
    def rule_groups(self) -> dict[str, float]:
        """Seconds by group, the longest first."""
        rule_groups: Counter[str] = Counter()
        for part, seconds in self.parts.items():
            rule_groups[room_of(part)] += seconds
        return dict(rule_groups.most_common())


def room_of(part: str) -> str:
    """The group of a module or template: `render`, `our templates`, `Material's templates`; a package is its own."""
    if part == THEME:
        return "Material's templates"
    if part.startswith("edition/"):
        return part.split("/")[1].removesuffix(".py")
    if part.startswith("theme/"):
        return "our templates"
    return "hooks" if part == "hooks.py" else part


def read_profile(size: Size, state: str, file: Path) -> Profile:
    """What own_time.py wrote."""
    found = json.loads(file.read_text("utf-8"))
    samples = sum(found["parts"].values()) or 1
    each = found["seconds"] / samples
    shares = [
        {name: count * each for name, count in Counter(found[kind]).most_common()}
        for kind in ("parts", "packages")
    ]
    return Profile(size, state, found["seconds"], *shares)


def profile(shop: Workshop, contestant: Contestant, state: str, limit: float) -> Profile | None:
    """Build once and watch; None where that failed."""
    root, site, file = shop.root(contestant), shop.folder / "site", shop.folder / "own-time.json"
    shutil.rmtree(site, ignore_errors=True)
    if state == COLD:
        shutil.rmtree(root / ".cache", ignore_errors=True)
    # As Python names the files: without symbolic links.
    command = [
        sys.executable,
        str(OWN_TIME),
        str(file),
        str(root.resolve() / "scripts"),
        *strict(root.resolve(), site)[3:],
    ]
    cost = attempt(command, shop.folder / "own-time.log", limit)
    say(
        f"  {shop.size}, where the time goes, {state}: {cost if isinstance(cost, str) else f'{cost.clock:.1f} s of clock'}"
    )
    return read_profile(shop.size, state, file) if isinstance(cost, Cost) else None
