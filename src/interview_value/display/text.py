"""Text: an evaluation as a small table that a person can read in a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from textwrap import fill, wrap

from ..analysis.compare import Comparison
from ..evaluation import Evaluation
from . import parts

__all__ = ["WIDTH", "comparison_text", "evaluation_text", "unbroken"]

WIDTH = 100
"""The width of a line, in characters."""

unbroken: Callable[..., str] = partial(fill, break_long_words=False, break_on_hyphens=False)
"""Breaks lines between words alone, so that an address or a path can be copied."""


def evaluation_text(evaluation: Evaluation, width: int = WIDTH) -> str:
    """Return an evaluation as text.

    Args:
        evaluation: What to show.
        width: The longest line, in characters, at least 60.
    """
    return "\n".join(line.rstrip() for line in _lines(evaluation, max(width, 60)))


def comparison_text(comparison: Comparison, width: int = WIDTH) -> str:
    """Return several invitations side by side as text.

    Args:
        comparison: What to show.
        width: The longest line, in characters, at least 60.
    """
    return "\n".join(line.rstrip() for line in _comparison_lines(comparison, max(width, 60)))


def _comparison_lines(comparison: Comparison, width: int) -> Iterator[str]:
    yield f"{'':3}  {'net, h':>7}  {'90% range':<16}  {'best':>5}  {'verdict':<16}  invitation"
    for place, item in enumerate(comparison.ranking, start=1):
        mean, span = parts.hours(item.net)
        verdict = parts.HEADLINES[item.verdict]
        line = f"{place:>2}.  {mean:>7}  {span:<16}  {parts.percent(item.chance_best):>5}  {verdict:<16}  "
        yield from _hanging(line, parts.rival(item), width)


def _lines(evaluation: Evaluation, width: int) -> Iterator[str]:
    yield fill(parts.printable(parts.headline(evaluation)), width)
    yield fill(parts.printable(parts.subject(evaluation.invitation)), width)
    yield ""
    yield from _table(evaluation, width)
    yield from _list("Find out first", parts.find_out(evaluation), width)
    yield from _list("What decides it", parts.decides(evaluation), width)
    yield from _paragraph("What would turn it", parts.turns(evaluation), width)
    for heading, inputs in parts.inputs_of(evaluation):
        yield from _paragraph(heading, inputs, width)
    yield from _list("Two sources disagree", parts.disagreements(evaluation), width)
    yield from _list("Notes", evaluation.notes, width)
    yield from _list("Not counted, because it failed", evaluation.errors, width)
    yield from _list("Took long", parts.late(evaluation), width)


def _table(evaluation: Evaluation, width: int) -> Iterator[str]:
    names = [item.name for item in evaluation.contributions]
    first = max(map(len, (*names, "benefit")))
    yield f"{'':{first}}  {'hours':>7}  {'90% range':<16}  why"
    for item in parts.ranked(evaluation):
        yield from _row(item.name, *parts.row(item), first, width)
    yield "-" * width
    for name, total in parts.totals(evaluation):
        yield from _row(name, *parts.hours(total), "", first, width)


def _row(name: str, mean: str, span: str, why: str, first: int, width: int) -> Iterator[str]:
    yield from _hanging(f"{name:{first}}  {mean:>7}  {span:<16}  ", why, width)


def _hanging(start: str, text: str, width: int) -> Iterator[str]:
    """Yield a text behind the start of a line, its further lines below its first one."""
    lines = wrap(parts.printable(text), max(width - len(start), 20), break_on_hyphens=False) or [""]
    yield start + lines[0]
    yield from (" " * len(start) + line for line in lines[1:])


def _paragraph(heading: str, entries: Iterable[str], width: int) -> Iterator[str]:
    text = "; ".join(map(parts.printable, entries))
    if text:
        yield ""
        yield fill(f"{heading}: {text}", width, subsequent_indent="  ", break_on_hyphens=False)


def _list(heading: str, entries: Iterable[str], width: int) -> Iterator[str]:
    entries = list(entries)
    if entries:
        yield ""
        yield f"{heading}:"
        yield from (
            fill(
                parts.printable(entry),
                width,
                initial_indent="  - ",
                subsequent_indent="    ",
                break_on_hyphens=False,  # addresses of sources can be copied
            )
            for entry in entries
        )
