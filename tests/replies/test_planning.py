"""The plan of preparation: where it fits, what it is made of, and that calendars read it as it was meant."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.replies import ENGLISH

icalendar = pytest.importorskip("icalendar")
vobject = pytest.importorskip("vobject")

BERLIN = ZoneInfo("Europe/Berlin")
EVALUATOR = iv.Evaluator(discover=False)
SINCE = datetime(2026, 11, 27, 8, tzinfo=BERLIN)
"""A Friday."""
START = datetime(2026, 12, 2, 14, tzinfo=BERLIN)
"""The Wednesday after it."""
FACTS = {"role": "Data analyst", "organization": "Brightside", "stage": "first", "role_interest": 0.3, "remote": True}


@cache
def evaluated(**changes):
    """An evaluation of an invitation that differs in these values."""
    facts = {**FACTS, "organization_interest": 0.6, "starts": START, **changes}
    return EVALUATOR.evaluate(iv.Invitation(**facts), iv.Seeker(job_worth=300, upcoming_interviews=6))


def planned(calendar=(), *, since=SINCE, zone="Europe/Berlin", **options):
    """A plan for it."""
    changes = options.pop("changes", {})
    return evaluated(**changes).preparation(calendar, since=since, zone=zone, **options)


def busy(*spans, extra=""):
    """A calendar that is taken from and to these times, in Berlin."""
    events = "".join(
        f"BEGIN:VEVENT\nUID:{n}\nSUMMARY:Taken {n}\nDTSTART;TZID=Europe/Berlin:{a:%Y%m%dT%H%M%S}\n"
        f"DTEND;TZID=Europe/Berlin:{b:%Y%m%dT%H%M%S}\n{extra}END:VEVENT\n"
        for n, (a, b) in enumerate(spans)
    )
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//example//\n{events}END:VCALENDAR\n"


def at(day, hour, minute=0):
    """A time in Berlin."""
    return datetime(2026, 11 if day > 20 else 12, day, hour, minute)


def times(plan):
    """When the blocks are, with those that touch put together."""
    spans = []
    for block in plan.blocks:
        if spans and spans[-1][1] == block.starts:
            spans[-1][1] = block.ends
        else:
            spans.append([block.starts, block.ends])
    return [f"{a:%d %H:%M}-{b:%H:%M}" for a, b in spans]


@pytest.mark.parametrize(
    ("hours", "options", "expected"),
    [
        (1, {}, ["02 09:00-10:00"]),
        (1.1, {}, ["02 09:00-10:15"]),
        (3, {}, ["01 09:00-10:00", "02 09:00-11:00"]),
        (3, {"hours_a_day": 3}, ["02 09:00-12:00"]),
        (9, {}, ["27 09:00-11:00", "30 09:00-11:00", "01 09:00-11:00", "02 09:00-12:00"]),
        (
            9,
            {"working_days": range(7)},
            ["28 09:00-10:00", "29 09:00-11:00", "30 09:00-11:00", "01 09:00-11:00", "02 09:00-11:00"],
        ),
        (1, {"working_hours": (18.5, 22)}, ["01 18:30-19:30"]),
        (2, {"zone": "America/New_York"}, ["01 09:00-11:00"]),
    ],
)
def test_where_it_fits(hours, options, expected):
    """The last days come first, two hours a day unless time is short, in one's own working hours, days and zone."""
    assert expected == times(planned(hours=hours, **options))


def test_around_what_is_taken():
    """Blocks go around what is in the calendars; what is too short for anything is left alone."""
    first = busy((at(2, 8), at(2, 9, 50)), (at(2, 10, 25), at(2, 11)), (at(2, 11, 35), at(2, 13)))
    second = busy((at(1, 0), at(1, 23)))
    plan = planned([first, second], hours=2)
    assert ["30 09:00-10:00", "02 11:00-11:30", "02 13:00-13:30"] == times(plan)


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
    assert "2026-12-02 is taken by 'Moving house'" in plan.notes


def test_before_one_leaves():
    """It ends half an hour before one must leave, which is earlier where there is a way to go."""
    options = {"since": datetime(2026, 12, 2, 9, tzinfo=BERLIN), "hours": 10}
    assert ["02 09:00-13:30"] == times(planned(**options))
    assert ["02 09:00-12:30"] == times(planned(**options, changes={"remote": False, "travel": 2}))
    assert ["02 09:00-13:30"] == times(planned(**options, changes={"remote": None}))


def test_what_is_missing():
    """Hours that fit nowhere are told."""
    plan = planned(hours=10, since=datetime(2026, 12, 2, 9, 50, tzinfo=BERLIN))
    assert (10, 6.5, ["02 10:00-13:30"]) == (plan.hours, plan.missing, times(plan))
    assert "3.5 of 10 h planned; 6.5 h are missing" == str(plan).splitlines()[1]


