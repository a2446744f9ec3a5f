"""The first screen of an evaluation: what to do, its worth, the main reasons, the next step, what was guessed."""

from __future__ import annotations

from collections.abc import Iterator

from ..display.language import say, say_count
from ..display.page import Details, Page, Paragraph, Part, Table
from ..display.text import cut_off
from ..display.words import hours_in_words, signed_hours
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution, Origin, Verdict
from ..outcome.outcome import Outcome, gain_of, worth_asking
from ..outcome.valuation import contradiction
from ..scoring.way import Way
from .background import background
from .sentences import act, failed_sentence, if_so, worth
from .subject import subject_line

__all__ = ["first_screen"]

WAY_TO_DETAILS = "evaluation.why()"

MOST_FOR, MOST_AGAINST = 4, 2
"""The most reasons for and against that are shown."""

LEAST = 0.05
"""Reasons of fewer hours are left out."""

LONGEST_TITLE, LONGEST_LABEL, LONGEST_REASON, LONGEST_QUESTION = 48, 50, 240, 160
"""The most characters, so that a long name or a plugin's words push nothing off the screen."""


def first_screen(outcome: Outcome) -> Page:
    """Return the page of an evaluation: at most twenty lines, with all that stands behind it as its details."""
    details = Details(_behind(outcome), WAY_TO_DETAILS, tuple(background(outcome)))
    return Page(act(outcome), (subject_line(outcome.invitation, LONGEST_TITLE),), tuple(_parts(outcome)), details)


def _parts(outcome: Outcome) -> Iterator[Part]:
    sentences = cut_off(worth(outcome), LONGEST_REASON), failed_sentence(outcome)
    yield Paragraph(" ".join(filter(None, sentences)))
    if outcome.ruling is None or outcome.ruling.verdict is Verdict.ATTEND:
        yield _for_and_against(outcome)
    yield Paragraph(next_step(outcome))


def _for_and_against(outcome: Outcome) -> Table:
    """Return the main reasons with their hours, the largest first: what speaks for going, then what speaks against."""
    counting = sorted((item for item in outcome if item.counts), key=lambda item: (-abs(item.effect.mean), item.name))
    pro = [item for item in counting if item.effect.mean >= LEAST][:MOST_FOR]
    contra = [item for item in counting if item.effect.mean <= -LEAST][:MOST_AGAINST]
    rows = (*(_row(say("for"), item) for item in pro), *(_row(say("against"), item) for item in contra))
    return Table(
        say("For and against going"),
        (say("Side"), say("Hours"), say("Reason")),
        rows,
        numbers=(1,),
        sizes=tuple(item.effect.mean for item in (*pro, *contra)),
        brief=True,
    )


def _row(side: str, item: Contribution) -> tuple[str, str, str]:
    label = cut_off(say(item.label), LONGEST_LABEL)
    if item.kind == "benefit" and item.effect.mean < 0:
        label = say("a setback for: {label}", label=label)
    return side, signed_hours(item.effect.mean), label


def next_step(outcome: Outcome) -> str:
    """Return what to do next: the one question with the answer at which the verdict turns, or the best way of going."""
    verdict, question, way = outcome.verdict, _question(outcome), outcome.first_way
    if clash := contradiction(outcome.findings):
        return say("Next: {what}.", what=cut_off(clash, LONGEST_REASON))
    if verdict is Verdict.ASK_YOURSELF and question is not None:
        return _asking(question, say("Ask yourself: {question}", question=_text(question)))
    by_way = way is not None and (question is None or gain_of(way, outcome) >= question.gain)
    if verdict is Verdict.ASK_THEM and way is not None and by_way:
        return _by_way(outcome, way)
    if verdict is Verdict.ASK_THEM and question is not None:
        return _asking(question, say("Ask them: {question}", question=_text(question)))
    if verdict is Verdict.DECLINE:
        return say("Next: send them a short, kind no.")
    return _going(outcome)


def _going(outcome: Outcome) -> str:
    way = outcome.first_way
    if way is not None and not way.asks and outcome.ruling is None:
        return _by_way(outcome, way)
    if outcome.best_hours is None:
        return say("Next: say yes.")
    return say("Next: say yes, and prepare for {time}.", time=hours_in_words(outcome.best_hours))


def _by_way(outcome: Outcome, way: Way) -> str:
    best = cut_off(say(way.label), LONGEST_LABEL)
    time = hours_in_words(way.worth)
    if outcome.expected_net > 0:
        other = hours_in_words(outcome.expected_net)
        return say("Next: {way}. That is worth {time}, going as invited {other}.", way=best, time=time, other=other)
    return say("Next: {way}. That is worth {time}, and saying no at once nothing.", way=best, time=time)


def _question(outcome: Outcome) -> Question | None:
    """Return the first question that is worth asking those whom the verdict says to ask."""
    whom = "yourself" if outcome.verdict is Verdict.ASK_YOURSELF else "recruiter"
    return next((question for question in worth_asking(outcome) if question.ask == whom), None)


def _text(question: Question) -> str:
    return cut_off(question.in_words, LONGEST_QUESTION)


def _asking(question: Question, asked: str) -> str:
    return " ".join(filter(None, (asked, if_so(question))))


def _behind(outcome: Outcome) -> str:
    """Return how many numbers were guessed, which a rule that declines does not count, and how many notes there are."""
    declined = outcome.ruling is not None and outcome.ruling.verdict is Verdict.DECLINE
    notes = len(outcome.notes) + len(outcome.invitation.disagreements) + len(outcome.seeker.disagreements)
    noted = say_count("There is {n} note.", "There are {n} notes.", notes, n=notes) if notes else ""
    return " ".join(filter(None, ("" if declined else _guessed(outcome), noted)))


def _guessed(outcome: Outcome) -> str:
    """Return how many of the numbers that somebody could know were guessed."""
    numbers = [item for item in outcome.inputs if item.ask != "nobody" and not item.label]
    total = sum(item.origin is not Origin.DECIDED for item in numbers)
    guessed = sum(item.origin is Origin.ASSUMED for item in numbers)
    if not guessed:
        return say("Nothing was guessed that somebody could know.")
    if guessed == total:
        return say("All the numbers are guesses.")
    return say_count(
        "{n} of the {total} numbers is a guess.",
        "{n} of the {total} numbers are guesses.",
        guessed,
        n=guessed,
        total=total,
    )
