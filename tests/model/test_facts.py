"""Invitation and Seeker: what they take, and how they refuse all that they cannot use at once."""

from __future__ import annotations

import copy
import json
import math
import pickle
from datetime import date, datetime, timedelta, timezone

import pytest

import interview_value as iv

QUANTITIES = {**iv.Invitation.own_quantities(), **iv.Seeker.own_quantities()}


def kind_of(name):
    """The class that has a field for a quantity."""
    return iv.Invitation if name in iv.Invitation.own_quantities() else iv.Seeker


def mistakes_of(make, *arguments, **values):
    """The mistakes of one call, by path."""
    with pytest.raises(iv.InvalidInputError) as caught:
        make(*arguments, **values)
    return {mistake.path: mistake for mistake in caught.value.exceptions}


@pytest.mark.parametrize("name", QUANTITIES)
@pytest.mark.parametrize(
    "value", [True, "lots", b"4", 1j, {}, [1], (1, 2, 3), ..., math.nan, math.inf, -math.inf, "nan"], ids=repr
)
def test_no_number(name, value):
    """A wrong type, NaN and infinity are refused in every field, with the unit and what can be written."""
    mistakes = mistakes_of(kind_of(name), **{name: value})
    assert {name} == mistakes.keys()
    assert "a finite number, a pair (low, high)" in str(mistakes[name])
    assert QUANTITIES[name].unit in str(mistakes[name])


@pytest.mark.parametrize("name", QUANTITIES)
def test_low_above_high(name):
    """A range the wrong way round is refused in every field."""
    assert "the low end first: (0.2, 0.7)" in str(mistakes_of(kind_of(name), **{name: (0.7, 0.2)})[name])


@pytest.mark.parametrize("name", QUANTITIES)
@pytest.mark.parametrize("end", ["low", "high"])
def test_out_of_bounds(name, end):
    """What lies beyond either end of the bounds is refused in every field, exact or as a range."""
    bounds = QUANTITIES[name].bounds
    limit = getattr(bounds, end)
    if math.isinf(limit):
        assert math.inf == limit
        return
    beyond = limit - 0.01 if end == "low" else limit + 0.01
    inside = max(bounds.low, 0.0) + 0.5 if end == "high" else limit + 0.02
    for value in (beyond, (min(beyond, inside), max(beyond, inside))):
        mistake = mistakes_of(kind_of(name), **{name: value})[name]
        assert f"{bounds} ({QUANTITIES[name].unit})" == mistake.allowed


@pytest.mark.parametrize("name", [name for name, quantity in QUANTITIES.items() if quantity.bounds.open_low])
def test_zero_where_it_is_excluded(name):
    """A length of time and the worth of an hour cannot be 0."""
    assert "> 0" in str(mistakes_of(kind_of(name), **{name: 0})[name])


@pytest.mark.parametrize("name", [name for name, q in QUANTITIES.items() if q.scale == "log" and not q.bounds.open_low])
def test_zero_on_a_log_scale(name):
    """A range from 0 on a log scale is refused with what to write instead; an exact 0 is fine."""
    mistake = mistakes_of(kind_of(name), **{name: (0, 4)})[name]
    assert f"{name} ranges over a factor: say 0.2..4, or exactly 0" in mistake.allowed
    assert iv.Estimate(0) == getattr(kind_of(name)(**{name: 0}), name)


