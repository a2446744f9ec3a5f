"""Explanation: a scorer or gate, what it reads, and how its answer depends on that; as plain data and a page."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from ..display.language import mark, say
from ..display.page import Code, Page, Table
from ..display.plain import Plain, plain
from ..display.words import length, listed
from ..errors import UnknownNameError
from ..evaluation.sentences import ASKED
from ..model.estimate import Estimate
from ..model.prior import DerivedPrior, PriorBy
from ..model.quantity import DECISION, Quantity
from ..model.value_in_words import value_in_words
from ..outcome.contributions import Answer
from ..plugins.catalogue import Plugin
from .answers import possible

__all__ = ["Dependence", "Explanation"]

BARS = "▁▂▃▄▅▆▇█"
"""Eight heights, for the lowest to the highest hours of a curve."""

ANSWERS = {Answer.YES: mark("holds"), Answer.NO: mark("does not hold"), Answer.UNKNOWN: mark("cannot tell")}
"""What a gate answers, as messages."""

TITLES = {
    "benefit": mark("{name}: a benefit of the plugin {plugin}"),
    "cost": mark("{name}: a cost of the plugin {plugin}"),
    "gate": mark("{name}: a gate of the plugin {plugin}"),
}
"""What is explained, as messages."""


@frozen
class Dependence(Plain):
    """How the hours of a scorer or the answer of a gate depend on one quantity or label, all else as it is.

    Args:
        quantity: The quantity or label.
        values: Some of its values, ascending, in its unit; empty for a label.
        choices: The names of the choices of a label; empty for a number.
        hours: For a scorer, its expected hours at each of ``values`` or ``choices``, before weighting; NaN where it
            fails.
        answers: For a gate, its answer at each of them.
        prior: For a scorer, what is assumed of the quantity while nobody knows it; None for a label.
        others: For a gate, the values or choices of the others meanwhile, by name: those of the explanation's
            ``base``, or if this one turns no answer there, some at which it does.
    """

    quantity: Quantity
    values: tuple[float, ...] = ()
    choices: tuple[str, ...] = field(default=(), kw_only=True)
    hours: tuple[float, ...] = ()
    answers: tuple[Answer, ...] = ()
    prior: Estimate | None = None
    others: Mapping[str, float | str] = field(factory=dict[str, "float | str"], hash=False)

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data: the quantity in words, and the answers; NaN is None."""
        quantity = self.quantity
        return {
            **{name: getattr(quantity, name) for name in ("name", "unit", "question", "ask", "source", "grade")},
            "bounds": "" if quantity.is_label else str(quantity.bounds),
            "prior": quantity.prior_in_words,
            **{name: plain(getattr(self, name)) for name in ("values", "choices", "hours", "answers", "others")},
        }


