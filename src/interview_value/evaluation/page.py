"""The page of an evaluation: the verdict, the hours of each scorer and why, and where the numbers come from."""

from __future__ import annotations

from collections.abc import Iterator

from ..display.page import Items, Page, Part, Table
from ..model.invitation import subject
from ..outcome.outcome import Outcome
from . import sentences

__all__ = ["evaluation_page"]


def evaluation_page(outcome: Outcome) -> Page:
    """Return the page that shows an evaluation."""
    return Page(sentences.headline(outcome), (subject(outcome.invitation),), tuple(_parts(outcome)))


def _parts(outcome: Outcome) -> Iterator[Part]:
    yield _hours(outcome)
    yield Items("Find out first", tuple(sentences.find_out(outcome)))
    yield Items("Ways to go about it", tuple(sentences.ways_to_go(outcome)))
    yield Items("A tip", tuple(sentences.tips(outcome)))
    yield Items("What decides it", tuple(sentences.deciding_quantities(outcome)))
    yield Items("What would turn it", tuple(sentences.turning_points(outcome)))
    for heading, inputs in sentences.inputs_of(outcome):
        yield Items(heading, tuple(inputs), folded=True)
    yield Items("Two sources disagree", tuple(sentences.disagreements(outcome)))
    yield Items("Notes", outcome.notes)
    yield Items("Not counted, because it failed", (*outcome.errors, *outcome.failed_ways))
    yield Items("Took long", tuple(sentences.slow(outcome)))


def _hours(outcome: Outcome) -> Table:
    items = sentences.ranked(outcome)
    return Table(
        "Hours of your time, by criterion",
        ("Criterion", "Hours", "90% range", "Why"),
        tuple((item.name, *sentences.contribution_cells(item)) for item in items),
        tuple((name, *sentences.hours(total), "") for name, total in sentences.total_hours(outcome)),
        numbers=(1, 2),
        sizes=tuple(item.effect.mean if item.counts else 0.0 for item in items),
    )
