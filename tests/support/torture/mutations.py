"""Ways in which a journal's bytes become others: broken disks, half downloads, editors, wrong programs."""

from __future__ import annotations

import codecs
import json
from collections.abc import Callable
from random import Random
from typing import Any

Mutation = Callable[[bytes, Random], bytes]
ODD: list[Any] = [None, True, 0, -1, 1.5, 2**63, "", "x", "2026-13-01", [], [1], {}, {"x": {}}, "\u202e", "\x1b[2J"]


def _cut(content: bytes, random: Random) -> bytes:
    return content[: random.randrange(len(content))]


def _gap(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] + content[at + random.choice([1, 7, 100, 512]) :]


def _zeros(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    size = random.choice([1, 16, 512, len(content)])
    return content[:at] + bytes(len(content[at : at + size])) + content[at + size :]


def _noise(content: bytes, random: Random) -> bytes:
    found = bytearray(content)
    for _ in range(random.choice([1, 1, 2, 30])):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _bit(content: bytes, random: Random) -> bytes:
    found = bytearray(content)
    found[random.randrange(len(found))] ^= 1 << random.randrange(8)
    return bytes(found)


def _twice(content: bytes, random: Random) -> bytes:
    return content + content[: random.choice([len(content), random.randrange(len(content))])]


def _tail_of_an_older_one(content: bytes, random: Random) -> bytes:
    """What a writer in place leaves that forgets to truncate."""
    return content + content[-random.randrange(1, 400) :]


def _interleaved(content: bytes, random: Random) -> bytes:
    at, other = sorted(random.randrange(len(content)) for _ in range(2))
    return content[:other] + content[at:]


def _encoded(content: bytes, random: Random) -> bytes:
    text = content.decode()
    name = random.choice(["utf-16", "utf-16-le", "utf-32", "latin-1", "cp865", "utf-8-sig", "cp037", "utf-7"])
    return text.encode(name, "replace")


def _mojibake(content: bytes, random: Random) -> bytes:
    return content.decode("latin-1").encode()


def _line_ends(content: bytes, random: Random) -> bytes:
    return content.replace(b"\n", random.choice([b"\r\n", b"\r", b"", b"\n\n"]))


def _lines_moved(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    line = lines.pop(at)
    for _ in range(random.choice([0, 1, 2])):
        lines.insert(random.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def _conflict_marks(content: bytes, random: Random) -> bytes:
    lines = content.split(b"\n")
    at = random.randrange(len(lines))
    lines[at : at + 1] = [b"<<<<<<< HEAD", lines[at], b"=======", lines[at], b">>>>>>> theirs"]
    return b"\n".join(lines)


def _pretty(content: bytes, random: Random) -> bytes:
    """What a text editor or a JSON tool makes of it: the same journal in other bytes."""
    indent = random.choice([None, 0, 2, 4])
    ascii_only = random.choice([True, False])
    return json.dumps(json.loads(content), indent=indent, ensure_ascii=ascii_only).encode()


def _odd_value(content: bytes, random: Random) -> bytes:
    """A value anywhere, of any kind, becomes another."""
    tables = json.loads(content)
    place: Any = tables
    while True:
        name = random.choice(sorted(place) if isinstance(place, dict) else range(len(place)))
        inner = place[name]
        if not isinstance(inner, dict | list) or not inner or random.random() < 0.15:
            break
        place = inner
    what = random.random()
    if what < 0.2 and isinstance(place, dict):
        del place[name]
    elif what < 0.3 and isinstance(place, dict):
        place[random.choice(["~", "deleted", "text", "x", "schema", "due", ""])] = inner
    else:
        place[name] = random.choice(ODD)
    return json.dumps(tables, ensure_ascii=False).encode()


def _other_json(content: bytes, random: Random) -> bytes:
    return random.choice(
        [b"null", b"[]", b"{}", b'"journal"', b"0", b"[" * 5000, b'{"a":' * 3000, b"NaN", b'{"journal": {"meta": {}}}']
    )


def _other_file(content: bytes, random: Random) -> bytes:
    bom = codecs.BOM_UTF8
    magic = [b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG\r\n", b"%PDF-1.7\n", b"<!doctype html>", bom, bytes(9)]
    return random.choice(magic) + random.randbytes(random.choice([0, 10, 2000]))


def _nothing(content: bytes, random: Random) -> bytes:
    return random.choice([b"", b" ", b"\n\n", b"\x00" * 4096, codecs.BOM_UTF8])


MUTATIONS: dict[str, Mutation] = {
    name.removeprefix("_").replace("_", " "): found
    for name, found in list(globals().items())
    if name.startswith("_") and getattr(found, "__module__", "") == __name__
}


def mutated(content: bytes, random: Random) -> tuple[str, bytes]:
    """Change a journal's bytes in one way, or in two. Returns what was done, and the bytes."""
    name = random.choice(sorted(MUTATIONS))
    found = MUTATIONS[name](content, random)
    if found and random.random() < 0.2:
        second = random.choice(["cut", "gap", "zeros", "noise", "bit", "twice"])
        return f"{name}, {second}", MUTATIONS[second](found, random)
    return name, found
