"""Discovery: the chance to change your mind about the role, and how appealing it must be to pay for going."""

from __future__ import annotations

import math
from typing import Any

from attrs import frozen

from ...display.plain import Plain
from ...errors import NotAtHandError
from ...scoring.hours import Summary, percentile
from ...scoring.ops import FLOATS
from ...scoring.scorers.role_discovery import chance_of_change
from ..valuation import Valuation

__all__ = ["Discovery", "discovery", "reservation_value"]

READS = ("appeal", "revealed", "offer_chance", "job_worth")


@frozen
class Discovery(Plain):
    """What the interview may show about the role.

    Args:
        chance: The chance, 0 to 1, that after it you prefer this job to your fallback: mean and 90 % range.
        reservation: The reservation value (Weitzman 1979), in the units of appeal: the fallback whose surpassing
            would just pay for going, by this role alone. Above 0, going pays for the role alone; below, it does not.
            ∞ if going costs nothing.
    """

    chance: Summary
    reservation: float


def discovery(evaluation: Valuation) -> Discovery | None:
    """Work out what the interview may show about the role.

    Args:
        evaluation: The evaluation.

    Returns:
        The numbers; None if no scorer reads what they are made of, as when ``role_discovery`` is blocked.

    Raises:
        NotAtHandError: The evaluation was read back.
    """
    if evaluation.run is None:
        raise NotAtHandError
    given = evaluation.run.values
    if not all(name in evaluation.run.plan.order for name in READS):
        return None
    rows = max((len(given.columns[name]) for name in READS if name in given.columns), default=1)
    columns = [given.columns.get(name) or [given.fixed[name]] * rows for name in READS]
    draws = list(zip(*columns, strict=True))
    chances = sorted(chance_of_change(appeal, revealed, FLOATS) for appeal, revealed, _, _ in draws)
    chance = Summary(math.fsum(chances) / rows, percentile(chances, 0.05), percentile(chances, 0.95))
    return Discovery(chance, reservation_value(draws, evaluation.cost.mean))


def reservation_value(draws: list[tuple[Any, ...]], cost: float) -> float:
    """Solve offer_chance · E[max(X − r, 0)] · job_worth = cost for r, the left side averaged over the draws.

    Args:
        draws: For each draw the appeal (a `Belief`), revealed, offer_chance and job_worth.
        cost: What going costs, hours.

    Returns:
        The reservation value in the units of appeal: ∞ if going costs nothing, −∞ if nothing could pay for it.
    """
    if cost <= 0:
        return math.inf
    normals = [(a.mean, a.sd * math.sqrt(revealed), chance * worth) for a, revealed, chance, worth in draws]
    if not any(factor for _, _, factor in normals):
        return -math.inf

    def surplus(r: float) -> float:
        worth = math.fsum(factor * FLOATS.expected_excess(mean, sd, r) for mean, sd, factor in normals)
        return worth / len(normals) - cost

    # The surplus falls with r. Far below every mean it grows without limit, far above it is −cost.
    low, high = -1.0, 1.0
    while surplus(low) < 0:
        low *= 2
    while surplus(high) > 0:
        high *= 2
    while high - low > 1e-12 * max(1.0, abs(low), abs(high)):
        middle = (low + high) / 2
        low, high = (middle, high) if surplus(middle) > 0 else (low, middle)
    return (low + high) / 2
