"""The law of reasons: words that anybody can read, for all values, known and unknown."""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser
from typing import Any

from ..display.html import page_html
from ..display.showing import page_of
from ..display.words import printable
from ..errors import cause, short
from ..evaluation.reasoning import MAX_REASON, RunReasoning
from ..scoring.criterion import Scorer
from ..scoring.hours import Hours, Summary
from ..scoring.run import Run, run_plan
from .builders import a_seeker, an_invitation, isolated_evaluator
from .laws import REASON, Breach
from .strategies import Case
from .trial import Trial, show_case

__all__ = ["reason"]

DRAWS = 4
"""Enough for hours that are a range."""

MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&#?\w+;")
NO_NUMBER = re.compile(r"\b(nan|inf)\b")
PLACEHOLDER = re.compile(r"\{(\w+)[^{}]*\}|%\((\w+)\)")


def reason(trial: Trial) -> Breach | None:
    """Check a scorer's words, its own or those that the library makes of its docstring, and that they are shown."""
    scorer = trial.subject.criterion
    assert isinstance(scorer, Scorer)

    def broken(case: Case) -> str | None:
        with trial.subject.counted():
            scored = run_plan(trial.subject.plan, *case, DRAWS)
        hours = scored.hours[scorer.name]
        # Hours that failed have no reason; and a failure is another law's.
        return _complaint(scorer, scored, hours) if isinstance(hours, (float, tuple)) else None

    with suppress(SystemExit):  # which is no Exception, and another law's
        breach = trial.search(REASON, trial.cases() | trial.partly_known_cases(), broken, show_case)
        return breach or (_check_shown(scorer) if trial.subject.left > 0 else None)
    return None


def _complaint(scorer: Scorer[...], scored: Run, hours: Hours) -> str | None:
    """Say what is wrong with the words for one run; None if nothing is."""
    words: Any = RunReasoning(scored).reason(scorer.name)
    if scorer.reason is not None:
        summary, names = Summary.of(hours), scorer.reason_arguments
        try:
            words = scorer.reason(*(summary if name == "hours" else scored.values.central(name) for name in names))
        except Exception as error:  # noqa: BLE001 - any failure of the reason is reported as a breach
            return f"Its words raised {cause(error)}."
    mistake = _mistake_in(words, (*scorer.arguments, "hours"))
    return f"{mistake}: {short(words, 200)}." if mistake else None


def _mistake_in(words: object, names: tuple[str, ...]) -> str:
    """Say what is wrong with some words; empty if nothing is."""
    if not isinstance(words, str) or not words.strip():
        return "Its words are no text"
    forgotten = [a or b for a, b in PLACEHOLDER.findall(words) if (a or b) in names]
    mistakes = {
        "Its words have a placeholder that nobody filled": bool(forgotten),
        "Its words have markup, which is shown as it stands": MARKUP.search(words) is not None,
        "Its words speak of what is no number": NO_NUMBER.search(words) is not None,
        "Its words are more than one line": not words.isprintable(),
        f"Its words are longer than {MAX_REASON} characters": len(words) > MAX_REASON,
    }
    return next((mistake for mistake, holds in mistakes.items() if holds), "")


class _Text(HTMLParser):
    """The text of a page, as one reads it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data


def _check_shown(scorer: Scorer[...]) -> Breach | None:
    """Check that a notebook shows the words letter by letter, whatever signs are in them."""
    evaluator = isolated_evaluator(draws=DRAWS)
    if scorer not in evaluator.scorers:
        evaluator = evaluator.register(scorer)
    evaluation = evaluator.evaluate(an_invitation(), a_seeker())
    words = printable(evaluation[scorer.name].reason)
    if words in _Text(page_html(page_of(evaluation))).text:
        return None
    return Breach(REASON, f"A notebook does not show its words as they are: {short(words, 200)}.", {})
