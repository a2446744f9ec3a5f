"""Planning: the hours to prepare, whose clock counts, and what cannot be planned."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import interview_value as iv

from .plans import BERLIN, SINCE, START, at, busy, evaluated, planned, times

pytest.importorskip("icalendar")


@pytest.mark.parametrize(
    "extra", ["TRANSP:TRANSPARENT\n", "STATUS:CANCELLED\n", "ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.com\n"]
)
def test_what_is_free_is_used(extra):
    """What is marked as free, cancelled or declined takes no time."""
    calendar = busy((at(2, 8), at(2, 13)), extra=extra)
    assert ["02 09:00-10:00"] == times(planned(calendar, hours=1, owner="me@example.com"))


def test_a_whole_day():
    """A whole day that is taken is left alone, and a note says by what."""
    calendar = (
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261202\nSUMMARY:Moving house\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    plan = planned(calendar, hours=1)
    assert ["01 09:00-10:00"] == times(plan)
    assert "2026-12-02 is taken by “Moving house”." in plan.notes


@pytest.mark.parametrize(
    ("given", "options", "hours", "notes"),
    [
        ({}, {}, 1.5, ["That is what the evaluation counts with: about as much as makes going worth most."]),
        (
            {"stage": "screen"},
            {},
            1,
            ["That is what the evaluation counts with: about as much as makes going worth most."],
        ),
        (
            {"preparation": 4},
            {},
            1.5,
            ["That is what the evaluation counts with: about as much as makes going worth most."],
        ),
        ({}, {"hours": 4}, 4, []),
        ({}, {"hours": 0.1}, 0.25, ["What you asked for was made whole quarters of an hour."]),
    ],
)
def test_how_many_hours(given, options, hours, notes):
    """The hours are those at which going is worth most, unless others are asked for; notes name no other number.

    Hours that the invitation has are one way beside the best, and change nothing.
    """
    plan = planned(changes=given, **options)
    assert hours == plan.hours
    assert notes == [note for note in plan.notes if "verdict" not in note]


def test_the_hours_are_those_of_the_evaluation():
    """The plan, the way of going and the reason of what it costs speak of the same hours."""
    evaluation = evaluated()
    assert evaluation.best_hours == evaluation.preparation(since=SINCE).hours
    assert "1.5 hours of preparation" in evaluation["effort"].reason
    assert "1.5 hours of preparation." == str(evaluation.preparation(since=SINCE)).splitlines()[1]


def test_hours_that_no_criterion_reads():
    """Where no criterion says how much preparation is best, there is time to read the invitation and their page."""
    evaluator = iv.Evaluator(block=["practice", "role_discovery", "future_opportunity", "effort"], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(starts=START))
    assert evaluation.best_hours is None
    plan = evaluation.preparation(since=SINCE)
    assert 0.25 == plan.hours
    assert "That is to read the invitation and their page; no criterion counts preparation." in plan.notes


def test_an_evaluation_that_asks_first():
    """Where something is to be found out first, a note says from whom."""
    plan = planned(changes={"role_interest": None, "organization_interest": None, "remote": None})
    own = "The verdict is to settle one thing yourself first; that may change what is worth preparing."
    assert own in plan.notes
    plan = planned(changes={"hinge": "all", "would_accept": "unlikely", "promise": "nothing"})
    assert "The verdict is to ask them first; what they say may change what is worth preparing." in plan.notes


@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({"hours": 0}, "hours"),
        ({"hours": 101}, "hours"),
        ({"hours": float("nan")}, "hours"),
        ({"hours_a_day": 0}, "hours_a_day"),
        ({"hours_a_day": 25}, "hours_a_day"),
        ({"working_hours": (18, 9)}, "working_hours"),
        ({"working_hours": (9, 25)}, "working_hours"),
        ({"working_hours": (9,)}, "working_hours"),
        ({"working_hours": ("9", "18")}, "working_hours"),
        ({"working_days": [7]}, "working_days"),
        ({"working_days": []}, "working_days"),
        ({"since": datetime(2026, 11, 27)}, "since"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"zone": "../etc"}, "zone"),
        ({"changes": {"starts": None}}, "invitation.starts"),
        ({"since": START}, "invitation.starts"),
    ],
)
def test_what_cannot_be_used(options, field):
    """Each value that cannot be used is told by its name, and so is a start that is unknown or past."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        planned(**options)
    assert [field] == [mistake.path for mistake in caught.value.mistakes]


def test_all_mistakes_at_once():
    """All mistakes come together."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        planned(hours=-1, zone="Nowhere", changes={"starts": None})
    assert ["hours", "zone", "invitation.starts"] == [mistake.path for mistake in caught.value.mistakes]


def test_what_is_no_calendar():
    """A file that is no calendar is refused, not taken for an empty one."""
    with pytest.raises(iv.errors.ReadError, match="is no calendar"):
        planned("company,role\nA,B\n")


@pytest.mark.parametrize(
    ("start", "zone", "shown"),
    [
        (datetime(2026, 12, 2, 14, tzinfo=UTC), None, "2026-12-02 14:00 (UTC)"),
        (datetime(2026, 12, 2, 14, tzinfo=UTC), "Europe/Berlin", "2026-12-02 15:00 (CET)"),
        (datetime(2026, 12, 2, 14), "Europe/Berlin", "2026-12-02 14:00 (CET)"),
        (datetime(2026, 12, 2, 14), BERLIN, "2026-12-02 14:00 (CET)"),
    ],
)
def test_whose_clock(start, zone, shown):
    """The plan is told by the clock that was asked for, else by that of the interview."""
    plan = planned(zone=zone, changes={"starts": start})
    assert f"Data analyst, Brightside: {shown}" == str(plan).splitlines()[0]


def test_a_start_without_a_zone():
    """A start without a time zone is local time, and a note says so; the machine's clock counts if no other is named."""
    plan = planned(zone=None, changes={"starts": datetime(2026, 12, 2, 14)})
    assert 14 == plan.starts.hour
    assert plan.starts.tzinfo is not None
    assert "The start has no time zone, and is taken as your local time." in plan.notes


def test_from_now_on():
    """Left to itself, the plan begins now."""
    start = datetime.now(UTC) + timedelta(days=10)
    plan = evaluated(starts=start).preparation(hours=1, working_days=range(7))
    assert datetime.now(UTC) - timedelta(minutes=5) < plan.stamp <= plan.blocks[0].starts


def test_the_language_is_chosen():
    """A plan is told in the language that it was made in; one without plans is refused."""
    assert "en" == planned(hours=1, language="en-GB").language
    with pytest.raises(iv.errors.FieldError, match="language: got 'tlh', expected one of en"):
        planned(hours=1, language="tlh")