def test_no_time_at_all():
    """Where nothing fits, the plan is empty, and so is its calendar file."""
    plan = planned(busy((at(25, 0), at(3, 0))), hours=2)
    assert ((), 2, b"") == (plan.blocks, plan.missing, plan.ics)
    assert "0 of 2 h planned; 2 h are missing" in str(plan)


def test_not_months_ahead():
    """What would be forgotten by then is not planned: sixty days are the most."""
    plan = planned(hours=100, hours_a_day=1, since=datetime(2026, 1, 1, tzinfo=UTC))
    assert timedelta(days=61) > START - plan.blocks[0].starts > timedelta(days=57)


@pytest.mark.parametrize(
    ("given", "hours", "said"),
    [
        ({}, 2.75, "2.6 h, the middle of 1 to 7 h of preparation, as is assumed while nobody says how much"),
        (
            {"stage": "screen"},
            1,
            "1 h, the middle of 0.5 to 2 h of preparation, as is assumed while nobody says how much",
        ),
        ({"preparation": 4}, 4, "4 h of preparation, as the invitation has it"),
        ({"preparation": (2, 8)}, 4, "4 h, the middle of 2 to 8 h of preparation, as the invitation has it"),
        ({"preparation": 0}, 0.25, "0 h of preparation, as the invitation has it"),
        ({"preparation": 1000}, 100, "1000 h of preparation, as the invitation has it"),
    ],
)
def test_how_many_hours(given, hours, said):
    """The hours are those that the invitation is estimated at, and a note says where they come from."""
    plan = planned(changes=given)
    assert hours == plan.hours
    assert said in plan.notes


def test_tasks_share_by_what_they_are_worth():
    """Each benefit that makes it worth going has its task, with its share of the hours; what is worth nothing has none."""
    evaluation = evaluated(people_met=0)
    plan = evaluation.preparation(since=SINCE, zone=BERLIN, hours=20)
    hours = {}
    for block in plan.blocks:
        hours[block.benefit] = hours.get(block.benefit, 0) + block.hours
    gains = {c.name: c.effect.mean for c in evaluation.contributions if c.kind == "benefit" and c.effect.mean > 0}
    assert list(hours) == ["role_discovery", "future_opportunity", "practice"]
    for name, gain in gains.items():
        assert abs(hours[name] - 20 * gain / sum(gains.values())) < 0.25


def test_a_plugins_benefit_has_a_task():
    """A benefit that another package brings has its share, too."""

    @iv.scorer(kind="benefit")
    def seeing_the_town(duration):
        return 1000 * duration

    evaluator = iv.Evaluator(plugins=[seeing_the_town], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(starts=START, duration=1))
    plan = evaluation.preparation(since=SINCE, zone=BERLIN, hours=1)
    assert ["Prepare what counts for you: seeing the town"] == [block.title for block in plan.blocks]


def test_nothing_is_worth_it():
    """Where no benefit is worth anything there is one task for all, and a note says that the verdict is to decline."""
    evaluator = iv.Evaluator(block=["practice", "networking", "role_discovery", "future_opportunity"], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation(starts=START, role_interest=0, organization_interest=0))
    plan = evaluation.preparation(since=SINCE, zone=BERLIN, hours=1)
    assert [("", "Prepare for the interview")] == [(block.benefit, block.title) for block in plan.blocks]
    assert "the verdict is to decline; this is for the case that you go all the same" in plan.notes


@pytest.mark.parametrize(
    ("stage", "title"),
    [
        ("screen", "Practise the short answers"),
        ("first", "Practise your answers"),
        ("onsite", "Practise the long answers"),
        ("final", "Practise the last answers"),
    ],
)
def test_which_answers_to_practise(stage, title):
    """The stage decides which kind of answers to practise."""
    assert title in [block.title for block in planned(hours=8, changes={"stage": stage}).blocks]


def test_what_the_tasks_name():
    """The tasks name the open questions, whom to look up, and the organisation."""
    event = iv.Event(uid="a", organizer="mailto:Ana@brightside.example")
    text = str(planned(hours=20, changes={"event": event, "people_met": 9, "preparation": (1, 60)}))
    for part in ("ana@brightside.example", "Learn about Brightside", "- Is there a task, or anything else"):
        assert part in text


def test_an_evaluation_that_asks_first():
    """Where a question is worth asking first, a note says so."""
    plan = planned(changes={"role_interest": None, "organization_interest": None, "stage": None})
    assert "the verdict is to ask first; what is open may change what is worth preparing" in plan.notes


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
        ({"words": {**ENGLISH, "task.other": None}}, "words['task.other']"),
        ({"changes": {"starts": None}}, "invitation.starts"),
        ({"since": START}, "invitation.starts"),
    ],
)
def test_what_cannot_be_used(options, field):
    """Each value that cannot be used is told by its name, and so is a start that is unknown or past."""
    with pytest.raises(iv.InvalidInputError) as caught:
        planned(**options)
    assert [field] == [mistake.path for mistake in caught.value.mistakes]


