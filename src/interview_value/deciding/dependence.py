"""Explain a scorer or gate: run it over the values of each quantity that it reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product
from typing import Any

import attrs

from ..errors import FieldError, InvalidInputError, ScorerError, UnknownNameError
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..model.estimate import Z95, Estimate
from ..model.invitation import Invitation
from ..model.quantity import Quantity
from ..model.seeker import Seeker
from ..model.signatures import answering
from ..outcome.contributions import Answer
from ..plugins.catalogue import Plugin
from ..scoring.criterion import Gate, Scorer
from ..scoring.draws import values_at
from ..scoring.functions import code_of
from ..scoring.hours import mean_of
from ..scoring.run import Run, ask_gate
from ..scoring.values import ScorerValues, hours_of, read_by_prior
from .explanation import Dependence, Explanation

__all__ = ["explain"]

SHARES = tuple(step / 8 for step in range(9))
"""The places in the range of a quantity that are looked at, from its 5th percentile (0) to its 95th (1)."""

CORNERS = 1_000
"""The most combinations of lowest and highest values, and of choices, that are tried to find where a gate holds."""


@answering
def explain(
    name: str,
    invitation: Invitation | None = None,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
) -> Explanation:
    """Explain a scorer or gate: where its formula comes from, what it reads, and how its answer depends on that.

    Args:
        name: The name of the scorer or gate.
        invitation: What is known of an interview; left out, nothing is, and every quantity has its prior.
        seeker: The person; left out, nothing is known of them.
        evaluator: The evaluator that has the scorer or gate; left out, the one behind `evaluate`.

    Returns:
        The explanation, with the expected hours or the answers over values of each quantity that is read, and over the
        choices of each label.

    Raises:
        UnknownNameError: There is no scorer or gate of that name; the nearest name is offered.
        InvalidInputError: The name is no text or is blocked, or the evaluator or what it evaluates is no such thing.
    """
    if mistakes := list(_mistakes_in_call(name, evaluator)):
        raise InvalidInputError("explanation", mistakes)
    evaluator = evaluator or default_evaluator()
    criteria: dict[str, Scorer[...] | Gate[...]] = {scorer.name: scorer for scorer in evaluator.scorers}
    criteria |= {gate.name: gate for gate in evaluator.gates}
    if name not in criteria:
        raise _not_found(name, criteria, evaluator.plugins)
    run = evaluator.evaluate(Invitation() if invitation is None else invitation, seeker).run
    assert run is not None, "only what was read back has no run"
    criterion = criteria[name]
    quantities = tuple(run.plan.known[read] for read in _reads(criterion, run))
    description: dict[str, Any] = {
        "name": name,
        "label": criterion.label,
        "summary": criterion.summary,
        "source": criterion.source,
        "plugin": next(plugin for plugin in evaluator.plugins if name in (*plugin.scorers, *plugin.gates)),
        "code": code_of(criterion.function),
        "quantities": quantities,
    }
    if isinstance(criterion, Gate):
        return _explain_gate(criterion, run, description)
    hours = run.hours[name]
    return Explanation(
        **description,
        kind=criterion.kind,
        dependences=tuple(_hours_over(criterion, quantity, run) for quantity in quantities),
        hours=math.nan if isinstance(hours, ScorerError) else mean_of(hours),
    )


def _mistakes_in_call(name: object, evaluator: object) -> Iterator[FieldError]:
    if not isinstance(name, str):
        yield FieldError("name", name, "the name of a scorer or gate")
    if evaluator is not None and not isinstance(evaluator, Evaluator):
        yield FieldError("evaluator", evaluator, "an Evaluator")


def _not_found(name: str, names: Iterable[str], plugins: Iterable[Plugin]) -> Exception:
    """Return the error for a name that does not take part, with the reason if a plugin has it."""
    for plugin in plugins:
        if reason := plugin.blocked.get(name) or (plugin.reason if plugin.name == name else ""):
            allowed = (
                f"a scorer or gate that takes part; plugin {plugin.name!r} is listed with {name!r} left out: {reason}"
            )
            return InvalidInputError("explanation", [FieldError("name", name, allowed)])
    return UnknownNameError("scorer or gate", name, tuple(names))


def _reads(criterion: Scorer[...] | Gate[...], run: Run) -> list[str]:
    """Return the names of what a scorer or gate reads, and then of what its quantities were assumed from."""
    assumed = criterion.reads if isinstance(criterion, Scorer) else ()
    sources = (
        source for name in assumed if name in run.values.priors for source in read_by_prior(run.plan.known[name])
    )
    return list(dict.fromkeys((*criterion.reads, *sources)))


def _hours_over(scorer: Scorer[...], quantity: Quantity, run: Run) -> Dependence:
    """Return how the expected hours of a scorer depend on one quantity or label."""

    def hours_of_values(values: ScorerValues) -> float:
        try:
            return mean_of(hours_of(scorer, values))
        except ScorerError:
            return math.nan

    if quantity.is_label:
        choices = tuple(quantity.choices)
        hours = [hours_of_values(run.values.labelled(quantity.name, choice)) for choice in choices]
        return Dependence(quantity, choices=choices, hours=tuple(hours))
    values = _values(quantity, run)
    hours = [hours_of_values(run.values.holding(quantity.name, value)) for value in values]
    return Dependence(quantity, values, hours=tuple(hours), prior=_prior(quantity, run))


def _explain_gate(gate: Gate[...], run: Run, description: dict[str, Any]) -> Explanation:
    """Explain a gate around values at which it holds, where one quantity alone can turn its answer.

    Such values are looked for among the corners: combinations of the lowest and highest value of each quantity, and of
    the choices of each label.
    """
    quantities: tuple[Quantity, ...] = description["quantities"]
    values = {quantity.name: _all_values(quantity, run) for quantity in quantities}
    ends = [values[q.name] if q.is_label else (values[q.name][0], values[q.name][-1]) for q in quantities]
    corners = islice(product(*ends), CORNERS)
    answers = {corner: _answer(gate, dict(zip(values, corner, strict=True)), run) for corner in corners}
    holding = [corner for corner, answer in answers.items() if answer is Answer.YES]
    base: dict[str, float | str] = dict(zip(values, holding[0], strict=True)) if holding else {}
    dependences: list[Dependence] = []
    for place, quantity in enumerate(quantities):
        turning = (corner for corner in holding if _turns(answers, corner, place, ends[place]))
        others = next((dict(zip(values, corner, strict=True)) for corner in turning), dict(base))
        others.pop(quantity.name, None)
        own_values = values[quantity.name]
        own_answers = tuple(_answer(gate, {**others, quantity.name: value}, run) for value in own_values)
        where: dict[str, Any] = {"choices" if quantity.is_label else "values": own_values}
        dependences.append(Dependence(quantity, **where, answers=own_answers, others=others))
    answer = _answer(gate, {}, run)
    return Explanation(**description, kind="gate", dependences=tuple(dependences), answer=answer, base=base)


def _turns(
    answers: Mapping[tuple[float | str, ...], Answer],
    corner: tuple[float | str, ...],
    place: int,
    ends: Iterable[float | str],
) -> bool:
    """Tell whether a gate that holds at a corner does not at one in which a single quantity has another value."""
    others = (answers.get((*corner[:place], end, *corner[place + 1 :])) for end in ends)
    return any(answer not in (None, Answer.YES) for answer in others)


def _answer(gate: Gate[...], values: Mapping[str, float | str], run: Run) -> Answer:
    """Return the answer of a gate with some quantities and labels known exactly; one that fails cannot tell."""
    invitation = run.values.invitation.with_quantities(**values)
    context = {**run.values.fixed, "invitation": invitation}
    try:
        answer = ask_gate(gate, attrs.evolve(run.values, invitation=invitation, fixed=context))
    except ScorerError:
        return Answer.UNKNOWN
    return Answer.YES if answer.yes else Answer.NO if answer.no else Answer.UNKNOWN


def _values(quantity: Quantity, run: Run) -> tuple[float, ...]:
    """Return values spread evenly over the range of a quantity; a single one if it is exact."""
    low, high = _range(quantity, run)
    if low == high:
        return (low,)
    return tuple(sorted(set(values_at(quantity, low, high, [Z95 * (2 * share - 1) for share in SHARES]))))


def _all_values(quantity: Quantity, run: Run) -> tuple[float, ...] | tuple[str, ...]:
    """Return the choices of a label, or values spread evenly between the bounds of a quantity, or over its range."""
    if quantity.is_label:
        return tuple(quantity.choices)
    low, high = quantity.bounds.low, quantity.bounds.high
    if quantity.bounds.open_low or not math.isfinite(high - low):
        return _values(quantity, run)
    return tuple(low + (high - low) * share for share in SHARES)


def _range(quantity: Quantity, run: Run) -> tuple[float, float]:
    """Return the 5th and 95th percentile of a quantity as it is known, or of its prior if it is known exactly."""
    known = run.values.known(quantity.name)
    estimate = _prior(quantity, run) if known is None or known.exact else known
    return estimate.low, estimate.high


def _prior(quantity: Quantity, run: Run) -> Estimate:
    """Return what is or would be assumed of a quantity; its lowest value if that could not be derived."""
    return run.values.priors.get(quantity.name) or quantity.assumed(run.values)
