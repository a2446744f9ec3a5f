"""Explanations: a scorer or gate with all that it reads, and how its answer moves with that."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from ..display.page import Code, Page, Table
from ..display.words import about
from ..evaluation.phrases import ASKED
from ..model.page import measure
from ..model.quantity import Quantity
from ..outcome.parts import Answer
from .explanation import Dependence, Explanation

__all__ = ["explanation_page"]

BARS = "▁▂▃▄▅▆▇█"
"""Eight heights, from the lowest to the highest hours in a row."""

ANSWERS = {Answer.YES: "declines", Answer.NO: "goes on", Answer.UNKNOWN: "cannot tell"}


def explanation_page(explanation: Explanation) -> Page:
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
