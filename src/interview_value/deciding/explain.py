"""Explaining: how the answer of one scorer or gate moves with each quantity that it reads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, product
from typing import Any

import attrs

from ..errors import FieldError, InvalidInputError, ScorerError, UnknownNameError
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..model.estimate import Estimate
from ..model.invitation import Invitation
from ..model.quantity import Z95, Belief, Quantity
from ..model.seeker import Seeker
from ..outcome.contributions import Answer
from ..plugins.catalogue import Plugin
from ..scoring.criterion import Gate, Scorer
from ..scoring.draws import values_at
from ..scoring.page import code_of
from ..scoring.run import Run, ask_gate, central, hours_of
from ..scoring.summary import mean_of, percentile
from .explanation import Dependence, Explanation

__all__ = ["explain"]

SHARES = tuple(step / 8 for step in range(9))
"""Where in the range of a quantity the answer is worked out, from its 5th percentile (0) to its 95th (1)."""

CORNERS = 1_000
"""The most combinations of lowest and highest values at which a gate is asked, to find one where it declines."""

LOWEST: int = 0
HIGHEST: int = -1
"""Where among ascending values the ends are."""


def explain(
    name: str,
    invitation: Invitation | None = None,
    seeker: Seeker | None = None,
    *,
    evaluator: Evaluator | None = None,
) -> Explanation:
    """Explain one scorer or gate: where its formula comes from, what it reads, and how its answer moves with that.

    Args:
        name: Its name.
        invitation: What is known of an interview; left out, nothing is, and all else stands at its prior.
        seeker: The person; left out, nothing is known of them.
        evaluator: Whose scorers and gates; left out, those behind `evaluate`.

    Returns:
        The explanation; over each quantity that is read, in its unit, it has expected hours or a gate's answers.

    Raises:
        UnknownNameError: There is none of that name; the nearest name is offered.
        InvalidInputError: The name is no text or is left out, the evaluator is none, or it cannot evaluate the case.
    """
    if mistakes := list(_mistakes_in_call(name, evaluator)):
        raise InvalidInputError("explanation", mistakes)
    evaluator = evaluator or default_evaluator()
    criteria: dict[str, Scorer[...] | Gate[...]] = {scorer.name: scorer for scorer in evaluator.scorers}
    criteria |= {gate.name: gate for gate in evaluator.gates}
    if name not in criteria:
        raise _not_here(name, criteria, evaluator.plugins)
    run = evaluator.evaluate(Invitation() if invitation is None else invitation, seeker).run
    assert run is not None, "only what was read back has no run"
    criterion = criteria[name]
    quantities = tuple(run.plan.known[read] for read in _read_by(criterion, run))
    about: dict[str, Any] = {
        "name": name,
        "summary": criterion.summary,
        "source": criterion.source,
        "plugin": next(plugin for plugin in evaluator.plugins if name in (*plugin.scorers, *plugin.gates)),
        "code": code_of(criterion.function),
        "quantities": quantities,
    }
    if isinstance(criterion, Gate):
        return _of_gate(criterion, quantities, run, about)
    hours = run.hours[name]
    return Explanation(
        **about,
        kind=criterion.kind,
        dependences=tuple(_hours_over(criterion, quantity, run) for quantity in quantities),
        hours=math.nan if isinstance(hours, ScorerError) else mean_of(hours),
    )


def _mistakes_in_call(name: object, evaluator: object) -> Iterator[FieldError]:
    if not isinstance(name, str):
        yield FieldError("name", name, "the name of a scorer or gate")
    if evaluator is not None and not isinstance(evaluator, Evaluator):
        yield FieldError("evaluator", evaluator, "an Evaluator")


def _not_here(name: str, known: Iterable[str], plugins: Iterable[Plugin]) -> Exception:
    for plugin in plugins:
        if why := plugin.blocked.get(name) or (plugin.reason if plugin.name == name else ""):
            allowed = (
                f"a scorer or gate that takes part; plugin {plugin.name!r} is listed with {name!r} left out: {why}"
            )
            return InvalidInputError("explanation", [FieldError("name", name, allowed)])
    return UnknownNameError("scorer or gate", name, tuple(known))


def _read_by(criterion: Scorer[...] | Gate[...], run: Run) -> list[str]:
    """Name what a criterion reads, and after that the sources of those priors that were derived."""
    derived = dict(run.derived()) if isinstance(criterion, Scorer) else {}
    sources = (source for name in criterion.reads if name in derived for source in derived[name].reads)
    return list(dict.fromkeys((*criterion.reads, *sources)))


def _hours_over(scorer: Scorer[...], quantity: Quantity, run: Run) -> Dependence:
    values, prior = _values(quantity, run), quantity.prior_given(run.inputs.invitation)
    hours = tuple(_hours_at(scorer, quantity.name, value, run) for value in values)
    return Dependence(quantity, values, hours, prior=prior if isinstance(prior, Estimate) else None)


def _hours_at(scorer: Scorer[...], name: str, value: float, run: Run) -> float:
    try:
        return mean_of(hours_of(scorer, run.held(name, value)))
    except ScorerError:
        return math.nan


def _of_gate(gate: Gate[...], quantities: tuple[Quantity, ...], run: Run, about: dict[str, Any]) -> Explanation:
    values = {quantity.name: _all_values(quantity, run) for quantity in quantities}
    sides = islice(product((LOWEST, HIGHEST), repeat=len(quantities)), CORNERS)
    answers = {side: _answer(gate, _corner(side, values), run) for side in sides}
    declining = [side for side, answer in answers.items() if answer is Answer.YES]
    base = _corner(declining[0], values) if declining else dict[str, float]()
    dependences: list[Dependence] = []
    for place, quantity in enumerate(quantities):
        turning = (side for side in declining if answers.get(_opposite(side, place), Answer.YES) is not Answer.YES)
        others = next((_corner(side, values) for side in turning), dict(base))
        others.pop(quantity.name, None)
        over = values[quantity.name]
        found = tuple(_answer(gate, {**others, quantity.name: value}, run) for value in over)
        dependences.append(Dependence(quantity, over, answers=found, others=others))
    return Explanation(**about, kind="gate", dependences=tuple(dependences), answer=_answer(gate, {}, run), base=base)


def _corner(side: tuple[int, ...], values: Mapping[str, tuple[float, ...]]) -> dict[str, float]:
    return {name: some[end] for end, (name, some) in zip(side, values.items(), strict=True)}


def _opposite(side: tuple[int, ...], place: int) -> tuple[int, ...]:
    return (*side[:place], LOWEST if side[place] == HIGHEST else HIGHEST, *side[place + 1 :])


def _answer(gate: Gate[...], values: Mapping[str, float], run: Run) -> Answer:
    """Ask a gate with some quantities known exactly; one that fails cannot tell."""
    known = run.inputs.invitation.with_quantities(**values)
    context = {**run.inputs.values, "invitation": known}
    try:
        answer = ask_gate(gate, attrs.evolve(run.inputs, invitation=known, values=context))
    except ScorerError:
        return Answer.UNKNOWN
    return Answer.YES if answer.yes else Answer.NO if answer.no else Answer.UNKNOWN


def _values(quantity: Quantity, run: Run) -> tuple[float, ...]:
    """Return values evenly over the range of a quantity; a single one if it has none."""
    low, high = _range(quantity, run)
    if low == high:
        return (low,)
    return tuple(sorted(set(values_at(quantity, low, high, [Z95 * (2 * share - 1) for share in SHARES]))))


def _all_values(quantity: Quantity, run: Run) -> tuple[float, ...]:
    """Return values evenly over all that a quantity can be, or over its range if that has no end."""
    low, high = quantity.bounds.low, quantity.bounds.high
    if quantity.bounds.open_low or not math.isfinite(high - low):
        return _values(quantity, run)
    return tuple(low + (high - low) * share for share in SHARES)


def _range(quantity: Quantity, run: Run) -> tuple[float, float]:
    """Return the 5th and 95th percentile of a quantity as it is known, or if that is exact, as it would be assumed."""
    known, prior = run.inputs.known(quantity.name), quantity.prior_given(run.inputs.invitation)
    if known is not None and not known.exact:
        return known.low, known.high
    if isinstance(prior, Estimate):
        return prior.low, prior.high
    return _derived_range(quantity.name, run)


def _derived_range(name: str, run: Run) -> tuple[float, float]:
    value = central(name, run.inputs)
    if isinstance(value, Belief):
        return value.mean - Z95 * value.sd, value.mean + Z95 * value.sd
    ordered = sorted(run.inputs.columns.get(name, [value]))
    return percentile(ordered, 0.05), percentile(ordered, 0.95)
