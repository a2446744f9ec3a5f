"""The criterion: what preparing teaches that is of use beyond this interview, and the quantities that it reads."""

from __future__ import annotations

import interview_value as iv

__all__ = ["MONTHS_AWAY", "SKILL_CARRY", "SKILL_GAP", "SKILL_HALF_LIFE", "skill_growth"]

SKILL_GAP: iv.Quantity = iv.Quantity(
    "skill_gap",
    label="the skills to learn",
    unit="share",
    bounds=(0, 1),
    prior=(0.1, 0.6),
    question="How many of the skills that the job asks for do you lack? (0 = none, 1 = all of them)",
    ask="yourself",
    source="chances of an interview rise from 40 % of the requirements on, and no more after 50 to 60 % (TalentWorks "
    "2018, 6,000 applications); the range is an assumption",
    grade="weak: an analysis in a blog",
)
MONTHS_AWAY: iv.Quantity = iv.Quantity(
    "months_away",
    label="the months without work",
    unit="months",
    bounds=iv.model.Bounds(0),
    prior=iv.model.PriorBy("status", {"content": 0, "open": 0, "without_work": (1, 12)}, (0, 6)),
    question="How many months ago did you last work? (0 if you do now)",
    ask="yourself",
    of="seeker",
)
SKILL_HALF_LIFE: iv.Quantity = iv.Quantity(
    "skill_half_life",
    label="how long skills last",
    unit="months",
    bounds=(1, 600),
    prior=(6.5, 13),
    scale="log",
    source="half-life 6.5–13 months for procedural skill (Tatel & Ackerman 2025, 10.1037/bul0000481)",
    grade="strong, but motor-procedural",
)
SKILL_CARRY: iv.Quantity = iv.Quantity(
    "skill_carry",
    label="what of it serves elsewhere",
    unit="share of what is learned",
    bounds=(0, 1),
    prior=(0.05, 0.4),
)


def in_words(skill_gap: float, months_away: float, preparation: float, hours: iv.scoring.Summary) -> str:
    """Name what is new, what has faded, and what of the preparation that makes worth keeping."""
    teaches = f"of {preparation:,.1f} hours of preparing, {hours.mean:,.1f} teach what serves elsewhere too"
    missing = f"{10 * skill_gap:.0f} of 10 skills that are asked for are missing"
    if months_away < 1:
        return f"{missing}; {teaches}"
    months = "a month" if months_away < 1.5 else f"{months_away:,.0f} months"
    return f"{missing}, and others have faded in {months} without work; {teaches}"


SOURCE = (
    "skills fade by half-lives (Tatel & Ackerman 2025, 10.1037/bul0000481); that an hour of learning is worth an hour, "
    "and that what is learned grows with the gap, are assumptions"
)


@iv.scorer(
    kind="benefit",
    label="what preparing teaches",
    quantities=[SKILL_GAP, MONTHS_AWAY, SKILL_HALF_LIFE, SKILL_CARRY],
    source=SOURCE,
    reason=in_words,
)
def skill_growth(
    preparation: float, skill_gap: float, months_away: float, skill_half_life: float, skill_carry: float
) -> float:
    """Preparing teaches skills that you lack and refreshes faded ones; some of that serves you elsewhere."""
    faded = 1 - 0.5 ** (months_away / skill_half_life)
    learning: float = skill_gap + (1 - skill_gap) * faded
    # Never more than the hours that preparing costs: an hour of learning counts as an hour.
    return preparation * learning * skill_carry
