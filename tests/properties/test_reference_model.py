"""Law: the library answers as an independent prototype of the model does, within the error of its draws.

The prototype lies outside of the project, beside the situations of others; what is not there is not tested.
"""

from __future__ import annotations

import inspect
import runpy
from functools import cache
from typing import Any

import pytest

pytest.importorskip("scipy")

from drawn import drawn_cases, facts
from hypothesis import given, settings
from hypothesis import strategies as st
from montecarlo import allowed
from situations import REFERENCE, situations

import interview_value as iv

pytestmark = pytest.mark.skipif(not REFERENCE.is_file(), reason=f"there is no reference model at {REFERENCE}")

DRAWS = 32_768
CASES = 300
SEED = 20_261_130
NEAR = 0.1
"""Within this of a threshold, hours, the draws may decide."""

EVALUATOR = iv.Evaluator(discover=False)
WIDE = 3
"""One case in fifty misses by more than is allowed, and none by three times that."""

NIGHTLY = settings.default.max_examples > 100
TRIED = settings(max_examples=CASES if NIGHTLY else 5)
"""The whole answer takes the prototype a second, so that every day few cases are tried; every night all are."""


@cache
def prototype() -> Any:
    """Load the prototype, and let it remember what a scorer gave on the same columns, which makes it faster."""
    globals_of_module = runpy.run_path(str(REFERENCE))
    evaluate = globals_of_module["evaluate"]
    evaluate.__globals__["N"] = DRAWS
    for scorers in (evaluate.__globals__["BENEFITS"], evaluate.__globals__["COSTS"]):
        for name, function in scorers.items():
            scorers[name] = _remembering(function)
    return evaluate


def _remembering(function: Any) -> Any:
    """Wrap a scorer of the prototype, which reads columns by name, so that the last columns are not run again."""
    names = [name for name, p in inspect.signature(function).parameters.items() if p.kind is not p.VAR_KEYWORD]
    known: dict[tuple[int, ...], tuple[Any, list[Any]]] = {}

    def scorer(**columns: Any) -> Any:
        key = tuple(id(columns[name]) for name in names)
        if key not in known:
            if len(known) > 200:
                known.clear()
            known[key] = function(**columns), [columns[name] for name in names]
        return known[key][0]

    return scorer


def expected(inputs: dict[str, Any], **options: Any) -> dict[str, Any]:
    """Return what the prototype says of a case."""
    remote = {"yes": True, "no": False}.get(str(inputs.get("remote")), inputs.get("remote"))
    known = {name: value for name, value in inputs.items() if name != "remote"}
    return prototype()({**known, **({"remote": remote} if isinstance(remote, bool) else {})}, **options)


def missed_net(inputs: dict[str, Any]) -> str:
    """Return by how much the net value misses that of the prototype; nothing if no more than the draws may."""
    net = expected(inputs, voi=False, ways=False)["net"]
    found = EVALUATOR.evaluate(*facts(inputs)).expected_net
    return "" if abs(found - net) <= WIDE * allowed(net) else f"{found:.2f} h instead of {net:.2f} h: {inputs}"


def missed_verdict(inputs: dict[str, Any]) -> str:
    """Return how the verdict differs from that of the prototype; nothing if a tenth of an hour would turn it."""
    answer, evaluation = expected(inputs), EVALUATOR.evaluate(*facts(inputs))
    if evaluation.verdict.name == answer["verdict"] or min(margins(answer, evaluation)) < NEAR:
        return ""
    return f"{evaluation.verdict.name} instead of {answer['verdict']}: {inputs}"


def margins(answer: dict[str, Any], evaluation: iv.Evaluation) -> list[float]:
    """Return how far the prototype is from each threshold that decides, hours."""
    gains = {name: gain for name, _, _, gain, _ in answer.get("all_questions", ())}
    best = max(gains.values(), default=0.0)
    ours = evaluation.first_question
    return [
        abs(answer["net"]),
        abs(answer.get("gain", 0.0) - 0.25),
        abs(best - answer.get("gain", 0.0)),
        *[abs(gain) for gain in (best, *([gains[ours.quantity]] if ours and ours.quantity in gains else []))],
        *[best - gain for gain in sorted(gains.values())[-2:-1]],
    ]


@settings(max_examples=CASES if NIGHTLY else 10)
@given(number=st.integers(0, CASES - 1))
def test_net_value_of_the_prototype(number):
    """The expected net value of a drawn case is that of 32,768 draws, within the error of the library's own."""
    assert "" == missed_net(case(number))


@TRIED
@given(number=st.integers(0, CASES - 1))
def test_verdict_of_the_prototype(number):
    """The verdict on a drawn case is that of 32,768 draws, unless a tenth of an hour would turn it."""
    assert "" == missed_verdict(case(number))


@TRIED
@given(data=st.data())
def test_situations_as_the_prototype_has_them(data):
    """The verdict on a situation of others, and its net value, are those of 32,768 draws."""
    inputs = data.draw(st.sampled_from(all_situations()))
    assert ["", ""] == [missed_net(inputs), missed_verdict(inputs)]


@cache
def all_cases() -> list[dict[str, Any]]:
    """Draw the cases once."""
    return list(drawn_cases(CASES, SEED))


def case(number: int) -> dict[str, Any]:
    """Return one of the drawn cases."""
    return all_cases()[number]


@cache
def all_situations() -> list[dict[str, Any]]:
    """Read the situations once."""
    return [situation.inputs for situation in situations()]
