"""The command line on 10,000 open agreements against Taskwarrior on the same 10,000."""

from __future__ import annotations

from bench import data, peers
from bench.journals import RECORDS, Journals
from bench.measure import Times, UnusableError, alternate
from bench.ours import timed
from bench.rows import Row

NEXT = ("next over 10,000 open agreements", "task next limit:0", 1.0)
ADD = ("add to 10,000 open agreements", "task add", 4.0)
TEXT = "Ring til HR om orlov"


def rows(journals: Journals) -> list[Row]:
    """Measure whole processes: `leadercli next`/`task next limit:0` and `leadercli add`/`task add`."""
    try:
        task = str(peers.taskwarrior())
    except UnusableError as trouble:
        missing = Times(trouble=str(trouble))
        return [Row(what, peer, Times(), missing, goal) for what, peer, goal in (NEXT, ADD)]
    ours, world = journals.promised, journals.world("task")
    env = world.env(**peers.fill_taskwarrior(world, data.open_promises(RECORDS)))
    listing = alternate(
        lambda: ours.time("next", holds=_all_lines),
        lambda: timed([task, "next", "limit:0"], env, world.root, _all_lines),
    )
    adding = alternate(
        lambda: ours.time("add", f"@vibeke {TEXT} fre"),
        lambda: timed([task, "add", TEXT, "project:Vibeke", "due:friday"], env, world.root),
    )
    return [Row(what, peer, *times, goal) for (what, peer, goal), times in ((NEXT, listing), (ADD, adding))]


def _all_lines(output: bytes) -> bool:
    return output.count(b"\n") >= RECORDS
