"""`leadercli export`: the journal for others to read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadercli.cli.params import person_option, private_flag
from leadercli.cli.run import Run
from leadercli.cli.safe_bytes import safe_json, safe_text
from leadercli.cli.spoken import Spoken
from leadercli.locale.mark import N_
from leadercli.locale.texts import Texts
from leadercli.trouble import UNREADABLE, Trouble

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal


class ExportTrouble(Trouble):
    """The file could not be written."""

    code = UNREADABLE


def make(texts: Texts) -> click.Command:
    """Make the command."""
    return Spoken(
        "export",
        texts,
        _run,
        texts.t(
            "Print the whole journal, or all that belongs to one person. What is only for you is left out unless "
            "--private asks for it; the output says which."
        ),
        [
            click.Option(
                ["--format", "form"],
                type=click.Choice(["json", "md"]),
                default="json",
                help=texts.t("JSON or Markdown."),
            ),
            person_option(texts, texts.t("Only what belongs to this person.")),
            private_flag(texts),
            click.Option(["-o", "--output"], metavar=texts.t("FILE"), help=texts.t("Write to this file instead.")),
        ],
    )


def _run(run: Run, form: str, person: str | None, private: bool, output: str | None) -> None:
    journal = run.reading()
    person_id = journal.people.named(person).id if person else ""
    text = _text(run, journal, form, person_id, private)
    if output and output != "-":
        _write(Path(output), safe_json(text) if form == "json" else safe_text(text))
        run.out.note(run.texts.t("Written: {path}", path=output))
    elif form == "json":
        run.out.json_text(text)
    else:
        run.out.text(text)


def _text(run: Run, journal: Journal, form: str, person_id: str, private: bool) -> str:
    if form == "json":
        from leadercli.exchange.export import export_json

        return export_json(journal, person_id=person_id, private=private)
    from leadercli.exchange.markdown import export_markdown

    return export_markdown(journal, run.texts, person_id=person_id, private=private)


def _write(path: Path, content: bytes) -> None:
    from leadercli.journal.files import save_whole

    try:
        save_whole(path, content)
    except OSError as error:
        raise ExportTrouble(
            N_("{path} could not be written: {reason}."), path=path, reason=error.strerror or str(error)
        ) from None
