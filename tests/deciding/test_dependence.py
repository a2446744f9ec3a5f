"""Explanation: one scorer or gate, all that it reads, and how its answer moves with each quantity."""

from __future__ import annotations

import json
import math

import pytest
from hypothesis import given
from small_scorers import alone, quantity, scorer
from strategies import cases

import interview_value as iv
from interview_value.display.words import length

EVALUATOR = iv.Evaluator(discover=False)


def explained(name, *plugins, **given):
    """An explanation by an evaluator with some plugins."""
    return iv.explain(name, evaluator=iv.Evaluator(plugins=plugins, discover=False), **given)


class Bus:
    """A plugin with a name of its own, which brings a scorer."""

    name = "bus"

    @iv.hookimpl
    def interview_value_scorers(self):
        """Bring one."""
        return [scorer(lambda mood: 2 * mood, quantity(), name="waiting")]


@pytest.mark.parametrize("criterion", [*EVALUATOR.scorers, *EVALUATOR.gates], ids=lambda item: item.name)
def test_all_of_the_library_are_explained(criterion):
    """Each scorer and gate says what it is, of which package, where it comes from, and all that it reads."""
    explanation = iv.explain(criterion.name, evaluator=EVALUATOR)
    assert (criterion.name, criterion.summary) == (explanation.name, explanation.summary)
    assert getattr(criterion, "kind", "gate") == explanation.kind
    assert criterion.source == explanation.source
    assert ("interview-value", iv.__version__) == (explanation.plugin.package, explanation.plugin.version)
    assert f"def {criterion.function.__name__}(" in explanation.code
    assert [*criterion.reads] == [item.name for item in explanation.quantities][: len(criterion.reads)]
    assert [item.name for item in explanation.quantities] == [item.quantity.name for item in explanation.dependences]


def test_hours_are_those_of_the_evaluation():
    """What an explanation says of a case is what an evaluation of it says."""
    case = iv.Invitation(stage="onsite", role_interest=(0.1, 0.5)), iv.Seeker(job_worth=300)
    evaluation = EVALUATOR.evaluate(*case)
    for contribution in evaluation.contributions:
        assert contribution.hours.mean == iv.explain(contribution.name, *case, evaluator=EVALUATOR).hours


def test_curve_of_a_formula_that_can_be_checked_by_hand():
    """Twice the mood, over the mood's prior of 2 to 8, in nine even steps."""
    double = scorer(lambda mood: 2 * mood, quantity(), name="double")
    curve = explained("double", double)["mood"]
    assert pytest.approx([2, 2.75, 3.5, 4.25, 5, 5.75, 6.5, 7.25, 8]) == curve.values
    assert pytest.approx([4, 5.5, 7, 8.5, 10, 11.5, 13, 14.5, 16]) == curve.hours
    assert () == curve.answers


def test_curve_over_what_is_known():
    """A range that somebody gave takes the place of the prior; what is exact is varied over the prior."""
    double = scorer(lambda mood: 2 * mood, quantity(), name="double")
    for given_, expected in ((iv.Estimate(3, 4), (3, 4)), (iv.Estimate(5), (2, 8))):
        curve = explained("double", double, invitation=iv.Invitation().with_quantities(mood=given_))["mood"]
        assert pytest.approx(expected) == (curve.values[0], curve.values[-1])


def test_curve_on_a_log_scale_takes_even_factors():
    """Each value is the same multiple of the one before it."""
    curve = iv.explain("practice", evaluator=EVALUATOR)["job_worth"]
    factors = {round(after / before, 9) for before, after in zip(curve.values, curve.values[1:], strict=False)}
    assert 1 == len(factors)


def test_curve_of_what_has_no_range():
    """A prior that is exact has one value, at which the hours are those of the evaluation."""
    explanation = iv.explain("effort", evaluator=EVALUATOR)
    assert ((0.0,), (explanation.hours,)) == (explanation["expenses"].values, explanation["expenses"].hours)


def test_what_a_prior_is_derived_from_is_there_too():
    """Both interests move the role through the chance of a yes, unless somebody says what that is; labels do too."""
    arguments = next(scorer.reads for scorer in EVALUATOR.scorers if scorer.name == "role_discovery")
    for known, expected in (
        (iv.Invitation(), {"role_interest", "organization_interest", "stage", "status"}),
        (iv.Invitation(would_accept=(0.1, 0.2)), {"stage", "status"}),
    ):
        names = [item.name for item in iv.explain("role_discovery", known, evaluator=EVALUATOR).quantities]
        assert (list(arguments), expected) == (names[: len(arguments)], set(names[len(arguments) :]))


