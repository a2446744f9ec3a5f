"""`interview-value prepare`: when to prepare, and what to do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from .options import SequelCommand, common_options, session_option
from .output import reporting, show, write_file
from .request import read_options

__all__ = ["prepare"]


def _moment(_context: click.Context, _option: click.Parameter, text: str | None) -> datetime | None:
    """Understand a time, as a callback of click's."""
    try:
        return None if text is None else datetime.fromisoformat(text)
    except ValueError:
        raise click.BadParameter("a time such as 2026-11-30T08:00+01:00") from None


@click.command(
    cls=SequelCommand,
    short_help="Plan when to prepare, and what to do.",
    example=["prepare invitation.ics --calendar appointments.ics"],
)
@common_options
@session_option
@click.option("--calendar", metavar="FILE", multiple=True, help="A calendar with what is taken; may be repeated.")
@click.option("--hours", metavar="N", type=float, help="How many hours to prepare, if not what is estimated.")
@click.option("--zone", metavar="NAME", help="Your time zone, such as Europe/Berlin, if not the interview's.")
@click.option(
    "--from", "begin", metavar="HOUR", type=float, default=9, show_default=True, help="The earliest hour of a day."
)
@click.option("--until", "end", metavar="HOUR", type=float, default=18, show_default=True, help="Not later a day.")
@click.option("--weekends/--no-weekends", default=False, help="Whether Saturdays and Sundays are used as well.")
@click.option(
    "--hours-a-day",
    metavar="N",
    type=float,
    default=2,
    show_default=True,
    help="The most hours in a day, unless time is short.",
)
@click.option("--since", metavar="TIME", callback=_moment, help="Nothing before this time, if not now.")
@click.option("--owner", metavar="ADDRESS", help="Your mail address, so that what you declined is not taken.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it to this file (.ics) as well.")
def prepare(
    calendar: tuple[str, ...],
    hours: float | None,
    zone: str | None,
    begin: float,
    end: float,
    weekends: bool,
    hours_a_day: float,
    since: datetime | None,
    owner: str | None,
    output: Path | None,
    **options: Any,
) -> None:
    """Plan when to prepare for the interview and what to do, around what is in your calendar."""
    request = read_options(options)
    with reporting():
        evaluation = request.evaluate()
        plan = evaluation.preparation(
            [Path(path) for path in calendar],
            hours=hours,
            zone=zone,
            working_hours=(begin, end),
            working_days=range(7 if weekends else 5),
            hours_a_day=hours_a_day,
            since=since,
            owner=owner,
        )
    show(plan)
    if output is not None:
        write_file(output, plan.ics)
