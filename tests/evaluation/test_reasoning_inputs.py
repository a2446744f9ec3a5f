"""The inputs of an evaluation: which value was used, and whether it was given, read or assumed."""

from __future__ import annotations

import pytest

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)
GIVEN, READ, ASSUMED, DECIDED = iv.outcome.Origin


def inputs_of(invitation=iv.Invitation(), seeker=iv.Seeker(), evaluator=EVALUATOR):
    """The inputs of an evaluation by name."""
    return {entry.name: entry for entry in evaluator.evaluate(invitation, seeker).inputs}


def test_given_read_assumed_and_decided():
    """Each quantity that was used is listed once, with where its value comes from."""
    invitation = iv.Invitation(duration=1, openings=(1, 3), read_from={"duration": "mail.ics: DTEND"})
    entries = inputs_of(invitation, iv.Seeker(mindset=0.5, read_from={"mindset": "diary.txt"}))
    assert (READ, "mail.ics: DTEND", iv.Estimate(1)) == _origin(entries["duration"])
    assert (GIVEN, "", iv.Estimate(1, 3)) == _origin(entries["openings"])
    assert (READ, "diary.txt", iv.Estimate(0.5)) == _origin(entries["mindset"])
    assert (DECIDED, iv.Estimate(3)) == (entries["preparation"].origin, entries["preparation"].estimate)
    assert (ASSUMED, "assumption", iv.Estimate(0.3, 0.9)) == _origin(entries["sociability"])
    assert sorted(EVALUATOR.quantities) == list(entries)


def _origin(entry):
    return entry.origin, entry.where, entry.estimate


def test_prior_hangs_on_the_stage():
    """What is assumed is shown as it was assumed for this stage, and for a remote interview."""
    entries = inputs_of(iv.Invitation(stage="screen", remote=True))
    assert iv.Estimate(0.25, 0.75) == entries["duration"].estimate
    assert (ASSUMED, iv.Estimate(0)) == (entries["travel"].origin, entries["travel"].estimate)


def test_planned_hours_do_not_replace_the_best():
    """Hours that a person plans are one of the ways; what is shown of going is at the best hours."""
    entries = [inputs_of(iv.Invitation(preparation=hours))["preparation"] for hours in (2, 9)]
    assert [DECIDED, DECIDED] == [entry.origin for entry in entries]
    assert entries[0].estimate == entries[1].estimate


def test_labels_are_inputs():
    """A label that somebody said is given or read, by the name of its choice; one that nobody said is unknown."""
    entries = inputs_of(
        iv.Invitation(stage="panel", read_from={"stage": "invite.ics: SUMMARY"}), iv.Seeker(status="open")
    )
    assert (READ, "invite.ics: SUMMARY", None, "onsite") == (*_origin(entries["stage"]), entries["stage"].label)
    assert (GIVEN, "", None, "open") == (*_origin(entries["status"]), entries["status"].label)
    assert (ASSUMED, None, "unknown") == (
        entries["remote"].origin,
        entries["remote"].estimate,
        entries["remote"].label,
    )


def test_a_derived_prior_is_shown_with_its_formula():
    """What nobody said of the chance of a yes follows from both interests; the range and the formula are shown."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(role_interest=0.2))
    entry = {item.name: item for item in evaluation.inputs}["would_accept"]
    assert (ASSUMED, 0.041, 0.324) == (entry.origin, round(entry.estimate.low, 3), round(entry.estimate.high, 3))
    assert entry.where.startswith("log-odds: centre −3.2 + 3.5·role_interest")
    assert "would_accept" in evaluation["role_discovery"].assumed
    assert "role_interest" not in evaluation["role_discovery"].assumed


def test_who_gives_a_derived_quantity_is_told_of_no_source():
    """Where the chance of a yes is given, no scorer assumed what it would have been derived from."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(would_accept=(0.1, 0.2)))
    assert {"would_accept", "role_interest"}.isdisjoint(evaluation["role_discovery"].assumed)
    assert "would_accept" not in evaluation.assumed


