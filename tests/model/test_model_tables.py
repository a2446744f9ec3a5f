"""The quantities, labels and choices are those of the model's tables, written a second time from its description."""

from __future__ import annotations

import pytest

import interview_value as iv

BY_STAGE = {
    #               screen       first       onsite      final        unknown
    "duration": ((0.25, 0.75), (0.5, 1.5), (2, 6), (0.75, 3), (0.5, 4)),
    "people_met": (1, (1, 3), (2, 7), (1, 5), (1, 5)),
    "offer_chance": ((0.05, 0.2), (0.1, 0.35), (0.2, 0.45), (0.3, 0.65), (0.05, 0.4)),
    "later_hours": ((5, 20), (3, 14), (0.5, 6), (0.1, 2), (1, 14)),
    "ready": ((0.3, 1), (1, 3), (1.5, 4), (1, 3), (0.7, 3)),
    "in_room": (1, (1, 2), (1, 2), (1, 2), (1, 2)),
}
STAGES = ("screen", "first", "onsite", "final", "unknown")

BY_STATUS = {
    #                      content       open         looking      without_work  unknown
    "job_worth": ((100, 1000), (100, 1000), (120, 1200), (150, 1500), (100, 1200)),
    "pressure": ((0.8, 1.5), (0.8, 1.5), (0.8, 1.5), (0.4, 1.1), (0.6, 1.4)),
    "upcoming_interviews": ((0.05, 0.5), (0.3, 3), (2, 8), (2, 10), (0.3, 8)),
    "base_offer_chance": ((0.12, 0.4), (0.12, 0.4), (0.1, 0.35), (0.08, 0.3), (0.1, 0.35)),
}
STATUSES = ("content", "open", "looking", "without_work", "unknown")

PRIORS = {
    "expenses": 0, "role_interest": (0.05, 0.7), "organization_interest": (0.05, 0.7), "resemblance": (0.3, 1),
    "openings": (0.1, 6), "promise": (0.02, 1), "exposure": (0.02, 1), "experience": (0.2, 6), "nervousness": (0.2, 0.8),
    "mindset": (0.3, 0.9), "sociability": (0.3, 0.9), "follow_up": (0.2, 0.8), "hour_value": (10, 60),
    "others_weight": 0.25, "surplus": (0.33, 0.62), "lift": (0.3, 1.2), "drive": (0.4, 2), "good_faith": (0.08, 0.3),
    "place": (0.05, 0.4), "otherwise": (2, 8), "skill_ceiling": (0.2, 1.0), "skill_scale": (2, 9),
    "tie_chance": (0.05, 0.25), "tie_chance_followed": (0.3, 0.7), "jobs_per_tie_year": (0.0002, 0.005),
    "tie_half_life": (3.6, 24), "recall": (0.008, 0.055), "memory_half_life": (0.5, 2), "cold": (0.005, 0.04),
    "speaks_up": (0.2, 0.6),
}  # fmt: skip

BOUNDS = {
    "would_accept": (0, 0.95), "job_worth": (0, 20_000), "offer_chance": (0, 0.98), "later_hours": (0, 200),
    "duration": (0.05, 60), "travel": (0, 60), "expenses": (0, 100_000), "hour_value": (0.1, 1000), "people_met": (1, 40),
    "openings": (0, 50), "promise": (0, 500), "exposure": (0, 500), "pressure": (0.2, 4), "experience": (0, 100),
    "upcoming_interviews": (0, 60), "base_offer_chance": (0, 0.98), "surplus": (0.05, 2), "ready": (0.05, 10),
    "lift": (0.05, 4), "drive": (0.05, 5), "good_faith": (0.01, 1), "place": (0.005, 1), "in_room": (1, 6),
    "otherwise": (0.1, 50), "skill_ceiling": (0.05, 2), "skill_scale": (0.5, 30), "tie_half_life": (0.5, 120),
    "memory_half_life": (0.05, 10), "preparation": (0, 200),
}  # fmt: skip
"""Those of all others are 0 and 1."""

