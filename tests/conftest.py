"""A home of its own for every test, and the program as a process in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import pytest
from support import proofs

ROOT = Path(__file__).parent.parent
Completed = subprocess.CompletedProcess[str]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the proofs be run in full size."""
    proofs.add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Tell the proofs their size."""
    proofs.configure(config)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, Any, Any]:
    """Note what a proof has tried."""
    return (yield from proofs.with_figures(item))


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Show the figures of the proofs."""
    proofs.show(terminalreporter, config)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment whose folders lie in a temporary place: a Monday morning, in English."""
    folders = {f"XDG_{name}_HOME": str(tmp_path / name.lower()) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
    return {
        "HOME": str(tmp_path),
        **folders,
        "LEADERCLI_NOW": "2026-03-02T08:00",
        "LEADERCLI_LANG": "en",
        "LANG": "C.UTF-8",
        "TMPDIR": str(tmp_path),
        "PATH": os.environ["PATH"],
    }


@pytest.fixture
def run(home: dict[str, str], tmp_path: Path) -> Callable[..., Completed]:
    """Run leadercli as a process: `run("add", "@lise ring", stdin="…", env={"LEADERCLI_LANG": "da"})`."""

    def start(*words: str, stdin: str | None = None, env: dict[str, str] | None = None) -> Completed:
        return subprocess.run(
            [sys.executable, "-m", "leadercli", *words],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            env={**home, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **(env or {})},
            check=False,
            timeout=60,
        )

    return start
