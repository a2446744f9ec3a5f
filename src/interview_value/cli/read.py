"""`interview-value read`: what a file says of an invitation, and where."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..display.language import say
from ..display.showing import Showing
from ..display.words import printable
from ..errors import InterviewValueError
from ..model.invitation import Invitation
from ..model.source import Source
from ..reading import read as read_source
from ..reading import read_table, readers
from ..reading.document import Document
from ..reading.formats import format_of
from .options import Command
from .output import leave_with, show, tell

__all__ = ["read"]


@click.command(
    cls=Command,
    short_help="Show what files say of an invitation.",
    example=["read invitation.ics posting.html"],
)
@click.argument("sources", nargs=-1, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--seeker", metavar="ADDRESS", help="Your mail address, so that you are not counted among the people.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data, as Invitation.to_dict gives it; a list of it.")
@click.option("--formats", is_flag=True, help="List what can be read instead.")
def read(sources: tuple[Path, ...], seeker: str | None, as_json: bool, formats: bool) -> None:
    """Show what files say of an invitation: each value with where it was read, and what stays unknown.

    SOURCES are mails, calendar files, pages of job postings, answers of job boards, and tables of applications.
    """
    if formats or not sources:
        for entry in readers():
            tell(str(entry), hang=2)
        return
    problems: list[str] = []
    pages: list[tuple[str, Showing]] = []
    for path in sources:
        try:
            pages += _read_file(path, seeker)
        except InterviewValueError as error:
            problems.append(str(error))
    if as_json:
        plain = [shown.to_dict() for _, shown in pages if isinstance(shown, Invitation)]
        click.echo(json.dumps(plain, indent=2, ensure_ascii=False))
    else:
        for place, (title, shown) in enumerate(pages):
            click.echo("\n" * bool(place) + title)
            show(shown)
    if problems:
        leave_with(*problems)


def _read_file(path: Path, seeker: str | None) -> list[tuple[str, Showing]]:
    """Return what is shown of a file, with titles: its invitation; of a table its columns, mistakes and each row."""
    name = printable(path.name)
    kind = format_of(Document(Source.open(path)))
    if kind is None or not kind.table:
        return [(name, read_source(path, seeker=seeker))]
    table = read_table(path)
    return [(name, table), *((say("row {n}", n=row.number), row.invitation) for row in table.rows)]
