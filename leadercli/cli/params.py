"""The parameters that several commands share."""

from __future__ import annotations

import click

from leadercli.cli.completion import complete_open, complete_people
from leadercli.locale.texts import Texts


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
