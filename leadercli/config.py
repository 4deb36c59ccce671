"""Read the person's settings from `config.yaml`: language, theme, journal, keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leadercli.locale.mark import N_
from leadercli.trouble import Trouble

FIELDS = ("language", "theme", "journal", "keys")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings; "" means "not said". `keys` maps binding ids to keys, such as {"steps.done": "x,space"}."""

    language: str = ""
    theme: str = ""
    journal: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


class ConfigTrouble(Trouble):
    """The config cannot be used as it stands."""


def read_config(path: Path) -> Config:
    """Read the settings; a missing file means none. Raises ConfigTrouble naming file, place and reason."""
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigTrouble(
            N_("The settings in {path} could not be read: {reason}."), path=path, reason=_reason(error)
        ) from None
    return _understand(path, _parse(path, text))


def _parse(path: Path, text: str) -> Mapping[str, object]:
    import yaml

    try:
        found = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise ConfigTrouble(
            N_("The settings in {path} are not valid YAML, line {line}: {reason}. Mend or remove the file."),
            path=path,
            line=mark.line + 1 if mark else "?",
            reason=getattr(error, "problem", None) or "?",
        ) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ConfigTrouble(N_("The settings in {path} must be lines such as “language: da”."), path=path)
    return found


def _understand(path: Path, found: Mapping[str, object]) -> Config:
    for name, value in found.items():
        if name not in FIELDS:
            raise ConfigTrouble(
                N_("The settings in {path} name “{name}”, which is not a setting. There are: {known}."),
                path=path,
                name=name,
                known=", ".join(FIELDS),
            )
        good = isinstance(value, dict) if name == "keys" else isinstance(value, str)
        if not good and value is not None:
            raise ConfigTrouble(
                N_("The setting “{name}” in {path} has a value that cannot be used: {value}."),
                path=path,
                name=name,
                value=value,
            )
    keys = found.get("keys") or {}
    assert isinstance(keys, dict)
    return Config(
        language=str(found.get("language") or ""),
        theme=str(found.get("theme") or ""),
        journal=str(found.get("journal") or ""),
        keys={str(id_): str(key) for id_, key in keys.items()},
    )


def write_config(path: Path, changes: Mapping[str, str]) -> None:
    """Change some settings and keep the others. Raises ConfigTrouble when the present file cannot be read."""
    import yaml

    from leadercli.journal.files import save_whole

    try:
        present = dict(_parse(path, path.read_text("utf-8")))
    except FileNotFoundError:
        present = {}
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    written = yaml.safe_dump({**present, **changes}, allow_unicode=True, sort_keys=False)
    save_whole(path, written.encode())


def _reason(error: OSError | UnicodeDecodeError) -> str:
    return (error.strerror or str(error)) if isinstance(error, OSError) else "UTF-8"
