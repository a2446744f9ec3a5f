"""The six built-in criteria at the median of every quantity, written by hand for the table of `_invitations` alone.

Three times: for one row in plain Python, the same function compiled by numba into one loop over all rows on all cores
(``fused``), and as expressions of Polars. They read no other columns, allow no empty cell, check nothing, and have
neither verdict nor errors nor what was assumed. Whatever is the same in all rows is worked out beforehand.

Polars has no normal distribution, so Φ is the rational approximation of Zelen and Severo (Abramowitz and Stegun 1964,
26.2.17), good to 7.5e-8, which is cheaper than the real one.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from _invitations import CRITERIA, EVALUATOR, SEEKER, STAGES, SUMS

import interview_value as iv
from interview_value.model.quantity import Z95
from interview_value.scoring.scorers.courtesy import OVERHEAD

COLUMNS = (
    "role_interest", "organization_interest", "clarity", "preparation", "travel", "people_met", "duration_low",
    "duration_high", "resemblance", "openings",
)  # fmt: skip
NAMES = (*CRITERIA, *SUMS)


class Settled(NamedTuple):
    """What is the same in all rows, or in all rows of a stage."""

    log_odds: float
    without: float
    upcoming: float
    start: float
    scale: float
    ceiling: float
    dose: float
    a_person: float
    a_remembered_opening: float
    impression: float
    pressure: float
    expenses: float
    courtesy: float
    job_worth: float
    by_stage: tuple[tuple[float, float], ...]
    """The chance of an offer and the share that is revealed, for each of the stages."""


def median(name: str, stage: str | None = None) -> float:
    """Return the median of a quantity: what the person of all rows says of it, or its prior."""
    quantity = EVALUATOR.quantities[name]
    estimate: Any = SEEKER.known.get(name) or quantity.prior_given(iv.Invitation(stage=stage))
    ratio = quantity.scale == "log"
    return math.sqrt(estimate.low * estimate.high) if ratio else (estimate.low + estimate.high) / 2


def settled() -> Settled:
    """Work out what no column has a say in."""
    chance, upcoming, mindset = median("base_offer_chance"), median("upcoming_interviews"), median("mindset")
    experience, scale, worth, fading = (
        median(name) for name in ("experience", "skill_scale", "job_worth", "tie_half_life")
    )
    ties = median("tie_chance") + (median("tie_chance_followed") - median("tie_chance")) * median("follow_up")
    tie_years = (1 - 0.5 ** (24 / fading)) * fading / (12 * math.log(2))
    return Settled(
        math.log(chance / (1 - chance)),
        (1 - chance) ** upcoming,
        upcoming,
        math.exp(-experience / scale),
        scale,
        median("skill_ceiling"),
        (0.5 + 0.5 * mindset) * (0.75 + 0.5 * median("nervousness")),
        ties * median("sociability") * tie_years * median("jobs_per_tie_year") * worth,
        median("recall") * median("memory_half_life") / math.log(2),
        (1.25 * mindset - 0.25) * worth,
        median("pressure"),
        median("expenses") / median("hour_value"),
        median("courtesy"),
        worth,
        tuple((median("offer_chance", stage), median("revealed", stage)) for stage in STAGES),
    )


K = settled()


def one_row(
    stage: int,
    role: float,
    organization: float,
    clarity: float,
    preparation: float,
    travel: float,
    people: float,
    shortest: float,
    longest: float,
    resemblance: float,
    openings: float,
) -> tuple[float, ...]:
    """Return the hours of each criterion, and benefit, cost and net, of one row."""
    duration = math.sqrt(shortest * longest)
    courtesy = people * (duration + OVERHEAD) * K.courtesy * (1 - max(role, organization))
    effort = (preparation + duration + travel) * K.pressure + K.expenses
    chance = 1 - math.exp(-openings * K.a_remembered_opening)
    future = organization * chance * K.impression
    networking = people * K.a_person
    gain = K.ceiling * K.start * (1 - math.exp(-resemblance * K.dose / K.scale))
    missed = 1 / (1 + math.exp(K.log_odds + gain))
    practice = (K.without - missed**K.upcoming) * K.job_worth
    offer, revealed = K.by_stage[stage]
    mean, spread = -0.7 + 1.2 * role, (0.25 + 0.75 * (1 - clarity)) / Z95 * math.sqrt(revealed)
    z = mean / spread
    below = 0.5 * math.erfc(-z * math.sqrt(0.5))
    option = mean * below + spread * math.exp(-0.5 * z * z) / math.sqrt(2 * math.pi)
    discovery = offer * option * K.job_worth
    benefit, cost = future + networking + practice + discovery, courtesy + effort
    return courtesy, effort, future, networking, practice, discovery, benefit, cost, benefit - cost


def arrays_of(table: pl.DataFrame) -> list[np.ndarray[Any, Any]]:
    """Return the columns as arrays, the stage as its place among the stages; nothing is copied."""
    return [table["stage"].to_physical().to_numpy(), *(table[name].to_numpy() for name in COLUMNS)]


def fused() -> Callable[..., dict[str, np.ndarray[Any, Any]]]:
    """Return a call on arrays that numba has compiled: one loop over the rows, shared by all cores."""
    import numba

    row = numba.njit(fastmath=True, inline="always")(one_row)

    @numba.njit(parallel=True, fastmath=True)
    def loop(out, stage, a, b, c, d, e, f, g, h, i, j):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        for n in numba.prange(len(stage)):
            found = row(stage[n], a[n], b[n], c[n], d[n], e[n], f[n], g[n], h[n], i[n], j[n])
            for place in range(9):
                out[place, n] = found[place]

    def call(*arrays: np.ndarray[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
        out = np.empty((len(NAMES), len(arrays[0])))
        loop(out, *arrays)
        return dict(zip(NAMES, out, strict=True))

    return call


def lazy(table: pl.DataFrame) -> pl.LazyFrame:
    """Return the criteria as a query of Polars, in steps that name what is shared."""
    col = pl.col
    stages = col("stage").to_physical()
    offers, shown = (pl.Series([pair[place] for pair in K.by_stage]) for place in (0, 1))
    duration = (col("duration_low") * col("duration_high")).sqrt()
    gain = K.ceiling * K.start * (1 - (col("resemblance") * (-K.dose / K.scale)).exp())
    mean = -0.7 + 1.2 * col("role_interest")
    spread = (0.25 + 0.75 * (1 - col("clarity"))) / Z95 * pl.lit(shown.sqrt()).gather(stages)
    steps = (
        {"duration": duration, "missed": 1 / (1 + (K.log_odds + gain).exp()), "mean": mean, "spread": spread},
        {"z": col("mean") / col("spread")},
        {"density": (-0.5 * col("z") ** 2).exp() / math.sqrt(2 * math.pi)},
        {"option": col("mean") * below(col("z"), col("density")) + col("spread") * col("density")},
    )
    query = table.lazy()
    for step in steps:
        query = query.with_columns(**step)
    interest = pl.max_horizontal("role_interest", "organization_interest")
    chance = 1 - (col("openings") * -K.a_remembered_opening).exp()
    criteria = {
        "courtesy": col("people_met") * (col("duration") + OVERHEAD) * K.courtesy * (1 - interest),
        "effort": (col("preparation") + col("duration") + col("travel")) * K.pressure + K.expenses,
        "future_opportunity": col("organization_interest") * chance * K.impression,
        "networking": col("people_met") * K.a_person,
        "practice": (K.without - col("missed") ** K.upcoming) * K.job_worth,
        "role_discovery": pl.lit(offers).gather(stages) * col("option") * K.job_worth,
    }
    gains = (col(name) for name in criteria if name not in ("courtesy", "effort"))
    sums = {"benefit": pl.sum_horizontal(*gains), "cost": col("courtesy") + col("effort")}
    return query.select(**criteria).with_columns(**sums).with_columns(net=col("benefit") - col("cost"))


def below(z: pl.Expr, density: pl.Expr) -> pl.Expr:
    """Return Φ(z) to 7.5e-8."""
    factors = (0.319381530, -0.356563782, 1.781477937, -1.821255978, 1.330274429)
    t = 1 / (1 + 0.2316419 * z.abs())
    polynomial: Any = 0.0
    for factor in reversed(factors):
        polynomial = (polynomial + factor) * t
    tail = density * polynomial
    return pl.when(z > 0).then(1 - tail).otherwise(tail)