def test_all_mistakes_at_once():
    """All mistakes come together."""
    with pytest.raises(iv.InvalidInputError) as caught:
        planned(hours=-1, zone="Nowhere", changes={"starts": None})
    assert ["hours", "zone", "invitation.starts"] == [mistake.path for mistake in caught.value.mistakes]


def test_what_is_no_calendar():
    """A file that is no calendar is refused, not taken for an empty one."""
    with pytest.raises(iv.ReadError, match="is no calendar"):
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
    assert "the start has no time zone, and is taken as your local time" in plan.notes


def test_from_now_on():
    """Left to itself, the plan begins now."""
    start = datetime.now(UTC) + timedelta(days=10)
    plan = evaluated(starts=start).preparation(hours=1, working_days=range(7))
    assert datetime.now(UTC) - timedelta(minutes=5) < plan.stamp <= plan.blocks[0].starts


def test_nothing_can_be_injected():
    """What the invitation says stays on its line, in the text as in the calendar file."""
    plan = planned(hours=8, changes={"role": "A\nBEGIN:VEVENT\n$organization", "organization": "<b>B</b>\r\nATTACH:x"})
    assert "A BEGIN:VEVENT $organization, <b>B</b> ATTACH:x" == plan.title
    calendar = icalendar.Calendar.from_ical(plan.ics)
    assert len(plan.blocks) == len(calendar.walk("VEVENT"))
    assert [] == [event for event in calendar.walk("VEVENT") if "ATTACH" in event]


def test_another_language():
    """Another language is a mapping with the same keys."""
    german = {**ENGLISH, "task.practice": "Antworten üben\nLaut, vor jemandem."}
    assert "Antworten üben" in str(planned(hours=8, words=german))


def test_without_the_extra(monkeypatch):
    """Where the icalendar library is missing, the plan is there all the same, and its file says what to install."""
    plan = planned(hours=1)
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(ImportError, match=r"interview-value\[readers\]"):
        _ = plan.ics


MINUTES = st.integers(0, 6 * 24 * 60)
SPANS = st.lists(
    st.tuples(MINUTES, st.integers(0, 2_000)).map(
        lambda pair: (at(26, 0) + timedelta(minutes=pair[0]), at(26, 0) + timedelta(minutes=sum(pair)))
    ),
    max_size=12,
)
HOURS = st.integers(1, 120).map(lambda quarters: quarters / 4)
WORKING = st.tuples(st.integers(0, 20), st.integers(1, 24)).map(lambda pair: (pair[0], min(pair[0] + pair[1], 24)))


@given(spans=SPANS, hours=HOURS, working=WORKING, days=st.sets(st.integers(0, 6), min_size=1), a_day=st.integers(1, 8))
def test_laws_of_a_plan(spans, hours, working, days, a_day):
    """No block overlaps what is taken or another block, leaves the working hours, or lies outside the time there is."""
    plan = planned(busy(*spans), hours=hours, working_hours=working, working_days=days, hours_a_day=a_day)
    assert hours == plan.hours == sum(block.hours for block in plan.blocks) + plan.missing
    ends = SINCE
    for block in plan.blocks:
        assert ends <= block.starts < block.ends <= START - timedelta(minutes=30)
        ends = block.ends
        begin = block.starts.hour + block.starts.minute / 60
        assert working[0] <= begin < begin + block.hours <= working[1]
        assert block.starts.weekday() in days
        assert 0 == block.starts.minute % 15
        for a, b in spans:
            assert block.ends <= a.replace(tzinfo=BERLIN) or b.replace(tzinfo=BERLIN) <= block.starts or a == b


@given(spans=SPANS, more=SPANS, hours=HOURS)
def test_more_that_is_taken_never_helps(spans, more, hours):
    """What is taken in addition never leaves more time."""
    assert planned(busy(*spans), hours=hours).missing <= planned(busy(*spans, *more), hours=hours).missing


@given(hours=HOURS, role=st.text(max_size=40), organization=st.text(max_size=40))
def test_two_libraries_read_it_back(hours, role, organization):
    """The icalendar library and an independent one read the same blocks from the calendar file."""
    role, organization = (text.encode(errors="ignore").decode() or None for text in (role, organization))
    plan = planned(hours=hours, changes={"role": role, "organization": organization})
    expected = [(block.starts.astimezone(UTC), block.ends.astimezone(UTC), block.title) for block in plan.blocks]
    calendar = icalendar.Calendar.from_ical(plan.ics)
    theirs = [(e["DTSTART"].dt, e["DTEND"].dt, str(e["SUMMARY"])) for e in calendar.walk("VEVENT")]
    other = [
        (e.dtstart.value, e.dtend.value, e.summary.value) for e in vobject.readOne(plan.ics.decode()).contents["vevent"]
    ]
    assert expected == theirs == other
    assert len(expected) == len({str(event["UID"]) for event in calendar.walk("VEVENT")})
    assert "PUBLISH" == str(calendar["METHOD"])
