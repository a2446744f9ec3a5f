"""`interview-value ask`: one question at a time, always the one that is worth most, until none is worth asking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from ..deciding.session import Session
from ..display.words import about, percent, printable, signed
from ..errors import FieldError, short
from ..evaluation.evaluator import Evaluator
from ..evaluation.sentences import ASKED, HEADLINES, if_so
from ..model.worth_of_a_job import OTHER_WAYS, is_said_otherwise
from ..outcome.analysis.questions import Question
from .options import QuantityCommand, common_options
from .output import leave_with, reporting, show, write_file
from .request import read_options

__all__ = ["ask"]


@click.command(cls=QuantityCommand)
@common_options
@click.option(
    "--save", type=click.Path(dir_okay=False, path_type=Path), help="Keep the session in this file, and go on from it."
)
def ask(save: Path | None, **options: Any) -> None:
    """Ask one question at a time, always the one that is worth most now, and stop when none is worth asking.

    Answer with the number of a choice or its words, yes or no, a number with its unit (300 h, 60%), a 90% range
    (2..7), "don't know", "undo" or "stop".
    """
    request = read_options(options)
    with reporting():
        if save and save.exists():
            session = _load_session(save, request.evaluator)
            click.echo(f"Going on with {save}; what it says of you and the invitation counts, not the options.")
        else:
            session = Session(request.invitation, request.seeker, request.evaluator)
        click.echo(_state_line(session))
        _converse(session, save)
        click.echo("")
        show(session.evaluation)
        if session.done:
            click.echo(f"\nNo further question is worth asking: {HEADLINES[session.verdict].lower()}.")


def _load_session(path: Path, evaluator: Evaluator) -> Session:
    try:
        plain = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        leave_with(f"{path}: is no session that was saved ({error})")
    return Session.from_dict(plain, evaluator)


def _converse(session: Session, save: Path | None) -> None:
    """Ask until no question is worth asking or the person stops, saving the session after each reply."""
    while (question := session.question) is not None:
        _show_question(session, question)
        reply = _prompt_reply()
        if reply.lower() in ("stop", "quit", "q"):
            return
        if not _take_reply(session, question, reply):
            continue
        click.echo(f"  {_state_line(session)}")
        if save:
            write_file(save, json.dumps(session.to_dict()).encode())


def _show_question(session: Session, question: Question) -> None:
    """Print a question at its tipping point and in full, with its choices and what the answer is worth."""
    click.echo(f"\n{len(session.history) + 1}. {printable(question.at_turn or question.text)}")
    if question.at_turn:
        click.echo(f"   Yes or no; or: {printable(question.text)}")
    for place, choice in enumerate(session.choices(question), 1):
        click.echo(f"   {place} {printable(choice)}")
    if question.quantity == "job_worth":
        for way, meaning in OTHER_WAYS.items():
            click.echo(f'   or such as "{way}": {meaning}')
    worth = f"knowing it is worth {about(question.worth)} h"
    click.echo(f"   ({'; '.join(filter(None, (ASKED[question.ask], worth, if_so(question))))})")


def _prompt_reply() -> str:
    """Read one line; the end of the input counts as a stop."""
    try:
        reply: str = click.prompt("  your answer", prompt_suffix="> ", default="stop", show_default=False)
    except click.Abort:
        click.echo("")
        return "stop"
    return reply.strip()


def _take_reply(session: Session, question: Question, reply: str) -> bool:
    """Apply a reply to the session. Print why and return False if it cannot be used."""
    if reply.lower().replace("’", "'") in ("don't know", "dont know", "?", "skip"):
        session.skip()
    elif reply.lower() == "undo":
        if not session.history:
            click.echo("  there is nothing to take back yet")
            return False
        session.undo()
    else:
        choices = {str(place): choice for place, choice in enumerate(session.choices(question), 1)}
        noted = session.evaluation.seeker.notes
        try:
            session.answer(choices.get(reply, reply))
        except FieldError as mistake:
            unread = mistake.value == reply and not is_said_otherwise(reply)
            told = f"{short(reply)} is no answer to this." if unread else f"{mistake}."
            click.echo(f"  {printable(told)} Answer: {printable(session.how_to_answer(question))}.")
            return False
        click.echo(f"  Taken as: {printable(session.in_words(session.history[-1]))}")
        for note in session.evaluation.seeker.notes:
            if note not in noted:
                click.echo(f"  {printable(note)}")
    return True


def _state_line(session: Session) -> str:
    evaluation = session.evaluation
    return (
        f"So far: {HEADLINES[session.verdict].lower()}; net {signed(evaluation.net.mean)} h, "
        f"pays in {percent(evaluation.chance_positive)} of cases"
    )
