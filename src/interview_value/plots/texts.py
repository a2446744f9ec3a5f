"""Texts: safe words in pictures, and titles and labels in lines that the room beside other pictures is enough for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Any

from ..display.words import printable
from ..evaluation.sentences import headline, hours, without
from ..outcome.outcome import Outcome
from ..scoring.hours import Summary

__all__ = [
    "LINE",
    "LINES",
    "LONGEST",
    "PLAIN",
    "caveats",
    "label",
    "short",
    "title",
    "verdict",
    "words",
    "words_of_hours",
]

PLAIN: dict[str, Any] = {"parse_math": False, "usetex": False}
"""How matplotlib shows a text as it is, whatever a stranger wrote."""

LONGEST, LINE = 72, 24
"""Characters of a name that are shown, and how many of them are in a line."""

LINES = 4
"""Of a title, unless it has more sentences than that."""

WIDEST, NARROWEST = 56, 20
"""Characters in a line of a title or label where there is room, and where there is hardly any."""

NAMES = 0.5
"""Inches that the names of rows and the numbers of ticks take from a picture's place, beyond its margins."""


def short(text: str) -> str:
    """Return a text as a picture may show it: printable, on one line, the end left out if it is too long."""
    whole = printable(text)
    return whole if len(whole) <= LONGEST else f"{whole[: LONGEST - 1].rstrip()}…"


def words(text: str, line: int = LINE) -> str:
    """Return a short text in short lines."""
    return "\n".join(wrap(short(text), line))


def words_of_hours(summary: Summary) -> str:
    """Return expected hours and their range, such as "+3.1 h (−2.1 to +31)"."""
    mean, span = hours(summary)
    return f"{mean} h ({span})"


def verdict(evaluation: Outcome) -> Iterator[str]:
    """Yield the verdict in one sentence, and what is missing in another, so that no long verdict pushes that out."""
    failed = without(evaluation)
    yield headline(evaluation).removesuffix(f"; {failed}")
    yield _capital(failed)


def caveats(evaluation: Outcome) -> Iterator[str]:
    """Yield what a picture of the hours must not hide: that a gate declines, and what failed."""
    if evaluation.vetoed:
        yield "A gate declines, whatever these are"
    yield _capital(without(evaluation))


def title(axes: Any, *sentences: str) -> None:
    """Write a title of some sentences, each from a new line; of one that is too long the end is left out."""
    text = axes.set_title("", loc="left", **PLAIN)
    said = _measured(text, sentences, _room(axes, "width"))
    text.set_text("\n".join(_cut(said)))


def label(axis: Any, *sentences: str) -> None:
    """Write beside an axis what it shows, whole, in sentences of which each starts a new line."""
    axis.set_label_text("", **PLAIN)
    said = _measured(axis.label, sentences, _room(axis.axes, "width" if axis.axis_name == "x" else "height"))
    axis.label.set_text("\n".join(part for sentence, line in said for part in wrap(sentence, line)))


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def _measured(text: Any, sentences: Iterable[str], room: float) -> list[tuple[str, int]]:
    """Return the sentences that are not empty, each with how many characters as wide as its own a line may have.

    Args:
        text: The matplotlib text in which they will be.
        sentences: The sentences.
        room: How long a line may be, dots.
    """
    said = [text for text in map(printable, sentences) if text]
    return [(sentence, max(NARROWEST, min(WIDEST, int(room / _letter(text, sentence))))) for sentence in said]


def _letter(text: Any, sentence: str) -> float:
    """Return how wide a character of a sentence is on average, dots."""
    text.set_text(sentence)
    return float(text.get_window_extent().width) / len(sentence)


def _room(axes: Any, side: str) -> float:
    """Return how long a line may be, dots: the place before any layout, which the pictures beside this one may need."""
    spec, figure = axes.get_subplotspec(), axes.figure
    place = spec.get_position(figure) if spec else axes.get_position(original=True)
    return float(getattr(place, side) * getattr(figure.bbox, side) - NAMES * figure.dpi)


def _cut(said: Sequence[tuple[str, int]]) -> Iterator[str]:
    """Break sentences into lines; while there are too many, the longest sentence gives up one."""
    most = [len(wrap(*sentence)) for sentence in said]
    while sum(most) > max(LINES, len(most)):
        most[most.index(max(most))] -= 1
    for (sentence, line), kept in zip(said, most, strict=True):
        yield from wrap(sentence, line, max_lines=kept, placeholder=" …")
