"""`leadercli export`, `import` and `merge`: the journal out, notes in, copies together."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from leadercli.cli.command import TranslatedCommand
from leadercli.cli.context import Context
from leadercli.cli.output import safe_json, safe_text
from leadercli.cli.parameters import flag, json_flag, person_option, private_flag
from leadercli.errors import UNREADABLE, AppError, JournalError
from leadercli.locale import N_
from leadercli.locale.texts import Texts
from leadercli.words.today import raise_words

if TYPE_CHECKING:
    from click.types import OptionHelpExtra

    from leadercli.exchange.note_pieces import Imported
    from leadercli.journal.journal import Journal


class ExportError(AppError):
    """The file could not be written."""

    code = UNREADABLE


def make_export(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "export",
        texts,
        _export,
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


def _export(run: Context, form: str, person: str | None, private: bool, output: str | None) -> None:
    journal = run.reading()
    person_id = journal.people.named(person).id if person else ""
    pieces = _pieces(run, journal, form, person_id, private)
    if output and output != "-":
        _write(Path(output), b"".join(pieces))
        run.out.note(run.texts.t("Written: {path}", path=output))
    else:
        run.out.safe(pieces)


def _pieces(run: Context, journal: Journal, form: str, person_id: str, private: bool) -> Iterator[bytes]:
    if form == "json":
        from leadercli.exchange.export import export_json

        yield safe_json(export_json(journal, person_id=person_id, private=private))
    else:
        from leadercli.exchange.markdown import markdown_parts

        yield from map(safe_text, markdown_parts(journal, run.texts, person_id=person_id, private=private))


def _write(path: Path, content: bytes) -> None:
    from leadercli.atomic_write import save_whole

    try:
        save_whole(path, content)
    except OSError as error:
        raise ExportError(
            N_("{path} could not be written: {reason}."), path=path, reason=error.strerror or str(error)
        ) from None


class NeededOption(click.Option):
    """An option that must be given. Its help says so itself, in the person's language, instead of click."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        """Leave out click's English word for it."""
        extra = super().get_help_extra(ctx)
        extra.pop("required", None)
        return extra


def make_import(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "import",
        texts,
        _import,
        texts.t(
            "Bring in notes as one change: jsonl has a line of JSON for each note, with “at”, “person” and “text”; "
            "jrnl is what `jrnl --format json` prints; md is a folder of Markdown files. Marked lines become "
            "agreements and the rest, as of that day. What was brought in before is not brought in again."
        ),
        [
            NeededOption(
                ["--format", "form"],
                type=click.Choice(["jsonl", "jrnl", "md"]),
                required=True,
                help=texts.t("What is read; always needed."),
            ),
            click.Argument(["source"], metavar=texts.t("FILE|-")),
            json_flag(texts),
        ],
    )


def _import(run: Context, form: str, source: str, as_json: bool) -> None:
    from leadercli.exchange.import_notes import import_file
    from leadercli.exchange.note_pieces import OWN

    found = _source(form, source)
    imported = import_file(run.writing(), form, found, own=run.texts.t(OWN[0]))
    if as_json:
        run.out.json(_imported_json(imported, run.texts))
    else:
        run.out.text(_imported_words(imported, run.texts))
        for one in imported.skipped:
            run.out.note(f"{one.place}: {one.why.sentence(run.texts)}")
    if imported.meetings or imported.people_added:
        run.hint_undo()


def _source(form: str, source: str) -> str | Path:
    """Read stdin for "-"; otherwise name the file or folder, which must be there. Raises AppError."""
    if source == "-" and form != "md":
        return sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    path = Path(source)
    if not path.exists():
        raise AppError(N_("There is no file {path}."), path=path)
    return path


def _imported_words(imported: Imported, texts: Texts) -> str:
    parts = [texts.n("{count} note", "{count} notes", imported.meetings)]
    if imported.people_added:
        parts.append(texts.n("{count} new person", "{count} new people", len(imported.people_added)))
    if imported.agreements:
        parts.append(texts.n("{count} agreement", "{count} agreements", imported.agreements))
    if imported.inbox:
        parts.append(raise_words(imported.inbox, texts))
    if imported.feedback:
        parts.append(texts.n("{count} feedback", "{count} feedback", imported.feedback))
    if imported.skipped:
        parts.append(texts.n("{count} left out", "{count} left out", len(imported.skipped)))
    return texts.t("Imported: {what}", what=" · ".join(parts))


def _imported_json(imported: Imported, texts: Texts) -> dict[str, object]:
    return {
        "people_added": list(imported.people_added),
        "meetings": imported.meetings,
        "agreements": imported.agreements,
        "inbox": imported.inbox,
        "feedback": imported.feedback,
        "skipped": [{"place": one.place, "why": one.why.sentence(texts)} for one in imported.skipped],
    }


def make_merge(texts: Texts) -> click.Command:
    """Make the command."""
    return TranslatedCommand(
        "merge",
        texts,
        _merge,
        texts.t(
            "Take in what other copies of the journal hold; the files stay as they are. Copies that lie beside the "
            "journal are found and merged without this command."
        ),
        [
            click.Argument(["files"], metavar=f"{texts.t('FILE')}…", nargs=-1, required=True),
            flag("--other", texts.t("Take in another journal too: everyone and everything in it."), dest="of_another"),
            json_flag(texts),
        ],
    )


def _merge(run: Context, files: tuple[str, ...], of_another: bool, as_json: bool) -> None:
    contents = [(name, _content(name)) for name in files]
    run.changing()
    merged = [(name, _merged(run, name, content, of_another)) for name, content in contents]
    if as_json:
        run.out.json([{"file": name, "changes": count} for name, count in merged])
    else:
        run.out.lines(_merged_line(run.texts, name, count) for name, count in merged)
    if any(count for _, count in merged):
        run.out.note(run.texts.t("Nothing was written over. The journal as it was before: leadercli backups"))


def _content(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise AppError(
            N_("{path} could not be read: {reason}. Nothing was merged."),
            path=name,
            reason=error.strerror or str(error),
        ) from None


def _merged(run: Context, name: str, content: bytes, of_another: bool) -> int:
    journal = run.changing()
    try:
        return journal.merge(name, content, of_another=of_another)
    except JournalError as trouble:
        if trouble.values.get("path") == name:  # it is the file that is amiss, not the journal
            trouble.code = AppError.code
        raise


def _merged_line(texts: Texts, name: str, count: int) -> str:
    if not count:
        return texts.t("{file}: nothing new, all of it is in the journal.", file=name)
    return texts.n("{file}: {count} change came in.", "{file}: {count} changes came in.", count, file=name)
