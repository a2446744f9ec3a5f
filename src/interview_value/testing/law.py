"""Law: what a scorer or gate promises, in words, and what an author does who broke it."""

from __future__ import annotations

from attrs import frozen

__all__ = ["GATE_LAWS", "SCORER_LAWS", "Law"]


@frozen
class Law:
    """One law of the contract.

    Args:
        name: What it is called in a failure and in the tables.
        statement: What is promised, as the rest of a sentence that begins with "it".
        advice: What to do who broke it.
    """

    name: str
    statement: str
    advice: str


FINITE = Law(
    "finite",
    "returns a finite number of hours",
    "Return a float, at most a billion hours either way. Look for a missing return, for text or a truth value in place "
    "of a number, and for divisions, logarithms and powers that can leave the numbers.",
)
BOUNDS = Law(
    "bounds",
    "returns a finite number of hours at the ends of the bounds too",
    "Say what the criterion is worth at this end; ops.where and ops.maximum keep away from a division by 0 or a "
    "logarithm of it. If the value makes no sense, narrow the bounds of the quantity.",
)
COLUMNS = Law(
    "columns",
    "gives the same on a column as on each of its floats",
    "Use ops.where for `if`, ops.exp for math.exp, ops.maximum for max, and look at no other row. What cannot be "
    "written so is marked with columnar=False, and then runs row by row.",
)
DETERMINISTIC = Law(
    "deterministic",
    "gives the same for the same arguments, whatever was asked before",
    "Keep nothing between calls and draw nothing at random: what is uncertain is a quantity with a range.",
)
PURE = Law(
    "pure",
    "leaves its arguments, and what lies outside it, as they were",
    "Write a = a + b in place of a += b, because a column is shared, and change no argument, global or other object. "
    "To remember what is costly, use functools.cache on a helper.",
)
UNDECLARED = Law(
    "undeclared",
    "reads nothing but what its arguments name",
    "Name each quantity as an argument, and make what changes from day to day or from machine to machine a quantity. "
    "Only so does the library know what is missing and what to ask.",
)
MONOTONE = Law(
    "monotone",
    "rises and falls with its quantities as declared",
    "Look at the sign of the formula, or take the quantity out of increasing= or decreasing=.",
)
PROMPT = Law(
    "prompt",
    "takes at most a thousand times as long as the built-in scorer practice",
    "Work out what does not depend on the arguments when the module is imported, and neither wait nor fetch.",
)
REASON = Law(
    "reason",
    "says where its hours come from, in one plain line",
    "Return one line of at most 500 characters from reason=, without markup, for all values within the bounds, and "
    "look for a forgotten f before the quotes.",
)
DOCUMENTED = Law(
    "documented",
    "says in the first line of its docstring what it counts",
    "Write a docstring; its first line stands in listings, and for a scorer without reason= beside its hours.",
)
TERNARY = Law(
    "ternary",
    "answers with a Ternary that is not yes and no at once, at the ends of the bounds too",
    "Return what comparing an argument with a number gives, combined with &, | and ~. Never read .low or .high of what "
    "is unknown.",
)
UNKNOWN = Law(
    "unknown",
    "never declines while all that it reads is unknown",
    "An unknown is no zero and no prior: compare the argument itself, which answers unknown by itself.",
)
KNOWLEDGE = Law(
    "knowledge",
    "keeps an answer that it gave once more becomes known",
    "Answer yes or no only if each value within a range, and each value of what is unknown, would give that answer.",
)
DECIDES = Law(
    "decides",
    "answers yes or no once all that it reads is known exactly",
    "A gate that cannot tell makes people ask questions that change nothing: compare every argument that it has.",
)

SCORER_LAWS: tuple[Law, ...] = (
    PROMPT, FINITE, BOUNDS, COLUMNS, DETERMINISTIC, PURE, UNDECLARED, MONOTONE, REASON, DOCUMENTED,
)  # fmt: skip
"""The laws that `check_scorer` checks, in their order."""

GATE_LAWS: tuple[Law, ...] = (
    PROMPT, TERNARY, UNKNOWN, KNOWLEDGE, DECIDES, COLUMNS, DETERMINISTIC, PURE, UNDECLARED, DOCUMENTED,
)  # fmt: skip
"""The laws that `check_gate` checks, in their order."""
