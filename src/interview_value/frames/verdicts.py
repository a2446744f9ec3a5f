"""Verdicts: what to do in many rows, by the ways and the questions, as `Outcome.verdict` has it for one."""

from __future__ import annotations

import numpy as np
from attrs import define

from ..outcome.contributions import Verdict
from ..outcome.ways import WORTH_WHILE
from .cells import Bools, Codes, Floats
from .net_values import NetValues
from .question_worth import QuestionWorth
from .way_worth import WayWorth

__all__ = ["VERDICTS", "RowVerdicts", "leanings", "row_verdicts"]

VERDICTS = tuple(Verdict)
"""The verdicts, each named by its place among them."""

ATTEND, DECLINE, ASK_THEM, ASK_YOURSELF = map(VERDICTS.index, Verdict)

NEAR = 1e-8
"""How near two worths that are compared may come, hours, before the order of adding decides."""


@define(eq=False)
class RowVerdicts:
    """What to do in some rows that no gate decides; each array has one entry a row.

    Args:
        verdict: The places of the verdicts among `VERDICTS`.
        question: The place of the question to ask first, or −1 if the verdict is not to ask, or has none.
        needs_single_evaluation: Whether two worths are too near to each other to tell which is more.
    """

    verdict: Codes
    question: Codes
    needs_single_evaluation: Bools


def leanings(net: NetValues) -> Codes:
    """Return the places of the leanings among `VERDICTS`."""
    return np.where(net.leans_to_attend, ATTEND, DECLINE)


def row_verdicts(net: NetValues, ways: WayWorth, questions: QuestionWorth) -> RowVerdicts:
    """Decide what to do in rows that no gate decides.

    Args:
        net: Their net value.
        ways: What the ways are worth.
        questions: What the answers are worth.
    """
    every, best = np.arange(net.values.size), ways.best()
    lead = ways.hours[every, best] - np.maximum(net.mean, 0.0)
    first, gain = questions.first()
    by_way = (lead > WORTH_WHILE) & ways.asks[best] & ~((first >= 0) & (gain > lead))
    known = net.values.plan.known
    by_question = [ASK_YOURSELF if known[name].ask == "yourself" else ASK_THEM for name in questions.names]
    asked = np.array([*by_question, DECLINE])[first]  # the last is never used, but stands where there is no question
    verdict = np.where(by_way, ASK_THEM, np.where(first >= 0, asked, leanings(net)))
    verdict = np.where(net.contradicts, ASK_YOURSELF, verdict)
    return RowVerdicts(
        verdict,
        np.where((verdict == ASK_THEM) | (verdict == ASK_YOURSELF), first, -1),
        _near(lead, WORTH_WHILE) | _near(gain, 0.0) | _near(gain, lead) | (_near_ways(ways) & (lead > WORTH_WHILE)),
    )


def _near(one: Floats, other: Floats | float) -> Bools:
    with np.errstate(invalid="ignore"):  # −∞ where there is no question
        return np.abs(one - other) < NEAR


def _near_ways(ways: WayWorth) -> Bools:
    """Return in which rows the two best ways are worth about the same."""
    two = np.sort(ways.hours, axis=1)[:, -2:]
    return _near(two[:, 1], two[:, 0])
