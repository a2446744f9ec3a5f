"""Explanation: a scorer or gate with all that it reads, and how its answer moves with that."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import field, frozen

from ..display.page import Code, Page, Table
from ..display.showing import Showing
from ..display.words import about
from ..errors import UnknownNameError
from ..evaluation.sentences import ASKED
from ..model.estimate import Estimate
from ..model.page import measure
from ..model.quantity import Quantity
from ..outcome.contributions import Answer
from ..plugins.catalogue import Plugin

__all__ = ["Dependence", "Explanation"]

BARS = "▁▂▃▄▅▆▇█"
"""Eight heights, from the lowest to the highest hours in a row."""

ANSWERS = {Answer.YES: "declines", Answer.NO: "goes on", Answer.UNKNOWN: "cannot tell"}


@frozen
class Dependence:
    """How a scorer's hours or a gate's answer moves with one quantity, all else as it is.

    Args:
        quantity: The quantity.
        values: Some of its values, ascending, in its unit.
        hours: The expected hours of a scorer at each of them, before weighting; NaN where it fails.
        answers: The answer of a gate at each of them.
        prior: What is assumed of the quantity while nobody knows it, of a scorer; None if it is derived from others.
        others: The known values of a gate's other quantities meanwhile, by name: those of the explanation's ``base``,
            or some at which this quantity turns the answer if it does not there.
    """

    quantity: Quantity
    values: tuple[float, ...]
    hours: tuple[float, ...] = ()
    answers: tuple[Answer, ...] = ()
    prior: Estimate | None = None
    others: Mapping[str, float] = field(factory=dict[str, float], hash=False)


@frozen
class Explanation(Showing):
    """One scorer or gate, explained.

    Args:
        name: Its name.
        kind: ``"benefit"``, ``"cost"`` or ``"gate"``.
        summary: What it says in the first line of its docstring.
        source: Where its formula or rule comes from, or the word *assumption*.
        plugin: The plugin that brings it, with package and version.
        code: The source code of its function; empty if it is not at hand.
        quantities: What it reads, in the order of its arguments, and then what priors of those are derived from.
        dependences: One for each of the quantities.
        hours: Its expected hours before weighting, of a scorer; NaN if it fails. None of a gate.
        answer: Its answer, of a gate. None of a scorer.
        base: Known values at which a gate declines, by name; empty if none were found.
    """

    name: str
    kind: str
    summary: str
    source: str
    plugin: Plugin
    code: str = field(repr=False)
    quantities: tuple[Quantity, ...] = field(repr=False)
    dependences: tuple[Dependence, ...] = field(repr=False)
    hours: float | None = None
    answer: Answer | None = None
    base: Mapping[str, float] = field(factory=dict[str, float])

    def __getitem__(self, quantity: str) -> Dependence:
        """Return how the answer moves with the quantity of that name.

        Raises:
            UnknownNameError: It does not read it; the nearest name is offered.
        """
        for dependence in self.dependences:
            if dependence.quantity.name == quantity:
                return dependence
        raise UnknownNameError("quantity", quantity, [item.name for item in self.quantities])

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data; NaN is None."""
        return {
            **{name: getattr(self, name) for name in ("name", "kind", "summary", "source", "code")},
            "plugin": attrs.asdict(self.plugin),
            "hours": _plain(self.hours),
            "answer": None if self.answer is None else self.answer.value,
            "base": dict(self.base),
            "quantities": [_quantity_to_dict(item) for item in self.dependences],
        }

    def _page(self) -> Page:
        return _page_of(self)


def _plain(number: float | None) -> float | None:
    return None if number is None or math.isnan(number) else number


def _quantity_to_dict(item: Dependence) -> dict[str, Any]:
    quantity = item.quantity
    return {
        **{name: getattr(quantity, name) for name in ("name", "unit", "question", "ask", "source", "grade")},
        "bounds": str(quantity.bounds),
        "prior": quantity.prior_in_words,
        "values": [_plain(value) for value in item.values],
        "hours": [_plain(hours) for hours in item.hours],
        "answers": [answer.value for answer in item.answers],
        "others": dict(item.others),
    }


def _page_of(explanation: Explanation) -> Page:
    """Return the page that shows an explanation."""
    title, *lines = _head(explanation)
    heads = ("Quantity", "Question", "Unit; bounds; assumed; source", "Outcome")
    reads = Table("What it reads", heads, tuple(_rows(explanation)), stacked=True)
    return Page(title, tuple(lines), (reads, Code("Its code", tuple(explanation.code.splitlines()))))


def _head(explanation: Explanation) -> Iterator[str]:
    plugin = explanation.plugin
    package = f" ({plugin.package} {plugin.version})" if plugin.package else ""
    yield f"{explanation.name}: a {explanation.kind} of the plugin {plugin.name}{package}"
    if explanation.summary:
        yield explanation.summary
    yield f"Source: {explanation.source}"
    if explanation.answer is not None:
        yield f"As things are known, it {ANSWERS[explanation.answer]}."
    if explanation.hours is not None:
        yield f"As things are known or assumed: {_number(explanation.hours)}."
    if explanation.base:
        yield (
            f"It declines if {_values(explanation.base)} are known; "
            "below, each moves while the others stay there, or where it says so."
        )


def _rows(explanation: Explanation) -> Iterator[tuple[str, ...]]:
    for dependence in explanation.dependences:
        quantity = dependence.quantity
        described = f"{measure(quantity)} ({_source(quantity)})"
        yield quantity.name, _asked(quantity), described, _outcome(explanation, dependence)


def _asked(quantity: Quantity) -> str:
    return f"{quantity.question} ({ASKED[quantity.ask]})" if quantity.question else ASKED[quantity.ask]


def _source(quantity: Quantity) -> str:
    return quantity.source if quantity.grade in quantity.source else f"{quantity.source}; {quantity.grade}"


def _outcome(explanation: Explanation, dependence: Dependence) -> str:
    """Return what comes out over the values: hours at both ends and in the middle with a curve, or answers in runs."""
    if dependence.answers:
        elsewhere = {name: value for name, value in dependence.others.items() if explanation.base.get(name) != value}
        return "; ".join(_runs(dependence)) + (f" (with {_values(elsewhere)})" if elsewhere else "")
    values, hours = dependence.values, dependence.hours
    places = sorted({0, len(values) // 2, len(values) - 1})
    words = ", ".join(f"{_number(hours[place])} at {_value(values[place])}" for place in places)
    return f"{words}  {_curve(hours)}" if len(values) > 1 else words


def _values(values: Mapping[str, float]) -> str:
    return " and ".join(f"{name} = {value:g}" for name, value in values.items())


def _runs(dependence: Dependence) -> Iterator[str]:
    """Yield each answer with the values from and to which it is the same."""
    begun = 0
    answers, values = dependence.answers, dependence.values
    for place, answer in enumerate(answers):
        if place + 1 == len(answers) or answers[place + 1] is not answer:
            low, high = _value(values[begun]), _value(values[place])
            span = f"at {low}" if begun == place else f"from {low} to {high}"
            yield f"{ANSWERS[answer]} {span}"
            begun = place + 1


def _curve(hours: tuple[float, ...]) -> str:
    known = [hour for hour in hours if not math.isnan(hour)]
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = (high - low) / (len(BARS) - 1)
    return "".join("?" if math.isnan(hour) else BARS[round((hour - low) / step) if step else 0] for hour in hours)


def _value(value: float) -> str:
    return f"{value:.3g}".replace("-", "−")


def _number(hours: float) -> str:
    return "it fails" if math.isnan(hours) else f"{about(hours)} h"
