"""Find and load the colour themes: ours, and the user's own, which win by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.theme import BUILTIN_THEMES, Theme

from leadercli.locale.texts import Texts
from leadercli.model.text import plain_line
from leadercli.tui.theme.theme_file import cannot_be_read, make_theme, read_bytes
from leadercli.tui.theme.values import ThemeError
from leadercli.tui.theme.variables import with_own_variables

DEFAULT_DARK = "fjord"
DEFAULT_LIGHT = "papir"


@dataclass(frozen=True, slots=True)
class BrokenTheme:
    """A theme file that was not used. `reason` is one or two whole sentences in the user's language."""

    path: Path
    reason: str

    def sentence(self, texts: Texts) -> str:
        """Say which file was left out and why."""
        return texts.t(
            "{file} is left out of the themes. {reason}", file=plain_line(self.path.name), reason=self.reason
        )


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes that can be used, by name in alphabetical order, and those that cannot."""

    loaded: dict[str, Theme]
    failed: tuple[BrokenTheme, ...]


@dataclass(frozen=True, slots=True)
class OneTheme:
    """The theme to use, and sentences about what was wrong on the way to it."""

    theme: Theme
    problems: tuple[str, ...]


def shipped_themes_folder(package: Path | None = None) -> Path:
    """Return the folder of our own themes: in the installed package, else beside it in the source tree."""
    here = package or Path(__file__).parent.parent.parent
    inside = here / "themes"
    return inside if inside.is_dir() else here.parent / "themes"


def load_themes(folders: Sequence[Path], texts: Texts) -> Themes:
    """Load every theme of the folders. A later folder wins by name, so the user's own comes last.

    Never raises: a folder that does not exist is empty, a file that cannot be used is reported.
    """
    loaded: dict[str, Theme] = {}
    failed: list[BrokenTheme] = []
    for folder in folders:
        first: dict[str, Path] = {}
        read = [(path, theme) for path in _files(folder, texts, failed) if (theme := _read(path, texts, failed))]
        for path, theme in sorted(read, key=lambda found: _rank(found[0], found[1].name)):
            if taken := first.get(theme.name):
                failed.append(BrokenTheme(path, _same_name(theme.name, taken, texts)))
            else:
                first[theme.name], loaded[theme.name] = path, theme
    return Themes(dict(sorted(loaded.items())), tuple(failed))


def load_theme(name: str, folders: Sequence[Path], texts: Texts) -> OneTheme:
    """Load the one theme that `load_themes` would give by this name, reading few files: for a quick start.

    Never raises: without such a theme it is our dark one, and the problems say so.
    """
    failed: list[BrokenTheme] = []
    theme = _find(name, folders, texts, failed)
    problems = tuple(broken.sentence(texts) for broken in failed)
    if theme:
        return OneTheme(theme, problems)
    theme = _find(DEFAULT_DARK, folders, texts, []) or with_own_variables(BUILTIN_THEMES["textual-dark"])
    told = texts.t("There is no theme called {name}. This is {other}.", name=plain_line(name), other=theme.name)
    return OneTheme(theme, (*problems, told))


def _find(name: str, folders: Sequence[Path], texts: Texts, failed: list[BrokenTheme]) -> Theme | None:
    for folder in reversed(folders):
        for path in sorted(_files(folder, texts, failed), key=lambda path: _rank(path, name)):
            theme = _read(path, texts, failed, name)
            if theme and theme.name == name:
                return theme
    return with_own_variables(BUILTIN_THEMES[name]) if name in BUILTIN_THEMES else None


def _rank(path: Path, name: str) -> tuple[bool, str]:
    """Order the files of a folder: of several with one theme name, the file of that name counts."""
    return path.stem != name, path.name


def _files(folder: Path, texts: Texts, failed: list[BrokenTheme]) -> list[Path]:
    try:
        return [
            path
            for path in folder.iterdir()
            if path.suffix.lower() in {".yaml", ".yml"} and not path.name.startswith(".") and path.is_file()
        ]
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        failed.append(BrokenTheme(folder, cannot_be_read(error, texts)))
        return []


def _read(path: Path, texts: Texts, failed: list[BrokenTheme], wanted: str = "") -> Theme | None:
    """Read a theme, or report it. A file that cannot hold the wanted name is not parsed."""
    try:
        data = read_bytes(path, texts)
        if wanted.encode(errors="replace") not in data and b"\\" not in data:
            return None
        return make_theme(data, texts)
    except ThemeError as error:
        failed.append(BrokenTheme(path, str(error)))
        return None


def _same_name(name: str, taken: Path, texts: Texts) -> str:
    return texts.t("{file} beside it is also called {name}.", file=plain_line(taken.name), name=name)
