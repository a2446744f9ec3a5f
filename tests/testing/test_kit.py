"""The rest of the kit: failures in words, arguments that cannot be used, builders, isolation, the recorder."""

from __future__ import annotations

import datetime
import functools
import gc
import importlib
import os
import pickle
import sys

import attrs
import pytest
from hypothesis import given

import interview_value as iv
from interview_value import testing
from interview_value.testing import ContractError, arrays, check_gate, check_scorer
from interview_value.testing.breach import as_code
from interview_value.testing.strategies import reach

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")


@iv.scorer(kind="cost", quantities=[COMMUTE])
def careless(commute):  # noqa: D103 - it is one of the things that are wrong
    if commute > 10:
        return 2 * commute
    return 10 / commute


@iv.scorer(kind="cost", quantities=[COMMUTE])
def commuting(commute, offer_chance):
    """Hours on the road."""
    return 4 * commute * offer_chance


class Office:
    """A plugin that reweights."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Count practice double, or fail."""
        if seeker.mindset == iv.Estimate(0):
            raise ValueError("no mood")
        return {"practice": 2.0}


def test_failure_says_all_at_once():
    """A failure names each broken law, a small example that can be copied, and what to do."""
    with pytest.raises(ContractError) as caught:
        check_scorer(careless)
    error = caught.value
    assert isinstance(error, AssertionError)
    assert ("careless", ("bounds", "columns", "documented")) == (error.criterion, error.laws)
    for part in (
        "careless breaks 3 laws of the contract",
        "It raised ZeroDivisionError",
        "invitation = iv.Invitation(quantities={'commute': 0.0})",
        "seeker = iv.Seeker()",
        "What to do: Use ops.where for `if`",
    ):
        assert part in str(error)


def test_example_can_be_copied():
    """The expression that is shown makes the very invitation and seeker that broke the law."""
    with pytest.raises(ContractError) as caught:
        check_scorer(careless)
    example = caught.value.breaches[0].example
    assert example == {name: eval(as_code(value), {"iv": iv}) for name, value in example.items()}


@given(invitation=testing.invitations([COMMUTE]), seeker=testing.seekers())
def test_any_facts_as_code(invitation, seeker):
    """Whatever an invitation without an event, or a seeker, holds, its expression makes it again."""
    names = {"iv": iv, "datetime": datetime}
    for facts in (attrs.evolve(invitation, event=None), seeker):
        assert facts == eval(as_code(facts), names)


def test_failure_survives_another_process():
    """A failure can be handed from one process to another, as parallel test runs do."""
    with pytest.raises(ContractError) as caught:
        check_scorer(careless)
    assert str(caught.value) == str(pickle.loads(pickle.dumps(caught.value)))


def test_same_on_every_run():
    """The same call finds the same examples; another seed may find others, and breaks the same laws."""
    messages = []
    for seed in (0, 0, 7):
        with pytest.raises(ContractError) as caught:
            check_scorer(careless, seed=seed)
        messages.append(caught.value)
    assert str(messages[0]) == str(messages[1])
    assert messages[0].laws == messages[2].laws


def test_one_law_is_one():
    """A single broken law is spoken of in the singular."""
    with pytest.raises(ContractError, match="breaks one law of the contract: monotone"):
        check_scorer(commuting, decreasing={"commute"})


def test_arguments_that_cannot_be_used():
    """What is no scorer or gate, and a number of examples that cannot be, are refused together."""
    with pytest.raises(iv.InvalidInputError) as caught:
        check_scorer(careless.function, examples=0)
    assert ["scorer", "examples"] == [mistake.path for mistake in caught.value.mistakes]
    with pytest.raises(iv.InvalidInputError) as caught:
        check_scorer(commuting, increasing="commute", decreasing=3)
    assert ["increasing", "decreasing"] == [mistake.path for mistake in caught.value.mistakes]
    with pytest.raises(iv.InvalidInputError, match="see gate"):
        check_gate(commuting)


def test_direction_of_what_is_not_read():
    """A direction can only be declared of what the scorer reads; the nearest name is offered."""
    with pytest.raises(iv.UnknownNameError, match="commute"):
        check_scorer(commuting, increasing={"comute"})


def test_name_of_a_built_in_scorer():
    """A scorer that has the name of a built-in one could never be registered, and the check says so."""
    with pytest.raises(iv.NameClashError):
        check_scorer(iv.scorer(kind="cost", name="effort", quantities=[COMMUTE])(commuting.function))


class Remembering:
    """A callable object as a scorer's function."""

    def __init__(self):
        self.calls = []

    def __call__(self, travel: float) -> float:
        """Remember each call."""
        self.calls.append(travel)
        return travel

    def method(self, travel: float) -> float:
        """Remember each call too."""
        self.calls.append(travel)
        return travel


