"""How long one evaluation takes, with everything unknown and with everything known, and where the time goes.

* Everything unknown: 256 draws of every quantity, to the verdict and every criterion's hours; goal at most 2 ms.
* Everything exact: to the verdict and every criterion's hours, at most 15 µs; with every reason in words, 60 µs.

The peers score one alternative on six criteria by a weighted sum, the nearest that they do: no draws, no model, no
words. They are measured in the same run, those that are installed (dependency group ``peers``). Medians.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import _peers
from _measure import begin, keep, microseconds, table

import interview_value as iv
from interview_value.scoring.draws import DRAWS, column
from interview_value.scoring.run import ask_gate, hours_of, run_plan


def exact_value(quantity: iv.Quantity) -> float:
    """Return a value well within the quantity's bounds."""
    low, high = quantity.bounds.low, quantity.bounds.high
    if math.isfinite(low) and math.isfinite(high):
        return low + 0.4 * (high - low)
    return low + 2.5 if math.isfinite(low) else 0.5


def all_known(evaluator: iv.Evaluator) -> tuple[iv.Invitation, iv.Seeker]:
    """Return an invitation and a seeker that give every quantity an exact value."""
    values = {name: exact_value(quantity) for name, quantity in evaluator.quantities.items()}
    own = iv.Seeker.own_quantities().keys()
    seeker = iv.Seeker(**{name: value for name, value in values.items() if name in own})
    return iv.Invitation().with_quantities(**{n: v for n, v in values.items() if n not in own}), seeker


def verdict_and_hours(evaluation: iv.Evaluation) -> object:
    """Look at what every caller looks at."""
    return evaluation.verdict, [contribution.hours for contribution in evaluation.contributions]


def reasons(evaluation: iv.Evaluation) -> object:
    """Look at every reason in words as well."""
    return verdict_and_hours(evaluation), [contribution.reason for contribution in evaluation.contributions]


def timed(evaluator: iv.Evaluator, look: Callable[[iv.Evaluation], object], *given: object) -> float:
    """Return the µs of an evaluation and a look at it."""
    return microseconds(lambda: look(evaluator.evaluate(*given)))  # type: ignore[arg-type]


def breakdown(evaluator: iv.Evaluator, *given: object) -> list[tuple[str, float, str]]:
    """Return what the parts of an evaluation take, each measured by itself or as a difference."""
    done = evaluator.evaluate(*given).run  # type: ignore[arg-type]
    assert done is not None
    plan = done.plan
    called = microseconds(lambda: [hours_of(scorer, done.values) for scorer in plan.scorers])
    asked = microseconds(lambda: [ask_gate(gate, done.values) for gate in plan.gates])
    ran = microseconds(lambda: run_plan(plan, *given, DRAWS))  # type: ignore[arg-type]
    whole = microseconds(lambda: evaluator.evaluate(*given))  # type: ignore[arg-type]
    looked = timed(evaluator, verdict_and_hours, *given)
    return [
        ("  putting together what is read", ran - called - asked, "µs"),
        ("  calling the scorers", called, "µs"),
        ("  asking the gate", asked, "µs"),
        ("  result objects", whole - ran, "µs"),
        ("  verdict and hours, when looked at", looked - whole, "µs"),
        ("  reasons in words, when looked at", timed(evaluator, reasons, *given) - looked, "µs"),
        ("  net value with its range, when looked at", timed(evaluator, net_value, *given) - whole, "µs"),
    ]


def net_value(evaluation: iv.Evaluation) -> object:
    """Look at the net value with its range."""
    return evaluation.net


def cold_columns(evaluator: iv.Evaluator, *given: object) -> float:
    """Return the µs of an evaluation whose columns of draws are not at hand from an earlier one."""

    def evaluate() -> object:
        column.cache_clear()
        return verdict_and_hours(evaluator.evaluate(*given))  # type: ignore[arg-type]

    return microseconds(evaluate)


def main() -> None:
    """Measure, print, and keep if asked."""
    evaluator = iv.Evaluator(discover=False)
    unknown, known = (iv.Invitation(), iv.Seeker()), all_known(evaluator)
    begin(
        f"One evaluation, {len(evaluator.quantities)} quantities, {len(evaluator.scorers)} criteria", "attrs", "pluggy"
    )
    ours = {
        "everything unknown": timed(evaluator, verdict_and_hours, *unknown),
        "everything unknown, columns not at hand": cold_columns(evaluator, *unknown),
        "everything exact": timed(evaluator, verdict_and_hours, *known),
        "everything exact, reasons in words": timed(evaluator, reasons, *known),
    }
    table([(what, time, "µs") for what, time in ours.items()], goal="2,000 µs, 2,000 µs, 15 µs, 60 µs")
    for what, given in (("unknown", unknown), ("exact", known)):
        print(f"  where the time goes, everything {what}:")
        table(breakdown(evaluator, *given))
    theirs = {name: microseconds(call) for name, call in _peers.installed().items()}
    print("  peers, a weighted sum of one alternative, and as a multiple of ours with everything exact:")
    ratios = {name: time / ours["everything exact"] for name, time in theirs.items()}
    table([(f"  {name}", time, f"µs  {ratios[name]:.2f} times") for name, time in theirs.items()])
    keep("one_evaluation", {"microseconds": {**ours, **theirs}})


if __name__ == "__main__":
    main()
