"""Write the leader's weeks on the scale as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leadercli.exchange.markdown_person import heading

if TYPE_CHECKING:
    from leadercli.journal.journal import Journal
    from leadercli.locale.texts import Texts


def scale_part(journal: Journal, texts: Texts) -> Iterator[str]:
    """Write each week, the newest first: both levels, what fills most, what to turn down and up."""
    if not journal.table("weigh_ins"):
        return
    from leadercli.locale.scale_names import item_name
    from leadercli.model.figures import level
    from leadercli.model.scale.balance import weigh

    catalogue = journal.scale.catalogue()
    names = {item.id: item_name(item, texts) for item in catalogue}
    yield heading(1, texts.t("The scale")) + "\n"
    for week in reversed(journal.scale.weigh_ins()):
        found = weigh(week, catalogue)
        load, resource = level(found.load, texts.lang), level(found.resource, texts.lang)
        said = [texts.t("loads {load}, resources {resource}", load=load, resource=resource)]
        if week.note:
            said.append(week.note)
        if week.turn_down:
            said.append(texts.t("turn down: {item}", item=names.get(week.turn_down, week.turn_down)))
        if week.turn_up:
            said.append(texts.t("turn up: {item}", item=names.get(week.turn_up, week.turn_up)))
        yield f"- {week.week} · {' · '.join(said)}\n"
