"""`interview-value read`: what a file says of an invitation, and where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ..display.words import printable
from ..errors import InterviewValueError
from ..model.invitation import Invitation
from ..model.source import Source
from ..reading import read as read_source
from ..reading import read_table, readers
from ..reading.document import Document
from ..reading.formats import format_of
from .output import leave_with

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
    plain: list[dict[str, Any]] = []
    for path in sources:
        try:
            report, invitations = _read_file(path, seeker)
        except InterviewValueError as error:
            problems.append(str(error))
            continue
        plain += [invitation.to_dict() for invitation in invitations.values()]
        if not as_json:
            pages = (f"{name}\n{invitation}\n" for name, invitation in invitations.items())
            click.echo("\n".join((*report, *pages)), nl=False)
    if as_json:
        click.echo(json.dumps(plain, indent=2, ensure_ascii=False))
    if problems:
        leave_with(*problems)


def _read_file(path: Path, seeker: str | None) -> tuple[list[str], dict[str, Invitation]]:
    """Return the invitations of a file by the title of each, and of a table the report of its columns and mistakes."""
    kind = format_of(Document(Source.open(path)))
    if kind is None or not kind.table:
        return [], {printable(path.name): read_source(path, seeker=seeker)}
    table = read_table(path)
    return [f"{table}\n"], {f"row {row.number}": row.invitation for row in table.rows}
