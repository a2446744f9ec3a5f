"""Role discovery: the job may turn out right after all, and only then would you take it."""

from __future__ import annotations

from ...display.words import about, percent
from ...model.quantity import Belief
from ..criterion import scorer
from ..ops import Ops


def chance_of_change(appeal: Belief, revealed: float, ops: Ops) -> float:
    """Return the chance, 0 to 1, that after the interview you would prefer this job to your fallback: Φ(μ/s)."""
    spread = appeal.sd * ops.sqrt(revealed)
    # A belief without spread does not move: it is above the fallback already, or never will be.
    certain = ops.where(appeal.mean > 0, 1.0, 0.0)
    return ops.where(spread > 0, ops.normal_cdf(appeal.mean / ops.where(spread > 0, spread, 1.0)), certain)


def in_words(appeal: Belief, revealed: float, offer_chance: float, ops: Ops) -> str:
    """Name the chance of a change of mind and the chance of an offer."""
    side = "below" if appeal.mean < 0 else "above"
    chance = chance_of_change(appeal, revealed, ops)
    return (
        f"you rate the job {about(abs(appeal.mean))} {side} your fallback now; with {percent(chance)} chance the "
        f"interview shows that it is the better one, and an offer comes with {percent(offer_chance)}"
    )


SOURCE = (
    "the expected value of an option on a normally distributed worth, E[max(X, 0)], as in optimal search (Weitzman "
    "1979, 10.2307/1910412); no upward bias, as realistic previews lower expectations (Phillips 1998, 10.5465/256964)"
)


@scorer(kind="benefit", source=SOURCE, reason=in_words)
def role_discovery(appeal: Belief, revealed: float, offer_chance: float, job_worth: float, ops: Ops) -> float:
    """You may decide that the job is right after all: the option to act on a good surprise.

    No upward bias: realistic previews lower expectations (Phillips 1998, 10.5465/256964).
    """
    spread = appeal.sd * ops.sqrt(revealed)
    return offer_chance * ops.expected_excess(appeal.mean, spread) * job_worth
