"""`interview-value plugins`: what is installed, what each plugin brings, and why one does not take part."""

from __future__ import annotations

import json

import click

from ..plugins.catalogue import plugins_text
from ..plugins.registry import listing as installed
from .options import Command
from .output import reporting, width

__all__ = ["plugins"]


@click.command(cls=Command, short_help="List the plugins that are installed.", example=["plugins"])
@click.option("--json", "as_json", is_flag=True, help="Print the listing as JSON.")
def plugins(*, as_json: bool) -> None:
    """List the plugins: what each brings, where from, and why one does not take part."""
    with reporting():
        listing = installed()
    if as_json:
        click.echo(json.dumps([plugin.to_dict() for plugin in listing], indent=2))
    else:
        click.echo(plugins_text(listing, width()))
