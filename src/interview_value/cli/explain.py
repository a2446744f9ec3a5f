"""`interview-value explain`: a scorer or gate, what it reads, and how its result depends on each quantity."""

from __future__ import annotations

import json

import click

from ..deciding.dependence import explain as explained
from ..evaluation.evaluator import Evaluator
from .options import Command
from .output import reporting, show

__all__ = ["explain"]


@click.command(cls=Command, short_help="Explain a reason for or against, or a rule.", example=["explain practice"])
@click.argument("name", metavar="SCORER")
@click.option("--discover/--no-discovery", default=True, help="Whether installed plugins take part.")
@click.option("--json", "as_json", is_flag=True, help="Print all of it as JSON.")
def explain(name: str, *, discover: bool, as_json: bool) -> None:
    """Explain a scorer or gate: its source, what it reads, and how its answer moves with each quantity."""
    with reporting():
        explanation = explained(name, evaluator=Evaluator(discover=discover))
    if as_json:
        click.echo(json.dumps(explanation.to_dict(), indent=2, ensure_ascii=False, allow_nan=False))
    else:
        show(explanation)
