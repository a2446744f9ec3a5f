"""Ways: how one may deal with the invitation, each in hours on the same draws, the best first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeAlias

from attrs import evolve

from ..display.language import mark
from ..errors import cause, is_number, short
from ..scoring.hours import Hours, mean_of
from ..scoring.ops import FLOATS
from ..scoring.preparation import PREPARATION
from ..scoring.way import Way
from .analysis.conditional import Conditional
from .analysis.questions import LOST, MESSAGE, message_cost
from .valuation import Valuation

__all__ = ["WORTH_WHILE", "hinge_tip", "ways"]

WORTH_WHILE = 0.25
"""By how many hours a way must beat going or declining, before it is advised: assumption."""

CALL_SHOWS = 0.2
"""The share of the doubt that a short call settles: assumption."""

CALL_TIME = 0.5
"""Hours that a short call takes: assumption."""

COLDER = -0.4
"""What a video meeting does to the log-odds of an offer: half of d = −.41 (Blacksmith, Willford & Behrend 2016)."""

LESS_SOCIAL = 0.7
"""What is left of sociability by video: assumption."""

CONSENT = 0.5
"""The chance that they agree to a video meeting: assumption."""

KEEPS = 0.9
"""The chance that a later date does not lose the invitation: assumption."""

HINGES = ((0.0, 0.4), (0.3, 0.3), (0.675, 0.2), (0.92, 0.1))
"""How often how much of a doubt hangs on one thing that they could say beforehand: assumption."""

TINY = 1e-9
"""Is added where 1 − d divides."""

ROLE = "role_discovery"

Changes: TypeAlias = Mapping[str, Callable[[float], float]]
NONE: Mapping[str, Changes] = MappingProxyType({})


def ways(valuation: Valuation) -> tuple[Way, ...]:
    """Return all ways of dealing with an invitation, by what they are worth, best first; those that failed last.

    Args:
        valuation: The numbers, with their run.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    return tuple(sorted(_Ways(valuation).all(), key=lambda way: (bool(way.error), -way.worth, way.name)))


def hinge_tip(valuation: Valuation) -> float:
    """Return what it would be worth to know whether one thing that they can say settles the doubt, hours, ≥ 0.

    It is told as a tip where `hinge` is not given, and never holds a verdict up.
    """
    return _Ways(valuation).tip()


