"""Courtesy: the time and the place that somebody who cannot say yes takes from others."""

from __future__ import annotations

from ...display.language import say
from ...display.words import of_ten
from ...model.invitation import by_stage
from ...model.quantity import Quantity
from ..criterion import scorer
from ..ops import Ops

WRITE_UP = 0.5
"""Hours that each interviewer spends on reading and writing up: assumption."""

GOOD_FAITH = Quantity(
    "good_faith",
    label="how much doubt is still good faith",
    unit="share: the chance of a yes at which bad faith has fallen to 37 %",
    bounds=(0.01, 1),
    scale="log",
    prior=(0.08, 0.3),
    source="assumption: if truly sure, decline; a sincere doubt is enough to go",
)
PLACE = Quantity(
    "place",
    label="the chance of taking somebody's place",
    unit="share: the chance that another gets your place, times their chance of the job over yours",
    bounds=(0.005, 1),
    scale="log",
    prior=(0.05, 0.4),
)
IN_ROOM = Quantity(
    "in_room",
    label="interviewers in the room",
    unit="interviewers in the room at a time",
    bounds=(1, 6),
    scale="log",
    prior=by_stage((1, 2), screen=1),
)


def in_words(would_accept: float, good_faith: float, organization_interest: float, ops: Ops) -> str:
    """Name how far going would be in bad faith."""
    bad_faith = ops.exp(-would_accept / good_faith) * (1 - organization_interest)
    if bad_faith < 0.05:
        return say("going is in good faith, which costs nobody more than any interview")
    return say(
        "the job would be taken in {chance} cases, so that of the hours that others spend or lose {counted} count",
        chance=of_ten(would_accept),
        counted=of_ten(bad_faith),
    )


SOURCE = "assumption; on whether going without interest wrongs the interviewers, what has been written is split"


@scorer(
    kind="cost", label="the time of others", quantities=[GOOD_FAITH, PLACE, IN_ROOM], source=SOURCE, reason=in_words
)
def courtesy(
    would_accept: float, good_faith: float, organization_interest: float, others_weight: float, duration: float,
    in_room: float, people_met: float, place: float, offer_chance: float, job_worth: float, ops: Ops,
) -> float:  # fmt: skip
    """Interviews take the interviewers' time and somebody's place, which counts while you could not say yes."""
    bad_faith = ops.exp(-would_accept / good_faith) * (1 - organization_interest)
    hours = duration * in_room + WRITE_UP * people_met + place * offer_chance * job_worth
    return others_weight * bad_faith * hours
