"""The sentences that screens share: the verdict, what going is worth and how sure that is, hours and questions."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from ..display.language import mark, say, say_count
from ..display.text import cut_off
from ..display.words import hours_in_words, hours_range, length, listed, of_ten, signed, signed_hours
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution, Finding, Verdict
from ..outcome.outcome import Outcome
from ..scoring.hours import Summary, percentile

__all__ = [
    "ASKED",
    "HEADLINES",
    "act",
    "failed_sentence",
    "headline",
    "hours",
    "if_so",
    "in_short",
    "question_text",
    "ranked",
    "span",
    "standing",
    "worth",
]

HEADLINES: Mapping[Verdict, str] = {
    Verdict.ATTEND: mark("Go"),
    Verdict.DECLINE: mark("Say no"),
    Verdict.ASK_THEM: mark("Ask them first"),
    Verdict.ASK_YOURSELF: mark("Settle one thing first"),
}
"""The verdicts as messages of a few words."""

ACTS: Mapping[tuple[Verdict, Verdict], str] = {
    (Verdict.ATTEND, Verdict.ATTEND): mark("Go."),
    (Verdict.DECLINE, Verdict.DECLINE): mark("Say no, politely."),
    (Verdict.ASK_THEM, Verdict.ATTEND): mark("Ask them one thing first; so far it leans towards going."),
    (Verdict.ASK_THEM, Verdict.DECLINE): mark("Ask them one thing first; so far it leans towards saying no."),
    (Verdict.ASK_YOURSELF, Verdict.ATTEND): mark("Settle one thing yourself first; so far it leans towards going."),
    (Verdict.ASK_YOURSELF, Verdict.DECLINE): mark(
        "Settle one thing yourself first; so far it leans towards saying no."
    ),
}
"""The verdicts with their leanings as messages that tell what to do."""

ASKED: Mapping[str, str] = {
    "yourself": mark("ask yourself"),
    "recruiter": mark("ask the recruiter"),
    "nobody": mark("a fixed assumption"),
}
"""Who can answer, as messages."""

HALF = (0.45, 0.55)
"""Chances that count as half of all cases: assumption."""

RARE = 0.05
"""Chances, or those of the contrary, that are told without a number: assumption."""

TOSS_UP = 0.5
"""Below so many hours, either way, going is nearly a toss-up: assumption."""

LONGEST_NAMES = 50
"""The most characters of the names of what failed."""


class Odds(NamedTuple):
    """What is known of the outcomes of going.

    Args:
        pays: The chance that going pays, 0 to 1.
        low: The 5th percentile of the hours on balance.
        high: Their 95th percentile.
        lost: The hours that are lost where going does not pay, in words.
    """

    pays: float
    low: float
    high: float
    lost: str


def act(outcome: Outcome) -> str:
    """Return the verdict as what to do, in a sentence."""
    return say(ACTS[outcome.verdict, outcome.leaning])


def headline(outcome: Outcome) -> str:
    """Return the verdict, what going is worth and how sure that is, and what failed, in a few sentences."""
    return " ".join(filter(None, (act(outcome), worth(outcome), failed_sentence(outcome))))


def in_short(outcome: Outcome) -> str:
    """Return the verdict in a few words with the hours on balance, marked if it is incomplete."""
    if outcome.ruling is not None:
        return standing(outcome)
    verdict, hours = say(HEADLINES[outcome.verdict]), signed_hours(outcome.expected_net)
    if outcome.complete:
        return say("{verdict} ({hours})", verdict=verdict, hours=hours)
    return say("{verdict} ({hours}; incomplete)", verdict=verdict, hours=hours)


def standing(outcome: Outcome) -> str:
    """Return the verdict in a few words, marked if it is incomplete."""
    words = say(HEADLINES[outcome.verdict])
    return words if outcome.complete else say("{verdict} (incomplete)", verdict=words)


def failed_sentence(outcome: Outcome) -> str:
    """Return which scorers and gates failed, or that a plugin failed; empty if nothing did."""
    items: tuple[Contribution | Finding, ...] = (*outcome.contributions, *outcome.findings)
    failed = [say(item.label) for item in items if item.error]
    if failed:
        names = cut_off(listed(failed), LONGEST_NAMES)
        return say_count(
            "Not counted, as it failed: {names}.", "Not counted, as they failed: {names}.", len(failed), names=names
        )
    return "" if outcome.complete else say("A plugin failed, so that this is incomplete.")


def worth(outcome: Outcome) -> str:
    """Return what going is worth and how sure that is in one or two sentences; the reason of a rule that decides."""
    if outcome.ruling is not None and outcome.ruling.verdict is Verdict.DECLINE:
        return say(outcome.ruling.reason)
    if outcome.ruling is not None:
        costs, brings = hours_in_words(outcome.cost.mean), hours_in_words(outcome.benefit.mean)
        hours = say(
            "All counted, going costs you {costs} and brings what is worth {brings}.", costs=costs, brings=brings
        )
        return " ".join((say(outcome.ruling.reason), hours))
    return " ".join(filter(None, (_on_average(outcome.expected_net), _how_sure(outcome))))


def _on_average(net: float) -> str:
    time = hours_in_words(abs(net))
    if abs(net) < TOSS_UP:
        # The sign still decides the verdict, so that it is told.
        return (
            say("It is nearly a toss-up: on average, going is worth {time} of your time.", time=time)
            if net > 0
            else say("It is nearly a toss-up: on average, going costs you {time} more than it brings.", time=time)
        )
    if net > 0:
        return say("On average, going is worth {time} of your time.", time=time)
    return say("On average, going costs you {time} more than it brings.", time=time)


def _how_sure(outcome: Outcome) -> str:
    """Return how sure the sign of the hours is; why they are what they are, where the odds say otherwise."""
    odds = _odds(outcome)
    if odds.low == odds.high and odds.pays in (0, 1):
        return ""
    if HALF[0] <= odds.pays < HALF[1]:
        return _pays_in_half(odds, outcome.expected_net)
    likely = odds.pays > 0.5
    if outcome.expected_net > 0:
        return _pays(odds) if likely else _pays_seldom(odds)
    return _pays_little(odds) if likely else _does_not_pay(odds)


def _odds(outcome: Outcome) -> Odds:
    net, draws = outcome.net, outcome.net_draws if outcome.totals is None else 0.0
    losses = sorted(-hours for hours in draws if hours <= 0) if isinstance(draws, tuple) else []
    if losses:
        lost = hours_range(percentile(losses, 0.05), percentile(losses, 0.95))
    else:
        lost = say("up to {time}", time=length(max(-net.low, 0.0)))
    return Odds(outcome.chance_positive, net.low, net.high, lost)


def _pays(odds: Odds) -> str:
    if odds.low >= 0:
        span = hours_range(odds.low, odds.high)
        return say("It pays off in {cases}; mostly it brings {range}.", cases=_cases(odds.pays), range=span)
    return _pays_and_ranges(odds)


def _does_not_pay(odds: Odds) -> str:
    costs = hours_range(max(-odds.high, 0.0), -odds.low)
    if odds.pays < RARE:
        return say("It hardly ever pays off; mostly it costs {range}.", range=costs)
    if odds.high <= 0:
        return say("It pays off in {cases}; mostly it costs {range}.", cases=_cases(odds.pays), range=costs)
    return _pays_and_ranges(odds)


def _pays_and_ranges(odds: Odds) -> str:
    return say(
        "It pays off in {cases}; mostly it is between {lost} lost and {gained} gained.",
        cases=_cases(odds.pays),
        lost=length(-odds.low),
        gained=length(odds.high),
    )


def _pays_in_half(odds: Odds, net: float) -> str:
    ends = {"lost": length(-odds.low), "gained": length(odds.high)}
    if net >= TOSS_UP:
        return say(
            "It pays off in half of all cases, which outweigh the rest; mostly it is between {lost} lost and {gained} "
            "gained.",
            **ends,
        )
    if net <= -TOSS_UP:
        return say(
            "It pays off in half of all cases, which the rest outweigh; mostly it is between {lost} lost and {gained} "
            "gained.",
            **ends,
        )
    return _pays_and_ranges(odds)


def _pays_seldom(odds: Odds) -> str:
    return say(
        "That average rests on a few lucky outcomes: in {cases} you lose {range}.",
        cases=_cases(1 - odds.pays),
        range=odds.lost,
    )


def _pays_little(odds: Odds) -> str:
    return say(
        "That average rests on a few bad outcomes: it pays off in {cases}, but in the others you lose {range}.",
        cases=_cases(odds.pays),
        range=odds.lost,
    )


def _cases(chance: float) -> str:
    """Return how many cases a chance is: "nearly all cases", "6 of 10 cases", "half of all", "only 2 of 10 cases"."""
    if chance > 1 - RARE:
        return say("nearly all cases")
    if HALF[0] <= chance < HALF[1]:
        return say("half of all cases")
    return say("{n} cases", n=of_ten(chance)) if chance > 0.5 else say("only {n} cases", n=of_ten(chance))


def hours(summary: Summary) -> tuple[str, str]:
    """Return expected hours and their range as text."""
    return signed(summary.mean), span(summary)


def span(summary: Summary) -> str:
    """Return the range of hours as text, such as "−2.1 to +31", or "fixed" if no draw differs."""
    fixed = summary.low == summary.high and math.isclose(summary.mean, summary.low, rel_tol=1e-9, abs_tol=1e-9)
    return say("fixed") if fixed else say("{low} to {high}", low=signed(summary.low), high=signed(summary.high))


def ranked(outcome: Outcome) -> list[Contribution]:
    """Return the contributions in the order of pages: benefits, then costs; large effects first, failures last."""

    def place(item: Contribution) -> tuple[str, float, str]:
        return item.kind, math.inf if item.error else -abs(item.effect.mean), item.name

    return sorted(outcome.contributions, key=place)


def question_text(question: Question) -> str:
    """Return a question, at its tipping point if it has one, with who can answer and what the answer is worth."""
    asked = " ".join(filter(None, (question.in_words, if_so(question))))
    whom, time = say(ASKED[question.ask]), hours_in_words(question.worth)
    return say("{question} ({whom}; the answer is worth {time})", question=asked, whom=whom, time=time)


def if_so(question: Question) -> str:
    """Return what follows from yes and from no to a question at its tipping point; empty if it has none."""
    if not question.at_turn or question.if_low is question.if_high:
        return ""
    if question.if_high is Verdict.ATTEND:
        return say("If so, go; if not, say no.")
    return say("If so, say no; if not, go.")
