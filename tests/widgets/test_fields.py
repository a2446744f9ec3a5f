"""The fields of quantities: what stands in them, and where that is from."""

from __future__ import annotations

import interview_value as iv

from .asking import BARE, KNOWN, scene


def titles(shown):
    """Return the title of each group with how many are known."""
    return {group["name"]: group["known"] for group in shown["groups"]}


def test_every_quantity_has_a_field():
    """All that the scorers and gates read can be filled in, in groups, the constants of the model last."""
    shown = scene()
    assert {
        "The invitation": "2 of 12 known",
        "You": "0 of 11 known",
        "Constants of the model": "0 of 9 known",
    } == titles(shown)
    assert set(BARE.quantities) == {field["name"] for group in shown["groups"] for field in group["fields"]}


def test_quantities_of_plugins_have_a_group():
    """What a plugin asks for is a field as any other."""
    commute = iv.Quantity("commute", unit="h", bounds=(0, 60), prior=(1, 8), question="How far is it?", ask="yourself")
    far = iv.scoring.Scorer(name="far_away", function=lambda commute: commute, kind="cost", quantities=[commute])
    shown = scene(evaluator=iv.Evaluator(discover=False, plugins=[far]))
    assert "0 of 1 known" == titles(shown)["What plugins ask for"]
    assert "far away" in [item["label"] for item in shown["criteria"]]


def test_a_field_says_where_its_value_is_from():
    """Given, read with where, assumed with the prior or the formula of it; numbers to their last digit."""
    told = iv.Invitation(
        duration=1.5, people_met=(0.1, 1234567.25), read_from={"duration": "invite.ics: DTEND"}, **KNOWN
    )
    fields = {field["name"]: field for group in scene(told)["groups"] for field in group["fields"]}
    assert "h, > 0 · read: invite.ics: DTEND" == fields["duration"]["note"]
    assert "people, ≥ 0 · given" == fields["people_met"]["note"]
    assert ["0.1", "1234567.25"] == fields["people_met"]["entry"]
    assert fields["appeal"]["note"].startswith("scale points, -1 to 1 · assumed: centre −0.7")
    assert ["", ""] == fields["appeal"]["hints"]
