"""Criterion: what a scorer or gate knows of itself, and which declarations are refused."""

from __future__ import annotations

import sys

import pytest
from attrs import evolve

import interview_value as iv
from interview_value.model.prior import DerivedPrior

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


@pytest.mark.parametrize(
    ("label", "case", "words"),
    [
        ("stge", "first", "commute.prior: got 'stge', expected one of stage,"),
        ("travel", "first", "commute.prior: got 'travel', expected one of stage,"),
        ("stage", "frist", "got 'frist', expected one of screen, first, onsite, final; did you mean 'first'?"),
        ("stage", "unknown", "got 'unknown', expected one of screen, first, onsite, final"),
    ],
)
def test_a_prior_by_a_label(label, case, words):
    """A prior is by a label that there is, with cases that are its choices; what is unknown has the other estimate."""
    commute = evolve(COMMUTE, prior=iv.model.PriorBy(label, {case: (2, 3)}, (1, 8)))
    with pytest.raises(iv.errors.FieldError) as caught:
        iv.scorer(kind="cost", name="commuting", quantities=[commute])(lambda commute: commute)
    assert words in str(caught.value)


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

    assert ("too_far", "Too far.", True) == (
        too_far.name,
        too_far.reason,
        too_far(iv.scoring.Maybe(4.0, 5.0, True)).yes,
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [("commute, offer_chance", "commute, travel"), ("commute", "commute, *rest"), ("commute", "hour")],
)
def test_words_may_only_use_what_was_read(arguments, reason):
    """A reason is checked like the function; it can speak of what the scorer reads and of its hours."""
    with pytest.raises(iv.errors.SignatureError, match=r"looking\.reason"):
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
    with pytest.raises(iv.errors.FieldError) as caught:
        iv.scorer(**{"kind": "cost", **changes})(function_of("travel"))
    assert path == caught.value.path


@pytest.mark.parametrize("reason", ["", None, 3])
def test_gate_without_words(reason):
    """A rule without a reason that can be shown is refused."""
    with pytest.raises(iv.errors.FieldError, match="why the answer is to decline"):
        iv.gate(reason=reason)(function_of("travel"))


def test_gate_says_to_attend_or_to_decline():
    """A gate that says anything else is refused."""
    with pytest.raises(iv.errors.FieldError, match="got 'ask_them', expected 'decline' or 'attend'"):
        iv.gate(reason="No.", verdict="ask_them")(function_of("travel"))


def test_quantity_of_the_library_cannot_be_redefined():
    """A scorer that brings another quantity of a name that the library has is refused, naming both."""
    mindset = iv.Quantity("mindset", unit="points", bounds=(0, 10), prior=5)
    with pytest.raises(iv.errors.NameClashError) as caught:
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


DETOUR = iv.Quantity(
    "detour",
    unit="h a week",
    bounds=(0, 60),
    prior=iv.model.DerivedPrior(lambda commute, travel: (commute.low, travel.high), "commute + travel"),
)


@pytest.mark.parametrize("reads", ["detour", "nonsense"])
def test_derivations_have_one_level(reads):
    """A derived prior reads plain quantities only, which rules out circles."""
    scope = {}
    exec(f"def derive({reads}): return {reads}", scope)
    other = iv.Quantity("other", unit="h", bounds=(0, 60), prior=iv.model.DerivedPrior(scope["derive"], "as it is"))
    with pytest.raises(iv.errors.SignatureError, match=f"other: the argument '{reads}' is no quantity"):
        iv.scorer(kind="cost", quantities=[COMMUTE, DETOUR, other])(function_of("other"))


@pytest.mark.parametrize("source", ["", None, 3])
def test_a_source_is_a_text(source):
    """Where a formula comes from is said, or that it is an assumption."""
    with pytest.raises(iv.errors.FieldError, match=r"waiting\.source: .* or 'assumption'"):
        iv.scorer(kind="cost", name="waiting", source=source)(lambda travel: travel)


def test_a_gate_either_asks_or_does_not():
    """Anything else is refused when the gate is made."""
    with pytest.raises(iv.errors.FieldError, match=r"far\.asks: got 1, expected True or False"):
        iv.gate(reason="Far.", name="far", asks=1)(lambda travel: travel > 4)


def test_annotations_are_not_evaluated():
    """What is imported for type checkers only may be named; before Python 3.14, with annotations kept as text."""
    scope = {}
    later = "" if sys.version_info >= (3, 14) else "from __future__ import annotations\n"
    code = f"{later}def looking(travel: Hours, offer_chance: lib.Share) -> Hours: return 0.0"
    exec(compile(code, "looking", "exec", dont_inherit=True), scope)
    assert ("travel", "offer_chance") == iv.scorer(kind="cost")(scope["looking"]).arguments
    assert ("travel", "offer_chance") == DerivedPrior(scope["looking"], "").reads


def test_a_label_is_a_text():
    """What people call a scorer is a text, which shows when it is made."""
    with pytest.raises(iv.errors.FieldError, match=r"luck\.label: got 3, expected a text"):
        iv.scorer(kind="benefit", name="luck", label=3)(lambda: 1.0)