def test_what_only_a_gate_reads_is_assumed_of_the_whole():
    """It stands behind no number, but nobody gave it, and the gate would like to know it."""
    dust = iv.Quantity("dust", unit="g", bounds=(0, 9), prior=(1, 2))
    gate = iv.gate(reason="Too dusty.", name="dusty", quantities=[dust])(lambda dust: dust > 5)
    evaluator = iv.Evaluator(plugins=[gate], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation())
    assert "dust" in evaluation.assumed
    assert all("dust" not in item.assumed for item in evaluation.contributions)
    assert "dust" not in evaluator.evaluate(iv.Invitation().with_quantities(dust=2)).assumed


def test_assumed_is_what_nobody_gave():
    """The list of what was assumed is the inputs that are assumed; the preparation is decided."""
    evaluation = EVALUATOR.evaluate(iv.Invitation(role_interest=0.2, duration=1), iv.Seeker(mindset=0.5))
    expected = set(EVALUATOR.quantities) - {"role_interest", "duration", "mindset", "preparation"}
    assert expected == set(evaluation.assumed)
    assert {name for item in evaluation.contributions for name in item.assumed} <= expected


def test_computed_experience_counts_as_given():
    """Dates of interviews are knowledge of the experience."""
    entry = inputs_of(seeker=iv.Seeker(past_interviews=["2026-11-23"], as_of="2026-11-23"))["experience"]
    assert (GIVEN, iv.Estimate(1)) == (entry.origin, entry.estimate)


def test_gates_alone():
    """What only a gate reads is listed too, though it used no prior."""
    evaluator = iv.Evaluator(block=[scorer.name for scorer in EVALUATOR.scorers], discover=False)
    entries = inputs_of(iv.Invitation(role_interest=0.1), evaluator=evaluator)
    expected = {"obliged": ASSUMED, "organization_interest": ASSUMED, "role_interest": GIVEN}
    assert expected == {name: entry.origin for name, entry in entries.items()}


def test_gate_that_reads_a_derived_quantity():
    """A derived quantity that only a gate reads is shown with its formula as well."""
    gate = iv.gate(reason="Never.", name="never")(lambda would_accept: would_accept < 0.01)
    evaluator = iv.Evaluator(plugins=[gate], block=[scorer.name for scorer in EVALUATOR.scorers], discover=False)
    entry = inputs_of(evaluator=evaluator)["would_accept"]
    assert inputs_of()["would_accept"] == entry
    assert (ASSUMED, True) == (entry.origin, "role_interest" in entry.where)


@pytest.mark.parametrize("name", ["duration", "mindset", "skill_ceiling"])
def test_who_could_answer(name):
    """Each input says who could answer it, and with which question."""
    quantity = EVALUATOR.quantities[name]
    entry = inputs_of()[name]
    assert (quantity.unit, quantity.ask, quantity.question) == (entry.unit, entry.ask, entry.question)


def test_experience_from_dates_that_were_read_is_read():
    """Where the dates of past interviews were read is where the experience computed from them comes from."""
    seeker = iv.Seeker(
        past_interviews=["2026-01-01"], as_of="2026-02-01", read_from={"past_interviews": "history.csv: date"}
    )
    (experience,) = [item for item in iv.evaluate(iv.Invitation(), seeker).inputs if item.name == "experience"]
    assert (iv.outcome.Origin.READ, "history.csv: date") == (experience.origin, experience.where)


def test_start_without_a_time_zone_is_noted():
    """A start without a time zone is kept, and a note says how it is taken; once, however often it goes round."""
    invitation = iv.Invitation(starts="2026-12-03T14:00")
    again = iv.Invitation.from_dict(invitation.to_dict())
    assert ("the start has no time zone, so it is taken as your local time",) == again.notes
    assert () == iv.Invitation(starts="2026-12-03T14:00+01:00").notes
