"""The sentences and short texts that pages show of an outcome."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice

from ..display.words import about, brief, factor, in_full, percent, signed
from ..model.page import disagreement, estimate_text, fact_text
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution, Finding, Input, Origin, Verdict
from ..outcome.outcome import Outcome, worth_asking
from ..scoring.gates import nothing_of_interest
from ..scoring.hours import Summary

__all__ = [
    "ASKED",
    "HEADLINES",
    "contribution_cells",
    "deciding_quantities",
    "disagreements",
    "failed_sentence",
    "find_out",
    "headline",
    "hours",
    "if_so",
    "inputs_of",
    "question_text",
    "ranked",
    "slow",
    "span",
    "standing",
    "tips",
    "total_hours",
    "turning_points",
    "ways_to_go",
]

HEADLINES = {
    Verdict.ATTEND: "Attend",
    Verdict.DECLINE: "Decline politely",
    Verdict.ASK_THEM: "Ask them first",
    Verdict.ASK_YOURSELF: "Settle one thing yourself first",
}
ASKED = {"yourself": "ask yourself", "recruiter": "ask the recruiter", "nobody": "a constant of the model"}

MOST = 3
"""The most questions, and the most swings, that are shown."""

WITHOUT_INTEREST = ("kept_promise", "practice")
"""The criteria that may pay where nothing is of interest."""

TOSS_UP = 0.5
"""Below so many hours, either way, going is nearly a toss-up: assumption."""


def headline(outcome: Outcome) -> str:
    """Return the verdict in one sentence."""
    title, net = HEADLINES[outcome.verdict], outcome.net
    if outcome.ruling and outcome.ruling.verdict is Verdict.ATTEND:
        takes_and_brings = f"takes {about(outcome.cost.mean)} h of your time and brings {about(outcome.benefit.mean)} h"
        return f"{title}: {outcome.ruling.reason} It {takes_and_brings}: {signed(net.mean)} h net ({span(net)})"
    if outcome.ruling:
        return f"{title}: {outcome.ruling.reason}"
    stands = "as things stand " if outcome.verdict.asks else ""
    worth = f"{stands}going is worth {signed(net.mean)} h of your time net ({span(net)})"
    pays = f"pays in {percent(outcome.chance_positive)} of cases{_odds(outcome)}"
    return "; ".join(filter(None, (f"{title}: {worth} and {pays}", _leaning(outcome), failed_sentence(outcome))))


def _odds(outcome: Outcome) -> str:
    """Return what explains a mean that is near to nothing, and one that disagrees with the odds; else nothing."""
    toss_up = ", which is nearly a toss-up" if abs(outcome.expected_net) < TOSS_UP else ""
    seldom = outcome.leaning is Verdict.ATTEND and outcome.confidence < 0.5
    return f"{toss_up}: usually it does not pay, but when it does it pays much" if seldom else toss_up


def standing(outcome: Outcome, verdict: Verdict | None = None) -> str:
    """Return the verdict in a few words: with the leaning if it is to ask first, and marked if it is incomplete.

    Args:
        outcome: The outcome.
        verdict: Another verdict than its own, such as that of a session in which questions were skipped.
    """
    if verdict in (None, outcome.verdict):
        words = ", ".join(filter(None, (HEADLINES[outcome.verdict], _leaning(outcome))))
    else:
        words = HEADLINES[verdict]
    return words if outcome.complete else f"{words} (incomplete)"


def _leaning(outcome: Outcome) -> str:
    return f"leaning to {HEADLINES[outcome.leaning].lower()}" if outcome.verdict.asks else ""


def failed_sentence(outcome: Outcome) -> str:
    """Return which scorers and gates failed, or that a plugin failed; empty if nothing did."""
    items: tuple[Contribution | Finding, ...] = (*outcome.contributions, *outcome.findings)
    failed = [item.name for item in items if item.error]
    if failed:
        return f"without {', '.join(failed)}, which failed"
    return "" if outcome.complete else "incomplete, because a plugin failed"


def contribution_cells(item: Contribution) -> tuple[str, str, str]:
    """Return the effect of a contribution on the net value, its range, and the reason."""
    if item.error:
        return "?", "not known", f"failed: {item.error.removeprefix(f'{item.name}: ')}"
    weight = "" if item.weight == 1 else f"counted {factor(item.weight)} times: "
    return *hours(item.effect), weight + item.reason


def total_hours(outcome: Outcome) -> list[tuple[str, Summary]]:
    """Return the totals by name, hours; the cost with the sign that it has in the net value."""
    cost = outcome.cost
    return [
        ("benefit", outcome.benefit),
        ("cost", Summary(-cost.mean, -cost.high, -cost.low)),
        ("net", outcome.net),
    ]


def hours(summary: Summary) -> tuple[str, str]:
    """Return expected hours and their range as text."""
    return signed(summary.mean), span(summary)


def span(summary: Summary) -> str:
    """Return a 90 % range as text, such as "−2.1 to +31", or "exact" if no draw differs."""
    exact = summary.low == summary.high and math.isclose(summary.mean, summary.low, rel_tol=1e-9, abs_tol=1e-9)
    return "exact" if exact else f"{signed(summary.low)} to {signed(summary.high)}"


def ranked(outcome: Outcome) -> list[Contribution]:
    """Return the contributions in the order of pages: benefits, then costs; large effects first, failures last."""

    def place(item: Contribution) -> tuple[str, float, str]:
        return item.kind, math.inf if item.error else -abs(item.effect.mean), item.name

    return sorted(outcome.contributions, key=place)


def input_text(item: Input) -> str:
    """Return an input as text: its name, its value and unit or its choice, and where it was read."""
    place = f" ({item.where})" if item.origin is Origin.READ else ""
    if item.label:
        return f"{item.name}: {item.said or 'not said'}{place}"
    if item.estimate is None:
        return f"{item.name} ({item.where})"  # a formula that could not be computed
    numbers = f"{estimate_text(item.estimate)} {item.unit}"
    return f"{item.name}: {item.said} ({numbers}){place}" if item.said else f"{item.name} {numbers}{place}"


def facts_read(outcome: Outcome) -> Iterator[str]:
    """Yield each fact that was read and is no quantity, such as the role, with where it was read."""
    for facts in (outcome.invitation, outcome.seeker):
        for name, place in facts.read_from.items():
            value = getattr(facts, name, None)
            if name not in facts.own_quantities() and name not in facts.own_labels() and value is not None:
                yield f"{name} {fact_text(value)} ({place})"


def inputs_of(outcome: Outcome) -> Iterator[tuple[str, list[str]]]:
    """Yield headings, each with its inputs as texts: read, given, assumed, and the constants of the model."""
    inputs = outcome.inputs
    assumed = [item for item in inputs if item.origin is Origin.ASSUMED]
    quantities_read = [input_text(item) for item in inputs if item.origin is Origin.READ]
    yield "Read from files", [*facts_read(outcome), *quantities_read]
    yield "Given by you", [input_text(item) for item in inputs if item.origin is Origin.GIVEN]
    yield "Decided for you", [input_text(item) for item in inputs if item.origin is Origin.DECIDED]
    yield "Assumed, because nobody said", [input_text(item) for item in assumed if item.ask != "nobody"]
    yield "Constants of the model, assumed too", [item.name for item in assumed if item.ask == "nobody"]


def find_out(outcome: Outcome) -> list[str]:
    """Return what to ask first, each as text: a way that begins with a question, and questions; empty if nothing is."""
    if not outcome.verdict.asks or outcome.ruling is not None:
        return []
    texts = [question_text(question) for question in islice(worth_asking(outcome), MOST)]
    if (way := outcome.first_way) and way.asks:
        # What the verdict rests on stands first.
        place = len(texts) if outcome.verdict is Verdict.ASK_YOURSELF else 0
        text = f"{way.label}: worth {signed(way.worth)} h, against {signed(max(outcome.expected_net, 0))} h"
        texts.insert(place, text)
    return texts


def question_text(question: Question) -> str:
    """Return a question, at its tipping point if it has one, with who can answer and what the answer is worth."""
    aside = "; ".join(filter(None, (ASKED[question.ask], f"worth {about(question.worth)} h", if_so(question))))
    return f"{question.at_turn or question.text} ({aside})"


def if_so(question: Question) -> str:
    """Return what follows from yes and from no to a question at its tipping point; empty if it has none."""
    if not question.at_turn or question.if_low is question.if_high:
        return ""
    return f"if so, {HEADLINES[question.if_high].lower()}; if not, {HEADLINES[question.if_low].lower()}"


def ways_to_go(outcome: Outcome) -> list[str]:
    """Return every way of dealing with the invitation with its hours, best first; empty if a gate decides."""
    if outcome.ruling is not None:
        return []
    hours = {"attend": f" ({brief(outcome.best_hours)} h)" if outcome.best_hours is not None else ""}
    return [f"{way.label}{hours.get(way.name, '')}: {signed(way.worth)} h" for way in outcome.ways]


def tips(outcome: Outcome) -> list[str]:
    """Return the tip to ask for the one thing that would settle a doubt; empty if that is worth too little.

    Where nothing is of interest it is what practice and a promise would come to, if they alone would pay.
    """
    if outcome.ruling is not None:
        return list(_without_interest(outcome))
    if outcome.tip <= outcome.asking_cost:
        return []
    one_thing = "one thing that they can tell you beforehand (pay, place, hours, contract)"
    worth = f"knowing whether there is one is worth {about(outcome.tip)} h"
    return [f"If {one_thing} would settle it, ask that first ({worth})"]


def _without_interest(outcome: Outcome) -> Iterator[str]:
    if outcome.ruling is None or outcome.ruling.name != nothing_of_interest.name:
        return
    reasons = [item for item in outcome if item.counts and item.name in WITHOUT_INTEREST]
    alone = math.fsum(item.effect.mean for item in reasons) - outcome.cost.mean
    if alone > 0:
        names = " and ".join(item.name for item in reasons)
        yield (
            f"By {names} alone going would be worth {signed(alone)} h; "
            "but to practise, a mock interview costs nobody's time"
        )


def deciding_quantities(outcome: Outcome) -> list[str]:
    """Return what the verdict depends on most; empty if a gate decides or the evaluation was read back."""
    if outcome.run is None or outcome.ruling is not None:
        return []
    return [
        f"{swing.quantity}: net {signed(swing.net_low)} h at {brief(swing.low)}, "
        f"{signed(swing.net_high)} h at {brief(swing.high)}" + (" (a constant of the model)" if swing.constant else "")
        for swing in outcome.swings[:MOST]
    ]


def turning_points(outcome: Outcome) -> list[str]:
    """Return what would turn the verdict: values of the quantities it depends on most, and the nearest weight.

    It is empty if a gate decides, as hours then do not count, and if the evaluation was read back, without a run.
    """
    if outcome.run is None or outcome.ruling is not None:
        return []
    from ..outcome.analysis.break_even import value_turn, weight_turns
    from ..outcome.analysis.conditional import Conditional

    conditional = Conditional(outcome)
    value_turns = [value_turn(conditional, swing.quantity) for swing in outcome.swings[:MOST] if swing.turns]
    values = [
        f"{turn.quantity} at {' or '.join(f'{in_full(value, 3)}' for value in turn.turns)}" for turn in value_turns
    ]
    weights = [turn for turn in weight_turns(outcome) if turn.turn is not None]
    nearest = sorted(weights, key=lambda turn: abs((turn.turn or 0.0) / turn.weight - 1))[:1]
    return [*values, *(f"counting {turn.criterion} {in_full(turn.turn or 0.0, 2)} times" for turn in nearest)]


def disagreements(outcome: Outcome) -> list[str]:
    """Return the facts on which merged sources disagree, each with the value that counts."""
    return [disagreement(item, facts) for facts in (outcome.invitation, outcome.seeker) for item in facts.disagreements]


def slow(outcome: Outcome) -> list[str]:
    """Return the scorers and gates that took long, each with its seconds."""
    return [f"{name}: {in_full(outcome.seconds[name], 2)} s" for name in outcome.slow]
