"""The built-in criteria at the median of every quantity, written by hand for the table of `_invitations` alone.

Three times: for one row in plain Python, the same function compiled by numba into one loop over all rows on all cores
(``fused``), and as expressions of Polars. Each looks for the best hours of preparation among the same twelve. They read
no other columns, allow no empty cell, check nothing, and have neither verdict nor errors nor what was assumed. Whatever
is the same in all rows is worked out beforehand.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import polars as pl
from _invitations import CRITERIA, EVALUATOR, SEEKER, STAGES, SUMS

import interview_value as iv
from interview_value.scoring.draws import values_at
from interview_value.scoring.preparation import CHOICES
from interview_value.scoring.scorers.courtesy import WRITE_UP

COLUMNS = (
    "would_accept", "organization_interest", "travel", "people_met", "duration_low", "duration_high", "resemblance",
    "openings",
)  # fmt: skip
NAMES = (*CRITERIA, *SUMS)
OUT = len(NAMES)


class Settled(NamedTuple):
    """What is the same in all rows, or in all rows of a stage."""

    log_odds: float
    without: float
    upcoming: float
    start: float
    scale: float
    ceiling: float
    dose: float
    otherwise: float
    a_person: float
    silent: float
    recalled: float
    cold: float
    impression: float
    mood: float
    lift: float
    prize: float
    pressure: float
    expenses: float
    good_faith: float
    others_weight: float
    place: float
    promise: float
    exposure: float
    job_worth: float
    by_stage: tuple[tuple[float, float, float, float], ...]
    """The chance of an offer, the hours still to come, what makes ready, and who is in the room, for each stage."""


def median(name: str, stage: str | None = None) -> float:
    """Return the median of a quantity: what the person of all rows says of it, or its prior."""
    quantity = EVALUATOR._setup.plan.known[name]
    estimate = SEEKER.known.get(name) or quantity.assumed(iv.Invitation(stage=stage) if stage else SEEKER)
    return estimate.low if estimate.exact else values_at(quantity, estimate.low, estimate.high, (0.0,))[0]


def settled() -> Settled:
    """Work out what no column has a say in."""
    chance, upcoming, mindset = median("base_offer_chance"), median("upcoming_interviews"), median("mindset")
    experience, scale, worth, fading = (
        median(name) for name in ("experience", "skill_scale", "job_worth", "tie_half_life")
    )
    ties = median("tie_chance") + (median("tie_chance_followed") - median("tie_chance")) * median("follow_up")
    tie_years = (1 - 0.5 ** (24 / fading)) * fading / (12 * math.log(2))
    years = median("memory_half_life") / math.log(2)
    return Settled(
        log_odds=math.log(chance / (1 - chance)),
        without=(1 - chance) ** upcoming,
        upcoming=upcoming,
        start=math.exp(-experience / scale),
        scale=scale,
        ceiling=median("skill_ceiling"),
        dose=(0.5 + 0.5 * mindset) * (0.75 + 0.5 * median("nervousness")),
        otherwise=median("otherwise"),
        a_person=ties * median("sociability") * tie_years * median("jobs_per_tie_year") * worth,
        silent=1 - median("speaks_up"),
        recalled=median("recall") * years,
        cold=median("cold") * years,
        impression=1.25 * mindset - 0.75,
        mood=median("drive") * (mindset - 0.6) - 0.7 * median("lift"),
        lift=median("lift"),
        prize=median("surplus") * (1 - chance) ** (upcoming / 2) * worth,
        pressure=median("pressure"),
        expenses=median("expenses") / median("hour_value"),
        good_faith=median("good_faith"),
        others_weight=median("others_weight"),
        place=median("place"),
        promise=median("promise"),
        exposure=median("exposure"),
        job_worth=worth,
        by_stage=tuple(
            (median("offer_chance", s), median("later_hours", s), median("ready", s), median("in_room", s))
            for s in STAGES
        ),
    )


K = settled()


def one_row(
    stage: int, accept: float, organization: float, travel: float, people: float, shortest: float, longest: float,
    resemblance: float, openings: float,
) -> tuple[float, ...]:  # fmt: skip
    """Return the hours of each criterion, and benefit, cost and net, of one row."""
    offer, later, ready, in_room = K.by_stage[stage]
    duration, offer_log_odds = math.sqrt(shortest * longest), math.log(offer / (1 - offer)) + K.mood
    bad_faith = math.exp(-accept / K.good_faith) * (1 - organization)
    courtesy = K.others_weight * bad_faith * (duration * in_room + WRITE_UP * people + K.place * offer * K.job_worth)
    networking = people * K.a_person
    extra = math.exp(-openings * K.cold) * (1 - math.exp(-openings * K.recalled))
    remembered = organization * (1 - K.silent**people) * extra * K.job_worth
    gain = -math.log(1 - accept) * K.prize
    effort = future = practice = discovery = 0.0
    best = -math.inf
    for hours in CHOICES:
        readiness = 1 - math.exp(-hours / ready)
        effort_then = (hours + duration + travel) * K.pressure + K.expenses
        future_then = remembered * (K.impression + 0.5 * readiness)
        dose = resemblance * K.dose * (0.5 + 0.5 * readiness)
        missed = 1 / (1 + math.exp(K.log_odds + K.ceiling * K.start * (1 - math.exp(-dose / K.scale))))
        raw = (K.without - missed**K.upcoming) * K.job_worth
        practice_then = K.otherwise * (1 - math.exp(-raw / K.otherwise))
        chance = 1 / (1 + math.exp(-offer_log_odds - K.lift * readiness))
        prize = chance * gain + 1e-9
        discovery_then = prize * math.exp(-math.sqrt(chance) * later * K.pressure / prize)
        net = future_then + practice_then + discovery_then - effort_then
        if net > best:
            best = net
            effort, future, practice, discovery = effort_then, future_then, practice_then, discovery_then
    benefit = future + K.promise + networking + practice + discovery
    cost = K.exposure + courtesy + effort
    return (
        K.exposure, courtesy, effort, future, K.promise, networking, practice, discovery, benefit, cost, benefit - cost
    )  # fmt: skip


def arrays_of(table: pl.DataFrame) -> list[np.ndarray[Any, Any]]:
    """Return the columns as arrays, the stage as its place among the stages; nothing is copied."""
    return [table["stage"].to_physical().to_numpy(), *(table[name].to_numpy() for name in COLUMNS)]


def fused() -> Callable[..., dict[str, np.ndarray[Any, Any]]]:
    """Return a call on arrays that numba has compiled: one loop over the rows, shared by all cores."""
    import numba

    row = numba.njit(fastmath=True, inline="always")(one_row)

    @numba.njit(parallel=True, fastmath=True)
    def loop(out, stage, a, b, c, d, e, f, g, h):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        for n in numba.prange(len(stage)):
            found = row(stage[n], a[n], b[n], c[n], d[n], e[n], f[n], g[n], h[n])
            for place in range(OUT):
                out[place, n] = found[place]

    def call(*arrays: np.ndarray[Any, Any]) -> dict[str, np.ndarray[Any, Any]]:
        out = np.empty((len(NAMES), len(arrays[0])))
        loop(out, *arrays)
        return dict(zip(NAMES, out, strict=True))

    return call


def lazy(table: pl.DataFrame) -> pl.LazyFrame:
    """Return the criteria as a query of Polars, in steps that name what is shared."""
    col, stages = pl.col, pl.col("stage").to_physical()
    by_stage = [pl.Series([facts[place] for facts in K.by_stage]) for place in range(4)]
    offer, later, ready, in_room = (pl.lit(facts).gather(stages) for facts in by_stage)
    openings = col("openings")
    extra = (openings * -K.cold).exp() * (1 - (openings * -K.recalled).exp())
    remembered = col("organization_interest") * (1 - pl.lit(K.silent) ** col("people_met")) * extra * K.job_worth
    query = table.lazy().with_columns(
        offer=offer, later=later, ready=ready, in_room=in_room, remembered=remembered,
        duration=(col("duration_low") * col("duration_high")).sqrt(), gain=-(1 - col("would_accept")).log() * K.prize,
    )  # fmt: skip
    nets = {hours: sum(prepared(pl.lit(hours)).values(), start=pl.lit(0.0)) for hours in CHOICES}
    query = query.with_columns(**{f"net_{place}": net for place, net in enumerate(nets.values())})
    places = pl.concat_list([f"net_{place}" for place in range(len(CHOICES))]).list.arg_max()
    query = query.with_columns(hours=pl.lit(pl.Series(CHOICES)).gather(places))
    found = prepared(col("hours"))
    bad_faith = (col("would_accept") / -K.good_faith).exp() * (1 - col("organization_interest"))
    theirs = col("duration") * col("in_room") + WRITE_UP * col("people_met") + K.place * col("offer") * K.job_worth
    criteria = {
        "being_seen": pl.lit(K.exposure),
        "courtesy": K.others_weight * bad_faith * theirs,
        "effort": -found["effort"],
        "future_opportunity": found["future_opportunity"],
        "kept_promise": pl.lit(K.promise),
        "networking": col("people_met") * K.a_person,
        "practice": found["practice"],
        "role_discovery": found["role_discovery"],
    }
    costs = ("being_seen", "courtesy", "effort")
    sums = {"benefit": pl.sum_horizontal(*(n for n in criteria if n not in costs)), "cost": pl.sum_horizontal(*costs)}
    return query.select(**criteria).with_columns(**sums).with_columns(net=col("benefit") - col("cost"))


def prepared(hours: pl.Expr) -> dict[str, pl.Expr]:
    """Return what depends on the hours of preparation, as it counts in the net value."""
    col = pl.col
    readiness = 1 - (-hours / col("ready")).exp()
    dose = col("resemblance") * K.dose * (0.5 + 0.5 * readiness)
    missed = 1 / (1 + (K.log_odds + K.ceiling * K.start * (1 - (dose / -K.scale).exp())).exp())
    raw = (K.without - missed**K.upcoming) * K.job_worth
    log_odds = (col("offer") / (1 - col("offer"))).log() + K.mood + K.lift * readiness
    chance = 1 / (1 + (-log_odds).exp())
    prize = chance * col("gain") + 1e-9
    return {
        "effort": -((hours + col("duration") + col("travel")) * K.pressure + K.expenses),
        "future_opportunity": col("remembered") * (K.impression + 0.5 * readiness),
        "practice": K.otherwise * (1 - (raw / -K.otherwise).exp()),
        "role_discovery": prize * (-chance.sqrt() * col("later") * K.pressure / prize).exp(),
    }
