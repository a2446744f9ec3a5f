"""`interview-value ask`: a conversation that asks only what is worth asking, and ends with the verdict."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..deciding.session import Session
from ..display.language import say
from .conversation import Conversation
from .options import QuantityCommand, common_options
from .output import reporting, tell
from .request import open_session, read_options

__all__ = ["ask"]


@click.command(
    cls=QuantityCommand,
    short_help="Answer a few questions and hear whether to go.",
    example=["ask invitation.ics --stage first --save session.json"],
)
@common_options
@click.option(
    "--save", type=click.Path(dir_okay=False, path_type=Path), help="Keep the session in this file, and go on from it."
)
def ask(save: Path | None, **options: Any) -> None:
    """Ask one question at a time, only what is worth asking, and then say what to do.

    Every answer can be taken back, also after the end; a saved session can be opened again with the same --save.
    """
    request = read_options(options)
    with reporting():
        if save and save.exists():
            session = open_session(save, request.evaluator)
            tell(say("Going on with {file}; what it says counts, not the options.", file=save))
        else:
            session = Session(request.invitation, request.seeker, request.evaluator)
        Conversation(session, request.evaluator.quantities, save).hold()
