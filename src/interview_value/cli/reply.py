"""`interview-value reply`: the calendar's own answer to the organiser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..display.language import say
from .options import SequelCommand, common_options, response_option, session_option
from .output import reporting, tell, write_file
from .request import read_options

__all__ = ["reply"]


@click.command(
    cls=SequelCommand,
    short_help="Write the calendar's own answer to the organiser.",
    example=["reply invitation.ics --response decline --output reply.ics"],
)
@common_options
@session_option
@response_option
@click.option("--comment", metavar="TEXT", default="", help="A few words to the organiser.")
@click.option("--attendee", metavar="ADDRESS", help="Your own mail address, as the invitation has it.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file (.ics).")
def reply(response: str | None, comment: str, attendee: str | None, output: Path | None, **options: Any) -> None:
    """Write the calendar's own answer to the organiser: accepted, declined, or tentative while you ask.

    Nothing is sent: send it as a mail's calendar part, or open it in a calendar program that does.
    """
    request = read_options(options)
    with reporting():
        evaluation = request.evaluate()
        written = evaluation.reply(response, comment=comment, attendee=attendee)
    if output is None:
        click.echo(str(written), nl=False)
        return
    write_file(output, written.ics)
    tell(say("{file}: the answer “{answer}” for {to}", file=output, answer=written.response.label, to=written.to))