CHANCE = {"would_accept", "offer_chance", "base_offer_chance", "speaks_up"}
LINEAR = {
    "role_interest", "organization_interest", "travel", "expenses", "mindset", "nervousness", "sociability", "follow_up",
    "resemblance", "hinge", "others_weight", "tie_chance", "tie_chance_followed",
}  # fmt: skip
RECRUITER = {"duration", "later_hours", "people_met", "openings", "remote"}
NOBODY = {
    "preparation", "surplus", "ready", "lift", "drive", "good_faith", "place", "in_room", "otherwise", "skill_ceiling",
    "skill_scale", "tie_chance", "tie_chance_followed", "jobs_per_tie_year", "tie_half_life", "recall",
    "memory_half_life", "cold", "speaks_up",
}  # fmt: skip
OF_SEEKER = {
    "job_worth", "hour_value", "pressure", "mindset", "nervousness", "experience", "upcoming_interviews",
    "base_offer_chance", "sociability", "follow_up", "others_weight", "status",
}  # fmt: skip

CHOICES = {
    "would_accept": [(0.002, 0.02), (0.02, 0.1), (0.08, 0.25), (0.25, 0.6), (0.6, 0.9)],
    "job_worth": [(10, 25), (25, 65), (100, 260), (300, 800), (1000, 3000)],
    "pressure": [(0.4, 0.7), (0.85, 1.15), (1.2, 1.8), (1.6, 2.6)],
    "exposure": [(0.01, 0.1), (0.3, 2), (3, 15), (10, 80)],
    "promise": [(0.01, 0.1), (0.3, 1.5), (2, 8), (10, 60)],
    "hinge": [0, (0.15, 0.45), (0.5, 0.85), (0.85, 1)],
    "offer_chance": [(0.02, 0.1), (0.1, 0.25), (0.25, 0.5), (0.5, 0.8)],
    "mindset": [(0, 0.2), (0.2, 0.45), (0.5, 0.75), (0.75, 1)],
    "role_interest": [0, (0.05, 0.3), (0.3, 0.6), (0.6, 0.95)],
    "organization_interest": [0, (0.05, 0.3), (0.3, 0.6), (0.6, 0.95)],
    "openings": [(0.02, 0.1), (0.2, 0.8), (1, 4), (5, 15)],
}
SHARES = {
    "stage": {"screen": 0.3, "first": 0.4, "onsite": 0.2, "final": 0.1},
    "status": {"content": 0.3, "open": 0.25, "looking": 0.25, "without_work": 0.2},
    "remote": {"yes": 0, "no": 0},
    "obliged": {"yes": 0, "no": 0},
}
WORDS = {
    "screen": ["assessment", "recruiter", "one-way video"], "first": ["hiring manager", "technical", "take-home"],
    "onsite": ["second", "panel", "team", "culture"], "final": ["director", "last"],
}  # fmt: skip

EVERYTHING = iv.Evaluator(discover=False).quantities
LABELS = {name for name, quantity in EVERYTHING.items() if quantity.is_label}
NUMBERS = sorted(EVERYTHING.keys() - LABELS)


def assumed(name, **facts):
    """What is assumed of a quantity, given a stage, a status, or whether it is remote."""
    status = facts.pop("status", None)
    evaluation = iv.Evaluator(discover=False, draws=2).evaluate(iv.Invitation(**facts), iv.Seeker(status=status))
    return {item.name: item.estimate for item in evaluation.inputs}[name]


def test_the_tables_are_complete():
    """Every quantity and label stands in one of the tables, and nothing else does."""
    derived = {"travel", "would_accept", "preparation", "hinge"}
    assert {*BY_STAGE, *BY_STATUS, *PRIORS, *derived, *SHARES} == EVERYTHING.keys()


@pytest.mark.parametrize("name", BY_STAGE)
@pytest.mark.parametrize("stage", STAGES)
def test_prior_by_stage(name, stage):
    """What a stage lets one expect is taken as the prior."""
    assert iv.Estimate.of(BY_STAGE[name][STAGES.index(stage)]) == assumed(name, stage=stage)


@pytest.mark.parametrize("name", BY_STATUS)
@pytest.mark.parametrize("status", STATUSES)
def test_prior_by_status(name, status):
    """So is what it lets one expect where somebody stands."""
    assert iv.Estimate.of(BY_STATUS[name][STATUSES.index(status)]) == assumed(name, status=status)