@pytest.mark.parametrize(
    ("kind", "field", "value", "words", "nearest"),
    [
        (iv.Invitation, "stage", "frist", "one of screen, first, onsite, final, unknown", "first"),
        (iv.Invitation, "stage", "zzz", "one of screen, first, onsite, final, unknown", None),
        (iv.Invitation, "stage", 3, "one of screen", None),
        (iv.Invitation, "stage", [], "one of screen", None),
        (iv.Invitation, "remote", "maybe", "True, False, or None for unknown", None),
        (iv.Invitation, "remote", 1, "True, False, or None for unknown", None),
        (iv.Invitation, "remote", 0.0, "True, False, or None for unknown", None),
        (iv.Invitation, "starts", "tomorrow", "a datetime, or text such as", None),
        (iv.Invitation, "starts", date(2026, 12, 3), "a datetime, or text such as", None),
        (iv.Invitation, "starts", 3, "a datetime, or text such as", None),
        (iv.Invitation, "role", 3, "text of at most 2,000 characters", None),
        (iv.Invitation, "organization", "x" * 2_001, "text of at most 2,000 characters", None),
        (iv.Invitation, "location", b"here", "text of at most 2,000 characters", None),
        (iv.Seeker, "as_of", "yesterday", "a date, or text such as", None),
        (iv.Seeker, "as_of", 3, "a date, or text such as", None),
        (iv.Seeker, "past_interviews", 3, "at most 10,000 dates", None),
        (iv.Seeker, "past_interviews", "2026-01-01", "at most 10,000 dates", None),
        (iv.Seeker, "past_interviews", ["2020-01-01"] * 10_001, "at most 10,000 dates", None),
        (iv.Seeker, "notes", "a note", "a list of at most 10,000 texts", None),
        (iv.Seeker, "notes", ["x"] * 10_001, "a list of at most 10,000 texts", None),
        (iv.Seeker, "read_from", "mail.ics", "for each name, where it was read", None),
        (iv.Seeker, "read_from", dict.fromkeys(map(str, range(10_001)), "x"), "for each name, where it was read", None),
        (iv.Seeker, "quantities", 3, "at most 10,000 estimates by name", None),
        (iv.Seeker, "quantities", {f"q{i}": 1 for i in range(10_001)}, "at most 10,000 estimates by name", None),
        (iv.Seeker, "disagreements", "none", "a list of what two sources said", None),
        (iv.Seeker, "disagreements", [iv.Disagreement("mindset", 1, "", 2, "")] * 10_001, "a list of what two", None),
    ],
)  # fmt: skip
def test_other_fields(kind, field, value, words, nearest):
    """Whatever is no quantity is checked as well, and a slip of the pen is met with the nearest name."""
    mistakes = mistakes_of(kind, **{field: value})
    assert {field} == mistakes.keys()
    assert words in mistakes[field].allowed
    assert nearest == mistakes[field].nearest


@pytest.mark.parametrize(
    ("field", "value", "path", "words"),
    [
        ("past_interviews", ["2026-01-01", "soon"], "past_interviews[1]", "a date, or text such as"),
        ("past_interviews", ["2026-11-23 nonsense"], "past_interviews[0]", "a date, or text such as"),
        ("past_interviews", ["2027-01-01"], "past_interviews[0]", "a day no later than 2026-11-23"),
        ("notes", ["fine", 3], "notes[1]", "text of at most 2,000 characters"),
        ("notes", ["x" * 2_001], "notes[0]", "text of at most 2,000 characters"),
        ("read_from", {"mindset": 3}, "read_from['mindset']", "where it was read, as text"),
        ("read_from", {3: "mail.ics"}, "read_from[3]", "where it was read, as text"),
        ("quantities", {"skill ceiling": 1}, "quantities['skill ceiling']", "the name of a quantity"),
        ("quantities", {3: 1}, "quantities[3]", "the name of a quantity"),
        ("quantities", {"mindset": 1}, "quantities['mindset']", "mindset as a field of the seeker itself"),
        ("quantities", {"commute": "far"}, "quantities['commute']", "a finite number, a pair"),
        ("disagreements", [{"name": "mindset"}], "disagreements[0]", "an object with name, kept, kept_from, other"),
        ("disagreements", [iv.Disagreement(3, 1, "", 2, "")], "disagreements[0]", "an object with name, kept"),
    ],
)
def test_items_have_their_own_path(field, value, path, words):
    """A mistake inside a list or mapping is reported with the item's own path."""
    mistakes = mistakes_of(iv.Seeker, **{"past_interviews": ["2020-01-01"], "as_of": "2026-11-23", field: value})
    assert {path} == mistakes.keys()
    assert words in mistakes[path].allowed


def test_all_mistakes_at_once():
    """Whoever makes five mistakes learns of five, and need not come back four times."""
    mistakes = mistakes_of(
        iv.Invitation,
        duration=-1,
        role_interest=(0.9, 0.1),
        stage="frist",
        remote="maybe",
        quantities={"commute": "far"},
    )
    assert {"duration", "role_interest", "stage", "remote", "quantities['commute']"} == mistakes.keys()


def test_a_wrong_day_does_not_hide_wrong_dates():
    """Dates are checked even where the day on which they are counted cannot be used."""
    assert {"as_of", "past_interviews[0]"} == mistakes_of(iv.Seeker, past_interviews=["soon"], as_of="later").keys()


