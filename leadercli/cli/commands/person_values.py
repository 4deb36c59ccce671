"""The options that say something about a person, and what was typed in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from leadercli.locale.texts import Texts


def person_options(texts: Texts) -> list[click.Parameter]:
    """Make the options that say something about a person."""
    helps = {
        "role": (texts.t("TEXT"), texts.t("What they do.")),
        "relation": (texts.t("WORD"), texts.t("What they are to you: employee, manager, representative or other.")),
        "cadence": (texts.t("RHYTHM"), texts.t("How often you talk: weekly, 2w, every 3 weeks, monthly, none.")),
        "minutes": (texts.t("LENGTH"), texts.t("How long a conversation is planned to be: 30, 45 min, 1 hour.")),
        "start": (texts.t("DATE"), texts.t("When they began.")),
        "birthday": (texts.t("DATE"), texts.t("Their birthday, with or without the year.")),
        "email": (texts.t("ADDRESS"), texts.t("Their e-mail address.")),
    }
    return [click.Option([f"--{name}"], metavar=metavar, help=help_) for name, (metavar, help_) in helps.items()]


def person_values(given: Mapping[str, str | None], today: date) -> dict[str, Any]:
    """Read the options that were given; "-" or nothing clears a value. Raises AppError for what is not understood."""
    from leadercli.words.person_values import read_value

    return {name: read_value(name, typed, today) for name, typed in given.items() if typed is not None}
