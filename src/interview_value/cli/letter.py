"""`interview-value letter`: the words to send once the verdict is there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from ..display.words import printable
from .options import SequelCommand, common_options, language_chosen, response_option, session_option
from .output import reporting, tell_lines
from .request import read_options

__all__ = ["letter"]


@click.command(
    cls=SequelCommand,
    short_help="Write the letter to send: yes, no, or a question.",
    example=["letter invitation.ics --would-accept ruled_out --name Kim"],
)
@common_options
@session_option
@response_option
@click.option("--better", metavar="TEXT", help="The kind of role that would suit you better.")
@click.option("--name", metavar="TEXT", help="Your name.")
@click.option("--question", metavar="TEXT", help="Your own question to them.")
@click.option("--way", metavar="NAME", help="The way to propose, such as video, short_call or later.")
@click.option("--template", type=click.Path(dir_okay=False, path_type=Path), help="Your own template.")
def letter(
    response: str | None,
    better: str | None,
    name: str | None,
    question: str | None,
    way: str | None,
    template: Path | None,
    **options: Any,
) -> None:
    """Write the words to send: an acceptance, a polite decline, or what to ask first.

    The first line is the subject. It is in the language of the invitation, if that is known, unless --language says
    another. Nothing is sent.
    """
    request = read_options(options)
    with reporting():
        evaluation = request.evaluate()
        written = evaluation.letter(
            response,
            better=better,
            name=name,
            question=question,
            way=way,
            template=template,
            language=language_chosen(),
        )
        tell_lines("\n".join(map(printable, str(written).split("\n"))), as_it_is=True)