@pytest.mark.parametrize("stage", ["first", "First", "FIRST", iv.Stage.FIRST])
def test_stage_by_name(stage):
    """A stage can be given by its name, in any case."""
    assert iv.Stage.FIRST is iv.Invitation(stage=stage).stage


def test_left_out_is_unknown():
    """What is left out, or None, is unknown, and never the same as 0."""
    invitation = iv.Invitation(stage=None, duration=None)
    assert (iv.Invitation(), iv.Stage.UNKNOWN, {}) == (invitation, invitation.stage, dict(invitation.known))
    assert iv.Invitation(travel=0) != invitation


@pytest.mark.parametrize(
    ("role", "organization", "title"),
    [
        ("Analyst", "Brightside", "Analyst at Brightside"),
        ("Analyst", None, "Analyst"),
        (None, "Brightside", "An interview at Brightside"),
        (None, None, "An interview"),
    ],
)
def test_title(role, organization, title):
    """An invitation can be called something, however little is known of it."""
    assert title == iv.Invitation(role=role, organization=organization).title


def test_starts_as_text():
    """A time can be given as text, with its zone."""
    expected = datetime(2026, 12, 3, 14, tzinfo=timezone(timedelta(hours=1)))
    assert expected == iv.Invitation(starts="2026-12-03T14:00+01:00").starts


@pytest.mark.parametrize(
    "day", [date(2026, 1, 13), datetime(2026, 1, 13, 9), "2026-01-13", "2026-01-13T09:00"], ids=repr
)
def test_dates_as_people_write_them(day):
    """A date, a time or text stands for the day."""
    seeker = iv.Seeker(past_interviews=[day], as_of="2026-11-23")
    assert (date(2026, 1, 13),) == seeker.past_interviews


def test_experience_of_dates_and_of_nobody():
    """Experience follows from the dates, unless it is given; without either it is unknown."""
    dates = {"past_interviews": ["2026-11-23", "2026-01-22"], "as_of": "2026-11-23"}
    assert pytest.approx(1.5, abs=0.002) == iv.Seeker(**dates).known["experience"].low
    assert iv.Estimate(4) == iv.Seeker(**dates, experience=4).known["experience"]
    assert "experience" not in iv.Seeker().known


def test_dates_are_counted_today_unless_said():
    """The day on which past interviews were counted is stored, so that the answer is the same tomorrow."""
    assert date.today() == iv.Seeker(past_interviews=[date.today()]).as_of
    assert iv.Seeker(as_of="2026-11-23") == iv.Seeker()


def test_with_quantities_gives_values_anew():
    """A copy holds fields, constants and values of plugins anew, as given; None makes one unknown again."""
    read = iv.Invitation(duration=1, openings=3, read_from={"duration": "mail.ics", "openings": "post.html"})
    again = read.with_quantities(duration=2, skill_ceiling="0.2..0.4", openings=None)
    assert (iv.Estimate(2), None, {"skill_ceiling": iv.Estimate(0.2, 0.4)}, {}) == (
        again.duration, again.openings, again.quantities, again.read_from,
    )  # fmt: skip
    assert {} == again.with_quantities(skill_ceiling=None).quantities
    assert iv.Estimate(1) == read.duration


def test_with_quantities_checks_too():
    """A copy is checked as a whole, like any other."""
    assert {"duration", "quantities['commute']"} == mistakes_of(
        iv.Invitation().with_quantities, duration=0, commute="far"
    ).keys()


def test_facts_cannot_be_changed():
    """What was evaluated stays what it was."""
    with pytest.raises(AttributeError):
        iv.Invitation().duration = iv.Estimate(3)


def test_what_facts_hold_cannot_be_changed():
    """Neither a value by its name nor where it was read can be changed behind an evaluation's back."""
    known = {"commute": 5}
    invitation = iv.Invitation(duration=1, quantities=known, read_from={"duration": "mail.ics"})
    known["commute"] = 6
    for held in (invitation.quantities, invitation.read_from, invitation.known, invitation.settled):
        with pytest.raises(TypeError):
            held["commute"] = 7
    assert iv.Estimate(5) == invitation.quantities["commute"]
    seeker = iv.Seeker(past_interviews=["2026-11-23"], as_of="2026-11-23")
    with pytest.raises(TypeError):
        seeker.known["experience"] = 7


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda facts: pickle.loads(pickle.dumps(facts))])
def test_copies_are_equal_and_as_unchangeable(through):
    """A copy, and what comes back from another process, is equal and cannot be changed either."""
    invitation = iv.Invitation(duration=1, quantities={"commute": 5}, read_from={"duration": "mail.ics"})
    again = through(invitation)
    assert (invitation, hash(invitation)) == (again, hash(again))
    with pytest.raises(TypeError):
        again.quantities["commute"] = 7


