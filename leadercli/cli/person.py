"""`leadercli person …`: one person at a time."""

from __future__ import annotations

from collections.abc import Mapping

import click

from leadercli.cli.lazy import Entry, LazyGroup
from leadercli.locale import N_
from leadercli.locale.texts import Texts

COMMANDS: Mapping[str, Entry] = {
    "add": Entry("leadercli.cli.person_add", N_("Add someone you talk with"), "make_add"),
    "show": Entry("leadercli.cli.person_show", N_("Show what there is about a person"), "make_show"),
    "edit": Entry("leadercli.cli.person_edit", N_("Change what is known of a person"), "make_edit"),
    "pause": Entry("leadercli.cli.person_state", N_("Let a person's rhythm rest, for leave or the like"), "make_pause"),
    "resume": Entry("leadercli.cli.person_state", N_("Take up a paused or archived person again"), "make_resume"),
    "leave": Entry("leadercli.cli.person_state", N_("Archive a person who leaves: kept, no longer due"), "make_leave"),
}


def make(texts: Texts) -> click.Command:
    """Make the group."""
    return LazyGroup("person", texts, COMMANDS, texts.t("Add, show, edit, pause or archive a person."))
