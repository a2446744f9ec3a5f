"""Breach: one law that is broken, with the smallest example; and the error that reports them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import fill, indent
from typing import Any

import attrs
from attrs import frozen

from ..errors import InterviewValueError, is_list, is_mapping, short
from ..model.estimate import Estimate
from ..model.facts import Facts
from ..model.invitation import Stage
from .law import Law

__all__ = ["Breach", "ContractError", "as_code"]


@frozen
class Breach:
    """One law that a scorer or gate breaks.

    Args:
        law: The law.
        what: What it did, in words.
        example: What it was called with, by name, as small as could be found; empty if every call breaks the law.
    """

    law: Law
    what: str
    example: Mapping[str, Any]


class ContractError(InterviewValueError, AssertionError):
    """A scorer or gate that breaks laws of the contract, all of them at once.

    Args:
        criterion: Its name.
        breaches: At least one, in the order of the laws.
    """

    def __init__(self, criterion: str, breaches: Sequence[Breach]) -> None:
        self.criterion = criterion
        self.breaches: tuple[Breach, ...] = tuple(breaches)
        self.laws: tuple[str, ...] = tuple(breach.law.name for breach in breaches)
        super().__init__("\n\n".join(_paragraphs(criterion, self.breaches)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.criterion, self.breaches)


def _paragraphs(criterion: str, breaches: tuple[Breach, ...]) -> Iterator[str]:
    many = "one law" if len(breaches) == 1 else f"{len(breaches)} laws"
    yield f"{criterion} breaks {many} of the contract: {', '.join(breach.law.name for breach in breaches)}"
    for breach in breaches:
        yield "\n".join(_lines(breach))


def _lines(breach: Breach) -> Iterator[str]:
    yield f"{breach.law.name}: it {breach.law.statement}"
    yield indent(fill(breach.what, 112), "    ")
    if breach.example:
        yield "    The smallest example that was found:"
        for name, value in breach.example.items():
            yield indent(f"{name} = {as_code(value)}", "        ")
    yield indent(fill(f"What to do: {breach.law.advice}", 112), "    ")


def as_code(value: object) -> str:
    """Return the Python expression that makes a value: for an invitation or seeker what is known, and no more."""
    if isinstance(value, Facts):
        known = {f.name: getattr(value, f.name) for f in attrs.fields(type(value))}
        given = [f"{name}={as_code(each)}" for name, each in known.items() if _is_given(value, name, each)]
        return f"iv.{value.what.capitalize()}({', '.join(given)})"
    if isinstance(value, Estimate):
        return repr(value.low if value.exact else (value.low, value.high))
    if is_mapping(value):
        return f"{{{', '.join(f'{name!r}: {as_code(each)}' for name, each in value.items())}}}"
    if isinstance(value, Stage):
        return repr(value.value)
    if is_list(value):
        return f"[{', '.join(as_code(each) for each in value)}]"
    return short(value, 1_000)


def _is_given(facts: Facts, name: str, value: object) -> bool:
    default: Any = attrs.fields_dict(type(facts))[name].default
    return bool(value != (default.factory() if hasattr(default, "factory") else default))
