"""Ternary: three-valued logic on what is known."""

from __future__ import annotations

import pytest

import interview_value as iv

YES, NO, UNKNOWN = iv.outcome.Answer.YES, iv.outcome.Answer.NO, iv.outcome.Answer.UNKNOWN


def answer_of(function, **known):
    """What a gate says that looks at ``travel``."""
    gate = iv.gate(reason="Looked.", name="looking")(function)
    evaluator = iv.Evaluator(plugins=[gate], block=["nothing_of_interest", "obliged"], discover=False)
    (finding,) = evaluator.evaluate(iv.Invitation(**known)).findings
    assert "" == finding.error
    return finding.answer


@pytest.mark.parametrize(
    ("function", "below", "within", "above"),
    [
        (lambda travel: travel < 3, YES, UNKNOWN, NO),
        (lambda travel: travel <= 3, YES, UNKNOWN, NO),
        (lambda travel: travel > 3, NO, UNKNOWN, YES),
        (lambda travel: travel >= 3, NO, UNKNOWN, YES),
        (lambda travel: travel == 3, NO, UNKNOWN, NO),
        (lambda travel: travel != 3, YES, UNKNOWN, YES),
        (lambda travel: ~(travel < 3), NO, UNKNOWN, YES),
        (lambda travel: (travel > 1) & (travel > 3), NO, UNKNOWN, YES),
        (lambda travel: (travel < 0.5) | (travel > 3), NO, UNKNOWN, YES),
    ],
    ids=["<", "<=", ">", ">=", "==", "!=", "~", "&", "|"],
)
def test_comparisons(function, below, within, above):
    """A range is compared for sure with a number outside of it only; nothing is known for sure of an unknown."""
    assert [below, within, above, UNKNOWN] == [
        answer_of(function, travel=travel) for travel in ((1, 2), (2, 4), (4, 5), None)
    ]


@pytest.mark.parametrize(
    ("function", "at_three"),
    [
        (lambda travel: travel < 3, NO),
        (lambda travel: travel <= 3, YES),
        (lambda travel: travel > 3, NO),
        (lambda travel: travel >= 3, YES),
        (lambda travel: travel == 3, YES),
        (lambda travel: travel != 3, NO),
    ],
)
def test_exact_values_compare_as_numbers(function, at_three):
    """What is known exactly is compared as a number."""
    assert at_three is answer_of(function, travel=3)


def test_no_answer_outweighs_knowledge():
    """A surely false part settles an "and", a surely true one an "or", whatever is unknown beside it."""
    assert NO is answer_of(lambda travel, mindset: (travel > 3) & (mindset > 0.5), travel=1)
    assert YES is answer_of(lambda travel, mindset: (travel > 3) | (mindset > 0.5), travel=4)


def test_ternary_is_neither_true_nor_false():
    """`and`, `or` and `if` would turn an unknown into an answer without a word, so they are refused."""
    with pytest.raises(TypeError, match=r"combine with &, \| and ~"):
        bool(iv.Ternary(False, False))


def test_maybe_cannot_be_a_key():
    """Comparing gives a Ternary, so it cannot be hashed."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(iv.scoring.Maybe(1.0, 1.0, True))
