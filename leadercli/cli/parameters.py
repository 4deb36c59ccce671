"""The parameters that several commands share, and what the shell completes of them: names and ids."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

import click

from leadercli.errors import AppError
from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from leadercli.cli.context import Context
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Person


def flag(name: str, help: str, *, dest: str = "") -> click.Option:
    """Make an option that is there or not."""
    return click.Option([name, *([dest] if dest else [])], is_flag=True, help=help)


def option(name: str, metavar: str, help: str) -> click.Option:
    """Make an option with a value; None when it is not given."""
    return click.Option([name], metavar=metavar, help=help)


def json_flag(texts: Texts) -> click.Option:
    """Make --json."""
    return flag("--json", texts.t("Print JSON."), dest="as_json")


def private_flag(texts: Texts) -> click.Option:
    """Make --private."""
    return flag("--private", texts.t("Take in what is only for you."))


def person_argument(texts: Texts) -> click.Argument:
    """Make the argument that names a person."""
    return click.Argument(["name"], metavar=texts.t("PERSON"), shell_complete=complete_people)


def person_option(texts: Texts, help: str) -> click.Option:
    """Make --person."""
    return click.Option(["--person"], metavar=texts.t("PERSON"), help=help, shell_complete=complete_people)


def words_argument(metavar: str, *, required: bool = True) -> click.Argument:
    """Make the argument that takes the rest of the line as text, quoted or not."""
    return click.Argument(["words"], metavar=metavar, nargs=-1, required=required)


def id_argument(texts: Texts) -> click.Argument:
    """Make the argument that names an agreement by its id."""
    return click.Argument(["id_"], metavar=texts.t("ID"), shell_complete=complete_open)


def ids_argument(texts: Texts) -> click.Argument:
    """Make the argument that names one or more agreements by their ids."""
    return click.Argument(["ids"], metavar=texts.t("ID"), nargs=-1, required=True, shell_complete=complete_open)


def complete_people(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offer people by what is typed of any part of their name, each by the shortest name that means them alone."""
    from click.shell_completion import CompletionItem

    from leadercli.model.text import fold

    journal = _journal(ctx)
    if journal is None:
        return []
    people = journal.people.here()
    wanted = fold(typed)
    found = [one for one in people if any(part.startswith(wanted) for part in _starts(fold(one.name)))]
    return [CompletionItem(_one_word(one, people), help=one.role or one.name) for one in found]


def complete_open(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offer the ids of open agreements with their texts."""
    from click.shell_completion import CompletionItem

    from leadercli.cli.record_lines import short_ids
    from leadercli.model.text import plain_line

    journal = _journal(ctx)
    if journal is None:
        return []
    short = short_ids(journal.agreements.ids())
    found = [one for one in journal.agreements.open() if short[one.id].startswith(typed)]
    return [CompletionItem(short[one.id], help=plain_line(one.text)) for one in found]


def complete_bin(ctx: click.Context, _: click.Parameter, typed: str) -> list[CompletionItem]:
    """Offer `restore`, and after it the ids of what lies in the bin with their texts."""
    from click.shell_completion import CompletionItem

    if not ctx.params.get("words"):
        return [CompletionItem("restore")] if "restore".startswith(typed) else []
    journal = _journal(ctx)
    if journal is None:
        return []
    from leadercli.cli.record_lines import short_ids
    from leadercli.journal.history.bin import binned
    from leadercli.model.text import plain_line

    found = binned(journal, ctx.obj.session.clock(), everything=True)
    short = short_ids([one.id for one in found])
    return [
        CompletionItem(short[one.id], help=plain_line(one.what)) for one in found if short[one.id].startswith(typed)
    ]


def _journal(ctx: click.Context) -> Journal | None:
    """Open the journal without a word, whatever is the matter with it."""
    run: Context = ctx.obj
    try:
        return run.looking()
    except (AppError, OSError):
        return None


def _starts(name: str) -> list[str]:
    """List what one may begin to type for a name: the whole, and each part."""
    whole = name.replace(" ", "_")
    return [name, whole, *name.split()]


def _one_word(person: Person, people: list[Person]) -> str:
    """Write a name so that no shell needs quotes: the first name where it is enough, else with low lines."""
    from leadercli.model.people.names import match_people
    from leadercli.model.text import plain_line

    first = person.name.split()[0]
    name = first if match_people(first, people) == (person,) else "_".join(person.name.split())
    return plain_line(name)


def typed_name(journal: Journal, person_id: str) -> str:
    """Give the first name where it means this person alone, else the whole name as a shell reads it."""
    name = plain_line(journal.people.name(person_id))
    first = name.split(" ")[0]
    try:
        alone = journal.people.named(first).id == person_id
    except AppError:
        alone = False
    return quote(first if alone else name)
