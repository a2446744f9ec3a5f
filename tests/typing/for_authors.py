"""The types that an author of scorers, gates and plugins meets; checked by mypy and pyright, never run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, assert_type

import interview_value as iv
from interview_value import testing

COMMUTE = iv.Quantity(
    "commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log",
    question="How many hours a week would the commute take?", ask="yourself",
)  # fmt: skip


def in_words(commute: float, hours: iv.scoring.Summary) -> str:
    """Say where the hours come from."""
    return f"{commute:g} h a week, {hours.mean:g} h in all"


@iv.scorer(kind="cost", quantities=[COMMUTE], reason=in_words)
def commuting(commute: float, offer_chance: float, ops: iv.scoring.Ops) -> float:
    """Hours lost on the road."""
    assert_type(ops.sqrt(commute), float)
    return 4 * commute * offer_chance


@iv.scorer(kind="benefit")
def quiet(would_accept: float, invitation: iv.Invitation, seeker: iv.Seeker) -> float:
    """Use the context."""
    assert_type(invitation.stage, iv.Stage)
    return would_accept


CONTRACT = iv.Quantity(
    "contract",
    kind="choice",
    choices={"permanent": "a permanent contract", "limited": iv.model.Choice("a limited one", words=("temporary",))},
    question="Which contract is it?",
    ask="recruiter",
)


@iv.gate(reason="You have promised to hear them.", verdict="attend", quantities=[CONTRACT])
def promised(contract: iv.scoring.Maybe) -> iv.Ternary:
    """Attend where a label says so."""
    assert_type(contract == "permanent", iv.Ternary)
    return contract == "permanent"


iv.Way("walk", "go for a walk with them", changes={"travel": lambda hours: hours / 2}, consent=0.5, cost=0.25)


@iv.gate(reason="Too far.")
def too_far(travel: iv.scoring.Maybe) -> iv.Ternary:
    """Decline what is far away."""
    assert_type(travel > 4, iv.Ternary)
    assert_type(travel == 4, iv.Ternary)
    return (travel > 4) & ~(travel <= 5) | (travel != 3)


# The signature of the function is kept, so that calling a scorer is checked.
commuting(5.0, 0.25, commuting)  # type: ignore[arg-type]
commuting(5.0)  # type: ignore[call-arg]
commuting("far", 0.25, object())  # type: ignore[arg-type]
too_far(4)  # type: ignore[arg-type]
iv.scorer(kind="loss")  # type: ignore[arg-type]
iv.scorer()  # type: ignore[call-arg]
iv.gate()  # type: ignore[call-arg]
iv.Quantity("x", unit="h", bounds=(0, 1), prior=1, scale="sqrt")  # type: ignore[arg-type]
iv.Quantity("x", kind="word", choices={"a": "A"})  # type: ignore[arg-type]


@iv.hookimpl
def interview_value_scorers() -> Iterable[iv.scoring.Scorer[...]]:
    """Bring scorers of different signatures."""
    return [commuting, quiet]


@iv.hookimpl
def interview_value_gates() -> Iterable[iv.scoring.Gate[...]]:
    """Bring a gate."""
    return [too_far]


@iv.hookimpl
def interview_value_weights(names: tuple[str, ...], seeker: iv.Seeker) -> Mapping[str, float]:
    """Reweight."""
    return dict.fromkeys(names, 1.5)


@iv.hookimpl
def interview_value_read(source: iv.model.Source) -> iv.Invitation | None:
    """Read what begins with a word of its own."""
    assert_type(source.text, str)
    assert_type(source.mapping, Mapping[str, Any] | None)
    return iv.Invitation() if source.text.startswith("INVITED") else None


# The marker keeps the function as it is.
assert_type(interview_value_weights(("practice",), iv.Seeker()), Mapping[str, float])
interview_value_weights(3, iv.Seeker())  # type: ignore[arg-type]

# The test kit takes what the decorators make, and gives back what it says.
testing.check_scorer(commuting, increasing={"commute"}, decreasing=["offer_chance"], examples=10, seed=1)
testing.check_gate(too_far)
testing.check_scorer(too_far)  # type: ignore[arg-type]
testing.check_gate(commuting)  # type: ignore[arg-type]
assert_type(testing.isolated_evaluator(commuting, weights={"commuting": 2.0}), iv.Evaluator)
assert_type(testing.an_invitation(commute=5), iv.Invitation)
assert_type(testing.a_seeker(mindset=None), iv.Seeker)
assert_type(testing.an_evaluation(commuting, seeker=testing.a_seeker()), iv.Evaluation)
assert_type(testing.invitations([COMMUTE]).example(), iv.Invitation)
assert_type(testing.estimates(COMMUTE).example(), iv.Estimate)
assert_type(testing.cases().example(), tuple[iv.Invitation, iv.Seeker])
with testing.HookRecorder(testing.isolated_evaluator()) as recorder:
    assert_type(recorder.calls, tuple[testing.HookCall, ...])
    assert_type(recorder.hooks, tuple[str, ...])
