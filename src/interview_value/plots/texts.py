"""The words and numbers of a picture: titles, labels and ticks that fit where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from matplotlib.ticker import Formatter, MaxNLocator

from ..display.language import mark, say, say_count
from ..display.words import in_full, printable, signed
from ..evaluation.sentences import act, failed_sentence, span, worth
from ..outcome.contributions import Verdict
from ..outcome.outcome import Outcome
from ..scoring.hours import Summary

__all__ = [
    "HOURS",
    "PLAIN",
    "caveats",
    "hours_in_words",
    "label_hours",
    "shorten",
    "show_full_numbers",
    "verdict_sentences",
    "wrap_short",
    "write_label",
    "write_title",
]

HOURS = mark("hours of your time, on balance")
"""What an axis of hours shows, as a message."""

PLAIN: dict[str, Any] = {"parse_math": False, "usetex": False}
"""Arguments by which matplotlib shows a text as it is, whatever it contains."""

LONGEST, LINE = 120, 24
"""Characters: the most that are shown of a name, and the most in a line of it."""

TITLE_LINES = 4
"""The most lines of a title, unless it has more sentences than that."""

WIDEST, NARROWEST = 56, 20
"""Characters in a line of a title or label: the most, and the fewest, however little room there is."""

NAMES = 1.0
"""Inches that the names of rows and the numbers of ticks take from a picture's place, beyond its margins."""

DIGITS = range(6, 18)
"""Significant digits of ticks; the fewest that tell the numbers of an axis apart are written. 17 are all there are."""

USUAL, FEW = (0.01, 100_000), 3
"""The ends of axes whose numbers are short, and the most steps of an axis whose numbers are long."""

NOISE = 1e-9
"""Numbers below this share of the largest of an axis are zeros with the rounding error of a sum."""


def shorten(text: str) -> str:
    """Return a text for a picture: printable, on one line, the end left out if it is too long."""
    line = printable(text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def wrap_short(text: str, line: int = LINE, lines: int | None = None) -> str:
    """Return a shortened text in lines of at most `line` characters, and at most so many `lines` if given."""
    return "\n".join(wrap(shorten(text), line, max_lines=lines, placeholder="…"))


def hours_in_words(summary: Summary) -> str:
    """Return expected hours and their range, such as "+3.1 hours (−2.1 to +31)"."""
    mean = signed(summary.mean)
    return say_count("{n} hour ({range})", "{n} hours ({range})", summary.mean, n=mean, range=span(summary))


def verdict_sentences(outcome: Outcome) -> Iterator[str]:
    """Yield the verdict, and then what failed, so that no long verdict pushes that out."""
    yield f"{act(outcome)} {worth(outcome)}"
    yield failed_sentence(outcome)


def caveats(outcome: Outcome) -> Iterator[str]:
    """Yield what a picture of the hours must not hide: that a gate decides, and what failed."""
    if outcome.ruling is not None:
        goes = outcome.ruling.verdict is Verdict.ATTEND
        yield say("A rule says to go, whatever these are.") if goes else say("A rule says no, whatever these are.")
    yield failed_sentence(outcome)


def write_title(axes: Any, *sentences: str) -> None:
    """Write a title, each sentence on a new line; of one that is too long the end is left out."""
    title = axes.set_title("", loc="left", **PLAIN)
    measured = _measure(title, sentences, _room(axes, "width"))
    lines = [len(wrap(sentence, width)) for sentence, width in measured]
    while sum(lines) > max(TITLE_LINES, len(lines)):
        lines[lines.index(max(lines))] -= 1
    shown = (
        line
        for (sentence, width), most in zip(measured, lines, strict=True)
        for line in wrap(sentence, width, max_lines=most, placeholder=" …")
    )
    title.set_text("\n".join(shown))


def write_label(axis: Any, *sentences: str) -> None:
    """Write beside an axis what it shows, whole, each sentence on a new line."""
    axis.set_label_text("", **PLAIN)
    measured = _measure(axis.label, sentences, _room(axis.axes, "width" if axis.axis_name == "x" else "height"))
    axis.label.set_text("\n".join(line for sentence, width in measured for line in wrap(sentence, width)))


def _measure(text: Any, sentences: Iterable[str], room: float) -> list[tuple[str, int]]:
    """Return the sentences that are not empty, each with how many characters fit in a line.

    Args:
        text: The matplotlib text that will show them.
        sentences: The sentences.
        room: The length of a line, dots.
    """
    measured: list[tuple[str, int]] = []
    for sentence in filter(None, map(printable, sentences)):
        text.set_text(sentence)
        character = float(text.get_window_extent().width) / len(sentence)
        measured.append((sentence, max(NARROWEST, min(WIDEST, int(room / character)))))
    return measured


def _room(axes: Any, side: str) -> float:
    """Return how long a line may be, dots.

    The place before any layout counts, because the pictures beside this one may need the rest.
    """
    spec, figure = axes.get_subplotspec(), axes.figure
    place = spec.get_position(figure) if spec else axes.get_position(original=True)
    return float(getattr(place, side) * getattr(figure.bbox, side) - NAMES * figure.dpi)


class _FullNumbers(Formatter):
    """Write each number of an axis in full, without an exponent.

    Matplotlib's own formatter moves what the numbers share to where the axis's label is.
    """

    def __call__(self, x: float, _: object = None) -> str:
        """Return one number, as where the mouse points."""
        return self.format_ticks([x])[0]

    def format_ticks(self, values: Iterable[float]) -> list[str]:
        """Return the numbers of an axis as texts."""
        ticks = list(values)
        least = NOISE * max(map(abs, ticks), default=0.0)
        ways = ([in_full(tick if abs(tick) > least else 0.0, digits) for tick in ticks] for digits in DIGITS)
        return next(texts for texts in ways if len(set(texts)) == len(set(ticks)))


def show_full_numbers(axis: Any) -> None:
    """Make an axis write its numbers in full, and fewer of them where they are long."""
    axis.set_major_formatter(_FullNumbers())
    far = max(abs(float(end)) for end in axis.get_view_interval())
    if not USUAL[0] <= far < USUAL[1]:
        axis.set_major_locator(MaxNLocator(FEW))


def label_hours(axis: Any, *sentences: str) -> None:
    """Label an axis of hours, and make it write its numbers in full."""
    show_full_numbers(axis)
    write_label(axis, *sentences)
