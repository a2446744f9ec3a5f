"""Forms: their fields in the order in which to ask them, and what comes back, read with all mistakes at once."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mistakes import mistakes_of

import interview_value as iv
from interview_value.model.fields import MAX_TEXT

FORM = iv.reading.form()
FIELDS = {item.name: item for item in FORM}
COMMUTE = iv.Quantity("commute", unit="km", bounds=(0, 500), prior=(1, 50), question="How far is it?", ask="recruiter")


@iv.scorer(kind="cost", quantities=[COMMUTE])
def far(commute):
    """Cost a minute a kilometre."""
    return commute / 60


def declared():
    """Every field of an invitation and of a seeker that asks a question, by name."""
    both = (*attrs.fields(iv.Invitation), *attrs.fields(iv.Seeker))
    quantities = {f.name: f.metadata.get("quantity") or f.metadata.get("label") for f in both}
    questions = {f.name: f.metadata.get("question", "") for f in both}
    questions |= {name: quantity.question for name, quantity in quantities.items() if quantity}
    return {name: question for name, question in questions.items() if question}


def test_form_asks_every_question_once():
    """It has each field of an invitation and of a seeker that asks a question, with that question."""
    assert declared() == {name: item.question for name, item in FIELDS.items()}
    assert len(declared()) == len(FORM)


def test_form_of_two_minutes_comes_first():
    """What counts most and what people can say stands before all else, and has what is worth most to know."""
    first = [item.name for item in FORM][:14]
    assert [
        "role", "organization", "stage", "status", "would_accept", "role_interest", "organization_interest", "job_worth",
        "duration", "travel", "promise", "exposure", "hinge", "obliged",
    ] == first  # fmt: skip
    questions = iv.Evaluator(discover=False).evaluate(iv.Invitation()).questions
    assert {question.quantity for question in questions[:3]} <= {*first}


def test_field_says_all_that_a_page_shows():
    """A number has its unit and bounds, a choice its values and labels, and each a label in plain words."""
    duration, stage, remote = FIELDS["duration"], FIELDS["stage"], FIELDS["remote"]
    assert ("h", "0.05 to 60", "recruiter") == (duration.unit, str(duration.bounds), duration.ask)
    assert "Length of the interview, with the tasks and talks that it asks for" == duration.label
    assert ("choice", ("onsite", "the long visit, or several interviewers")) == (stage.kind, stage.choices[2])
    assert (("yes", "by video or phone"), ("no", "in person")) == remote.choices
    assert ("number", ("unlikely", "Unlikely, but they could win me over")) == (
        FIELDS["would_accept"].kind, FIELDS["would_accept"].choices[2]
    )  # fmt: skip
    assert {"invitation": "number", "seeker": "days"} == {
        FIELDS[name].of: FIELDS[name].kind for name in ("travel", "past_interviews")
    }
    assert ["day", "moment"] == [FIELDS[name].kind for name in ("as_of", "starts")]
    assert [] == [item.label for item in FORM if not item.label[0].isupper() or set(item.label) & set("`:;.\n")]


def test_field_as_plain_data():
    """A field is JSON-ready, with None for a bound that there is not."""
    plain = json.loads(json.dumps([item.to_dict() for item in FORM], allow_nan=False))
    by_name = {item["name"]: item for item in plain}
    assert list(FIELDS) == list(by_name)
    assert (0.05, 60, False) == tuple(by_name["duration"][key] for key in ("low", "high", "above_low"))
    assert (0, 1, False) == tuple(by_name["resemblance"][key] for key in ("low", "high", "above_low"))
    assert {"value": "no", "label": "in person"} == by_name["remote"]["choices"][1]
    assert "bounds" not in by_name["resemblance"]


def test_entries_become_an_invitation_and_a_seeker():
    """Text, as forms send it, numbers, units, labels, ranges and dates are read, and what is empty is unknown."""
    entries = {
        "role": "Analyst", "stage": " on-site ", "remote": "In person", "starts": "2026-12-03T14:00Z",
        "duration": "90 min", "role_interest": "60%", "travel": "", "people_met": " ", "expenses": None, "resemblance": 0.5,
        "mindset": Decimal("0.7"), "job_worth": "100–400 hours", "past_interviews": "2026-01-01, 2026-02-01\n2026-03-01;",
        "as_of": "2026-11-23", "later_hours": (2, 7), "would_accept": "unlikely, but they could win me over",
    }  # fmt: skip
    invitation, seeker = FORM.read(entries)
    assert invitation == iv.Invitation(
        role="Analyst", stage=iv.Stage.ONSITE, remote=False, starts=datetime(2026, 12, 3, 14, tzinfo=UTC),
        duration=1.5, role_interest=0.6, resemblance=0.5, later_hours=(2, 7), would_accept="unlikely",
    )  # fmt: skip
    days = [date(2026, month, 1) for month in (1, 2, 3)]
    assert seeker == iv.Seeker(mindset=0.7, job_worth=(100, 400), past_interviews=days, as_of=date(2026, 11, 23))


def test_dates_can_come_as_a_list():
    """Days that a program has apart need not be joined."""
    _, seeker = FORM.read({"past_interviews": ["2026-01-01", date(2026, 2, 1)], "as_of": "2026-11-23"})
    assert (date(2026, 1, 1), date(2026, 2, 1)) == seeker.past_interviews


def test_nothing_entered_is_nothing_known():
    """A form that is sent back empty says nothing."""
    assert (iv.Invitation(), iv.Seeker()) == FORM.read({}) == FORM.read(dict.fromkeys(FIELDS, ""))


@pytest.mark.parametrize("item", [item for item in FORM if item.choices], ids=lambda item: item.name)
def test_each_choice_comes_back(item):
    """The name of each choice and its label are the same choice, and none is another's."""

    def read(entry):
        facts = dict(zip(("invitation", "seeker"), FORM.read({item.name: entry}), strict=True))[item.of]
        return facts.label(item.name) if item.kind == "choice" else facts.known[item.name].choice

    assert [{value} for value, _ in item.choices] == [{read(value), read(label)} for value, label in item.choices]


