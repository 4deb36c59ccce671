"""Gather what one run of the program needs: places, settings, language, clock, a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from leadercli.config import Config, ConfigError, read_config
from leadercli.errors import UsageError
from leadercli.locale import N_
from leadercli.locale.texts import LANGUAGES, Texts
from leadercli.places import Places, config_folder, find_places


@dataclass(frozen=True, slots=True)
class Session:
    """One run. `config_trouble` is set when settings could not be read and were left out."""

    env: Mapping[str, str]
    places: Places
    config: Config
    texts: Texts
    clock: Clock
    config_trouble: ConfigError | None = None


def begin(env: Mapping[str, str], *, journal: str | None = None, lang: str | None = None) -> Session:
    """Find places, settings, language and clock. Raises UsageError for a bad LEADERCLI_NOW."""
    trouble = None
    try:
        config = read_config(config_folder(env) / "config.yaml")
    except ConfigError as error:
        config, trouble = error.understood, error
    named = journal or env.get("LEADERCLI_JOURNAL") or config.journal or None
    texts = Texts(choose_language(env, lang, config.language))
    return Session(env, find_places(env, named), config, texts, clock_from(env), trouble)


def choose_language(env: Mapping[str, str], lang: str | None = None, configured: str = "") -> str:
    """Choose Danish or English: what was asked for, then LEADERCLI_LANG, the settings, the system's language."""
    for asked in (lang or "", env.get("LEADERCLI_LANG", ""), configured):
        if asked.lower()[:2] in LANGUAGES:
            return asked.lower()[:2]
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if env.get(variable):
            return "da" if env[variable].lower().startswith("da") else "en"
    return "en"


Clock = Callable[[], datetime]
"""Gives local wall time without zone. Only for dates and times that people see; waiting uses the monotonic clock."""


def clock_from(env: Mapping[str, str]) -> Clock:
    """Choose the clock: the machine's, or the fixed moment in `LEADERCLI_NOW`. Raises UsageError for a bad one."""
    pretended = env.get("LEADERCLI_NOW", "")
    if not pretended:
        return lambda: datetime.now().replace(microsecond=0)
    try:
        moment = datetime.fromisoformat(pretended).replace(tzinfo=None, microsecond=0)
    except ValueError:
        moment = None
    # Dates are counted years back and ahead, and what lies beyond cannot be counted with.
    if moment is None or not 1900 <= moment.year <= 2999:
        raise UsageError(
            N_("LEADERCLI_NOW is “{value}”, which is not an ISO date and time such as 2026-03-02T08:00."),
            value=pretended,
        )
    return lambda: moment


def need_terminal() -> None:
    """Raise UsageError unless stdin, stdout and stderr are terminals."""
    for name, stream in (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr)):
        if stream is None or stream.closed or not stream.isatty():
            raise UsageError(
                N_(
                    "leadercli opens in a terminal, but {stream} is not one. "
                    "`leadercli today` prints what waits; `leadercli --help` shows the other commands."
                ),
                stream=name,
            )