@pytest.mark.parametrize("name", PRIORS)
def test_prior(name):
    """The prior is that of the table."""
    assert iv.Estimate.of(PRIORS[name]) == EVERYTHING[name].prior


@pytest.mark.parametrize(
    ("remote", "stage", "expected"),
    [
        (True, None, 0), (False, None, (0, 2)), (None, None, (0, 2)),
        (None, "screen", 0), (False, "screen", (0, 2)), (True, "onsite", 0),
    ],
)  # fmt: skip
def test_travel(remote, stage, expected):
    """Nobody travels to a remote interview, nor to a screen that is not said to be in person."""
    assert iv.Estimate.of(expected) == assumed("travel", remote=remote, stage=stage)


@pytest.mark.parametrize("name", NUMBERS)
def test_scale_bounds_home_and_who_can_answer(name):
    """The scale, the bounds, whether it is the interview's or the person's, and who can be asked are the table's."""
    quantity = EVERYTHING[name]
    scale = "chance" if name in CHANCE else "linear" if name in LINEAR else "log"
    asked = "recruiter" if name in RECRUITER else "nobody" if name in NOBODY else "yourself"
    home = "seeker" if name in OF_SEEKER else "invitation"
    bounds = quantity.bounds.low, quantity.bounds.high
    assert (scale, asked, home) == (quantity.scale, quantity.ask, quantity.of)
    assert BOUNDS.get(name, (0, 1)) == bounds
    assert (name == "people_met") == quantity.bounds.or_zero


@pytest.mark.parametrize("name", CHOICES)
def test_choices(name):
    """Each choice stands for the range of the table."""
    quantity = {**EVERYTHING, **iv.Invitation.own_quantities()}[name]
    assert list(map(iv.Estimate.of, CHOICES[name])) == [choice.estimate for choice in quantity.choices.values()]


@pytest.mark.parametrize("name", SHARES)
def test_labels(name):
    """Each label has the choices of the table, and how often each holds where it is asked for."""
    quantity = EVERYTHING[name]
    assert SHARES[name] == {choice: known.share for choice, known in quantity.choices.items()}
    assert ("seeker" if name in OF_SEEKER else "invitation") == quantity.of


@pytest.mark.parametrize(("stage", "word"), [(stage, word) for stage in WORDS for word in WORDS[stage]])
def test_other_words_for_a_stage(stage, word):
    """What people call a conversation stands for one of the stages."""
    assert iv.Stage(stage) is iv.Invitation(stage=word).stage


@pytest.mark.parametrize("name", ["role_interest", "organization_interest"])
def test_no_interest_is_never_assumed(name):
    """The prior of an interest does not reach 0, which stands for absolutely nothing."""
    assert EVERYTHING[name].prior.low > 0


@pytest.mark.parametrize(("interest", "expected"), [(0, 0.04), (1, 0.86)])
def test_anchors_of_the_chance_of_a_yes(interest, expected):
    """Without any interest a yes is 4 % likely at the middle of the range, with both in full 86 %."""
    derived = assumed("would_accept", role_interest=interest, organization_interest=interest)
    odds = [end / (1 - end) for end in (derived.low, derived.high)]
    middle = (odds[0] * odds[1]) ** 0.5
    assert pytest.approx(expected, abs=0.005) == middle / (1 + middle)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize(("role", "organization"), [(0.3, 0.6), ((0, 1), 0.2), ((0.1, 0.4), (0.5, 0.9)), (None, None)])
def test_chance_of_a_yes(status, role, organization):
    """What nobody said of the offer follows from both interests and the status."""
    reference = pytest.importorskip("reference", reason="the reference needs NumPy and SciPy")
    ranges = [iv.Estimate.of((0.05, 0.7) if interest is None else interest) for interest in (role, organization)]
    expected = reference.acceptance(*((known.low, known.high) for known in ranges), status)
    derived = assumed("would_accept", role_interest=role, organization_interest=organization, status=status)
    assert pytest.approx(expected, rel=1e-12) == (derived.low, derived.high)


def test_chance_of_a_yes_of_whom_nothing_is_known():
    """It reaches from 5 to 58 %."""
    derived = assumed("would_accept")
    assert pytest.approx((0.05, 0.58), abs=0.005) == (derived.low, derived.high)