class _Ways:
    """The ways of one valuation."""

    def __init__(self, valuation: Valuation) -> None:
        self.valuation, self.conditional = valuation, Conditional(valuation)
        self.values = self.conditional.run.values
        self.net: float = valuation.expected_net
        self.plain: float = max(self.net, 0.0)
        self.message: float = message_cost(valuation)

    def all(self) -> Iterator[Way]:
        yield Way("decline", mark("decline politely"), asks=False, worth=0.0)
        yield Way("attend", mark("go, with the best preparation"), asks=False, worth=self.net)
        if (planned := self.values.known(PREPARATION)) is not None:
            hours = (planned.low + planned.high) / 2
            worth = self.conditional.net(PREPARATION, [hours])[0]
            yield Way("as_planned", mark("go as you planned"), asks=False, worth=worth)
        never_asks = math.isinf(self.valuation.asking_cost)
        yield from (self.valued(way) for way in self.conditional.run.plan.ways if not (way.asks and never_asks))
        if never_asks:
            return
        hinge = self.values.known("hinge")
        yield from self.asking(0.0 if hinge is None else (hinge.low + hinge.high) / 2)
        if self.is_talk and self.values.label("remote") != "yes":
            yield Way("video", mark("ask for a video meeting"), asks=True, worth=self.by_video())
        if self.values.known("pressure") is not None:
            later = self.net_of({"pressure": lambda pressure: min(pressure, 1.0)})
            yield Way("later", mark("ask for a later date"), asks=True, worth=KEEPS * mean_of(later) - self.message)

    def valued(self, way: Way) -> Way:
        """Return a plugin's way with what it is worth, or with why it failed."""
        try:
            net = mean_of(self.net_of(way.changes))
        except Exception as error:  # noqa: BLE001 - a plugin's function may raise anything
            return evolve(way, error=f"{way.name}: {cause(error)}")
        return evolve(way, worth=way.consent * max(net, 0.0) + (1 - way.consent) * self.plain - way.cost)

    @property
    def is_talk(self) -> bool:
        """Whether it is more than a short first call."""
        return self.values.label("stage") != "screen"

    def asking(self, hinge: float) -> Iterator[Way]:
        """Yield the ways that ask something first, given which share of the doubt one answer settles."""
        if hinge > 0:
            worth = self.after_asking(hinge, self.message)
            yield Way("ask_one_thing", mark("ask them the one thing that would settle it"), asks=True, worth=worth)
        if self.is_talk:
            call = self.message * CALL_TIME / MESSAGE
            worth = self.after_asking(hinge + (1 - hinge) * CALL_SHOWS, self.message + call)
            yield Way("short_call", mark("ask for a short call first"), asks=True, worth=worth)

    def after_asking(self, hinge: float, cost: float) -> float:
        """Return what it is worth to ask first what settles a share of the doubt, hours.

        With chance d the answer rules the job out. Neither the overall chance of a yes nor the expected prize changes:
        both are spread over the 1 − d in which the answer is good, so that asking saves costs and creates no prize.
        """

        def ruled_out(would_accept: float) -> float:
            return hinge * (1 - would_accept)

        def stays(would_accept: float) -> float:
            return 1 - ruled_out(would_accept)

        def if_good(would_accept: float) -> float:
            return cut(would_accept / (stays(would_accept) + TINY))

        def spread(surplus: float, would_accept: float) -> float:
            return surplus / (stays(would_accept) + TINY)

        values, net_draws = self.values, self.conditional.net_draws
        if not values.reads("would_accept"):
            return (1 - LOST) * self.plain - cost
        cut = values.plan.known["would_accept"].bounds.cut
        alone = {ROLE: {"surplus": values.map(spread, "surplus", "would_accept")}} if values.reads("surplus") else {}
        good = net_draws({"would_accept": values.map(if_good, "would_accept")}, alone)
        bad = net_draws({"would_accept": 0.0})
        yes = _mean_product(values.map(stays, "would_accept"), good)
        no = _mean_product(values.map(ruled_out, "would_accept"), bad)
        return (1 - LOST) * (max(yes, 0.0) + max(no, 0.0)) - cost

    def net_of(self, changes: Changes, alone: Mapping[str, Changes] = NONE) -> Hours:
        """Return the net value, draw by draw, with some quantities changed, each by a function of its own value."""
        return self.conditional.net_draws(
            self.values_of(changes), {name: self.values_of(c) for name, c in alone.items()}
        )

    def values_of(self, changes: Changes) -> dict[str, float | list[float]]:
        """Return the changed values of those quantities that are read, cut to their bounds."""
        return {name: self.changed(name, change) for name, change in changes.items() if self.values.reads(name)}

    def changed(self, name: str, change: Callable[[float], float]) -> float | list[float]:
        """Return the changed values of one quantity, cut to its bounds.

        Raises:
            ValueError: The change gives what is no finite number.
        """
        cut = self.conditional.run.plan.known[name].bounds.cut

        def within(value: float) -> float:
            other = change(value)
            if not is_number(other) or not math.isfinite(other):
                raise ValueError(f"{short(other)} for {name} is no finite number")
            return cut(float(other))

        return self.values.map(within, name)

    def by_video(self) -> float:
        """Return what it is worth to ask for a video meeting, hours."""
        changes: Changes = {
            "travel": lambda _: 0.0,
            "expenses": lambda _: 0.0,
            "sociability": lambda sociability: LESS_SOCIAL * sociability,
        }

        def colder(offer_chance: float) -> float:
            return FLOATS.logistic(FLOATS.logit(offer_chance) + COLDER)

        net = mean_of(self.net_of(changes, {ROLE: {**changes, "offer_chance": colder}}))
        return (1 - LOST) * (CONSENT * max(net, 0.0) + (1 - CONSENT) * self.plain) - self.message

    def tip(self) -> float:
        """Return the worth of knowing how much of the doubt hangs on one thing, hours, ≥ 0."""
        if math.isinf(self.valuation.asking_cost) or self.values.known("hinge") is not None:
            return 0.0

        def best(hinge: float) -> float:
            return max([self.plain, *(way.worth for way in self.asking(hinge))])

        worths = [best(hinge) for hinge, _ in HINGES]
        without = worths[0]  # the first settles nothing
        return max(math.fsum(share * worth for worth, (_, share) in zip(worths, HINGES, strict=True)) - without, 0.0)


def _mean_product(chances: float | list[float], hours: Hours) -> float:
    """Return the mean of hours times a chance, draw by draw; a single one stands for every draw."""
    by_draw = chances if isinstance(chances, list) else [chances] * (len(hours) if isinstance(hours, tuple) else 1)
    all_hours = hours if isinstance(hours, tuple) else (hours,) * len(by_draw)
    return mean_of(tuple([chance * one for chance, one in zip(by_draw, all_hours, strict=True)]))