def test_hours_by_the_choices_of_a_label():
    """A label that priors depend on has the hours of an evaluation in which it is known, choice by choice."""
    explanation = iv.explain("kept_promise", evaluator=EVALUATOR)
    assert ["promise"] == [item.name for item in explanation.quantities]
    by_remote = iv.explain("effort", evaluator=EVALUATOR)["remote"]
    assert (("yes", "no"), (), None) == (by_remote.choices, by_remote.values, by_remote.prior)
    assert by_remote.hours[0] < by_remote.hours[1]
    best = EVALUATOR.evaluate(iv.Invitation()).best_hours
    for choice, hours in zip(by_remote.choices, by_remote.hours, strict=True):
        known = EVALUATOR.evaluate(iv.Invitation(remote=choice, preparation=best))
        assert best == known.best_hours
        assert pytest.approx(known["effort"].mean) == hours
    at_yes, at_no = map(length, by_remote.hours)
    text = " ".join(str(iv.explain("effort", evaluator=EVALUATOR)).split())
    assert f"one of yes, no {at_yes} at yes, {at_no} at no" in text


def test_a_gate_over_a_label():
    """The choices at which it holds are found, among the values of whatever else it reads."""
    explanation = iv.explain("obliged", evaluator=EVALUATOR)
    assert {"obliged": "yes"} == explanation.base
    assert ("yes", "no") == explanation["obliged"].choices
    assert (iv.outcome.Answer.YES, iv.outcome.Answer.NO) == explanation["obliged"].answers
    assert "holds at yes; does not hold at no" in str(explanation)
    far = iv.gate(reason="Far.", name="far")(
        lambda stage, status, travel: (stage == "first") & (status == "open") & (travel > 30)
    )
    explanation = explained("far", far)
    assert {"stage": "first", "status": "open", "travel": 60.0} == explanation.base
    assert {"stage": "first", "travel": 60.0} == explanation["status"].others
    assert "does not hold at screen, onsite, final; holds at first" in str(explanation)
    assert "It holds if stage = first, status = open and travel = 60 hours are known" in " ".join(
        str(explanation).split()
    )


def test_curve_over_a_derived_quantity():
    """It runs over what the prior comes to, between its percentiles."""
    curve = iv.explain("role_discovery", evaluator=EVALUATOR)["would_accept"]
    assert curve.hours == tuple(sorted(curve.hours))
    assert pytest.approx((0.048, 0.582), abs=0.001) == (curve.values[0], curve.values[-1])
    prior = iv.model.DerivedPrior(lambda mood: (2 * mood.low, 2 * mood.high), "2 · mood")
    twice = quantity("twice", bounds=(0, 20), prior=prior)
    plain = scorer(lambda twice: twice, quantity(), twice, name="plain")
    for mood, expected in (((2, 8), (4, 16)), (3, (6, 6))):
        curve = explained("plain", plain, invitation=iv.Invitation().with_quantities(mood=mood))["twice"]
        assert pytest.approx(expected, rel=0.02) == (curve.values[0], curve.values[-1])


def test_a_scorer_that_fails_somewhere():
    """Where it fails its hours are not known, the rest of the curve is there; failing everywhere is told as well."""

    def picky(mood):
        if mood > 5.5:
            raise ValueError("too merry")
        return mood

    explanation = explained("picky", scorer(picky, quantity(), columnar=False))
    assert [False] * 5 + [True] * 4 == [math.isnan(hours) for hours in explanation["mood"].hours]
    assert math.isnan(explanation.hours)
    assert ["it fails" in line for line in str(explanation).splitlines() if "at 2" in line] == [True]
    assert "????" in str(explanation)
    assert [None] * 4 == json.loads(json.dumps(explanation.to_dict(), allow_nan=False))["quantities"][0]["hours"][5:]


def test_a_gate_is_asked_around_values_at_which_it_holds():
    """The known values at which it holds are found, and each moves while the others stay there."""
    explanation = iv.explain("nothing_of_interest", evaluator=EVALUATOR)
    assert {"role_interest": 0.0, "organization_interest": 0.0} == explanation.base
    assert (iv.outcome.Answer.UNKNOWN, None) == (explanation.answer, explanation.hours)
    for dependence in explanation.dependences:
        assert (iv.outcome.Answer.YES, *[iv.outcome.Answer.NO] * 8) == dependence.answers
        assert () == dependence.hours
    known = iv.Invitation(role_interest=0.4)
    assert iv.outcome.Answer.NO is iv.explain("nothing_of_interest", known, evaluator=EVALUATOR).answer