@pytest.mark.parametrize("function", [Remembering(), Remembering().method, functools.partial(Remembering().method)])
def test_functions_of_every_make(function):
    """What an object, a method or a partial keeps between calls is found as well."""
    with pytest.raises(ContractError) as caught:
        check_scorer(iv.Scorer(name="looking", kind="cost", function=function))
    assert "pure" in caught.value.laws


def test_state_of_every_make_may_stay():
    """Sets, arrays, classes, closures and what is remembered as a cached property change nothing by being there."""
    numpy = pytest.importorskip("numpy")

    class Table:
        factors = numpy.array([1.0, 2.0])

        @functools.cached_property
        def total(self):
            return float(self.factors.sum())

    table, known, kept = Table(), {"a", "b"}, numpy.array([3.0])

    @iv.scorer(kind="benefit")
    def looked_up(travel):
        """Hours that are looked up."""
        return travel * table.total * len(known) * float(kept[0]) * len(Table.factors)

    check_scorer(looked_up)


def test_scorer_without_quantities():
    """A scorer that reads nothing at all has no bounds and no columns to be checked on."""

    @iv.scorer(kind="benefit")
    def constant():
        """An hour, whatever comes."""
        return 1.0

    check_scorer(constant)


def test_without_numpy(monkeypatch):
    """Where NumPy is absent, columns are the library's own draws, and the rest is as it was."""
    monkeypatch.setattr("interview_value.testing.column_laws.mathematics", None)
    monkeypatch.setattr("interview_value.testing.gate_laws.mathematics", None)

    @iv.scorer(kind="cost", quantities=[COMMUTE])
    def branching(commute):
        """Hours, with an if."""
        return 2 * commute if commute > 10 else commute

    check_scorer(branching)
    check_gate(iv.gate(reason="No.")(_too_far))


def test_arrays_are_optional(monkeypatch):
    """The module that needs NumPy can be imported without it."""
    monkeypatch.setitem(sys.modules, "numpy", None)
    absent = importlib.reload(arrays)
    try:
        assert absent.mathematics is None
        with absent.quiet():
            pass
    finally:
        monkeypatch.undo()
        importlib.reload(arrays)


def _too_far(travel):
    """Decline what is far away."""
    return travel > 4


def test_facts_that_are_no_quantities_may_be_read():
    """A scorer that asks for the invitation may look at its facts: only quantities must be named."""

    @iv.scorer(kind="cost")
    def by_role(travel, invitation):
        """Hours on the way, twice for a long title."""
        return travel * (2 if len(invitation.role or "") > 20 else 1)

    testing.check_scorer(by_role, increasing={"travel"})


def test_whole_of_an_invitation_is_read():
    """A scorer that goes through all that is known of an invitation has read what it did not name."""

    @iv.scorer(kind="cost")
    def counting(travel, invitation):
        """Hours by how much is known."""
        known = invitation.known
        return travel + 0 * (
            len(list(known)) + len(known.keys()) + len(known.values()) + len(known.items()) + bool(known.get("duration"))
            + ("preparation" in known) + bool(known["travel"]) + len(invitation.to_dict())
        )  # fmt: skip

    with pytest.raises(ContractError) as caught:
        check_scorer(counting)
    assert ("undeclared",) == caught.value.laws
    assert "all that is known" in caught.value.breaches[0].what


def test_system_exit_is_a_failure_like_any():
    """A scorer that wants to end the process ends no test run."""

    @iv.scorer(kind="cost")
    def leaving(travel):
        """Leave."""
        raise SystemExit(3)

    with pytest.raises(ContractError, match="raised SystemExit"):
        check_scorer(leaving)


def test_builders_know_everything():
    """The builders leave nothing unknown, and take changes of fields and of quantities of plugins."""
    assert testing.an_invitation().known.keys() == iv.Invitation.own_quantities().keys()
    assert testing.a_seeker().known.keys() == iv.Seeker.own_quantities().keys()
    changed = testing.an_invitation(role="Cook", travel=None, commute=5)
    assert ("Cook", None, iv.Estimate(5)) == (changed.role, changed.travel, changed.known["commute"])
    evaluation = testing.an_evaluation(commuting, invitation=testing.an_invitation(commute=5, offer_chance=0.25))
    assert 5.0 == evaluation["commuting"].hours.mean
    assert testing.an_evaluation(seeker=testing.a_seeker(mindset=0.1)).complete


def test_isolated_from_the_environment(monkeypatch):
    """No variable of the environment reaches an isolated evaluator, and the environment stays as it was."""
    monkeypatch.setenv("INTERVIEW_VALUE_BLOCK", "practice")
    evaluator = testing.isolated_evaluator(commuting, weights={"commuting": 2})
    assert "practice" in [scorer.name for scorer in evaluator.scorers]
    assert "practice" == os.environ["INTERVIEW_VALUE_BLOCK"]
    assert "commuting" not in [scorer.name for scorer in testing.isolated_evaluator().scorers]


