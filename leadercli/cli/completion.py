"""Complete the names of people and the ids of open agreements in the shell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from leadercli.errors import Trouble

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from leadercli.cli.run import Run
    from leadercli.journal.journal import Journal
    from leadercli.model.records import Person


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

    from leadercli.cli.short_ids import short_ids
    from leadercli.model.text import plain_line

    journal = _journal(ctx)
    if journal is None:
        return []
    short = short_ids(journal.table("agreements"))
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
    from leadercli.cli.short_ids import short_ids
    from leadercli.journal.history.bin import binned
    from leadercli.model.text import plain_line

    found = binned(journal, ctx.obj.session.clock(), everything=True)
    short = short_ids([one.id for one in found])
    return [
        CompletionItem(short[one.id], help=plain_line(one.what)) for one in found if short[one.id].startswith(typed)
    ]


def _journal(ctx: click.Context) -> Journal | None:
    """Open the journal without a word, whatever is the matter with it."""
    run: Run = ctx.obj
    try:
        return run.looking()
    except (Trouble, OSError):
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
