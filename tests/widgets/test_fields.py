"""The fields of quantities: what stands in them, and where that is from."""

from __future__ import annotations

import pytest

import interview_value as iv

from .asking import BARE, KNOWN, scene


def titles(shown):
    """Return the title of each group with how many are known."""
    return {group["name"]: group["known"] for group in shown["groups"]}


def test_every_quantity_has_a_field():
    """All that the scorers and gates read can be filled in, in groups, the constants of the model last."""
    shown = scene()
    assert {
        "The invitation": "2 of 18 known",
        "You": "0 of 12 known",
        "What the calculation itself assumes": "0 of 18 known",
    } == titles(shown)
    assert set(BARE.quantities) == {field["name"] for group in shown["groups"] for field in group["fields"]}
    first = [group["fields"][0]["name"] for group in shown["groups"]]
    assert ["stage", "status", "cold"] == first, "what counts most stands first, constants by name"


def test_quantities_of_plugins_have_a_group():
    """What a plugin asks for is a field as any other."""
    commute = iv.Quantity("commute", unit="h", bounds=(0, 60), prior=(1, 8), question="How far is it?", ask="yourself")
    far = iv.scoring.Scorer(name="far_away", function=lambda commute: commute, kind="cost", quantities=[commute])
    shown = scene(evaluator=iv.Evaluator(discover=False, plugins=[far]))
    assert "0 of 1 known" == titles(shown)["What plugins ask for"]
    assert "far away" in [item["label"] for item in shown["criteria"]]


def test_a_field_says_where_its_value_is_from():
    """Given, read with where, assumed with what that depends on; numbers that were given to their last digit."""
    told = iv.Invitation(
        duration=1.5, expenses=(0.1, 12345.25), read_from={"duration": "invite.ics: DTEND"}, stage="first", **KNOWN
    )
    fields = {field["name"]: field for group in scene(told)["groups"] for field in group["fields"]}
    assert "in hours · read from invite.ics: DTEND" == fields["duration"]["note"]
    assert "money · you said so" == fields["expenses"]["note"]
    assert ["0.1", "12345.25"] == fields["expenses"]["entry"]
    assert "people · we assume 1 to 3 people, because of the round" == fields["people_met"]["note"]
    assert ["1", "3"] == fields["people_met"]["hints"]
    assumed = BARE.evaluate(told).inputs[-1].estimate
    assert [f"{end:.3g}" for end in (assumed.low, assumed.high)] == fields["would_accept"]["hints"]
    assert fields["would_accept"]["note"].endswith(
        ", because of the interest in the work, the interest in the organisation and the job situation"
    )
    assert ("you said so", "not said") == (fields["stage"]["note"], fields["obliged"]["note"])


def test_a_formula_that_fails_is_told():
    """Where a plugin's prior cannot be computed, its field has no hints and says why."""
    broken = iv.model.DerivedPrior(lambda duration: 1 / 0, "nothing")
    luck = iv.Quantity("luck", bounds=(0, 9), prior=broken)
    lucky = iv.scoring.Scorer(name="lucky", function=lambda luck: luck, kind="benefit", quantities=[luck])
    shown = scene(evaluator=iv.Evaluator(discover=False, plugins=[lucky]))
    (field,) = (field for group in shown["groups"] for field in group["fields"] if field["name"] == "luck")
    assert (["", ""], "we assume a number by a formula that failed") == (field["hints"], field["note"])


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ("h", "in hours"),
        ("h a month", "in hours a month"),
        ("share", "from 0 to 1, or in per cent"),
        ("share: of all that there are", "from 0 to 1"),
        ("factor", ""),
        ("", ""),
        ("people, at a time", "people"),
    ],
)
def test_a_field_says_what_is_counted(unit, expected):
    """The unit stands below the boxes as people say it."""
    nights = iv.Quantity("nights", unit=unit, bounds=(0, 1), prior=(0.1, 0.6), ask="yourself", question="How many?")
    late = iv.scoring.Scorer(name="late", function=lambda nights: nights, kind="cost", quantities=[nights])
    evaluator = iv.Evaluator(discover=False, plugins=[late])
    shown = scene(iv.Invitation().with_quantities(nights=0.5), evaluator=evaluator)
    (field,) = (field for group in shown["groups"] for field in group["fields"] if field["name"] == "nights")
    assert " · ".join(filter(None, (expected, "you said so"))) == field["note"]
