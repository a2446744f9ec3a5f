"""The command line, one module a command."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Generator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import Any

try:
    import click
except ImportError:
    sys.exit('the command line needs an extra: pip install "interview-value[cli]"')

from .ask import ask
from .batch import batch
from .evaluate import evaluate
from .explain import explain
from .letter import letter
from .new_plugin import new_plugin
from .plugins import plugins
from .prepare import prepare
from .read import read
from .reply import reply

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="interview-value", message="%(package)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Tell whether a job interview that you probably do not want is worth your time."""
    context.with_resource(_warning_in_words())
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows a question mark and goes on.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def _warning_in_words() -> Generator[None]:
    """Show what the library warns of as it shows errors, without the place in its code."""
    with warnings.catch_warnings():
        warnings.showwarning = _show
        yield


def _show(message: Warning | str, *_: Any, **__: Any) -> None:
    click.echo(f"warning: {message}", err=True)


main.add_command(ask)
main.add_command(batch)
main.add_command(evaluate)
main.add_command(explain)
main.add_command(letter)
main.add_command(new_plugin)
main.add_command(plugins)
main.add_command(prepare)
main.add_command(read)
main.add_command(reply)
