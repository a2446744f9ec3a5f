"""Way worth: what each way of dealing with an invitation is worth in many rows, as `outcome.ways` has it for one."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import numpy as np
from attrs import define

from ..errors import is_number, short
from ..model.bounds import Bounds
from ..outcome.analysis.questions import LOST, MESSAGE
from ..outcome.ways import CALL_SHOWS, CALL_TIME, COLDER, CONSENT, KEEPS, LESS_SOCIAL, ROLE, TINY
from ..scoring.arrays import ARRAYS
from ..scoring.preparation import PREPARATION
from .cells import NO, YES, Bools, Codes, Floats
from .conditional_net import ConditionalNet
from .row_calls import row_means
from .row_values import RowValues

__all__ = ["WayWorth", "message_cost", "way_worth"]

_arrays: Any = ARRAYS  # its functions are declared for floats


@define(eq=False)
class WayWorth:
    """What the ways are worth in some rows.

    Args:
        names: The ways, sorted by name.
        asks: Whether each begins with a message to them.
        hours: The expected hours of each, of shape (rows, ways); −∞ where it is not open.
    """

    names: tuple[str, ...]
    asks: Bools
    hours: Floats

    def best(self) -> Codes:
        """Return the place of the best way in each row, of equals the first by name."""
        return np.asarray(np.argmax(self.hours, axis=1))

    def of_rows(self, where: Bools) -> WayWorth:
        """Return what they are worth in some of the rows."""
        return WayWorth(self.names, self.asks, self.hours[where])


def message_cost(values: RowValues) -> Floats:
    """Return what a message to them takes in each row, hours: half an hour, weighed by how full the week is."""
    if values.reads("pressure"):
        return MESSAGE * row_means(values["pressure"])
    said = values.said("pressure")
    if said is None:
        return np.full(1, MESSAGE)
    return np.asarray(MESSAGE * np.where(said.known & (said.low == said.high), said.low, 1.0))


def way_worth(conditional: ConditionalNet, asking_cost: float) -> WayWorth:
    """Work out what each way of dealing with the invitation is worth in some rows.

    Args:
        conditional: The net value of the rows.
        asking_cost: What asking a question costs, hours; ∞ asks nothing.
    """
    ways = _Ways(conditional)
    ways.going()
    ways.of_plugins(asks=not math.isinf(asking_cost))
    if not math.isinf(asking_cost):
        ways.asking_first()
        ways.by_video()
        ways.later()
    return ways.worth()


class _Ways:
    """The ways that are open in some rows, collected one after the other."""

    def __init__(self, conditional: ConditionalNet) -> None:
        self._conditional, self._values = conditional, conditional.values
        self._net = np.broadcast_to(conditional.net.mean, self._values.size)
        self._plain = np.maximum(self._net, 0.0)
        self._message = message_cost(self._values)
        self._is_talk: Bools = self._values.labels("stage") != "screen"
        self._found: dict[str, tuple[bool, Floats]] = {}

    def worth(self) -> WayWorth:
        """Return what the collected ways are worth."""
        names = sorted(self._found)
        hours = np.column_stack([self._found[name][1] for name in names])
        return WayWorth(tuple(names), np.array([self._found[name][0] for name in names]), hours)

    def going(self) -> None:
        """Decline, go with the best preparation, or go as planned."""
        self._add("decline", np.zeros(1), asks=False)
        self._add("attend", self._net, asks=False)
        planned = self._values.said(PREPARATION)
        if planned is not None and planned.known.any():
            changed = self._values.holding(PREPARATION, (planned.low + planned.high) / 2)
            self._add("as_planned", self._conditional.expected(changed), planned.known, asks=False)

    def asking_first(self) -> None:
        """Ask the one thing on which the doubt hangs, or ask for a short call, which settles some of it."""
        said = self._values.said("hinge")
        hinge = np.zeros(1) if said is None else np.where(said.known, (said.low + said.high) / 2, 0.0)
        if (hinge > 0).any():
            self._add("ask_one_thing", self._after_asking(hinge, self._message), hinge > 0)
        if self._is_talk.any():
            shown, cost = hinge + (1 - hinge) * CALL_SHOWS, self._message + CALL_TIME * self._message / MESSAGE
            self._add("short_call", self._after_asking(shown, cost), self._is_talk)

    def _after_asking(self, hinge: Floats, cost: Floats) -> Floats:
        """Return what it is worth to ask first what settles a share of the doubt, hours.

        With chance d the answer rules the job out. Neither the overall chance of a yes nor the expected prize changes.
        """
        values, conditional = self._values, self._conditional
        if not values.reads("would_accept"):
            return (1 - LOST) * self._plain - cost
        accept, most = values["would_accept"], values.plan.known["would_accept"].bounds.high
        ruled_out = hinge[:, None] * (1 - accept)
        spread = {"surplus": values["surplus"] / (1 - ruled_out + TINY)} if values.reads("surplus") else {}
        good = values.replaced({"would_accept": np.minimum(accept / (1 - ruled_out + TINY), most)})
        bad = values.replaced({"would_accept": np.zeros((1, 1))})
        yes = conditional.expected_times(1 - ruled_out, good, {ROLE: values.replaced(spread)} if spread else {})
        no = conditional.expected_times(ruled_out, bad)
        return (1 - LOST) * (np.maximum(yes, 0.0) + np.maximum(no, 0.0)) - cost

    def by_video(self) -> None:
        """Ask for a video meeting, which saves the way, and in which one is seen less warmly."""
        is_open = self._is_talk & (self._values.labels("remote") != "yes")
        if is_open.any():
            changes: dict[str, Callable[[Floats], Floats]] = {
                "travel": np.zeros_like,
                "expenses": np.zeros_like,
                "sociability": lambda sociability: LESS_SOCIAL * sociability,
            }
            alone = {ROLE: self._changed({**changes, "offer_chance": _colder})}
            net = self._conditional.expected(self._changed(changes), alone)
            agreed = CONSENT * np.maximum(net, 0.0) + (1 - CONSENT) * self._plain
            self._add("video", (1 - LOST) * agreed - self._message, is_open)

    def later(self) -> None:
        """Ask for a date on which the hours cost no more than ordinary ones."""
        if (given := self._values.known("pressure")).any():
            net = self._conditional.expected(self._changed({"pressure": lambda pressure: np.minimum(pressure, 1.0)}))
            self._add("later", KEEPS * net - self._message, given)

    def of_plugins(self, *, asks: bool) -> None:
        """Go in a way that a plugin has added; it is not open in a row in which it cannot be valued.

        Args:
            asks: Whether ways that begin with a message are open at all.
        """
        for way in self._values.plan.ways:
            if way.asks and not asks:
                continue
            read = [name for name in way.changes if self._values.reads(name)]
            bounds = {name: self._values.plan.known[name].bounds for name in read}
            changed = self._changed({name: _of_plugin(way.changes[name], bounds[name]) for name in read})
            agreed = (
                way.consent * np.maximum(self._conditional.expected(changed), 0.0) + (1 - way.consent) * self._plain
            )
            failed = [np.isnan(changed[name]).any(axis=1) for name in read]
            self._add(way.name, agreed - way.cost, ~np.any(np.broadcast_arrays(NO, *failed), axis=0), asks=way.asks)

    def _changed(self, changes: Mapping[str, Callable[[Floats], Floats]]) -> RowValues:
        """Return the values with those quantities changed that are read."""
        values = self._values
        return values.replaced({name: change(values[name]) for name, change in changes.items() if values.reads(name)})

    def _add(self, name: str, hours: Floats, is_open: Bools = YES, *, asks: bool = True) -> None:
        self._found[name] = asks, np.broadcast_to(np.where(is_open, hours, -np.inf), self._values.size)


def _colder(offer_chance: Floats) -> Floats:
    """Return the chance of an offer after a meeting by video."""
    return np.asarray(_arrays.logistic(_arrays.logit(offer_chance) + COLDER))


def _of_plugin(change: Callable[[float], float], bounds: Bounds) -> Callable[[Floats], Floats]:
    """Return a function of a plugin, which takes one float, as one of arrays, with NaN in rows in which it fails."""

    def within(value: float) -> float:
        other = change(value)
        if not is_number(other) or not math.isfinite(other):
            raise ValueError(f"{short(other)} is no finite number")
        return bounds.cut(float(other))

    def of_rows(values: Floats) -> Floats:
        changed = np.full(values.shape, np.nan)
        for row, numbers in enumerate(values.tolist()):
            # A plugin's function may raise anything; the other ways are open all the same.
            with suppress(Exception):
                changed[row] = list(map(within, numbers))
        return changed

    return of_rows
