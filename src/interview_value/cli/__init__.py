"""The command line, one module a command."""

from __future__ import annotations

import errno
import os
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
from .nearest import NEAREST
from .new_plugin import new_plugin
from .options import WithExample
from .plugins import plugins
from .prepare import prepare
from .read import read
from .reply import reply

__all__ = ["main"]


UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""What a write says that finds no room."""


class _Commands(WithExample, click.Group):
    """The commands, in the order in which people need them, which end cleanly where nothing can be written."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        """Return the names of the commands in the order in which they were added."""
        return list(self.commands)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run a command; a disk that is full is told in words, as a closed pipe is by click."""
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            if error.errno not in UNWRITABLE:
                raise
            # What is left in the buffer cannot be written when Python ends either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            click.echo(f"error: the output cannot be written ({error.strerror or error})", err=True)
            sys.exit(1)


@click.group(
    cls=_Commands,
    example=("evaluate invitation.ics --would-accept unlikely", "ask invitation.ics"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="interview-value", message="%(package)s %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Tell whether a job interview that you probably do not want is worth your time."""
    context.with_resource(_warning_in_words())
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        context.color = False
    # A terminal that lacks a character shows what comes nearest to it. What is typed in another encoding is no answer,
    # and no reason to end.
    for stream, errors in ((sys.stdout, NEAREST), (sys.stderr, NEAREST), (sys.stdin, "replace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=errors)


@contextmanager
def _warning_in_words() -> Generator[None]:
    """Show what the library warns of as it shows errors, without the place in its code."""
    with warnings.catch_warnings():
        warnings.showwarning = _show
        yield


def _show(message: Warning | str, *_: Any, **__: Any) -> None:
    click.echo(f"warning: {message}", err=True)


command: click.Command
for command in (evaluate, ask, letter, reply, prepare, read, batch, explain, plugins, new_plugin):
    main.add_command(command)
