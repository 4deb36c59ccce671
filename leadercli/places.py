"""Know where things lie, on each system: journal, config, state. All that differs between systems stands here."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from leadercli.errors import UsageError
from leadercli.locale import N_

NAME = "leadercli"


@dataclass(frozen=True, slots=True)
class Places:
    """`journal` is the file; `config` and `state` are folders. None of them need exist yet."""

    journal: Path
    config: Path
    state: Path

    @property
    def config_file(self) -> Path:
        """The file with the person's settings."""
        return self.config / "config.yaml"

    @property
    def journal_state(self) -> Path:
        """What this machine keeps about this journal: lock, drafts, change log."""
        real = os.path.realpath(self.journal)
        return self.state / "journals" / blake2b(os.fsencode(real), digest_size=8).hexdigest()

    @property
    def backups(self) -> Path:
        """Copies that were moved aside or kept."""
        return self.journal_state / "backups"

    @property
    def themes(self) -> Path:
        """The person's own themes."""
        return self.config / "themes"


def config_folder(env: Mapping[str, str]) -> Path:
    """Find the folder for settings: XDG on Linux, the system's own elsewhere."""
    return _folder(env, "XDG_CONFIG_HOME", ".config", "user_config_path")


def state_folder(env: Mapping[str, str]) -> Path:
    """Find the folder for what stays on this machine."""
    return _folder(env, "XDG_STATE_HOME", ".local/state", "user_state_path")


def data_folder(env: Mapping[str, str]) -> Path:
    """Find the folder for a journal that is not kept in a cloud folder."""
    return _folder(env, "XDG_DATA_HOME", ".local/share", "user_data_path")


def _folder(env: Mapping[str, str], variable: str, default: str, elsewhere: str) -> Path:
    if sys.platform in ("win32", "darwin"):
        import platformdirs

        found: Path = getattr(platformdirs, elsewhere)(NAME, appauthor=False)
        return found
    given = env.get(variable, "")
    base = Path(given) if given.startswith("/") else _home(env) / default
    return base / NAME


def _home(env: Mapping[str, str]) -> Path:
    if env.get("HOME"):
        return Path(env["HOME"]).absolute()
    try:
        return Path.home()
    except RuntimeError:
        raise UsageError(
            N_("Your home folder cannot be found, so leadercli does not know where things lie. Set HOME.")
        ) from None


def find_places(env: Mapping[str, str], journal: str | Path | None = None) -> Places:
    """Decide where everything lies. `journal` is what was named for this run or in the config, if anything."""
    named = str(journal) if journal else env.get("LEADERCLI_JOURNAL", "")
    path = _expand(named, env) if named else data_folder(env) / "journal.json"
    return Places(path, config_folder(env), state_folder(env))


def _expand(named: str, env: Mapping[str, str]) -> Path:
    if named == "~" or named.startswith("~/"):
        return _home(env) / named[2:]
    return Path(named).absolute()


def cloud_folders(env: Mapping[str, str]) -> list[Path]:
    """List the cloud folders that exist in the home folder, for the first run to offer."""
    home = _home(env)
    names = ["Dropbox", "OneDrive", "Nextcloud", "ownCloud", "Google Drive", "My Drive", "Sync", "Syncthing"]
    names += ["pCloudDrive", "Proton Drive", "Seafile", "Box", "Library/Mobile Documents/com~apple~CloudDocs"]
    found = [home / name for name in names if (home / name).is_dir()]
    return found + sorted(path for path in home.glob("OneDrive - *") if path.is_dir())
