"""`interview-value new-plugin` and `update-plugin`: a package for a plugin, and what has changed in its template."""

from __future__ import annotations

from pathlib import Path

import click

from .scaffold import new_plugin as write_package
from .scaffold import update_plugin as update_package
from .telling import reporting

__all__ = ["new_plugin", "update_plugin"]

NEXT = """\
{folder} is written: a scorer with its quantity, tests, typing, a noxfile and CI. Now:

  cd {folder}
  git init && git add . && git commit --message "Begin"
  python -m pip install --editable . --group test
  python -m pytest
  interview-value plugins"""


@click.command()
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


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=".")
def update_plugin(folder: Path) -> None:
    """Bring what has changed in the template into the package in FOLDER; its own changes are kept."""
    with reporting():
        before, now = update_package(folder)
    said = "is up to date with" if before == now else f"is brought from {before} to"
    click.echo(f"{folder} {said} {now} of the template" + ("" if before == now else "; see `git diff`"))
