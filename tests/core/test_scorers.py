"""Making scorers and gates of functions: what the signature says, and what is refused when it is defined."""

from __future__ import annotations

import sys
from functools import partial

import pytest

import interview_value as iv
from interview_value.model.quantity import DerivedPrior

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")


def function_of(arguments):
    """A function with the given argument list."""
    scope = {}
    exec(f"def looking({arguments}): return 0.0", scope)
    return scope["looking"]


def test_a_scorer_is_still_its_function():
    """Calling a scorer calls the function, and it knows its name, its summary and what it reads."""

    @iv.scorer(kind="cost", quantities=[COMMUTE])
    def commuting(commute, offer_chance, ops):
        """Hours on the road.

        More words.
        """
        return 4 * commute * offer_chance

    assert 10.0 == commuting(5, 0.5, None) == commuting(commute=5, offer_chance=0.5, ops=None)
    assert ("commuting", "cost", "Hours on the road.", __name__) == (
        commuting.name, commuting.kind, commuting.summary, commuting.module,
    )  # fmt: skip
    assert (("commute", "offer_chance", "ops"), ("commute", "offer_chance")) == (commuting.arguments, commuting.reads)
    assert commuting.columnar


def test_annotations_are_not_evaluated():
    """What is imported for type checkers only may be named; before Python 3.14, with annotations kept as text."""
    scope = {}
    later = "" if sys.version_info >= (3, 14) else "from __future__ import annotations\n"
    code = f"{later}def looking(travel: Hours, offer_chance: lib.Share) -> Hours: return 0.0"
    exec(compile(code, "looking", "exec", dont_inherit=True), scope)
    assert ("travel", "offer_chance") == iv.scorer(kind="cost")(scope["looking"]).arguments
    assert ("travel", "offer_chance") == DerivedPrior(scope["looking"], "").reads


def test_name_can_be_given():
    """A scorer and a gate can have another name than their functions."""
    scorer = iv.scorer(kind="benefit", name="other")(lambda travel: 1.0)
    gate = iv.gate(reason="No.", name="another")(lambda travel: travel > 3)
    assert ("other", "", "another") == (scorer.name, scorer.summary, gate.name)


def test_a_gate_is_still_its_function():
    """Calling a gate calls its function."""

    @iv.gate(reason="Too far.")
    def too_far(travel):
        """Decline what is far away."""
        return travel > 3

    assert ("too_far", "Too far.", True) == (too_far.name, too_far.reason, too_far(iv.Maybe(4.0, 5.0, True)).yes)


@pytest.mark.parametrize(
    ("arguments", "argument", "words", "nearest"),
    [
        ("comute", "comute", "is no quantity", "commute"),
        ("mindsett", "mindsett", "is no quantity", "mindset"),
        ("zzz", "zzz", "is no quantity", None),
        ("*values", "*values", "name each quantity as a plain argument", None),
        ("**values", "**values", "name each quantity as a plain argument", None),
        ("*, commute", "commute", "name each quantity as a plain argument", None),
        ("commute=3", "commute", "has a default, but what is unknown takes its prior", None),
    ],
)
@pytest.mark.parametrize("make", ["scorer", "gate"])
def test_signatures_that_cannot_be_supplied(make, arguments, argument, words, nearest):
    """The signature is checked when the function is decorated; the error names the argument and the nearest quantity."""
    decorator = {
        "scorer": iv.scorer(kind="cost", quantities=[COMMUTE]),
        "gate": iv.gate(reason="No.", quantities=[COMMUTE]),
    }[make]
    with pytest.raises(iv.SignatureError, match=words) as caught:
        decorator(function_of(arguments))
    assert ("looking", nearest) == (caught.value.scorer, caught.value.nearest)
    assert argument in caught.value.argument


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [("commute, offer_chance", "commute, travel"), ("commute", "commute, *rest"), ("commute", "hour")],
)
def test_words_may_only_use_what_was_read(arguments, reason):
    """A reason is checked like the function; it can speak of what the scorer reads and of its hours."""
    with pytest.raises(iv.SignatureError, match=r"looking\.reason"):
        iv.scorer(kind="cost", quantities=[COMMUTE], reason=function_of(reason))(function_of(arguments))


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"kind": "loss"}, "looking.kind"),
        ({"kind": None}, "looking.kind"),
        ({"name": "two words"}, "name"),
        ({"quantities": 3}, "quantities"),
        ({"quantities": ["commute"]}, "quantities"),
        ({"quantities": [iv.Quantity("ops", unit="h", bounds=(0, 1), prior=1)]}, "looking.quantities"),
        ({"quantities": [iv.Quantity("hours", unit="h", bounds=(0, 1), prior=1)]}, "looking.quantities"),
        ({"quantities": [iv.Quantity("seeker", unit="h", bounds=(0, 1), prior=1)]}, "looking.quantities"),
    ],
)
def test_declarations_that_cannot_be(changes, path):
    """A kind, a name, or a quantity that means something else already is refused."""
    with pytest.raises(iv.FieldError) as caught:
        iv.scorer(**{"kind": "cost", **changes})(function_of("travel"))
    assert path == caught.value.path


async def later(travel):
    """Hours, but only to one who waits."""
    return travel


def one_by_one(travel):
    """Hours, but only to one who goes on asking."""
    yield travel


@pytest.mark.parametrize("function", [3, "travel", dict, later, one_by_one])
@pytest.mark.parametrize("make", [iv.scorer(kind="cost", name="looking"), iv.gate(reason="Far.", name="looking")])
def test_what_is_no_plain_function(make, function):
    """What cannot be called, says nothing of its arguments, or returns no answer, is refused where it is written."""
    with pytest.raises(iv.FieldError, match=r"looking\.function: .* expected a function"):
        make(function)


