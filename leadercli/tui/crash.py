"""Say in one sentence that the program failed, and keep a report without anything the person wrote."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING

from leadercli.atomic_write import private_folder, save_whole

if TYPE_CHECKING:
    from leadercli.session import Session


def report(error: BaseException, session: Session) -> str:
    """Write the report, 0600: kinds of errors, files and lines, but no values. Returns the sentence to show."""
    lines = [f"leadercli {session.clock():%Y-%m-%d %H:%M}"]
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__name__)
        lines += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(seen.__traceback__)
        ]
        seen = seen.__cause__ or seen.__context__
    path = session.places.state / "crash.txt"
    try:
        private_folder(path.parent)
        save_whole(path, "\n".join(lines).encode())
    except OSError:
        return session.texts.t(
            "leadercli failed ({kind}). What you typed is kept as a draft.", kind=type(error).__name__
        )
    return session.texts.t(
        "leadercli failed ({kind}). What you typed is kept as a draft. A report without your text lies in {path}.",
        kind=type(error).__name__,
        path=path,
    )
