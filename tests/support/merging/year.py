"""A year of one leader on two machines: notes written bit by bit, mended the day after, and agreements that move on."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from leadercli.model.merge.law import merged_tables
from leadercli.model.merge.write import write_fields
from leadercli.model.schema import Raw

LINES_OF = {"meetings": ("text",)}
_SAID = (
    "ring kunden budget mødet aftale følge op på fredag med Lise om projektet og næste skridt fordi vi skal nå "
    "det inden ferien tak for sidst det gik godt"
)
_WORDS = _SAID.split()
Tables = dict[str, dict[str, Raw]]


class Machine:
    """One machine with its own copy of the journal; each day's run of the program has a writer of its own."""

    def __init__(self, random: Random) -> None:
        self.tables: Tables = {"meetings": {}, "agreements": {}}
        self._random = random
        self.restart()

    def restart(self) -> None:
        self._writer = "".join(self._random.choices("0123456789abcdefghjkmnpqrstvwxyz", k=10))
        self._count = 0

    def write(self, table: str, id_: str, **fields: Any) -> None:
        self._count += 1
        records = self.tables[table]
        dot = f"{self._writer}:{self._count}"
        records[id_] = write_fields(records.get(id_), fields, dot, lines=LINES_OF.get(table, ()))

    def take(self, other: Machine) -> None:
        self.tables, _ = merged_tables(self.tables, other.tables, LINES_OF)


def a_year(seed: int, weeks: int, people: int) -> Tables:
    """Live through a year, the machines exchanging their copies most evenings but not all."""
    random = Random(seed)
    machines = [Machine(random), Machine(random)]
    notes: list[str] = []
    for week in range(weeks):
        for who in range(people):
            machine = machines[random.random() < 0.3]
            machine.restart()
            id_ = f"26{week:02}{who:02}-abcdefghij"
            notes.append(id_)
            _hold(machine, random, id_, week)
            for _ in range(2):
                other = machines[random.random() < 0.5]
                other.restart()
                _mend(other, random, random.choice(notes[-3 * people :]))
            if random.random() < 0.7:
                machines[0].take(machines[1])
                machines[1].take(machines[0])
    machines[0].take(machines[1])
    return machines[0].tables


def plain(tables: Tables) -> Tables:
    """Take all marks away."""
    return {
        table: {id_: {name: value for name, value in raw.items() if name != "~"} for id_, raw in records.items()}
        for table, records in tables.items()
    }


def size(tables: Any) -> int:
    """Count the bytes of tables as they lie on disk."""
    return len(json.dumps(tables, ensure_ascii=False, separators=(",", ":")).encode())


def line(random: Random) -> str:
    """Make up a line of a note."""
    return " ".join(random.choices(_WORDS, k=random.randint(2, 14)))


def _hold(machine: Machine, random: Random, id_: str, week: int) -> None:
    text: list[str] = []
    machine.write("meetings", id_, person="250101-abcdefghij", day=f"2026-{week:02}", state="held", text="", used=0)
    for _ in range(random.randint(2, 6)):
        for _ in range(random.randint(1, 5)):
            text.insert(random.choice([len(text), len(text), len(text) // 2]), line(random))
        if random.random() < 0.4:
            at = random.randrange(len(text))
            text[at] += " " + random.choice(_WORDS)
        machine.write("meetings", id_, text="\n".join(text), used=random.randrange(3600))
    for number in range(3):
        own = {"person": "250101-abcdefghij", "owner": "me", "due": "2026-03-03", "state": "open", "meeting": id_}
        own |= {"line": "k3j5h7m2p9:4.2", "created": "2026-03-03T10:00:00", "text": line(random)}
        machine.write("agreements", f"{id_}{number}", **own, source=own["text"])


def _mend(machine: Machine, random: Random, id_: str) -> None:
    note = machine.tables["meetings"].get(id_)
    if note is None:
        return
    text = note["text"].split("\n")
    text[random.randrange(len(text))] += " " + random.choice(_WORDS)
    text.insert(random.randint(0, len(text)), line(random))
    if random.random() < 0.3:
        del text[random.randrange(len(text))]
    machine.write("meetings", id_, text="\n".join(text))
    chosen = f"{id_}{random.randrange(3)}"
    machine.write("agreements", chosen, due=f"2026-04-{random.randint(10, 28)}")
    machine.write("agreements", chosen, state="done", closed="2026-04-03T10:00:00")
