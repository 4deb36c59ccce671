"""Gather what one run of the program needs: places, settings, language, clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leadercli.clock import Clock, clock_from
from leadercli.config import Config, ConfigTrouble, read_config
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
    config_trouble: ConfigTrouble | None = None


def begin(env: Mapping[str, str], *, journal: str | None = None, lang: str | None = None) -> Session:
    """Find places, settings, language and clock. Raises UsageTrouble for a bad LEADERCLI_NOW."""
    trouble = None
    try:
        config = read_config(config_folder(env) / "config.yaml")
    except ConfigTrouble as error:
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