@frozen
class Explanation(Plain):
    """A scorer or gate with its source, what it reads, and how its answer depends on that.

    Args:
        name: The name of the scorer or gate.
        label: What people call it.
        kind: ``"benefit"``, ``"cost"`` or ``"gate"``.
        summary: The first line of its docstring.
        source: Where its formula or rule comes from, or the word *assumption*.
        plugin: The plugin that brings it, with package and version.
        code: The source code of its function; empty if it is not available.
        quantities: What it reads, labels too, in the order of its arguments, and then what their priors depend on.
        dependences: One for each of ``quantities``.
        hours: For a scorer, its expected hours before weighting; NaN if it fails.
        answer: For a gate, its answer.
        base: For a gate, values and choices at which it holds, by name; empty if none were found.
    """

    name: str
    label: str
    kind: str
    summary: str
    source: str
    plugin: Plugin
    code: str = field(repr=False)
    quantities: tuple[Quantity, ...] = field(repr=False)
    dependences: tuple[Dependence, ...] = field(repr=False)
    hours: float | None = None
    answer: Answer | None = None
    base: Mapping[str, float | str] = field(factory=dict[str, "float | str"])

    def __getitem__(self, quantity: str) -> Dependence:
        """Return how the answer depends on the quantity of that name.

        Raises:
            UnknownNameError: It does not read such a quantity; the nearest name is offered.
        """
        for dependence in self.dependences:
            if dependence.quantity.name == quantity:
                return dependence
        raise UnknownNameError("quantity", quantity, [item.name for item in self.quantities])

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data; NaN is None."""
        return {
            **{name: getattr(self, name) for name in ("name", "label", "kind", "summary", "source", "code")},
            **{name: plain(getattr(self, name)) for name in ("plugin", "hours", "answer", "base")},
            "quantities": plain(self.dependences),
        }

    def _page(self) -> Page:
        title, *lines = _head(self)
        heads = (say("Quantity"), say("Question"), say("Possible; assumed; source"), say("Outcome"))
        reads = Table(say("What it reads"), heads, tuple(_rows(self)), stacked=True)
        return Page(title, tuple(lines), (reads, Code(say("Its code"), tuple(self.code.splitlines()))))


def _head(explanation: Explanation) -> Iterator[str]:
    plugin = explanation.plugin
    package = f" ({plugin.package} {plugin.version})" if plugin.package else ""
    yield say(TITLES[explanation.kind], name=explanation.name, plugin=f"{plugin.name}{package}")
    if explanation.summary:
        yield explanation.summary
    yield say("Source: {source}", source=explanation.source)
    if explanation.answer is not None:
        yield say("As things are known, it {answer}.", answer=say(ANSWERS[explanation.answer]))
    if explanation.hours is not None:
        yield say("As things are known or assumed: {hours}.", hours=_number(explanation.hours))
    if explanation.base:
        yield say(
            "It holds if {values} are known; below, each moves while the others stay there, or where it says so.",
            values=_values(explanation, explanation.base),
        )


def _rows(explanation: Explanation) -> Iterator[tuple[str, ...]]:
    for dependence in explanation.dependences:
        quantity = dependence.quantity
        who = say("decided for you") if quantity.grade == DECISION else say(ASKED[quantity.ask])
        text = say(quantity.question or quantity.label)
        question = say("{question} ({whom})", question=text, whom=who) if text else who
        grade = "" if quantity.grade in quantity.source else f"; {quantity.grade}"
        source = "" if quantity.is_label else f" ({quantity.source}{grade})"
        yield quantity.name, question, f"{_possible(quantity)}{source}", _dependence_text(explanation, dependence)


def _possible(quantity: Quantity) -> str:
    """Return what a quantity can be, and what is assumed while nobody knows it; the choices of a label."""
    if quantity.is_label:
        return say("one of {choices}", choices=", ".join(quantity.choices))
    return say("{possible}; assumed {assumed}", possible=possible(quantity), assumed=_assumed(quantity))


def _assumed(quantity: Quantity) -> str:
    """Return what is assumed of a number: the range, that for each case of a label, or the formula."""
    prior = quantity.prior
    if isinstance(prior, DerivedPrior):
        return say(prior.words)
    if isinstance(prior, PriorBy):
        cases = ", ".join(f"{case} {value_in_words(estimate, quantity.unit)}" for case, estimate in prior.cases.items())
        otherwise = value_in_words(prior.otherwise, quantity.unit)
        return say("by {label}: {cases}, otherwise {otherwise}", label=prior.label, cases=cases, otherwise=otherwise)
    assert prior is not None, "a label has no number"
    return value_in_words(prior, quantity.unit)


def _dependence_text(explanation: Explanation, dependence: Dependence) -> str:
    """Return a dependence as text: hours at the choices, or at ends and middle with a curve, or the answers."""
    if dependence.answers:
        elsewhere = {name: value for name, value in dependence.others.items() if explanation.base.get(name) != value}
        answers = "; ".join(_answers_with_values(dependence))
        if not elsewhere:
            return answers
        return say("{answers} (with {values})", answers=answers, values=_values(explanation, elsewhere))
    if dependence.choices:
        pairs = zip(dependence.choices, dependence.hours, strict=True)
        return ", ".join(_at(hours, choice) for choice, hours in pairs)
    values, hours = dependence.values, dependence.hours
    places = sorted({0, len(values) // 2, len(values) - 1})
    unit = dependence.quantity.unit
    words = ", ".join(_at(hours[place], value_in_words(Estimate(values[place]), unit)) for place in places)
    return f"{words}  {_curve(hours)}" if len(values) > 1 else words


def _at(hours: float, value: str) -> str:
    return say("{what} at {value}", what=_number(hours), value=value)


def _values(explanation: Explanation, values: Mapping[str, float | str]) -> str:
    """Return at least one value by its name."""
    units = {quantity.name: quantity.unit for quantity in explanation.quantities}
    words = {
        name: value if isinstance(value, str) else value_in_words(Estimate(value), units[name])
        for name, value in values.items()
    }
    return listed([f"{name} = {value}" for name, value in words.items()])


def _answers_with_values(dependence: Dependence) -> Iterator[str]:
    """Yield each answer with the value, the range of values or the choices at which it is given."""
    answers, values = dependence.answers, dependence.values
    if dependence.choices:
        for answer in dict.fromkeys(answers):
            at = [choice for choice, given in zip(dependence.choices, answers, strict=True) if given is answer]
            yield say("{what} at {value}", what=say(ANSWERS[answer]), value=", ".join(at))
        return
    start = 0
    for place, answer in enumerate(answers):
        if place + 1 == len(answers) or answers[place + 1] is not answer:
            value = value_in_words(Estimate(values[start], values[place]), dependence.quantity.unit)
            yield say("{what} at {value}", what=say(ANSWERS[answer]), value=value)
            start = place + 1


def _curve(hours: tuple[float, ...]) -> str:
    known = [hour for hour in hours if not math.isnan(hour)]
    low, high = min(known, default=0.0), max(known, default=0.0)
    step = (high - low) / (len(BARS) - 1)
    return "".join("?" if math.isnan(hour) else BARS[round((hour - low) / step) if step else 0] for hour in hours)


def _number(hours: float) -> str:
    return say("it fails") if math.isnan(hours) else length(hours)
