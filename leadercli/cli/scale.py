"""`leadercli scale …`: the leader's own loads and resources."""

from __future__ import annotations

from collections.abc import Mapping

import click

from leadercli.cli.lazy import Entry, LazyGroup
from leadercli.cli.run import Run
from leadercli.locale import N_
from leadercli.locale.texts import Texts

COMMANDS: Mapping[str, Entry] = {
    "show": Entry("leadercli.cli.scale_show", N_("Show a week and how the weeks before it were"), "make_show"),
    "log": Entry("leadercli.cli.scale_log", N_("Weigh in: rate your loads and resources")),
}


def make(texts: Texts) -> click.Command:
    """Make the group."""
    return LazyGroup(
        "scale",
        texts,
        COMMANDS,
        texts.t("Your own loads and resources, week by week. Without a command it shows the latest week."),
        alone=_show,
    )


def _show(run: Run) -> None:
    from leadercli.cli.scale_show import show_week

    show_week(run, "", as_json=False)