def test_a_gate_that_holds_for_several_reasons():
    """Each quantity is shown where it turns the answer, also where another one lets it hold at the base."""
    either = iv.gate(reason="Far or dull.", name="either", quantities=[quantity()])(
        lambda mood, role_interest: (mood > 7) | (role_interest > 0.9)
    )
    explanation = explained("either", either)
    mood, interest = (explanation[name] for name in ("mood", "role_interest"))
    assert {mood.quantity.bounds.low, 1.0} == set(explanation.base.values())
    assert ({"role_interest": 0.0}, {"mood": mood.quantity.bounds.low}) == (mood.others, interest.others)
    assert all(
        (iv.outcome.Answer.NO, iv.outcome.Answer.YES) == (item.answers[0], item.answers[-1])
        for item in (mood, interest)
    )
    text = " ".join(str(explanation).split())
    assert "does not hold at 0 to 6.2 points; holds at 7.5 to 10 points (with role_interest = 0 of 10)" in text
    assert "does not hold at 0 to 9 of 10; holds at 10 of 10 Its code" in text


def test_a_quantity_that_turns_no_gate():
    """What a gate reads and never minds moves while the others stay at the base."""
    never_minded = iv.gate(reason="Far.", name="far")(lambda travel, role_interest: travel > 1)
    explanation = explained("far", never_minded)
    assert {iv.outcome.Answer.YES} == set(explanation["role_interest"].answers)
    assert {"travel": explanation.base["travel"]} == explanation["role_interest"].others


def test_a_gate_over_a_quantity_without_an_end():
    """It is asked over the range that is assumed."""
    walk = iv.Quantity("walk", unit="km", bounds=iv.model.Bounds(0), prior=(0, 2))
    far = iv.gate(reason="Far.", name="far", quantities=[walk])(lambda walk: walk > 1)
    explanation = explained("far", far)
    answers = explanation["walk"].answers
    assert (iv.outcome.Answer.NO, iv.outcome.Answer.YES) == (answers[0], answers[-1])
    assert explanation.base["walk"] == explanation["walk"].values[-1]
    assert "does not hold at 0 to 1 km; holds at 1.2 to 2 km" in str(explanation)


def test_a_gate_that_never_holds_or_fails():
    """No values at which it holds are found; one that fails cannot tell."""

    def broken(travel):
        raise ValueError("no map")

    never = iv.gate(reason="Never.", name="never")(lambda travel: travel < -1)
    for gate, answer in ((never, iv.outcome.Answer.NO), (iv.gate(reason="Broken.")(broken), iv.outcome.Answer.UNKNOWN)):
        explanation = explained(gate.name, gate)
        assert {} == explanation.base
        assert {answer} == set(explanation["travel"].answers)
        assert "It holds if" not in str(explanation)


def test_a_gate_that_looks_at_the_invitation():
    """What it is given as context is what its quantities say."""
    told = iv.gate(reason="Far.", name="told")(
        lambda travel, invitation: (travel > 1) if invitation.travel or invitation.quantities else (travel > 99)
    )
    assert iv.outcome.Answer.YES in explained("told", told)["travel"].answers


def test_names_that_there_are_not():
    """The nearest name is offered, for the criterion and for the quantity."""
    with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'practice'"):
        iv.explain("practise", evaluator=EVALUATOR)
    with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'job_worth'"):
        iv.explain("practice", evaluator=EVALUATOR)["job_wort"]


def test_what_is_left_out():
    """Of a scorer, gate or plugin that is blocked it is said that it is, and not that there is none."""
    evaluator = iv.Evaluator(block={"practice", "nothing_of_interest", "bus"}, plugins=[Bus()], discover=False)
    for name, plugin in (("practice", "interview_value"), ("nothing_of_interest", "interview_value"), ("bus", "bus")):
        with pytest.raises(iv.errors.InvalidInputError) as caught:
            iv.explain(name, evaluator=evaluator)
        (mistake,) = caught.value.mistakes
        assert ("name", name) == (mistake.path, mistake.value)
        assert f"plugin {plugin!r} is listed with {name!r} left out: it is in block" in str(mistake)
    with pytest.raises(iv.errors.UnknownNameError):
        iv.explain("interview_value", evaluator=evaluator)


def test_what_is_no_evaluator():
    """An argument that cannot be used is named."""
    with pytest.raises(iv.errors.InvalidInputError, match=r"name: got [^\n]*\nevaluator: got"):
        iv.explain(["practice"], evaluator="mine")


