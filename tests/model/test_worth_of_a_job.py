"""What a job is worth: four ways to say it, each converted, and all of them compared."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

job_worth = iv.deciding.job_worth


@pytest.mark.parametrize(
    ("said", "centre"),
    [
        ({"interviews": 20}, 80),
        ({"interviews": 20, "duration": 3, "travel": 0}, 100),
        ({"pay": 3_000, "years": 3, "hour_value": 20}, 450),
        ({"chance": 0.05}, 160),
    ],
)
def test_each_way_is_converted(said, centre):
    """Interviews, pay and a Saturday come to hours, each right within a factor of 1.6."""
    worth = job_worth(**said)
    assert pytest.approx((centre / 1.6, centre * 1.6)) == (worth.estimate.low, worth.estimate.high)
    assert worth.agree
    assert () == worth.notes


def test_a_choice_is_kept_as_said():
    """Hours may be said as one of the choices of `job_worth`, and stay that choice."""
    worth = job_worth(hours="three months' work")
    assert ("quarter", 300, 800) == (worth.estimate.choice, worth.estimate.low, worth.estimate.high)
    assert "quarter" == iv.Seeker(job_worth=worth.estimate).to_dict()["job_worth"]


def test_ways_that_agree_count_with_their_geometric_mean():
    """Two ways within a factor of two are taken together."""
    worth = job_worth(interviews=20, chance=0.08)
    assert pytest.approx(math.sqrt(80 * 100)) == math.sqrt(worth.estimate.low * worth.estimate.high)
    assert worth.agree


def test_ways_that_disagree_are_told_and_both_have_room():
    """More than a factor of two apart, the range goes from the lowest to the highest, and a note says so."""
    worth = job_worth(interviews=20, chance=0.01)
    assert pytest.approx((50, 1280)) == (worth.estimate.low, worth.estimate.high)
    assert not worth.agree
    (note,) = worth.notes
    assert "80 h by interviews and 800 h by chance" in note
    assert (note,) == iv.Seeker(job_worth=worth.estimate, notes=worth.notes).notes


def test_all_mistakes_come_at_once():
    """What cannot be used is told with what is missing."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        job_worth(hours="plenty", interviews=-1, pay=100, chance=2)
    assert {"hours", "interviews", "chance", "years", "hour_value"} == {m.path for m in caught.value.mistakes}


def test_something_must_be_said():
    """Without any way to say it there is nothing to convert."""
    with pytest.raises(iv.errors.InvalidInputError, match="one of hours, interviews"):
        job_worth()


@given(st.floats(1, 1000), st.floats(0.001, 1), st.floats(1, 5000))
def test_the_range_holds_every_centre(interviews, chance, hours):
    """Whatever is said, the range reaches as far as each way to say it, or lies within a factor of two of it."""
    worth = job_worth(interviews=interviews, chance=chance, hours=hours)
    for way in worth.ways.values():
        centre = math.sqrt(way.low * way.high)
        assert worth.estimate.low <= centre * 2 * (1 + 1e-9)
        assert centre <= worth.estimate.high * 2 * (1 + 1e-9)
