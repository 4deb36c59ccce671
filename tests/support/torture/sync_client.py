"""A sync client as they are: it brings versions, makes conflict copies, drops losers, and is caught in the middle.

The cloud has one version of each file at a time and remembers the older ones. A client knows which version its
machine last had; what differs from it was written here, and is uploaded. When the cloud has moved on too, there is
a conflict, and the client does one of the things that real ones do. Half of a download, an empty placeholder and a
missing file are never uploaded: the client knows its own work.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from support.torture.provider_names import ALL

PART = ".journal.json.part"


@dataclass
class Cloud:
    """What the provider holds: the version that counts, and all that ever did."""

    versions: list[bytes]
    random: Random
    done: Counter[str] = field(default_factory=Counter)

    @property
    def head(self) -> bytes:
        return self.versions[-1]


class Client:
    """The provider's program on one machine."""

    def __init__(self, cloud: Cloud, path: Path) -> None:
        self.cloud = cloud
        self.path = path
        self.had = cloud.head
        self.unfinished = False
        self.others: list[Client] = []

    def act(self) -> None:
        """Do one thing: finish what is half done, sync, or let something happen to the file."""
        random = self.cloud.random
        happens = random.choice([self._sync] * 8 + [self._truncate, self._delete, self._rename_away, self._go_back])
        self._finish() if self.unfinished and random.random() < 0.7 else happens()

    def settle(self) -> None:
        """Leave a whole file where there is none: the last download comes through."""
        if self.unfinished or not self.path.exists():
            self._finish()

    def _note(self, what: str) -> None:
        self.cloud.done[what] += 1

    def _sync(self) -> None:
        try:
            here = self.path.read_bytes()
        except FileNotFoundError:
            return self._finish()
        if self.unfinished:
            # Only the program can have put a whole file there meanwhile: that is a change made here.
            if not here.endswith(b"}\n") or here == self.had:
                return None
            self.unfinished = False
        if here == self.had:
            return self._download() if self.cloud.head != here else None
        if self.cloud.head == self.had or self.cloud.head == here:
            return self._upload(here)
        conflict = [self._conflict_copy, self._conflict_copy, self._drop_mine, self._drop_theirs]
        return self.cloud.random.choice(conflict)(here)

    def _upload(self, here: bytes) -> None:
        self.had = here
        if here != self.cloud.head:
            self.cloud.versions.append(here)
            self._note("uploads")

    def _download(self) -> None:
        self._replace(self.cloud.head)
        self._note("downloads")

    def _conflict_copy(self, here: bytes) -> None:
        """Keep both: mine goes aside under the provider's name, on this machine or on all."""
        aside = self._free_name()
        with suppress(FileNotFoundError):
            os.replace(self.path, aside)
        self._replace(self.cloud.head)
        if self.cloud.random.random() < 0.5:
            for other in self.others:
                other.receive(here)
        self._note("conflict copies")

    def _drop_mine(self, here: bytes) -> None:
        self._replace(self.cloud.head)
        self._note("dropped without a trace")

    def _drop_theirs(self, here: bytes) -> None:
        self._upload(here)
        self._note("dropped without a trace")

    def receive(self, content: bytes) -> None:
        """Bring a conflict copy that another machine has uploaded."""
        part = self.path.with_name(PART)
        part.write_bytes(content)
        part.replace(self._free_name())

    def _free_name(self) -> Path:
        there = {path.name for path in self.path.parent.iterdir()}
        return self.path.with_name(self.cloud.random.choice([name for name in ALL if name not in there]))

    def _go_back(self) -> None:
        """Somebody restores an older version at the provider's site; it counts as a new one."""
        self.cloud.versions.append(self.cloud.random.choice(self.cloud.versions[-20:]))
        self._download()
        self._note("restored older versions")

    def _truncate(self) -> None:
        """Begin a download in place, or leave a placeholder: the file is empty, or cut, or ends in zeros."""
        with suppress(FileNotFoundError):
            size = self.path.stat().st_size
            length = self.cloud.random.choice([0, 0, size // 2, self.cloud.random.randint(0, size)])
            os.truncate(self.path, length)
            if self.cloud.random.random() < 0.3:
                os.truncate(self.path, size)
            self.unfinished = True
            self._note("truncations")

    def _delete(self) -> None:
        self.path.unlink(missing_ok=True)
        self.unfinished = True
        self._note("deletions")

    def _rename_away(self) -> None:
        with suppress(FileNotFoundError):
            os.replace(self.path, self._free_name())
            self.unfinished = True
            self._note("renames away")

    def _finish(self) -> None:
        self._replace(self.cloud.head)
        self._note("re-creations")

    def _replace(self, content: bytes) -> None:
        """Put a version in place: beside it first, as most do, or straight into the file, as some do."""
        if self.cloud.random.random() < 0.8:
            part = self.path.with_name(PART)
            part.write_bytes(content)
            part.replace(self.path)
        else:
            with self.path.open("wb") as file:
                file.write(content[: len(content) // 2])
                file.flush()
                file.write(content[len(content) // 2 :])
        self.had = content
        self.unfinished = False
