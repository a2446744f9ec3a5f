"""The laws of the contract in words, and the error that names those that a scorer or gate breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from textwrap import fill, indent
from typing import Any

import attrs
from attrs import frozen

from ..errors import InterviewValueError, is_list, is_mapping, short
from ..model.estimate import Estimate
from ..model.facts import Facts

__all__ = ["GATE_LAWS", "SCORER_LAWS", "Breach", "ContractError", "Law", "as_code"]


@frozen
class Law:
    """One law of the contract.

    Args:
        name: What it is called in a failure and in the tables.
        statement: What is promised, as the rest of a sentence that begins with "it".
        advice: What the author of a scorer or gate that breaks it can do.
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
    "never decides, to decline or to attend, while all that it reads is unknown",
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


@frozen
class Breach:
    """One law that a scorer or gate breaks.

    Args:
        law: The law.
        what: What the scorer or gate did, in words.
        example: What it was called with, by name, as small as could be found; empty if every call breaks the law.
    """

    law: Law
    what: str
    example: Mapping[str, Any]


class ContractError(InterviewValueError, AssertionError):
    """A scorer or gate that breaks laws of the contract, all of them at once.

    Args:
        criterion: The name of the scorer or gate.
        breaches: At least one, in the order of the laws.
    """

    def __init__(self, criterion: str, breaches: Sequence[Breach]) -> None:
        self.criterion = criterion
        self.breaches: tuple[Breach, ...] = tuple(breaches)
        self.laws: tuple[str, ...] = tuple(breach.law.name for breach in breaches)
        count = "one law" if len(breaches) == 1 else f"{len(breaches)} laws"
        title = f"{criterion} breaks {count} of the contract: {', '.join(self.laws)}"
        super().__init__("\n\n".join((title, *("\n".join(_lines(breach)) for breach in breaches))))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.criterion, self.breaches)


def _lines(breach: Breach) -> Iterator[str]:
    yield f"{breach.law.name}: it {breach.law.statement}"
    yield indent(fill(breach.what, 112), "    ")
    if breach.example:
        yield "    The smallest example that was found:"
        for name, value in breach.example.items():
            yield indent(f"{name} = {as_code(value)}", "        ")
    yield indent(fill(f"What to do: {breach.law.advice}", 112), "    ")


def as_code(value: object) -> str:
    """Return the Python expression that makes a value; of an invitation or seeker only the fields that are known."""
    if isinstance(value, Facts):
        fields = {f.name: getattr(value, f.name) for f in attrs.fields(type(value))}
        known = {name: field for name, field in fields.items() if not _is_default(value, name, field)}
        arguments = [f"{name}={as_code(field)}" for name, field in known.items()]
        return f"iv.{value.what.capitalize()}({', '.join(arguments)})"
    if isinstance(value, Estimate):
        return repr(value.choice or (value.low if value.exact else (value.low, value.high)))
    if is_mapping(value):
        return f"{{{', '.join(f'{name!r}: {as_code(item)}' for name, item in value.items())}}}"
    if isinstance(value, StrEnum):
        return repr(value.value)
    if is_list(value):
        return f"[{', '.join(as_code(item) for item in value)}]"
    return short(value, 1_000)


def _is_default(facts: Facts, name: str, value: object) -> bool:
    default: Any = attrs.fields_dict(type(facts))[name].default
    return bool(value == (default.factory() if hasattr(default, "factory") else default))
