"""Make sure that there is a terminal before the app starts: without one it would hang."""

from __future__ import annotations

import sys

from leadercli.locale.mark import N_
from leadercli.trouble import UsageTrouble


def need_terminal() -> None:
    """Raise UsageTrouble unless stdin, stdout and stderr are terminals."""
    for name, stream in (("stdin", sys.stdin), ("stdout", sys.stdout), ("stderr", sys.stderr)):
        if stream is None or stream.closed or not stream.isatty():
            raise UsageTrouble(
                N_(
                    "leadercli opens in a terminal, but {stream} is not one. "
                    "`leadercli today` prints what waits; `leadercli --help` shows the other commands."
                ),
                stream=name,
            )
