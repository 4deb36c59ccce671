"""Read the person's settings from `config.yaml`: language, theme, journal, keys."""

from __future__ import annotations

import reprlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from leadercli.errors import AppError
from leadercli.locale import N_

FIELDS = ("language", "theme", "journal", "keys")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings; "" means "not said". `keys` maps binding ids to keys, such as {"steps.done": "x,space"}."""

    language: str = ""
    theme: str = ""
    journal: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)


class ConfigError(AppError):
    """The config cannot be used as it stands. `understood` is what can be used of it all the same."""

    def __init__(self, message: str, *, understood: Config = Config(), **values: object) -> None:
        super().__init__(message, **values)
        self.understood = understood


def read_config(path: Path) -> Config:
    """Read the settings; a missing file means none. Raises ConfigError naming file, place and reason."""
    return _understand(path, _parse(path, _read(path)))


def write_config(path: Path, changes: Mapping[str, str]) -> None:
    """Change some settings and keep the others, with their comments. Raises OSError and ConfigError."""
    import yaml

    from leadercli.atomic_write import private_folder, save_whole

    text = _read(path)
    wanted = {**_parse(path, text), **changes}
    written = _edited(text, changes)
    try:
        kept = yaml.safe_load(written) == wanted
    except (yaml.YAMLError, ValueError):
        kept = False
    if not kept:
        written = yaml.safe_dump(wanted, allow_unicode=True, sort_keys=False)
    private_folder(path.parent)
    save_whole(path, written.encode())


def _edited(text: str, changes: Mapping[str, str]) -> str:
    """Put settings in the text of a config, each in its own line. Values of several lines come out wrong."""
    import re

    import yaml

    for name, value in changes.items():
        line = yaml.safe_dump({name: value}, allow_unicode=True, width=10_000)
        present = re.search(rf"^{name}[ ]*:.*\n?", text, re.MULTILINE)
        if present:
            text = text[: present.start()] + line + text[present.end() :]
        else:
            text += ("\n" if text and not text.endswith("\n") else "") + line
    return text


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        reason = error.strerror or str(error)
    except UnicodeDecodeError:
        reason = "UTF-8"
    raise ConfigError(N_("The settings in {path} could not be read: {reason}."), path=path, reason=reason)


def _parse(path: Path, text: str) -> Mapping[str, object]:
    if not text:
        return {}
    import yaml

    try:
        found = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigError(
            N_("The settings in {path} are not valid YAML, line {line}: {reason}. Mend or remove the file."),
            path=path,
            line=_line(text, error),
            reason=getattr(error, "problem", None) or getattr(error, "reason", None) or error,
        ) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ConfigError(N_("The settings in {path} must be lines such as “language: da”."), path=path)
    return found


def _line(text: str, error: Exception) -> object:
    mark, position = getattr(error, "problem_mark", None), getattr(error, "position", None)
    if mark is not None:
        return mark.line + 1
    return "?" if position is None else text.count("\n", 0, position) + 1


def _understand(path: Path, found: Mapping[str, object]) -> Config:
    """Read what can be used. Raises ConfigError, with that, for the first setting that cannot."""
    good = {name: value for name, value in found.items() if value is None or _is_good(name, value)}
    keys = good.get("keys") or {}
    assert isinstance(keys, dict)
    config = Config(
        language=str(good.get("language") or ""),
        theme=str(good.get("theme") or ""),
        journal=str(good.get("journal") or ""),
        keys={str(id_): str(key) for id_, key in keys.items()},
    )
    for name, value in found.items():
        if name not in FIELDS:
            raise ConfigError(
                N_("The settings in {path} name “{name}”, which is not a setting. There are: {known}."),
                understood=config,
                path=path,
                name=name,
                known=", ".join(FIELDS),
            )
        if name not in good:
            raise ConfigError(
                N_("The setting “{name}” in {path} has a value that cannot be used: {value}."),
                understood=config,
                path=path,
                name=name,
                value=reprlib.repr(value),
            )
    return config


def _is_good(name: object, value: object) -> bool:
    if name != "keys":
        return isinstance(value, str)
    # A number is a key as well: `today: 1`. YAML reads yes, no, on and off as true and false, which are none.
    return isinstance(value, dict) and all(type(key) in (str, int) for key in value.values())
