"""Output of several commands: printed pages and errors, and the files that they write."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, NoReturn

import click
from attrs import evolve

from ..display.showing import Showing, page_of
from ..display.text import WIDTH, fill_at_spaces, page_text
from ..display.words import printable
from ..errors import FieldError, InterviewValueError, InvalidInputError, ScorersFailedError
from ..outcome.contributions import Verdict

__all__ = ["attempt", "leave_with", "reporting", "show", "tell", "tell_lines", "width", "write_file"]

COLOURS: Mapping[Verdict | None, str] = {Verdict.ATTEND: "green", Verdict.DECLINE: "red"}
"""The colours of the verdicts that decide."""

NO_OPTIONS = {"session": "the saved session: ", "plugin": "", "parts": ""}
"""What stands before the mistakes of an input that does not come from options."""

ARGUMENTS = {"source": "IN", "target": "OUT", "weights": "--weight"}
"""What the command line calls an argument of Python whose option has another name, or none."""

NOT_AN_OPTION = "invitation.event"
"""How the path begins of what only a source can say."""


def width() -> int:
    """Return how many characters wide what is printed is: as the terminal, but no wider than is good to read."""
    return min(get_terminal_size((WIDTH, 24)).columns, WIDTH)


def show(shown: Showing, *, way: str = "--why") -> None:
    """Print the page of an object, its first line in bold and in the colour of its verdict, if it has one.

    Args:
        shown: The object.
        way: What is typed to see what stands behind it.
    """
    page = page_of(shown)
    page = page if page.details is None else evolve(page, details=evolve(page.details, way=way))
    first, newline, rest = page_text(page, width()).partition("\n")
    click.echo(click.style(first, fg=COLOURS.get(getattr(shown, "verdict", None)), bold=True) + newline + rest)


def tell(sentence: str, *, indent: int = 0, hang: int = 0) -> None:
    """Print a sentence, broken at spaces where the terminal ends.

    Args:
        sentence: The sentence.
        indent: How far it is indented, characters.
        hang: How much further its other lines are.
    """
    first, others = " " * indent, " " * (indent + hang)
    click.echo(fill_at_spaces(printable(sentence), width(), initial_indent=first, subsequent_indent=others))


def tell_lines(text: str, *, as_it_is: bool = False) -> None:
    """Print a text of several lines; each that is longer than the terminal is wide is broken at spaces.

    Args:
        text: The text.
        as_it_is: Whether nothing is broken where it goes into a file or another program.
    """
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 2 * (not as_it_is))
        whole = len(line) <= width() or (as_it_is and not sys.stdout.isatty())
        click.echo(line if whole else fill_at_spaces(line, width(), subsequent_indent=indent))


def write_file(path: Path, data: bytes) -> None:
    """Write a file, or leave with exit code 2 and say why it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        leave_with(f"{path}: cannot be written ({error.strerror or error})")


def leave_with(*problems: str) -> NoReturn:
    """Print each problem and leave with exit code 2; on a line of its own each, except that a terminal breaks it."""
    for problem in problems:
        line = f"error: {printable(problem)}"
        click.echo(fill_at_spaces(line, width(), subsequent_indent="  ") if sys.stderr.isatty() else line, err=True)
    raise SystemExit(2)


@contextmanager
def reporting() -> Generator[None]:
    """Print the library's errors in words and leave with exit code 2, instead of showing a traceback."""
    try:
        yield
    except InterviewValueError as error:
        leave_with(*_lines(error))


def attempt(problems: list[str], make: Callable[[], Any]) -> Any:
    """Return what a call returns; if it raises an error of the library, add its lines to the problems instead."""
    try:
        return make()
    except InterviewValueError as error:
        problems += _lines(error)
        return None


def _lines(error: InterviewValueError) -> list[str]:
    """Return a line for each part of an error, which names the option that it is about."""
    if isinstance(error, InvalidInputError) and error.what in NO_OPTIONS:
        return [f"{NO_OPTIONS[error.what]}{mistake}" for mistake in error.mistakes]
    if isinstance(error, InvalidInputError):
        return list(map(_line, error.mistakes))
    if isinstance(error, ScorersFailedError):
        return [str(failure) for failure in error.failures]
    return str(error).splitlines()


def _line(mistake: FieldError) -> str:
    place = _place_of(mistake.path)
    if mistake.value is None:
        return f"{place}: not given, expected {mistake.allowed}"
    return place + str(mistake)[len(mistake.path) :]


def _place_of(path: str) -> str:
    """Return the option or argument of the command line that a path in an error stands for."""
    if path.startswith(NOT_AN_OPTION):
        return path
    name, colon, rest = path.partition(":")
    if name in ARGUMENTS:
        return f"{ARGUMENTS[name]}{colon}{rest}"
    option = path.removeprefix("invitation.").removeprefix("seeker.")
    if option.startswith("weights['"):
        return "--weight " + option.removeprefix("weights['").removesuffix("']")
    return "--" + option.removeprefix("quantities['").removesuffix("']").replace("_", "-")
