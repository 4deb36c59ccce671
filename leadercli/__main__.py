"""Start leadercli: the app when nothing is asked for, a command otherwise. Each loads only what it needs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leadercli.session import Session

INTERRUPTED = 130
"""The exit code after Ctrl+C that shells expect."""


def main() -> int:
    """Run leadercli with the words it was started with. Returns the exit code, or ends the process with it."""
    words = sys.argv[1:]
    code = start(words)
    if words and "textual" not in sys.modules:
        _leave(code)
    return code


def start(words: Sequence[str]) -> int:
    """Run a command, or the app when there are no words. Returns the exit code."""
    if words or "_LEADERCLI_COMPLETE" in os.environ:
        return _guarded(lambda: _command(words))
    return _guarded(_app)


def open_app(session: Session, person_id: str = "") -> int:
    """Open the app on Today, or on today's note about a person. Raises UsageError where there is no terminal."""
    from leadercli.session import need_terminal

    need_terminal()
    from leadercli.tui.app.start import run

    return run(session, person_id)


def _command(words: Sequence[str]) -> int:
    """Run a command. It lives too shortly for looking for garbage to pay."""
    from leadercli.cli.main import run

    gc.disable()
    try:
        return run(words, os.environ, open_app)
    finally:
        gc.enable()


def _app() -> int:
    """Open the app without loading the command line."""
    from leadercli.errors import AppError
    from leadercli.locale.texts import Texts
    from leadercli.session import begin, choose_language

    try:
        return open_app(begin(os.environ))
    except AppError as trouble:
        _say(trouble.sentence(Texts(choose_language(os.environ))))
        return trouble.code


def _guarded(run: Callable[[], int]) -> int:
    """Run, and turn Ctrl+C into silence and a fault of the program into a sentence without anyone's text in it."""
    try:
        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        from leadercli.errors import UNREADABLE
        from leadercli.locale.texts import Texts
        from leadercli.session import choose_language

        place = error.__traceback__
        while place and place.tb_next:
            place = place.tb_next
        texts = Texts(choose_language(os.environ))
        _say(
            texts.t(
                "leadercli has a fault, and stopped: {kind} in {module}, line {line}. "
                "What was saved before is safe. Please report it.",
                kind=type(error).__name__,
                module=place.tb_frame.f_globals.get("__name__", "?") if place else "?",
                line=place.tb_lineno if place else "?",
            )
        )
        return UNREADABLE


def _say(sentence: str) -> None:
    from leadercli.model.text import plain

    sys.stderr.write(plain(sentence) + "\n")


def _leave(code: int) -> None:
    """End the process at once. To take a journal of thousands of records apart first takes a tenth of a command's time.

    Everything is on disk, and nothing runs beside a command that has ended.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
