"""Quantity: what can be declared, and what its rules refuse."""

from __future__ import annotations

import math

import pytest

import interview_value as iv


def declare(**changes):
    """Declare a quantity, with some things changed."""
    return iv.Quantity(
        **{"name": "commute", "unit": "h a week", "bounds": (0, 60), "prior": (1, 8), "scale": "log", **changes}
    )


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"name": "my commute"}, "quantity", "a name that is a Python identifier"),
        ({"name": 3}, "quantity", "a name that is a Python identifier"),
        ({"scale": "sqrt"}, "commute.scale", "'linear', 'log' or 'chance'"),
        ({"scale": "chance"}, "commute.bounds", "bounds within 0 and 1, for the scale chance"),
        ({"kind": "text"}, "commute.kind", "'number' or 'choice'"),
        ({"of": "boss"}, "commute.of", "'invitation' or 'seeker'"),
        ({"ask": "boss"}, "commute.ask", "'yourself', 'recruiter' or 'nobody'"),
        ({"ask": "yourself"}, "commute.question", "the question that asks"),
        ({"bounds": (-1, 60)}, "commute.bounds", "bounds from 0 on, for the scale log"),
        ({"bounds": (60, 0)}, "bounds", "the lowest value, and then"),
        ({"bounds": (0, math.nan)}, "bounds", "a pair of numbers"),
        ({"bounds": 60}, "bounds", "a pair of numbers"),
        ({"unit": 3}, "commute.unit", "a text"),
        ({"source": None}, "commute.source", "a text"),
        ({"bounds": (0, 30, 60)}, "bounds", "a pair of numbers"),
        ({"bounds": ("0", "60")}, "bounds", "a pair of numbers"),
        ({"prior": (1, 80)}, "commute.prior", r"0 to 60 \(h a week\)"),
        ({"prior": iv.model.PriorBy("stage", {iv.Stage.FIRST: 99}, 1)}, "commute.prior", "0 to 60"),
        ({"prior": iv.model.PriorBy("stage", {}, -1)}, "commute.prior", "0 to 60"),
        ({"prior": "a lot"}, "commute.prior", "a finite number"),
        ({"prior": None}, "commute.prior", "what is assumed while nobody has said anything: a finite number"),
    ],
    ids=str,
)
def test_contradictions_are_refused(changes, path, words):
    """A declaration that contradicts itself is refused where it is written."""
    with pytest.raises(iv.errors.FieldError, match=words) as caught:
        declare(**changes)
    assert path == caught.value.path


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (61, r"got 61.0, expected 0 to 60 \(h a week\)"),
        (-1, "expected 0 to 60"),
        ((5, 61), r"got \[5.0, 61.0\]"),
        ("much", "in h a week, 0 to 60"),
        ((8, 1), "the low end first"),
        (math.nan, "a finite number"),
    ],
    ids=str,
)
def test_value_that_does_not_fit(value, words):
    """A value is refused with its unit and its bounds."""
    with pytest.raises(iv.errors.FieldError, match=words) as caught:
        declare().estimate(value)
    assert "commute" == caught.value.path


def test_where_the_value_stands_can_be_said():
    """A path makes the error point to a row or a file."""
    with pytest.raises(iv.errors.FieldError, match=r"^row 3: got 99"):
        declare().estimate(99, path="row 3")


@pytest.mark.parametrize("value", [0, 60, (0, 60), (1, 60), 0.001])
def test_ends_of_the_bounds_fit(value):
    """Both ends of the bounds can be given, and an exact 0 on a log scale too."""
    assert iv.Estimate.of(value) == declare().estimate(value)


def test_prior_by_label():
    """A prior can depend on a label; a choice without a case of its own takes the other prior."""
    quantity = declare(prior=iv.model.PriorBy("stage", {iv.Stage.FIRST: (2, 3)}, (1, 8)))
    assert iv.Estimate(2, 3) == quantity.assumed(iv.Invitation(stage="first"))
    assert iv.Estimate(1, 8) == quantity.assumed(iv.Invitation())
    assert "by stage: first 2..3, otherwise 1..8" == quantity.prior_in_words


def test_cases_of_a_prior_are_named():
    """The cases of a prior by label are a mapping; a list of estimates is refused."""
    with pytest.raises(iv.errors.FieldError, match=r"cases: got .*, expected an estimate for each label"):
        iv.model.PriorBy("stage", [(2, 3)], (1, 8))


