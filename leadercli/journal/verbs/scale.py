"""The scale: weigh in, and keep one's own items."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from leadercli.errors import AppError
from leadercli.journal.file.codec import encoded, scale_item, weigh_in
from leadercli.journal.store.change import Change
from leadercli.journal.store.table import Table
from leadercli.journal.verbs.base import in_turn
from leadercli.locale import N_
from leadercli.model.ids import derived_id
from leadercli.model.merge.deletion import is_deleted
from leadercli.model.records import ME, Agreement, ScaleItem, Side, WeighIn
from leadercli.model.scale.items import catalogue, is_default, items
from leadercli.model.schema import MOVED, RATING, STEP

if TYPE_CHECKING:
    from leadercli.journal.store.store import Store
    from leadercli.journal.verbs.agreements import Agreements


Turned = Literal["turn_down", "turn_up"]
"""A side of the scale, as what is to be done about it."""
ANSWERS = ("note", "balance", "turn_down", "turn_up")


class Scale:
    """The leader's weeks on the scale, and the items they rate; a step that is agreed goes to `agreements`."""

    def __init__(self, store: Store, agreements: Agreements) -> None:
        self.store = store
        self._agreements = agreements
        self._weeks = Table(store, "weigh_ins", weigh_in)
        self._items = Table(store, "scale_items", scale_item)

    def weigh_ins(self) -> list[WeighIn]:
        """List all weeks, oldest first."""
        return sorted(self._weeks.all(), key=lambda one: one.week)

    def kept_items(self) -> tuple[ScaleItem, ...]:
        """List the items that the leader has changed or added: of the others there is no record."""
        return self._items.all()

    def items(self) -> tuple[ScaleItem, ...]:
        """List the items in use, loads first."""
        return items(self._items.all())

    def catalogue(self) -> tuple[ScaleItem, ...]:
        """List all items, retired ones too: past weeks are weighed with what they rated."""
        return catalogue(self._items.all())

    def week(self, week: str) -> WeighIn:
        """Find a week, or an empty one that is not in the journal yet or lies in the bin."""
        found = self._weeks.get(week_id(week))
        return found if found and found.deleted is None else WeighIn(week_id(week), week)

    def weigh_in(
        self,
        week: str,
        ratings: Mapping[str, int | None],
        *,
        steps: Mapping[str, str] | None = None,
        moved: Mapping[str, str] | None = None,
        **answers: str,
    ) -> WeighIn:
        """Write a week, or some of it: ratings 1–5 or None for not relevant; `note`, `balance`, `turn_down`, `turn_up`.

        `steps` names the own next step of a side ("turn_down", "turn_up"); `moved` answers whether an item moved.
        """
        for item, value in ratings.items():
            if value is not None and not 1 <= value <= 5:
                raise AppError(
                    N_("A rating is 1 to 5, or 0 for not relevant; {value} is neither."), value=value, item=item
                )
        given: dict[str, Any] = self._emptied(week) | {"week": week, "at": self.store.clock(), **answers}
        given |= {RATING + item: value or 0 for item, value in ratings.items()}
        given |= {STEP + side: id_ for side, id_ in (steps or {}).items()}
        given |= {MOVED + item: answer for item, answer in (moved or {}).items()}
        self.store.commit("weigh_in", week, Change("weigh_ins", week_id(week), encoded(given)))
        return self.week(week)

    def agree_step(
        self,
        week: str,
        side: Turned,
        text: str,
        *,
        person_id: str = "",
        owner: str = ME,
        due: date | None = None,
        private: bool = False,
    ) -> Agreement:
        """Agree the own next step of a side and name it in the week, as one commit. Raises AppError without a text."""
        with self.store.batch("agree", text):
            step = self._agreements.agree(text, person_id=person_id, owner=owner, due=due, private=private)
            self.weigh_in(week, {}, steps={side: step.id})
        return step

    def _emptied(self, week: str) -> dict[str, Any]:
        """Give the fields that take a week out of the bin without what it held there: its first commit was undone."""
        raw = self.store.table("weigh_ins").get(week_id(week), {})
        if not is_deleted(raw):
            return {}
        held = [name for name in raw if name in ANSWERS or name.startswith((RATING, STEP, MOVED))]
        return dict.fromkeys([*held, "deleted"])

    def unrate(self, week: str, item: str) -> None:
        """Take a rating back: the item is not rated that week."""
        self.store.commit("weigh_in", week, Change("weigh_ins", week_id(week), {RATING + item: None}))

    @in_turn
    def add_item(self, side: Side, name: str) -> ScaleItem:
        """Add an item of the leader's own."""
        name = " ".join(name.split())
        if not name:
            raise AppError(N_("An item needs a name."))
        id_ = self.store.fresh_id()
        order = 1 + max((one.order for one in self.items() if one.side == side), default=0)
        fields = {"side": side, "name": name, "order": order}
        self.store.commit("add_item", name, Change("scale_items", id_, fields))
        found = self._items.get(id_)
        assert found
        return found

    def rename_item(self, item: ScaleItem, name: str) -> None:
        """Give an item the leader's own wording; "" gives a default item its first name back."""
        name = " ".join(name.split())
        if not name and not is_default(item.id):
            raise AppError(N_("An item needs a name."))
        self._keep(item, "rename_item", {"name": name})

    def retire_item(self, item: ScaleItem) -> None:
        """Stop asking for an item; its history stays."""
        self._keep(item, "retire_item", {"retired": True})

    def restore_item(self, item: ScaleItem) -> None:
        """Ask for a retired item again."""
        self._keep(item, "restore_item", {"retired": False})

    @in_turn
    def _keep(self, item: ScaleItem, command: str, fields: dict[str, Any]) -> None:
        # A default item has no record until it is changed, and then only what the leader decided stands in it.
        first = {} if item.id in self.store.table("scale_items") else {"side": item.side}
        what = str(fields.get("name") or item.name or item.id)
        self.store.commit(command, what, Change("scale_items", item.id, first | fields))


def week_id(week: str) -> str:
    """Derive the id of a week's weigh-in, the same on every machine."""
    year, number = week.split("-W")
    return derived_id(date.fromisocalendar(int(year), int(number), 1), "weigh-in", week)
