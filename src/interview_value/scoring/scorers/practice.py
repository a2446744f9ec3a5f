"""Practice: interviewing gets better with experience, which pays in the interviews you do want."""

from __future__ import annotations

from ...display.language import say, say_count
from ...display.words import about, of_ten
from ...model.quantity import Quantity
from ..criterion import scorer
from ..ops import Ops
from .readiness import READY, readiness, with_better_odds

SKILL_CEILING = Quantity(
    "skill_ceiling",
    label="the most that practice can teach",
    unit="log-odds",
    bounds=(0.05, 2),
    scale="log",
    prior=(0.2, 1.0),
    source="at most about that of whole job-search programmes, OR 2.67 (Liu, Huang & Wang 2014, 10.1037/a0035923)",
    grade="weak",
)
SKILL_SCALE = Quantity(
    "skill_scale",
    label="how fast practice teaches",
    unit="interviews",
    bounds=(0.5, 30),
    scale="log",
    prior=(2, 9),
    source="OR 1.41 a simulated trial (Smith 2015, 10.1176/appi.ps.201400504; n = 51); a later trial found no effect "
    "on employment (Smith 2022, 10.1176/appi.ps.202100516)",
    grade="weak",
)
OTHERWISE = Quantity(
    "otherwise",
    label="the same practice elsewhere",
    unit="h, for the same practice elsewhere",
    bounds=(0.1, 50),
    scale="log",
    prior=(2, 8),
    source="assumption: a mock interview, arranging it included",
)


def in_words(experience: float, upcoming_interviews: float, base_offer_chance: float) -> str:
    """Name what the practice adds to, and where it would pay."""
    if upcoming_interviews == 0:
        return say("no wanted interview lies ahead, so that practice helps nowhere")
    return say(
        "after {recent}, one more helps in {wanted}, of which {chance} end in an offer",
        recent=say_count("{n} recent interview", "{n} recent interviews", experience, n=about(experience)),
        wanted=say_count(
            "{n} wanted interview", "{n} wanted interviews", upcoming_interviews, n=about(upcoming_interviews)
        ),
        chance=of_ten(base_offer_chance),
    )


SOURCE = (
    "exponential approach to a ceiling, as skills are learned (Heathcote, Brown & Mewhort 2000, 10.3758/BF03212979), "
    "on the log-odds of an offer; what resemblance, mood, preparation and nerves make of one interview is an "
    "assumption; never worth more than the same practice costs elsewhere"
)


@scorer(
    kind="benefit",
    label="practice",
    quantities=[SKILL_CEILING, SKILL_SCALE, OTHERWISE, READY],
    source=SOURCE,
    reason=in_words,
)
def practice(
    experience: float,
    skill_ceiling: float,
    skill_scale: float,
    resemblance: float,
    mindset: float,
    nervousness: float,
    preparation: float,
    ready: float,
    base_offer_chance: float,
    upcoming_interviews: float,
    job_worth: float,
    otherwise: float,
    ops: Ops,
) -> float:
    """Interviewing experience is always useful: a better chance in the interviews you do want."""
    care = 0.5 + 0.5 * readiness(preparation, ready, ops)
    dose = resemblance * (0.5 + 0.5 * mindset) * care * (0.75 + 0.5 * nervousness)
    gain = skill_ceiling * (ops.exp(-experience / skill_scale) - ops.exp(-(experience + dose) / skill_scale))
    improved = with_better_odds(base_offer_chance, gain, ops)
    without = (1 - base_offer_chance) ** upcoming_interviews
    hours = (without - (1 - improved) ** upcoming_interviews) * job_worth
    return otherwise * (1 - ops.exp(-hours / otherwise))