def test_a_function_without_a_name():
    """What has no name that can be used is told how to give one."""
    with pytest.raises(iv.FieldError, match="give it with name="):
        iv.scorer(kind="cost")(lambda travel: travel)
    assert "partial" == iv.scorer(kind="cost")(partial(function_of("travel"))).name


@pytest.mark.parametrize("reason", ["", None, 3])
def test_gate_without_words(reason):
    """A veto without a reason that can be shown is refused."""
    with pytest.raises(iv.FieldError, match="why the invitation is declined"):
        iv.gate(reason=reason)(function_of("travel"))


def test_quantity_of_the_library_cannot_be_redefined():
    """A scorer that brings another quantity of a name that the library has is refused, naming both."""
    mindset = iv.Quantity("mindset", unit="points", bounds=(0, 10), prior=5)
    with pytest.raises(iv.NameClashError) as caught:
        iv.scorer(kind="benefit", quantities=[mindset])(function_of("mindset"))
    assert ("quantity", "mindset", ("interview_value", "looking")) == (
        caught.value.kind, caught.value.name, caught.value.owners,
    )  # fmt: skip


def test_quantity_of_the_library_can_be_named_again():
    """Declaring the very quantity of the library is harmless."""
    mindset = iv.Seeker.own_quantities()["mindset"]
    assert ("mindset",) == iv.scorer(kind="benefit", quantities=[mindset])(function_of("mindset")).reads


@pytest.mark.parametrize("arguments", ["invitation", "seeker", "travel, seeker"])
def test_looking_at_the_context_is_row_by_row(arguments):
    """A scorer that wants the invitation or the seeker itself cannot run on columns."""
    assert not iv.scorer(kind="cost")(function_of(arguments)).columnar
    assert not iv.scorer(kind="cost", columnar=False)(function_of("travel")).columnar


def test_scorer_without_arguments():
    """A scorer may read nothing at all."""
    evaluation = iv.Evaluator(plugins=[iv.scorer(kind="cost", name="fee")(lambda: 2)], discover=False).evaluate(
        iv.Invitation()
    )
    assert (2.0, 2.0, 2.0) == evaluation["fee"].hours
    assert () == evaluation["fee"].assumed


def test_scorer_gets_the_context_itself():
    """The arguments invitation and seeker are the very objects that are evaluated."""
    seen = []

    @iv.scorer(kind="cost")
    def looking(invitation, seeker, travel):
        """Look at everything."""
        seen.append((invitation, seeker))
        return travel

    invitation, seeker = iv.Invitation(travel=1), iv.Seeker()
    assert 1.0 == iv.Evaluator(plugins=[looking], discover=False).evaluate(invitation, seeker)["looking"].hours.mean
    assert [(invitation, seeker)] == seen
    assert seen[0][0] is invitation


DETOUR = iv.Quantity(
    "detour",
    unit="h a week",
    bounds=(0, 60),
    prior=iv.DerivedPrior(lambda commute, travel: commute + travel, "commute + travel"),
)


@pytest.mark.parametrize("travel", [1, (1, 2), None])
def test_derived_prior_of_a_plugin(travel):
    """A plugin's quantity can take its prior from others, draw by draw."""

    @iv.scorer(kind="cost", quantities=[COMMUTE, DETOUR])
    def detours(detour, commute, travel):
        """What is left of the detour without its parts."""
        return detour - commute - travel

    invitation = iv.Invitation(travel=travel).with_quantities(commute=5)
    evaluation = iv.Evaluator(plugins=[detours], discover=False).evaluate(invitation)
    assert pytest.approx([0, 0, 0], abs=1e-12) == list(evaluation["detours"].hours)
    assert "commute + travel" == {entry.name: entry.where for entry in evaluation.inputs}["detour"]


@pytest.mark.parametrize("reads", ["detour", "nonsense"])
def test_derivations_have_one_level(reads):
    """A derived prior reads plain quantities only, which rules out circles."""
    scope = {}
    exec(f"def derive({reads}): return {reads}", scope)
    other = iv.Quantity("other", unit="h", bounds=(0, 60), prior=iv.DerivedPrior(scope["derive"], "as it is"))
    with pytest.raises(iv.SignatureError, match=f"other: the argument '{reads}' is no quantity"):
        iv.scorer(kind="cost", quantities=[COMMUTE, DETOUR, other])(function_of("other"))


@pytest.mark.parametrize(("given", "centre"), [(None, 0.0), ((0, 1), 0.5), (0.25, 0.25)])
def test_belief_of_a_plugin(given, centre):
    """A plugin's quantity can be a belief as well: its range, or that of its prior, is what the scorer gets."""
    mood = iv.Quantity("mood", unit="points", bounds=iv.Bounds(-1, 1), prior=(-0.5, 0.5), belief=True)
    seen = []

    @iv.scorer(kind="benefit", quantities=[mood])
    def cheering(mood):
        """Look at the belief."""
        seen.append(mood)
        return mood.mean

    evaluator = iv.Evaluator(plugins=[cheering], discover=False)
    evaluation = evaluator.evaluate(iv.Invitation().with_quantities(mood=given))
    assert (centre, centre) == (evaluation["cheering"].hours.mean, seen[0].mean)
    assert (given in (None, (0, 1))) == (seen[0].sd > 0)


@pytest.mark.parametrize("source", ["", None, 3])
def test_a_source_is_a_text(source):
    """Where a formula comes from is said, or that it is an assumption."""
    with pytest.raises(iv.FieldError, match=r"waiting\.source: .* or 'assumption'"):
        iv.scorer(kind="cost", name="waiting", source=source)(lambda travel: travel)