def test_without_an_evaluator_it_is_that_of_evaluate():
    """The criteria are those behind the front door."""
    assert "practice" == iv.explain("practice").name


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "log-odds; assumed 0.2 to 1 log-odds (at most"),
        ("de", "Logit; angenommen 0,2 bis 1 Logit (at most"),
        ("en", "at 3 of 10, "),
        ("de", ") 3 von 10: "),
        ("en", "the most that practice can teach (a fixed assumption)"),
        ("de", "was Übung höchstens lehrt (eine feste Annahme)"),
        ("en", "0.05 to 10 hours; assumed by stage: screen 20 minutes to 1 hour, first 1 to 3 hours, "),
        ("de", "0,05 bis 10 Stunden; angenommen nach stage: screen 20 Minuten bis 1 Stunde, first 1 bis 3 Stunden, "),
    ],
)
def test_numbers_are_said_in_the_language(language, expected):
    """What is possible and assumed, and the values at which there are hours, are told with their units in words."""
    with iv.speaking(language):
        assert expected in " ".join(str(iv.explain("practice", evaluator=EVALUATOR)).split())


@pytest.mark.parametrize(("language", "expected"), [("en", "otherwise 0..2 "), ("de", "sonst 0 bis 2 ")])
def test_a_formula_is_said_in_the_language(language, expected):
    """So is the formula by which something is assumed."""
    with iv.speaking(language):
        assert expected in " ".join(str(iv.explain("effort", evaluator=EVALUATOR)).split())


def test_code_that_is_not_at_hand():
    """A function that was made of text has no source code, and is explained all the same."""
    scope = {}
    exec("def typed(): return 1.0", scope)
    explanation = explained("typed", iv.scorer(kind="benefit")(scope["typed"]))
    assert ("", "Its code") == (
        explanation.code,
        "Its code" if "Its code" not in str(explanation) + explanation._repr_html_() else "",
    )
    assert ("assumption", "") == (explanation.source, explanation.summary)


HOSTILE = "<script>alert('x')</script>\x1b[31m"


def test_it_shows_hostile_text_as_text():
    """What a plugin says of itself runs nothing in a page, and takes over no terminal."""
    mood = iv.Quantity(
        "mood", unit=HOSTILE, bounds=(0, 1), prior=(0.1, 0.9), ask="yourself", question=HOSTILE, source=HOSTILE
    )

    def bad(mood):
        return mood

    bad.__doc__ = HOSTILE
    explanation = explained("bad", scorer(bad, mood, source=HOSTILE))
    assert "<script>" not in explanation._repr_html_()
    assert "\x1b" not in str(explanation) + explanation._repr_html_()
    assert "&lt;script&gt;" in explanation._repr_html_()


def test_page_is_a_table_with_headings():
    """The piece of HTML has a row a quantity, with a heading for each row and column, and the code folded away."""
    explanation = iv.explain("practice", evaluator=EVALUATOR)
    page = explanation._repr_html_().replace("<wbr>", "")
    assert (4, 14, 14) == (
        page.count('<th scope="col"'),
        page.count('<th scope="row"'),
        len(explanation.quantities),
    )
    assert "<details><summary>Its code</summary><pre>" in page
    assert page.startswith(
        '<div lang="en"><p><strong>practice: a benefit of the plugin interview_value (interview-value'
    )


def test_lines_stay_within_the_width():
    """All but the code is broken at the width."""
    from interview_value.display.showing import page_of
    from interview_value.display.text import page_text

    text = page_text(page_of(iv.explain("practice", evaluator=EVALUATOR)), 60).partition("Its code:")[0]
    assert max(map(len, text.splitlines())) <= 60


def test_addresses_stay_whole():
    """The address of a source can be copied, however long it is."""
    address = "https://example.org/" + "-".join(["word"] * 30)
    assert address in str(explained("five", scorer(lambda: 5.0, name="five", source=f"a law, {address}")))


@given(case=cases())
def test_every_case_can_be_explained(case):
    """Whatever is known, each curve has one answer a value, ascending values, and plain data that JSON can hold."""
    for name in ("practice", "role_discovery", "effort", "nothing_of_interest", "obliged"):
        explanation = iv.explain(name, *case, evaluator=EVALUATOR)
        json.dumps(explanation.to_dict(), allow_nan=False)
        for dependence in explanation.dependences:
            assert len(dependence.values or dependence.choices) == len(dependence.hours) + len(dependence.answers)
            assert dependence.values == tuple(sorted(set(dependence.values)))


def test_a_criterion_alone():
    """It is explained where the library's own are blocked."""
    assert 5.0 == explained("five", scorer(lambda: 5.0, name="five")).hours
    evaluator = alone(scorer(lambda: 5.0, name="five"))
    assert 5.0 == iv.explain("five", evaluator=evaluator).hours


@pytest.mark.parametrize("source", ["", None, 3])
@pytest.mark.parametrize(
    "make", [lambda **given: iv.scorer(kind="cost", **given), lambda **given: iv.gate(reason="No.", **given)]
)
def test_sources_that_cannot_be_used(make, source):
    """A source is a text that says something."""
    with pytest.raises(iv.errors.FieldError, match="source"):
        make(source=source, name="sourced")(lambda travel: travel > 3)
