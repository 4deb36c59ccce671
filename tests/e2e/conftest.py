"""The installed program: its wheel in an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support.terminals.terminal import Terminal

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and install it in a fresh environment. Returns the path of the `leadercli` command."""
    folder = tmp_path_factory.mktemp("installed")
    wheels = folder / "wheels"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(wheels), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    python = folder / "venv" / "bin" / "python"
    (wheel,) = wheels.glob("*.whl")
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", str(wheel)], check=True, capture_output=True)
    return python.with_name("leadercli")


@pytest.fixture(params=["da", "en"])
def env(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """An environment whose home is empty, on Monday 2 March 2026, in Danish and then in English."""
    return {
        "HOME": str(tmp_path),
        "PATH": os.environ["PATH"],
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "LEADERCLI_NOW": "2026-03-02T08:00:00",
        "LEADERCLI_LANG": request.param,
    }


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Open terminals that are closed when the test is over."""
    opened: list[Terminal] = []

    def start(argv: list[str], env: dict[str, str], columns: int = 80, lines: int = 24) -> Terminal:
        opened.append(Terminal(argv, env, tmp_path, columns, lines))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()
