"""`interview-value ask`: one question at a time, always the one that is worth most, until none is worth asking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ..deciding.session import Session
from ..display.words import about, percent, printable, signed
from ..errors import FieldError
from ..evaluation.sentences import ASKED, HEADLINES
from ..outcome.analysis.questions import Question
from .options import QuantityCommand, asked, common
from .telling import leave_with, reporting, show

__all__ = ["ask"]


@click.command(cls=QuantityCommand)
@common
@click.option(
    "--save", type=click.Path(dir_okay=False, path_type=Path), help="Keep the session in this file, and go on from it."
)
def ask(save: Path | None, **options: Any) -> None:
    """Ask one question at a time, always the one that is worth most now, and stop when none is worth asking.

    Answer with a number (4), a 90% range (2..7), "don't know", "undo" or "stop".
    """
    given = asked(options)
    with reporting():
        if save and save.exists():
            session = _resumed(save, given.evaluator)
            click.echo(f"Going on with {save}; what it says of you and the invitation counts, not the options.")
        else:
            session = Session(given.invitation, given.seeker, given.evaluator)
        click.echo(_state(session))
        _converse(session, save)
        click.echo("")
        show(session.evaluation)
        if session.done:
            click.echo(f"\nNo further question is worth asking: {HEADLINES[session.verdict].lower()}.")


def _resumed(save: Path, evaluator: Any) -> Session:
    try:
        plain = json.loads(save.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        leave_with(f"{save}: is no session that was saved ({error})")
    return Session.from_dict(plain, evaluator)


def _converse(session: Session, save: Path | None) -> None:
    while (question := session.question) is not None:
        _ask(question, number=len(session.history) + 1)
        reply = _reply()
        if reply.lower() in ("stop", "quit", "q"):
            return
        if not _take(session, reply):
            continue
        click.echo(f"  {_state(session)}")
        if save:
            _keep(session, save)


def _reply() -> str:
    """Read one line; where there is no more to read, that is a stop."""
    try:
        reply: str = click.prompt("  your answer", prompt_suffix="> ", default="stop", show_default=False)
    except click.Abort:
        click.echo("")
        return "stop"
    return reply.strip()


def _keep(session: Session, save: Path) -> None:
    try:
        save.write_text(json.dumps(session.to_dict()), encoding="utf-8")
    except OSError as error:
        leave_with(f"{save}: cannot be written ({error.strerror or error})")


def _ask(question: Question, number: int) -> None:
    click.echo(f"\n{number}. {printable(question.text)}")
    why = f"{ASKED[question.ask]}; knowing it is worth {about(question.worth)} h"
    waits = f"; {question.gate} waits for it" if question.gate else ""
    click.echo(f"   ({why}{waits}; so far assumed: {question.low:g}..{question.high:g})")


def _take(session: Session, reply: str) -> bool:
    """Take a reply into the session; tell the person and leave the session as it is if it cannot be used."""
    if reply.lower().replace("’", "'") in ("don't know", "dont know", "?", "skip"):
        session.skip()
    elif reply.lower() == "undo":
        if not session.history:
            click.echo("  there is nothing to take back yet")
            return False
        session.undo()
    else:
        try:
            session.answer(reply)
        except FieldError as mistake:
            click.echo(f"  {printable(str(mistake))}")
            return False
    return True


def _state(session: Session) -> str:
    evaluation = session.evaluation
    return (
        f"So far: {HEADLINES[session.verdict].lower()}; net {signed(evaluation.net.mean)} h, "
        f"pays in {percent(evaluation.chance_positive)} of cases"
    )
