"""The page of an evaluation: the verdict, the hours of each scorer and why, and where the numbers come from."""

from __future__ import annotations

from collections.abc import Iterator

from ..display.page import Items, Page, Part, Table
from ..model.invitation import subject
from ..outcome.outcome import Outcome
from . import sentences

__all__ = ["evaluation_page"]


def evaluation_page(evaluation: Outcome) -> Page:
    """Return the page that shows an evaluation."""
    return Page(sentences.headline(evaluation), (subject(evaluation.invitation),), tuple(_parts(evaluation)))


def _parts(evaluation: Outcome) -> Iterator[Part]:
    yield _hours(evaluation)
    yield Items("Find out first", tuple(sentences.find_out(evaluation)))
    yield Items("What decides it", tuple(sentences.decides(evaluation)))
    yield Items("What would turn it", tuple(sentences.turns(evaluation)))
    for heading, inputs in sentences.inputs_of(evaluation):
        yield Items(heading, tuple(inputs), folded=True)
    yield Items("Two sources disagree", tuple(sentences.disagreements(evaluation)))
    yield Items("Notes", evaluation.notes)
    yield Items("Not counted, because it failed", evaluation.errors)
    yield Items("Took long", tuple(sentences.slow(evaluation)))


def _hours(evaluation: Outcome) -> Table:
    items = sentences.ranked(evaluation)
    return Table(
        "Hours of your time, by criterion",
        ("Criterion", "Hours", "90% range", "Why"),
        tuple((item.name, *sentences.row(item)) for item in items),
        tuple((name, *sentences.hours(total), "") for name, total in sentences.totals(evaluation)),
        numbers=(1, 2),
        sizes=tuple(item.effect.mean if item.counts else 0.0 for item in items),
    )
