"""Start leadercli: the app when nothing is asked for, a command otherwise. Each loads only what it needs."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from leadercli.locale.mark import N_

if TYPE_CHECKING:
    from leadercli.session import Session


def main() -> int:
    """Run leadercli with the words it was started with. Returns the exit code."""
    words = sys.argv[1:]
    if words or "_LEADERCLI_COMPLETE" in os.environ:
        from leadercli.cli.root import run

        return run(words, os.environ)
    return _app(os.environ)


def _app(env: Mapping[str, str]) -> int:
    """Open the app without loading the command line."""
    from leadercli.locale.texts import Texts
    from leadercli.model.plain import plain
    from leadercli.session import begin, choose_language
    from leadercli.trouble import Trouble

    try:
        return open_app(begin(env))
    except Trouble as trouble:
        print(plain(trouble.sentence(Texts(choose_language(env)))), file=sys.stderr)  # noqa: T201
        return trouble.code
    except KeyboardInterrupt:
        return 130


def open_app(session: Session, person_id: str = "") -> int:
    """Open the app on Today, or on today's note about a person. Raises UsageTrouble where there is no terminal."""
    for name, stream in (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr)):
        if stream is None or not stream.isatty():
            from leadercli.trouble import UsageTrouble

            raise UsageTrouble(
                N_(
                    "leadercli opens in a terminal, but {stream} is not one. "
                    "`leadercli today` prints what waits; `leadercli --help` shows the other commands."
                ),
                stream=name,
            )
    from leadercli.tui.start import run

    return run(session, person_id) if person_id else run(session)


if __name__ == "__main__":
    sys.exit(main())