def test_derived_prior():
    """A prior can be computed from estimates and labels, known or assumed."""
    prior = iv.model.DerivedPrior(lambda travel, stage: (travel.low, travel.high + (stage == "first")), "as it is")
    quantity = declare(prior=prior)
    assert ("travel", "stage") == prior.reads
    assert iv.Estimate(1, 2) == quantity.assumed(iv.Invitation(travel=(1, 2)))
    assert iv.Estimate(0, 3) == quantity.assumed(iv.Invitation(stage="first"))
    assert "as it is" == quantity.prior_in_words


MOOD = iv.Quantity(
    "mood", kind="choice", choices={"good": "fine, thanks", "bad": iv.model.Choice("not at all", words=["awful"])}
)
SURE = iv.Quantity("sure", kind="choice", choices={"yes": "surely", "no": "surely not"})


@pytest.mark.parametrize(
    ("label", "said", "name"),
    [
        (MOOD, "good", "good"),
        (MOOD, "Fine, thanks.", "good"),
        (MOOD, " NOT at  all ", "bad"),
        (MOOD, "awful", "bad"),
        (SURE, True, "yes"),
        (SURE, False, "no"),
        (SURE, "on", "yes"),
        (SURE, "Surely not", "no"),
    ],
)
def test_choice_of_a_label(label, said, name):
    """A choice can be made by its name, its label or other words, and yes and no by True and False."""
    assert name == label.chosen(said)


@pytest.mark.parametrize(
    ("label", "said", "nearest"),
    [
        (MOOD, "goood", "good"),
        (MOOD, True, None),
        (MOOD, "", None),
        (SURE, 1, None),
        (SURE, "maybe", None),
        (SURE, None, None),
        (MOOD, "x" * 10_000, None),
    ],
)
def test_no_choice_of_a_label(label, said, nearest):
    """What is no choice is refused with all of them, and met with the nearest."""
    with pytest.raises(iv.errors.FieldError, match=f"one of {', '.join(label.choices)}") as caught:
        label.chosen(said)
    assert (label.name, nearest) == (caught.value.path, caught.value.nearest)


def test_choice_of_a_number():
    """A choice stands for a number or range, and the estimate is kept as it was said."""
    quantity = declare(choices={"far": ("a long way", (4, 9)), "none": ("none at all", 0)})
    for said in ("far", "A long way", "far!"):
        assert (iv.Estimate(4, 9), "far") == (quantity.estimate(said), quantity.estimate(said).choice)
    assert ("far", [4.0, 9.0]) == (quantity.estimate("far").to_plain(), quantity.estimate((4, 9)).to_plain())
    assert iv.Estimate(0) == quantity.estimate("none")
    with pytest.raises(iv.errors.FieldError, match="one of far, none; or a finite number") as caught:
        quantity.estimate("farr")
    assert "far" == caught.value.nearest


def test_a_label_has_choices_and_no_number():
    """A label without choices, or with a prior, is refused, and so is a number's choice without a range."""
    for changes, path in [
        ({"kind": "choice", "prior": None}, "commute.choices"),
        ({"kind": "choice", "choices": {"far": "far"}}, "commute.prior"),
        ({"choices": {"far": "far"}}, "commute.choices[far]"),
        ({"choices": {"far": ("far", 99)}}, "commute.choices[far]"),
        ({"choices": ["far"]}, "choices"),
        ({"choices": {"far": 3}}, "choices"),
        ({"prior": None}, "commute.prior"),
    ]:
        with pytest.raises(iv.errors.FieldError) as caught:
            declare(**changes)
        assert path == caught.value.path
    assert "one of good, bad" == MOOD.allowed
    assert MOOD.is_label
    assert "" == MOOD.prior_in_words


def test_every_quantity_says_what_a_person_needs():
    """Each quantity that is no label has a unit, and each has a source, and a question unless nobody can answer it."""
    for quantity in iv.Evaluator(discover=False).quantities.values():
        assert bool(quantity.unit) != quantity.is_label
        assert quantity.source
        assert quantity.grade
        assert (quantity.ask == "nobody") == (not quantity.question)


@pytest.mark.parametrize(("bounds", "told"), [((0, 1), True), ((-1, 1), False)])
def test_only_a_share_of_a_whole_is_offered_per_cent(bounds, told):
    """A number beyond the bounds is taken for per cent only where the share is one of a whole."""
    share = iv.Quantity("luck", unit="share", bounds=bounds, prior=0.5)
    with pytest.raises(iv.errors.FieldError) as caught:
        share.estimate(60)
    assert told == ('say "60%"' in str(caught.value))
