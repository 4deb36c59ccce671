"""leadercli as the bench runs it: the installed command, on one journal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from bench.measure import UnusableError, command
from bench.world import World

ROOT = Path(__file__).parent.parent


class Leadercli:
    """leadercli on the journal of one world. `trouble` says why it cannot be measured, if it cannot."""

    def __init__(self, world: World, trouble: str = "") -> None:
        self.world = world
        self.trouble = trouble

    @property
    def argv(self) -> list[str]:
        """The command: the script installed beside this Python, or the module; raises UnusableError."""
        if self.trouble:
            raise UnusableError(self.trouble)
        if not (ROOT / "leadercli" / "__main__.py").exists():
            raise UnusableError("not there yet")
        script = Path(sys.executable).with_name("leadercli")
        return [str(script)] if script.exists() else [sys.executable, "-m", "leadercli"]

    @property
    def env(self) -> dict[str, str]:
        """The environment; leadercli is found in this tree where it is not installed."""
        return self.world.env(PYTHONPATH=str(ROOT))

    def time(self, *words: str, holds: Callable[[bytes], bool] = lambda _: True) -> float:
        """Run one command and check what it printed. Returns seconds; raises UnusableError."""
        return timed([*self.argv, *words], self.env, self.world.root, holds)


def timed(argv: list[str], env: dict[str, str], cwd: Path, holds: Callable[[bytes], bool] = lambda _: True) -> float:
    """Run a program and check that it did the work. Returns seconds; raises UnusableError."""
    taken, output = command(argv, env, cwd)
    if not holds(output):
        raise UnusableError(f"printed something else: {output[:80]!r}")
    return taken
