"""`interview-value new-plugin`: a whole package for a new plugin, from the template that ships with the library."""

from __future__ import annotations

import re
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

import click

from ..errors import FieldError, InvalidInputError, ScaffoldError, short
from ..scoring.criterion import CORE_QUANTITIES
from ..scoring.gates import BUILT_IN_GATES
from ..scoring.scorers import BUILT_IN_SCORERS
from .options import Command
from .output import reporting

__all__ = ["new_plugin", "write_package"]

TEMPLATE = Path(__file__).parents[1] / "plugin_template"

MAX_NAME = 24
"""So that no line of the package grows longer than 120 characters."""

MAX_AUTHOR = 200
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
OWN_NAMES = {
    *(criterion.name for criterion in (*BUILT_IN_SCORERS, *BUILT_IN_GATES)),
    *CORE_QUANTITIES,
}
"""Names that mean something in the library already."""

NEXT = """\
{folder} is written: a scorer, a gate with a label, tests, typing, a noxfile and CI. Now:

  cd {folder}
  git init && git add . && git commit --message "Begin"
  python -m pip install --editable . --group test
  python -m pytest
  interview-value plugins"""


@click.command(cls=Command, short_help="Write a package for a plugin of your own.", example=["new-plugin commute"])
@click.argument("name")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    default=".",
    help="The folder in which the package's own folder is made.",
)
@click.option(
    "--kind", type=click.Choice(["cost", "benefit"]), default="cost", show_default=True, help="What its criterion is."
)
@click.option("--author", metavar="TEXT", default="The authors", show_default=True, help="Who holds the copyright.")
def new_plugin(name: str, into: Path, kind: str, author: str) -> None:
    """Write a complete package for the plugin NAME, such as night-shifts."""
    with reporting():
        folder = write_package(name, into, kind=kind, author=author)
    click.echo(NEXT.format(folder=folder))


def write_package(name: str, into: Path = Path(), *, kind: str = "cost", author: str = "The authors") -> Path:
    """Write a complete package for a plugin: a scorer, a gate with a label, tests, typing, noxfile and CI.

    Args:
        name: What the plugin is called, in lower case with hyphens, such as ``"night-shifts"``; at most 24 characters.
        into: The folder in which the package's own folder is made.
        kind: What its criterion is: ``"cost"`` or ``"benefit"``.
        author: Who holds the copyright, 1 to 200 characters on one line.

    Returns:
        The package's folder, ``interview-value-NAME``.

    Raises:
        InvalidInputError: The name, the kind or the author cannot be used.
        ScaffoldError: The folder is there already, the extra ``new-plugin`` is missing, or the folder cannot be
            written.
    """
    if mistakes := list(_mistakes(name, kind, author)):
        raise InvalidInputError("plugin", mistakes)
    package = f"interview-value-{name}"
    folder = into / package
    if folder.exists():
        raise ScaffoldError(str(folder), "is there already; nothing was written")
    try:
        from copier import run_copy
    except ImportError as error:
        raise ScaffoldError("copier", 'is not installed; run: pip install "interview-value[new-plugin]"') from error
    scorer = _scorer_name(name)
    names = {"name": name, "scorer": scorer, "module": f"interview_value_{scorer}", "package": package}
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)  # copier only warns where it cannot make a folder
        run_copy(str(TEMPLATE), folder, {**names, "kind": kind, "author": author}, defaults=True, quiet=True)
    except OSError as error:
        raise ScaffoldError(str(folder), short(str(error), 500)) from error
    return folder


def _scorer_name(name: str) -> str:
    return name.replace("-", "_")


def _mistakes(name: str, kind: str, author: str) -> Iterator[FieldError]:
    if not NAME.fullmatch(name) or len(name) > MAX_NAME:
        allowed = f"lower-case words joined by hyphens, such as night-shifts, at most {MAX_NAME} characters"
        yield FieldError("name", name, allowed)
    elif (scorer := _scorer_name(name)) in OWN_NAMES or iskeyword(scorer):
        yield FieldError("name", name, "a name that neither the library nor Python has a meaning for")
    if kind not in ("cost", "benefit"):
        yield FieldError("kind", kind, "'cost' or 'benefit'")
    if not author.isprintable() or not 0 < len(author) <= MAX_AUTHOR:
        yield FieldError("author", author, f"a name on one line, at most {MAX_AUTHOR} characters")
