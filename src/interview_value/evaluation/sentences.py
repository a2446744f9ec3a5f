"""Phrases: the sentences of pages, and which inputs are shown where."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

from ..display.words import about, factor, percent, signed
from ..model.page import disagreement, fact
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution, Finding, Input, Origin, Verdict
from ..outcome.outcome import Outcome, worth_asking
from ..scoring.summary import Summary

__all__ = [
    "ASKED",
    "HEADLINES",
    "asked",
    "decides",
    "disagreements",
    "find_out",
    "headline",
    "hours",
    "inputs_of",
    "late",
    "ranked",
    "row",
    "span",
    "standing",
    "totals",
    "turns",
    "without",
]

HEADLINES = {
    Verdict.ATTEND: "Attend",
    Verdict.ASK_FIRST: "Ask first",
    Verdict.DECLINE: "Decline politely",
}
ASKED = {"yourself": "ask yourself", "recruiter": "ask the recruiter", "nobody": "a constant of the model"}


MOST = 3
"""How many questions, swings and turns are shown."""


def headline(evaluation: Outcome) -> str:
    """Return the verdict in one sentence."""
    title = HEADLINES[evaluation.verdict]
    if evaluation.veto:
        return f"{title}: {evaluation.veto.reason}"
    net = evaluation.net
    stands = "as things stand " if evaluation.verdict is Verdict.ASK_FIRST else ""
    worth = f"{stands}going is worth {signed(net.mean)} h of your time net ({span(net)})"
    pays = f"pays in {percent(evaluation.chance_positive)} of cases"
    return "; ".join(filter(None, (f"{title}: {worth} and {pays}", _leaning(evaluation), without(evaluation))))


def standing(evaluation: Outcome, verdict: Verdict | None = None) -> str:
    """Return the verdict in a few words, where it leans while something should be asked first, and if it is incomplete.

    Args:
        evaluation: What came out.
        verdict: The verdict, if it is another one than the evaluation's own.
    """
    if verdict in (None, evaluation.verdict):
        words = ", ".join(filter(None, (HEADLINES[evaluation.verdict], _leaning(evaluation))))
    else:
        words = HEADLINES[verdict]
    return words if evaluation.complete else f"{words} (incomplete)"


def _leaning(evaluation: Outcome) -> str:
    asks = evaluation.verdict is Verdict.ASK_FIRST
    return f"leaning to {HEADLINES[evaluation.leaning].lower()}" if asks else ""


def without(evaluation: Outcome) -> str:
    """Return which scorers and gates failed and are not counted, or that a plugin failed; nothing if all is well."""
    parts: tuple[Contribution | Finding, ...] = (*evaluation.contributions, *evaluation.findings)
    failed = [part.name for part in parts if part.error]
    if failed:
        return f"without {', '.join(failed)}, which failed"
    return "" if evaluation.complete else "incomplete, because a plugin failed"


def row(item: Contribution) -> tuple[str, str, str]:
    """Return a contribution's effect on the net value, the range of that, and why."""
    if item.error:
        return "?", "not known", f"failed: {item.error.removeprefix(f'{item.name}: ')}"
    weight = "" if item.weight == 1 else f"counted {factor(item.weight)} times: "
    return *hours(item.effect), weight + item.reason


def totals(evaluation: Outcome) -> list[tuple[str, Summary]]:
    """Return what the criteria come to together, the cost with the sign that it has in the net value."""
    cost = evaluation.cost
    return [
        ("benefit", evaluation.benefit),
        ("cost", Summary(-cost.mean, -cost.high, -cost.low)),
        ("net", evaluation.net),
    ]


def hours(summary: Summary) -> tuple[str, str]:
    """Return the expected hours and their range, in print."""
    return signed(summary.mean), span(summary)


def span(summary: Summary) -> str:
    """Return a 90 % range, "−2.1 to +31", or "exact" if nothing varies, not even rarely."""
    exact = summary.low == summary.high and math.isclose(summary.mean, summary.low, rel_tol=1e-9, abs_tol=1e-9)
    return "exact" if exact else f"{signed(summary.low)} to {signed(summary.high)}"


