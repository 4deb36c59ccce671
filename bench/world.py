"""A temporary home: every measured process sees only this folder and a fixed environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from bench.data import TODAY


@dataclass(frozen=True, slots=True)
class World:
    """One folder on disk with HOME and the XDG folders inside."""

    root: Path

    def make(self) -> World:
        """Create the folders."""
        for name in ("home", "config", "state", "data", "cache", "tmp"):
            (self.root / name).mkdir(parents=True, exist_ok=True)
        return self

    @property
    def journal(self) -> Path:
        """Where leadercli's journal lies."""
        return self.root / "data" / "journal.json"

    def env(self, **more: str) -> dict[str, str]:
        """Return the whole environment of a measured process; of the caller's only PATH and TZ are kept."""
        kept = {name: os.environ[name] for name in ("PATH", "TZ") if name in os.environ}
        return {
            **kept,
            "HOME": str(self.root / "home"),
            "XDG_CONFIG_HOME": str(self.root / "config"),
            "XDG_STATE_HOME": str(self.root / "state"),
            "XDG_DATA_HOME": str(self.root / "data"),
            "XDG_CACHE_HOME": str(self.root / "cache"),
            "TMPDIR": str(self.root / "tmp"),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
            "LEADERCLI_JOURNAL": str(self.journal),
            "LEADERCLI_LANG": "en",
            "LEADERCLI_NOW": f"{TODAY.isoformat()}T08:00:00",
            **more,
        }
