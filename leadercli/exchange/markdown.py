"""Write the journal as Markdown that reads well as it stands: each person, the newest note first, and the scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadercli.exchange.leaving import OF_A_PERSON, leaving
from leadercli.exchange.markdown_person import PersonPart, Rows, heading
from leadercli.exchange.markdown_scale import scale_part

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts


def export_markdown(journal: Journal, texts: Texts, *, person_id: str = "", private: bool = False) -> str:
    """Write everything, or what belongs to one person. The first line says whether private lines are there."""
    return "".join(markdown_parts(journal, texts, person_id=person_id, private=private))


def markdown_parts(journal: Journal, texts: Texts, *, person_id: str = "", private: bool = False) -> Iterator[str]:
    """Write the same part by part, whole lines each, so that a large journal is never there twice."""
    people = dict(leaving(journal, "people", person_id=person_id, private=private))
    found: dict[str, dict[str, Rows]] = defaultdict(lambda: defaultdict(list))
    for table in OF_A_PERSON:
        for id_, raw in leaving(journal, table, person_id=person_id, private=private):
            found[person_id or raw.get("person", "")][table].append((id_, raw))
    yield (texts.t("Private lines are included.") if private else texts.t("Private lines are left out.")) + "\n"
    person = PersonPart(texts, {id_: str(raw.get("name", "")) for id_, raw in journal.table("people").items()})
    for id_ in sorted(people, key=lambda id_: (str(people[id_].get("name", "")).casefold(), id_)):
        yield "".join(person.write(people[id_], found.pop(id_, {})))
    if found:
        rest: dict[str, Rows] = {
            table: [one for its in found.values() for one in its.get(table, ())] for table in OF_A_PERSON
        }
        yield heading(1, texts.t("Without a person"))
        yield "".join(person.write_records(rest))
    if not person_id:
        yield "".join(scale_part(journal, texts))