def test_recorder_records_until_it_is_stopped():
    """Each call has its hook, who was asked, with what, and what came back; after the block nothing is recorded."""
    evaluator = testing.isolated_evaluator()
    with testing.HookRecorder(evaluator) as recorder:
        evaluator.register(Office())
        evaluator.evaluate(iv.Invitation())
    evaluator.evaluate(iv.Invitation())
    assert ("interview_value_weights",) == recorder.hooks
    (call,) = recorder.of("interview_value_weights")
    assert (("Office",), [{"practice": 2.0}], None) == (call.plugins, call.result, call.error)
    assert {"names", "seeker"} == call.arguments.keys()
    assert recorder.calls == (call,)


def test_recorder_keeps_what_was_raised():
    """A hook that raises is recorded with what it raised."""
    evaluator = testing.isolated_evaluator(Office())
    with testing.HookRecorder(evaluator) as recorder:
        evaluation = evaluator.evaluate(iv.Invitation(), iv.Seeker(mindset=0))
    assert not evaluation.complete
    assert (None, "no mood") == (recorder.calls[0].result, str(recorder.calls[0].error))


@given(evaluation=testing.evaluations(testing.isolated_evaluator(commuting, draws=8)))
def test_evaluations_are_of_the_evaluator(evaluation):
    """Drawn evaluations are complete, and have the criteria of the evaluator that was handed over."""
    assert evaluation.complete
    assert evaluation["commuting"].hours.mean >= 0


@given(evaluation=testing.evaluations(), estimate=testing.estimates("recall"))
def test_strategies_know_the_built_in_quantities(evaluation, estimate):
    """Without an evaluator the built-in scorers are meant, and their quantities can be named."""
    assert "practice" in [contribution.name for contribution in evaluation.contributions]
    assert 0 <= estimate.low <= estimate.high <= 1


def test_strategies_offer_the_nearest_name():
    """A quantity that does not exist is refused, and the nearest name is offered."""
    with pytest.raises(iv.UnknownNameError, match="did you mean 'recall'"):
        testing.estimates("recal")


def test_quantity_of_one_value():
    """A quantity that can only have one value is drawn as that value."""

    @iv.scorer(kind="cost", quantities=[iv.Quantity("fixed", unit="h", bounds=(2, 2), prior=2)])
    def fixed_hours(fixed):
        """What is fixed."""
        return 3 * fixed

    check_scorer(fixed_hours)


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"bounds": (0, 1), "prior": 0.5}, (0, 1)),
        ({"bounds": iv.Bounds(0), "prior": (1, 10)}, (0, 200)),
        ({"bounds": iv.Bounds(0, open_low=True), "prior": (1, 10)}, (0.01, 200)),
        ({"bounds": iv.Bounds(), "prior": (-5, 3)}, (-100, 100)),
        ({"bounds": iv.Bounds(0), "prior": 0}, (0, 1000)),
        ({"bounds": iv.Bounds(0), "prior": iv.DerivedPrior(lambda travel: travel, "travel")}, (0, 1000)),
        ({"bounds": iv.Bounds(high=1), "prior": (-1, 0)}, (-20, 1)),
    ],
)
def test_numbers_reach_as_far_as_the_prior_suggests(settings, expected):
    """Where the bounds end, numbers end; where they do not, at twenty times the largest number of the prior."""
    assert expected == reach(iv.Quantity("q", unit="h", **settings))


def test_names_of_the_kit_are_there():
    """Each name that the kit offers exists, and no other."""
    assert sorted(testing.__all__) == sorted(name for name in testing.__all__ if hasattr(testing, name))
    assert {*testing.__all__} <= {*dir(testing)}
    with pytest.raises(AttributeError, match="no attribute 'check_scores'"):
        testing.check_scores  # noqa: B018


def test_words_that_a_notebook_does_not_show(monkeypatch):
    """Words that do not come out of the display as they went in break the law of reasons."""
    monkeypatch.setattr("interview_value.testing.reason_law.page_html", lambda page: "<p>nothing</p>")
    with pytest.raises(ContractError, match="A notebook does not show its words"):
        check_scorer(commuting)


def test_collector_and_profiler_stay_as_they_were():
    """Whoever runs without the garbage collector, or under a profiler, does so afterwards too."""
    gc.disable()
    try:
        check_scorer(commuting, examples=3)
        assert not gc.isenabled()
    finally:
        gc.enable()
    check_scorer(commuting, examples=3)
    assert gc.isenabled()
    assert sys.getprofile() is None
