"""`interview-value read`: what a file says of an invitation, and where."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from ..display.words import printable
from ..errors import InterviewValueError
from ..model.invitation import Invitation
from ..model.source import Source
from ..reading import read as read_source
from ..reading import read_table, readers
from ..reading.document import Document
from ..reading.formats import format_of
from .telling import leave_with

__all__ = ["read"]


@click.command()
@click.argument("sources", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--seeker", metavar="ADDRESS", help="Your mail address, so that you are not counted among the people.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data, as Invitation.to_dict gives it; a list of it.")
@click.option("--formats", is_flag=True, help="List what can be read instead.")
def read(sources: tuple[Path, ...], seeker: str | None, as_json: bool, formats: bool) -> None:
    """Show what files say of an invitation: each value with where it was read, and what stays unknown.

    SOURCES are mails, calendar files, pages of job postings, answers of job boards, and tables of applications.
    """
    if formats or not sources:
        click.echo("\n".join(printable(str(entry)) for entry in readers()))
        return
    problems: list[str] = []
    found: list[Invitation] = []
    for path in sources:
        try:
            found += _shown(path, seeker, quiet=as_json)
        except InterviewValueError as error:
            problems.append(str(error))
    if as_json:
        click.echo(json.dumps([invitation.to_dict() for invitation in found], indent=2, ensure_ascii=False))
    if problems:
        leave_with(*problems)


def _shown(path: Path, seeker: str | None, *, quiet: bool) -> Iterator[Invitation]:
    """Print what a source says, unless nothing else is to be printed, and yield its invitations."""
    kind = format_of(Document(Source.open(path)))
    if kind is not None and kind.table:
        reading = read_table(path)
        named = {f"row {row.number}": row.invitation for row in reading.rows}
        report = f"{reading}\n"
    else:
        named, report = {printable(path.name): read_source(path, seeker=seeker)}, ""
    if not quiet:
        parts = (f"{name}\n{invitation}\n" for name, invitation in named.items())
        click.echo("\n".join((*([report] if report else []), *parts)), nl=False)
    yield from named.values()
