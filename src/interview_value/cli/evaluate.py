"""`interview-value evaluate`: the main job."""

from __future__ import annotations

import json
from typing import Any

import click

from .options import QuantityCommand, common_options, session_option
from .output import reporting, show
from .request import read_options

__all__ = ["evaluate"]


@click.command(
    cls=QuantityCommand,
    short_help="Say whether to go, and why.",
    example=["evaluate invitation.ics --status open --would-accept unlikely"],
)
@common_options
@session_option
@click.option("--why", is_flag=True, help="Show each reason, assumption and turning point.")
@click.option("--json", "as_json", is_flag=True, help="Print plain data, as Evaluation.to_dict gives it.")
def evaluate(*, why: bool, as_json: bool, **options: Any) -> None:
    """Say whether an invitation is worth your time, and why.

    SOURCES are files about it, such as its mail, calendar entry or job posting. Options count more than files, and an
    earlier file more than a later one.
    """
    request = read_options(options)
    with reporting():
        evaluation = request.evaluate()
        if as_json:
            click.echo(json.dumps(evaluation.to_dict(), ensure_ascii=False))
        else:
            show(evaluation.why() if why else evaluation)
