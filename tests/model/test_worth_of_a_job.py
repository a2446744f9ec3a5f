"""What a job is worth: four ways to say it, each converted, and all of them compared."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.model.worth_of_a_job import OTHER_WAYS, is_said_otherwise, with_job_worth

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
    assert "80 hours by interviews and 800 hours by a chance" in note
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


INVITATION = iv.Invitation(duration=1, travel=1)


@pytest.mark.parametrize(
    ("text", "centre"),
    [
        ("20 interviews", 80),
        ("20 such interviews like this one.", 80),
        ("10-30 interviews", 80),
        ("€5,000 more a year for 3 years at €25 an hour", 600),
        ("5000 per year, for 3 years", 750),
        ("a Saturday for 2%", 400),
        ("a free Saturday for a chance of one in 50", 400),
        ("Saturday for 1 in 50", 400),
    ],
)
def test_each_way_can_be_typed(text, centre):
    """As text each way is converted by what is known of the interview and of an hour, and a note says to what."""
    assert is_said_otherwise(text)
    seeker = with_job_worth(text, INVITATION, iv.Seeker(hour_value=20))
    assert pytest.approx((centre / 1.6, centre * 1.6)) == (seeker.job_worth.low, seeker.job_worth.high)
    (note,) = seeker.notes
    assert note.startswith(f"what a good job is worth: “{text}” comes to ")


@pytest.mark.parametrize("text", ["300 h", "a week's work", "2..7", "60%", "many interviews", "x" * 1000, "", 20, None])
def test_hours_and_choices_are_no_other_way(text):
    """What is read as of any quantity, or not at all, is left to be read so."""
    assert not is_said_otherwise(text)


def test_several_ways_are_typed_with_semicolons():
    """They are compared; an answer that takes their place takes their notes away."""
    seeker = with_job_worth("a week's work; 20 interviews; a Saturday for 0.1%", INVITATION, iv.Seeker(notes=("kept",)))
    assert (25, 12_800) == (seeker.job_worth.low, seeker.job_worth.high)
    assert "lie more than a factor of two apart" in seeker.notes[2]
    assert ("kept",) == seeker.with_quantities(job_worth=300).notes


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("5000 a year for 3 years", "hour_value: a number above 0, which turns the pay into hours; such as "),
        ("a Saturday for 200%", "chance: a chance above 0, up to 1; such as "),
        ("Saturday for 1 in 0", "chance: a chance above 0, up to 1; such as "),
        ("20 interviews; 30 interviews", "each way to say it once, such as "),
        ("20 interviews; plenty", "hours: one of weekend, week, "),
        ("1000000 interviews", "interviews: what comes to at most 20,000 h"),
    ],
)
def test_what_cannot_be_converted_is_told(text, allowed):
    """The mistake is of the quantity, and shows how each way can be typed."""
    with pytest.raises(iv.errors.FieldError) as caught:
        with_job_worth(text, INVITATION, iv.Seeker())
    assert "job_worth" == caught.value.path
    assert allowed in caught.value.allowed


def test_every_door_takes_other_ways():
    """A form, a session and the explorer take the text, tell what it came to, and tell what is wrong with it."""
    entries = {"job_worth": "20 interviews", "duration": 1, "travel": 1}
    invitation, seeker = iv.reading.form().read(entries)
    assert pytest.approx(80) == math.sqrt(seeker.job_worth.low * seeker.job_worth.high)
    with pytest.raises(iv.errors.InvalidInputError, match=r"job_worth: .*hour_value"):
        iv.reading.form().read({"job_worth": "5000 a year for 3 years"})
    with pytest.raises(iv.errors.InvalidInputError, match="duration"):
        iv.reading.form().read({**entries, "duration": "long"})
    session = iv.Session(invitation)
    session.answer("20 interviews", "job_worth")
    assert (seeker.job_worth, seeker.notes) == (session.evaluation.seeker.job_worth, session.evaluation.seeker.notes)
    assert [50.0, 128.0] == session.history[0].answer


def test_the_examples_can_be_typed():
    """Each example of another way is one."""
    assert all(map(is_said_otherwise, OTHER_WAYS))
    fields = {field.name: field for field in iv.reading.form()}
    assert tuple(OTHER_WAYS.items()) == fields["job_worth"].other_ways


def test_what_comes_to_more_than_can_be():
    """A way that comes to more than ten years of work is refused with what it comes to; a range is cut to what can be."""
    with pytest.raises(
        iv.errors.InvalidInputError, match="chance: got '80,000 h', expected what comes to at most 20,000 h"
    ):
        iv.deciding.job_worth(chance=1e-4)
    worth = iv.deciding.job_worth(hours=300, interviews=4_000)
    assert (300.0, 20_000.0) == (worth.estimate.low, worth.estimate.high)
    iv.Seeker(job_worth=worth.estimate)
