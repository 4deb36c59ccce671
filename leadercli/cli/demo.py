"""`leadercli demo`: the app on a sample journal in a temporary folder."""

from __future__ import annotations

import click

from leadercli.cli.params import flag
from leadercli.cli.run import Run
from leadercli.cli.spoken import Spoken
from leadercli.locale.texts import Texts
from leadercli.session import need_terminal


def make_demo(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "demo",
        texts,
        _demo,
        texts.t(
            "Open the app on a sample journal: a year of a team of eight. It lies in a temporary folder that goes "
            "away when you leave; your own journal is not touched."
        ),
        [flag("--keep", texts.t("Do not open the app: print where the sample journal lies, and leave it there."))],
    )


def _demo(run: Run, keep: bool) -> None:
    from leadercli.demo.make import demo_session

    if keep:
        run.out.text(str(demo_session(run.session).places.journal))
        return
    import shutil

    need_terminal()
    session = demo_session(run.session)
    try:
        code = run.open_app(session, "")
    finally:
        shutil.rmtree(session.places.journal.parent, ignore_errors=True)
    raise click.exceptions.Exit(code)
