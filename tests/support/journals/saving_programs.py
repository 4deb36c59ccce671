"""Start the programs of `saving_process.py`, or of another script like it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

SCRIPT = Path(__file__).with_name("saving_process.py")


@contextmanager
def started(
    kind: str, folder: Path, name: str, script: Path = SCRIPT, out: IO[str] | None = None
) -> Iterator[subprocess.Popen[str]]:
    """Start a program on a machine's folder, printing to a pipe or `out`; it is killed at the end, if it still runs."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, str(script), kind, str(folder), name]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=out or pipe, text=True, env=env) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: subprocess.Popen[str]) -> str:
    """Read the next line that a program prints; "" when it has ended."""
    assert process.stdout
    return process.stdout.readline().strip()


def go_on(process: subprocess.Popen[str]) -> None:
    """Let a program go on that waits for a line."""
    assert process.stdin
    process.stdin.write("\n")
    process.stdin.flush()