def ranked(evaluation: Outcome) -> list[Contribution]:
    """Return the contributions as a person reads them: benefits before costs, large effects first, failures last."""

    def place(item: Contribution) -> tuple[str, float, str]:
        return item.kind, math.inf if item.error else -abs(item.effect.mean), item.name

    return sorted(evaluation.contributions, key=place)


def where(item: Input) -> str:
    """Return an input with its name, its value and unit, and where it was read or how it was derived."""
    if item.estimate is None:
        return f"{item.name} ({item.where})"
    place = f" ({item.where})" if item.origin is Origin.READ else ""
    return f"{item.name} {item.estimate} {item.unit}{place}"


def facts_read(evaluation: Outcome) -> Iterator[str]:
    """Yield what was read that is no quantity, such as the role, each with where."""
    for facts in (evaluation.invitation, evaluation.seeker):
        for name, place in facts.read_from.items():
            value = getattr(facts, name, None)
            if name not in facts.own_quantities() and value is not None:
                yield f"{name} {fact(value)} ({place})"


def inputs_of(evaluation: Outcome) -> Iterator[tuple[str, list[str]]]:
    """Yield the inputs, each in words, under headings: read, given, assumed, and the constants of the model."""
    shown = evaluation.inputs
    assumed = [item for item in shown if item.origin is Origin.ASSUMED]
    yield "Read from files", [*facts_read(evaluation), *(where(item) for item in shown if item.origin is Origin.READ)]
    yield "Given by you", [where(item) for item in shown if item.origin is Origin.GIVEN]
    yield "Assumed, because nobody said", [where(item) for item in assumed if item.ask != "nobody"]
    yield "Constants of the model, assumed too", [item.name for item in assumed if item.ask == "nobody"]


def find_out(evaluation: Outcome) -> list[str]:
    """Return the questions to ask first, in words, each with who can answer and what that is worth."""
    asks = evaluation.verdict is Verdict.ASK_FIRST
    return list(map(asked, islice(worth_asking(evaluation), MOST))) if asks else []


def asked(question: Question) -> str:
    """Return a question in words, with who can answer and what that is worth."""
    return f"{question.text} ({ASKED[question.ask]}; {_why(question)})"


def _why(question: Question) -> str:
    worth = f"worth {about(question.worth)} h"
    return f"without it nobody can tell whether to decline; {worth}" if question.gate else worth


def decides(evaluation: Outcome) -> list[str]:
    """Return what the answer hangs on most, in words; nothing if a gate declines, or the evaluation was read back."""
    if evaluation.run is None or evaluation.vetoed:
        return []
    return [
        f"{swing.quantity}: net {signed(swing.net_low)} h at {swing.low:g}, "
        f"{signed(swing.net_high)} h at {swing.high:g}" + (" (a constant of the model)" if swing.constant else "")
        for swing in evaluation.swings[:MOST]
    ]


def turns(evaluation: Outcome) -> list[str]:
    """Return what would turn the verdict, in words: the nearest weights, and the values of what decides it most.

    Nothing turns a gate that declines but what it reads, and an evaluation that was read back cannot tell.
    """
    if evaluation.run is None or evaluation.vetoed:
        return []
    from ..outcome.analysis.break_even import value_turn, weight_turns
    from ..outcome.analysis.conditional import Conditional

    conditional = Conditional(evaluation)
    by_swing = [value_turn(conditional, swing.quantity) for swing in evaluation.swings[:MOST] if swing.turns]
    values = [f"{turn.quantity} at {' or '.join(f'{value:.3g}' for value in turn.turns)}" for turn in by_swing]
    weights = [turn for turn in weight_turns(evaluation) if turn.turn is not None]
    nearest = sorted(weights, key=lambda turn: abs((turn.turn or 0.0) / turn.weight - 1))[:1]
    return [*values, *(f"counting {turn.criterion} {turn.turn:.2g} times" for turn in nearest)]


def disagreements(evaluation: Outcome) -> list[str]:
    """Return what merged sources said differently, and which of it counts."""
    return list(map(disagreement, (*evaluation.invitation.disagreements, *evaluation.seeker.disagreements)))


def late(evaluation: Outcome) -> list[str]:
    """Return the scorers and gates that took long, in words."""
    return [f"{name}: {evaluation.seconds[name]:.2g} s" for name in evaluation.slow]