@pytest.mark.parametrize(
    "changes",
    [
        ({"duration": (1, 2)}, {"duration": (2, 3)}),
        ({"event": {"uid": "1"}}, {"event": {"uid": "2"}}),
        ({"quantities": {"commute": 1}}, {"quantities": {"commute": (1, 2)}}),
    ],
    ids=["range", "event", "quantity"],
)
def test_merged_facts_can_be_found(changes):
    """Facts on which two sources disagree are keys as any others, and come back from plain data as they were."""
    one, other = (iv.Invitation(**facts) for facts in changes)
    merged = one | other
    assert {merged} == {one | other, iv.Invitation.from_dict(json.loads(json.dumps(merged.to_dict())))}


def test_one_date_is_no_list_of_dates():
    """Whoever gives one date where a list belongs sees how a list is written."""
    mistake = mistakes_of(iv.Seeker.from_dict, {"past_interviews": "2026-11-23"})["past_interviews"]
    assert "a list of at most 10,000 dates, such as ['2026-11-23']" == mistake.allowed


def test_equal_facts_can_be_found():
    """Equal ones are equal keys."""
    assert {iv.Invitation(role="Analyst", duration=(1, 2))} == {iv.Invitation(role="Analyst", duration="1..2")}


@pytest.mark.parametrize(
    ("kind", "plain", "paths"),
    [
        (iv.Invitation, {"duration": -1, "durration": 1, "stage": "first"}, {"duration", "durration"}),
        (iv.Invitation, {"version": 2, "what": 1}, {"version", "what"}),
        (iv.Invitation, {"": 1}, {"''"}),
        (iv.Invitation, {"disagreements": [3, {"name": 1}]}, {"disagreements[0]", "disagreements[1]"}),
        (iv.Invitation, [], {"invitation"}),
        (iv.Seeker, None, {"seeker"}),
        (iv.Seeker, {"past_interviews": None}, {"past_interviews"}),
        (iv.Seeker, {"mindset": [0.1, None]}, {"mindset"}),
        (iv.Seeker, {"x" * 500: 1}, {"x" * 100}),
    ],
)
def test_plain_data_with_mistakes(kind, plain, paths):
    """Plain data is refused with all its mistakes at once, names that nobody knows among them."""
    assert paths == mistakes_of(kind.from_dict, plain).keys()


def test_plain_data_offers_the_nearest_field():
    """A misspelt field is met with the one that was meant."""
    assert "duration" == mistakes_of(iv.Invitation.from_dict, {"durration": 1})["durration"].nearest


def test_dates_win_or_lose_as_experience():
    """Dates of interviews and a plain experience are one fact: the first is kept, the other one shown."""
    dated = iv.Seeker(past_interviews=["2026-11-23"], as_of="2026-11-23", read_from={"past_interviews": "diary.ics"})
    said = iv.Seeker(experience=3)
    assert iv.Disagreement("experience", 1.0, "diary.ics", 3.0, "") == (dated | said).disagreements[0]
    assert (iv.Estimate(1), iv.Estimate(3)) == ((dated | said).known["experience"], (said | dated).known["experience"])
    assert () == (dated | iv.Seeker(experience=1)).disagreements


def test_merge_in_the_words_of_the_design():
    """A calendar file and a posting each know something; what they say differently is kept."""
    calendar = iv.Invitation(duration=1, organization="Brightside", read_from={"duration": "mail.ics: DTEND"})
    posting = iv.Invitation(duration=2, role="Analyst", read_from={"duration": "post.html"}, notes=["a note"])
    merged = calendar | posting
    assert ("Analyst at Brightside", iv.Estimate(1), ("a note",)) == (merged.title, merged.duration, merged.notes)
    assert (iv.Disagreement("duration", 1.0, "mail.ics: DTEND", 2.0, "post.html"),) == merged.disagreements


@pytest.mark.parametrize("name", ["role", "remote", "starts", "notes"])
def test_no_quantity_has_the_name_of_a_fact(name):
    """A value for a quantity cannot stand under the name of another field, which it would hide."""
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.Invitation(quantities={name: 3})
    assert [f"quantities['{name}']"] == [mistake.path for mistake in caught.value.mistakes]
