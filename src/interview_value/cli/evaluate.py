"""`interview-value evaluate`: the main job."""

from __future__ import annotations

import json
from typing import Any

import click

from .options import QuantityCommand, common_options
from .output import reporting, show
from .request import read_options

__all__ = ["evaluate"]


@click.command(cls=QuantityCommand)
@common_options
@click.option("--json", "as_json", is_flag=True, help="Print plain data, as Evaluation.to_dict gives it.")
def evaluate(as_json: bool, **options: Any) -> None:
    """Evaluate an invitation.

    SOURCES are files that say something about it: a calendar file, the page of the job posting. What you give as
    an option counts more than what a file says, and an earlier file more than a later one.
    """
    request = read_options(options)
    with reporting():
        evaluation = request.evaluate()
        if as_json:
            click.echo(json.dumps(evaluation.to_dict(), ensure_ascii=False))
        else:
            show(evaluation)