def test_all_mistakes_with_the_names_of_the_form():
    """Those of the invitation, of the seeker, of plugins and of the form itself come at once, in its order."""
    entries = {
        "durration": "3", "duration": "long", "mindset": "7", "stage": "onsight", "role": 3, "commute": "3 hours",
        "past_interviews": "2026-01-01, soon", "location": "x" * (MAX_TEXT + 1),
    }  # fmt: skip
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.reading.form({"commute": COMMUTE}).read(entries)
    mistakes = {mistake.path: mistake for mistake in caught.value.mistakes}
    names = ["role", "stage", "duration", "mindset", "past_interviews", "location", "commute", "durration"]
    assert names == [mistake.path for mistake in caught.value.mistakes]
    assert ("duration", "onsite") == (mistakes["durration"].nearest, mistakes["stage"].nearest)
    assert "form" == caught.value.what


def test_day_that_is_still_to_come_is_a_mistake_of_its_field():
    """What two fields say together is told with the name of one of them."""
    mistakes = mistakes_of(FORM.read, {"past_interviews": "2026-12-01", "as_of": "2026-11-23"})
    assert ["past_interviews"] == list(mistakes)


def test_plugins_are_asked_for_too():
    """With an evaluator's quantities the form asks for those that a person can answer, last, and reads them."""
    evaluator = iv.Evaluator(plugins=[far], discover=False)
    form = iv.reading.form(evaluator.quantities)
    last = form.fields[-1]
    assert [*FIELDS, "commute"] == [item.name for item in form]
    assert ("Commute", "How far is it?", "invitation", "km", "recruiter") == (
        last.label, last.question, last.of, last.unit, last.ask
    )  # fmt: skip
    invitation, _ = form.read({"commute": "2 to 7 km"})
    assert iv.Estimate(2, 7) == invitation.known["commute"]
    assert {"commute"} == mistakes_of(FORM.read, {"commute": "2"}).keys()


def test_quantity_with_the_name_of_a_field_is_not_asked_for():
    """No invitation could hold its value, which would stand under the name of another field."""
    role = iv.Quantity("role", unit="h", bounds=(0, 1), prior=0, question="How much?", ask="yourself")
    assert FORM.fields == iv.reading.form({"role": role}).fields


@pytest.mark.parametrize("entries", [None, [], "role=Analyst", {f"field{place}": "" for place in range(201)}], ids=type)
def test_what_is_no_form_is_refused(entries):
    """Something else than entries by name, or far more than a form has fields, is not looked into."""
    mistake = mistakes_of(FORM.read, entries)["form"]
    assert "at most 200 entries by the names of fields" == mistake.allowed


@given(
    entries=st.dictionaries(
        st.sampled_from(sorted(FIELDS)) | st.text(max_size=5),
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.binary(max_size=3)
        | st.sampled_from(["2-7", "60%", "90 min", "yes", "2026-01-01", "In person", "9" * 300])
        | st.lists(st.integers() | st.text(max_size=3), max_size=3),
    )
)  # fmt: skip
def test_whatever_is_entered_is_read_or_refused(entries):
    """No entry makes it raise anything but InvalidInputError, whose paths are the names of the entries."""
    try:
        invitation, seeker = FORM.read(entries)
    except iv.errors.InvalidInputError as group:
        known = {mistake.path for mistake in group.mistakes} & FIELDS.keys()
        assert known <= entries.keys()
        assert known or not entries.keys() <= FIELDS.keys()
    else:
        assert {*invitation.known, *seeker.known} <= {*entries, "experience"}
