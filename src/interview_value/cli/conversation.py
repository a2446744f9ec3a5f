"""The conversation of `interview-value ask`: what it prints of a session, and what each typed line does to it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import click
from attrs import frozen

from ..deciding.answers import (
    amount,
    assumed,
    how_to_answer,
    is_far_out,
    is_unclear,
    meant,
    offer_in_words,
    offered,
    other_words,
    possible,
)
from ..deciding.session import Session
from ..deciding.typed_words import as_typed, in_english, steering
from ..display.language import mark, say
from ..display.words import hours_in_words, signed_hours
from ..errors import FieldError, short
from ..evaluation.evaluation import Evaluation
from ..model.quantity import Quantity
from ..model.worth_of_a_job import OTHER_WAYS, is_said_otherwise
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Verdict
from .output import show, tell, write_file

__all__ = ["Conversation"]

COMMANDS = mark("Type yes, no, a choice or an amount; or don't know, back, why, help, stop.")


class _Stopped(Exception):  # noqa: N818 - no error
    """The person has typed that it is enough, or there is nothing more to read."""


@frozen
class Conversation:
    """Asks the questions of a session until none is worth asking or the person stops.

    Args:
        session: The session.
        quantities: The quantities of its evaluator, by name.
        save: The file in which the session is kept after each answer; None for none.
    """

    session: Session
    quantities: Mapping[str, Quantity]
    save: Path | None

    def hold(self) -> None:
        """Ask, and close with the verdict, after which an answer can still be taken back."""
        self._keep()
        for place, step in enumerate(self.session.history, 1):
            said = say("{what}: {answer}", what=self.session.label(step), answer=self.session.in_words(step))
            tell(f"{place}. {said}", hang=3)
        if not self.session.done:
            tell(say(COMMANDS))
            tell(_so_far(self.session.evaluation))
        self._ask()
        while self._end():
            self._ask()

    def _ask(self) -> None:
        """Ask until no question is worth asking, or the person stops."""
        with suppress(_Stopped):
            while (question := self.session.question) is not None:
                self._show(question)
                steps, instead = len(self.session.history), None
                while len(self.session.history) == steps:
                    instead = self._take(question, instead or _prompt(say("your answer")))

    def _end(self) -> bool:
        """Show the verdict; return whether an answer was taken back."""
        click.echo("")
        show(self.session.evaluation, way=as_typed("why"))
        with suppress(_Stopped):
            while reply := self._prompt_at_the_end():
                word = steering(reply)
                if word == "back" and self.session.history:
                    self._take_back()
                    return True
                if word == "why":
                    show(self.session.evaluation.why())
                else:
                    tell(say("“{reply}” changes nothing here.", reply=_quoted(reply)))
        return False

    def _prompt_at_the_end(self) -> str:
        click.echo("")
        if self.session.history:
            tell(say("Type back to change your last answer, why to see everything, or Enter to leave."))
        else:
            tell(say("Type why to see everything, or Enter to leave."))
        return _prompt("").strip()

    def _show(self, question: Question) -> None:
        """Print a question with its choices, why it is asked, and at which answer the verdict turns."""
        quantity = self.quantities[question.quantity]
        click.echo("")
        text = question.in_words
        # Beside numbered choices the ends of a scale from 0 to 1 would be taken for them.
        text = re.sub(r" *\(0 = [^)]*\)", "", text) if quantity.choices else text
        tell(f"{len(self.session.history) + 1}. {text}", hang=3)
        tell(_reason(question), indent=3)
        for place, choice in enumerate(quantity.choices.values(), 1):
            tell(f"{place}  {say(choice.label)}", indent=3, hang=3)
        if not quantity.choices:
            tell(how_to_answer(quantity, question), indent=3)

    def _take(self, question: Question, reply: str) -> str | None:
        """Do what a reply says; return what was typed instead where it was played back, None if it is done with."""
        quantity, word = self.quantities[question.quantity], steering(reply)
        steer: Mapping[str | None, Callable[[Question], None]] = {
            "back": self._take_back, "why": self._tell_why, "help": self._help, "don't know": self._leave_open
        }  # fmt: skip
        if not reply.strip():
            self._show(question)
        elif word and question.side(word):
            return self._answer(question, word)
        elif name := meant(quantity, reply):
            return self._answer(question, name)
        elif word in steer:
            steer[word](question)
        elif is_unclear(quantity, reply):
            return self._offer(question, reply)
        else:
            return self._answer(question, word or in_english(reply), reply)
        return None

    def _answer(self, question: Question, plain: str, reply: str = "", *, sure: bool = False) -> str | None:
        """Answer the question, and play back first what may be a slip; return what was typed instead.

        Args:
            question: The question.
            plain: The answer, as it can be read.
            reply: What was typed; empty for what can be read for certain.
            sure: Whether it has been played back.
        """
        notes = self.session.evaluation.seeker.notes
        try:
            if not sure and (instead := self._play_back(question, plain)) is not None:
                return instead
            self.session.answer(plain)
        except FieldError as mistake:
            if question.quantity == "job_worth" and is_said_otherwise(plain):
                tell(say("That lacks something, or cannot be. It can be said in these ways:"), indent=3)
                _tell_other_ways()
                return None
            return self._offer(question, reply, read=mistake.value != plain)
        tell(say("Taken as: {answer}", answer=self.session.in_words(self.session.history[-1])), indent=3)
        for note in self.session.evaluation.seeker.notes:
            if note not in notes:
                tell(note, indent=3)
        self._go_on()
        return None

    def _play_back(self, question: Question, reply: str) -> str | None:
        """Ask whether a number that is far out is meant; return what was typed instead, None if it is as it is."""
        quantity = self.quantities[question.quantity]
        by_choice = quantity.is_label or quantity.choice(reply) or question.side(reply)
        if by_choice or (question.quantity == "job_worth" and is_said_otherwise(reply)):
            return None
        estimate = quantity.estimate(reply)
        if not is_far_out(quantity, question, estimate):
            return None
        told, usual = amount(quantity, estimate.low, estimate.high), assumed(quantity, question)
        if words := other_words(quantity, estimate.high):
            return _confirm(say("{told}? That is {words}; we assumed {usual}.", told=told, words=words, usual=usual))
        return _confirm(say("{told}? We assumed {usual}.", told=told, usual=usual))

    def _offer(self, question: Question, reply: str, *, read: bool = False) -> str | None:
        """Offer what may be meant by a reply that is of no use; return what was typed instead.

        Args:
            question: The question.
            reply: What was typed.
            read: Whether it was read, but is not possible.
        """
        quantity = self.quantities[question.quantity]
        offer = offered(quantity, reply)
        if offer is None:
            if read:
                tell(say("That cannot be: the answer is {possible}.", possible=possible(quantity)), indent=3)
            else:
                tell(say("“{reply}” is no answer to this.", reply=_quoted(reply)), indent=3)
            tell(how_to_answer(quantity, question), indent=3)
            return None
        instead = _confirm(say("Do you mean “{offer}”?", offer=offer_in_words(quantity, offer)))
        return self._answer(question, offer, sure=True) if instead is None else instead

    def _leave_open(self, question: Question) -> None:
        """Skip the question."""
        self.session.skip()
        if question.ask == "recruiter":
            tell(say("Left open: they can tell you."), indent=3)
        else:
            tell(say("Left open: we go by what we assume."), indent=3)
        self._go_on()

    def _take_back(self, _: Question | None = None) -> None:
        """Take the last answer back."""
        if not self.session.history:
            tell(say("There is nothing to take back yet."), indent=3)
            return
        self.session.undo()
        tell(say("Your last answer is taken back."), indent=3)
        self._go_on()

    def _go_on(self) -> None:
        """Tell how things stand unless the verdict follows, and keep the session."""
        if not self.session.done:
            tell(_so_far(self.session.evaluation), indent=3)
        self._keep()

    def _keep(self) -> None:
        """Write the session into its file, if it has one."""
        if self.save:
            write_file(self.save, json.dumps(self.session.to_dict()).encode())

    def _tell_why(self, question: Question) -> None:
        """Tell what is assumed instead of an answer, what the answer is worth, and how things stand."""
        if usual := assumed(self.quantities[question.quantity], question):
            tell(say("Until you answer, we assume {usual}.", usual=usual), indent=3)
        hours = hours_in_words(question.worth)
        tell(say("Your answer can change what to do; to know it is worth {hours}.", hours=hours), indent=3)
        if question.gate:
            tell(say("Some answers rule the interview out."), indent=3)
        tell(_so_far(self.session.evaluation), indent=3)

    def _help(self, question: Question) -> None:
        """Tell what can be answered to a question, and what else can be typed."""
        tell(how_to_answer(self.quantities[question.quantity], question), indent=3)
        if question.quantity == "job_worth":
            tell(say("It can be said in other ways, too:"), indent=3)
            _tell_other_ways()
        for line in (
            say("don't know: leave the question open"),
            say("back: take your last answer back"),
            say("why: why it is asked, and how things stand"),
            say("stop: no more questions; see what to do"),
        ):
            tell(line, indent=3, hang=3)


def _tell_other_ways() -> None:
    """Tell how else it can be said what a job is worth."""
    for way, meaning in OTHER_WAYS.items():
        tell(say("“{way}”: {meaning}", way=say(way), meaning=say(meaning)), indent=3, hang=3)


def _reason(question: Question) -> str:
    """Return why a question is asked: what to do after yes and after no, or that the answer can change it."""
    if question.at_turn and question.if_low is not question.if_high:
        if question.if_high is Verdict.ATTEND:
            return say("Asked because it decides: if yes, go; if no, say no.")
        return say("Asked because it decides: if yes, say no; if no, go.")
    if question.ask == "recruiter":
        return say("Asked because the answer can change what to do. If you don't know, they do.")
    return say("Asked because the answer can change what to do.")


def _so_far(evaluation: Evaluation) -> str:
    hours = signed_hours(evaluation.expected_net)
    if evaluation.leaning is Verdict.ATTEND:
        return say("So far it leans towards going: {hours} on average.", hours=hours)
    return say("So far it leans towards saying no: to go comes to {hours} on average.", hours=hours)


def _quoted(reply: str) -> str:
    return short(reply).strip("'\"")


def _prompt(prompt: str) -> str:
    """Read one line; raise `_Stopped` if it says so, or if there is none."""
    try:
        reply: str = click.prompt(f"   {prompt}" if prompt else "", prompt_suffix="> ", default="", show_default=False)
    except click.Abort:
        click.echo("")
        raise _Stopped from None
    if steering(reply) == "stop":
        raise _Stopped
    return reply


def _confirm(played_back: str) -> str | None:
    """Play back how a reply is understood; return None if it is meant, and what is typed instead if not.

    After no and back the question is open still.
    """
    tell(played_back, indent=3)
    reply = _prompt(say("yes, or another answer"))
    word = steering(reply)
    if word == "yes":
        return None
    return "" if word in ("no", "back") else reply
