"""Speak one language: the translator that is passed to everything that shows text."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("da", "en")


class Texts:
    """Translate English source messages to one language.

    `t` takes a message, `n` a singular and a plural, `c` a context and a message. Named `{placeholders}` are
    filled in after translation, so a value is never mistaken for a message. The catalogue is read when the
    first message is asked for.
    """

    def __init__(self, lang: str) -> None:
        self.lang = lang if lang in LANGUAGES else "en"

    @cached_property
    def _catalogue(self) -> NullTranslations:
        import gettext

        folder = Path(__file__).parent
        return gettext.translation("leadercli", str(folder), [self.lang], fallback=True)

    def t(self, message: str, /, **values: object) -> str:
        """Translate a message and fill in its values."""
        found = message if self.lang == "en" or not message else self._catalogue.gettext(message)
        return found.format(**values) if values else found

    def n(self, one: str, many: str, count: int, /, **values: object) -> str:
        """Translate a message that depends on a count; `{count}` is filled in."""
        english = one if count == 1 else many
        found = english if self.lang == "en" else self._catalogue.ngettext(one, many, count)
        return found.format(count=count, **values)

    def c(self, context: str, message: str, /, **values: object) -> str:
        """Translate a message whose meaning depends on where it stands."""
        found = message if self.lang == "en" else self._catalogue.pgettext(context, message)
        return found.format(**values) if values else found
