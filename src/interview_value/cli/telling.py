"""Telling: what several commands print, and errors in words."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import Any, NoReturn

import click

from ..display.showing import Showing, page_of
from ..display.text import WIDTH, page_text
from ..display.words import printable
from ..errors import FieldError, InterviewValueError, InvalidInputError, ScorersFailedError

__all__ = ["leave_with", "made", "reporting", "save", "show", "width"]

NO_OPTIONS = {"session": "the saved session: ", "plugin": "", "parts": ""}
"""What stands before the mistakes of an input that is not given by options."""

ARGUMENTS = {"source": "IN", "target": "OUT", "weights": "--weight"}
"""What is not called as the option, or given by its place."""

NOT_AN_OPTION = "invitation.event"
"""How the path begins of what only a source can say."""


def show(thing: Showing) -> None:
    """Print what shows itself."""
    click.echo(page_text(page_of(thing), width()))


def width() -> int:
    """Return the width of the terminal in characters, but no more than is good to read."""
    return min(get_terminal_size((WIDTH, 24)).columns, WIDTH)


def save(path: Path, data: bytes) -> None:
    """Write a file, or leave with exit code 2 and say why it cannot be written."""
    try:
        path.write_bytes(data)
    except OSError as error:
        leave_with(f"{path}: cannot be written ({error.strerror or error})")


def leave_with(*problems: str) -> NoReturn:
    """Print problems and leave with exit code 2."""
    for problem in problems:
        click.echo(f"error: {printable(problem)}", err=True)
    raise SystemExit(2)


@contextmanager
def reporting() -> Generator[None]:
    """Print the library's errors in words and leave with exit code 2, instead of showing a traceback."""
    try:
        yield
    except InterviewValueError as error:
        leave_with(*_lines(error))


def made(problems: list[str], make: Callable[[], Any]) -> Any:
    """Make something; if it cannot be made, note why, and return None."""
    try:
        return make()
    except InterviewValueError as error:
        problems += _lines(error)
        return None


def _lines(error: InterviewValueError) -> list[str]:
    """Word each part of an error as the command line's user knows its subject: by the option."""
    if isinstance(error, InvalidInputError) and error.what in NO_OPTIONS:
        return [f"{NO_OPTIONS[error.what]}{mistake}" for mistake in error.mistakes]
    if isinstance(error, InvalidInputError):
        return list(map(_line, error.mistakes))
    if isinstance(error, ScorersFailedError):
        return [str(failure) for failure in error.failures]
    return [str(error)]


def _line(mistake: FieldError) -> str:
    place = _place_of(mistake.path)
    if mistake.value is None:
        return f"{place}: not given, expected {mistake.allowed}"
    return place + str(mistake)[len(mistake.path) :]


def _place_of(path: str) -> str:
    """Return what a value is called on the command line."""
    if path.startswith(NOT_AN_OPTION):
        return path
    name, colon, rest = path.partition(":")
    if name in ARGUMENTS:
        return f"{ARGUMENTS[name]}{colon}{rest}"
    option = path.removeprefix("invitation.").removeprefix("seeker.")
    if option.startswith("weights['"):
        return "--weight " + option.removeprefix("weights['").removesuffix("']")
    return "--" + option.removeprefix("quantities['").removesuffix("']").replace("_", "-")
