"""Describe the machine and the versions that the figures belong to."""

from __future__ import annotations

import os
import platform
import shutil
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench import peers


def description(load: float) -> str:
    """Return a line on the machine and one on the versions, as Markdown; `load` was the load at the start."""
    packages = ", ".join(f"{name} {_installed(name)}" for name in ("textual", "tinydb", "orjson"))
    task = shutil.which("task")
    jrnl = peers.FOLDER / "venv" / "bin" / "jrnl"
    others = [peers.version(jrnl) if jrnl.exists() else "no jrnl"]
    others.append(f"Taskwarrior {peers.version(Path(task))}" if task else "no Taskwarrior")
    return (
        f"{date.today():%Y-%m-%d}, {_processor()}, {os.cpu_count()} cores, {_memory()}, "
        f"{platform.system()} {platform.release()}, load {load:.1f} at the start.  \n"
        f"Python {platform.python_version()}, {packages}, {', '.join(others)}."
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"
