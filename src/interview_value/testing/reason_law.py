"""The law of reasons: words that anybody can read, for all values, known and unknown."""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser
from typing import Any

from hypothesis import strategies as st

from ..display.html import page_html
from ..display.showing import page_of
from ..display.words import printable
from ..errors import cause, short
from ..evaluation.evaluator import Evaluator
from ..evaluation.reasoning import MAX_REASON, RunReasoning
from ..scoring.criterion import Scorer
from ..scoring.hours import Summary
from ..scoring.run import Run, run_plan
from .breach import Breach
from .builders import a_seeker, an_invitation
from .isolation import isolated_evaluator
from .law import REASON
from .strategies import Case, estimates, make_case
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
    known = {quantity.name: estimates(quantity) for quantity in trial.subject.quantities.values()}
    partly = trial.with_facts(st.fixed_dictionaries({}, optional=known).map(make_case))

    def broken(case: Case) -> str | None:
        with trial.subject.counted():
            done = run_plan(trial.subject.plan, *case, DRAWS)
        # Hours that failed have no reason; and a failure is another law's.
        return _wrong(scorer, done) if isinstance(done.hours[scorer.name], (float, tuple)) else None

    with suppress(SystemExit):  # which is no Exception, and another law's
        found = trial.look(REASON, trial.cases() | partly, broken, show_case)
        return found or (_shown(scorer) if trial.subject.left > 0 else None)
    return None


def _wrong(scorer: Scorer[...], done: Run) -> str | None:
    """Say what is wrong with the words for one run."""
    words: Any = RunReasoning(done).reason(scorer.name)
    if scorer.reason is not None:
        try:
            words = scorer.reason(*[_argument(name, scorer, done) for name in scorer.reason_arguments])
        except Exception as error:  # noqa: BLE001 - whatever a stranger's words do is what is reported
            return f"Its words raised {cause(error)}."
    complaint = _complaint(words, (*scorer.arguments, "hours"))
    return f"{complaint}: {short(words, 200)}." if complaint else None


def _argument(name: str, scorer: Scorer[...], done: Run) -> Any:
    hours = done.hours[scorer.name]
    return Summary.of(hours) if name == "hours" and isinstance(hours, (float, tuple)) else done.values.central(name)


def _complaint(words: object, names: tuple[str, ...]) -> str:
    """Say what is wrong with some words; empty if nothing is."""
    if not isinstance(words, str) or not words.strip():
        return "Its words are no text"
    forgotten = [a or b for a, b in PLACEHOLDER.findall(words) if (a or b) in names]
    complaints = {
        "Its words have a placeholder that nobody filled": bool(forgotten),
        "Its words have markup, which is shown as it stands": MARKUP.search(words) is not None,
        "Its words speak of what is no number": NO_NUMBER.search(words) is not None,
        "Its words are more than one line": not words.isprintable(),
        f"Its words are longer than {MAX_REASON} characters": len(words) > MAX_REASON,
    }
    return next((complaint for complaint, holds in complaints.items() if holds), "")


class _Text(HTMLParser):
    """The text of a page, as one reads it."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(page)

    def handle_data(self, data: str) -> None:
        self.text += data


def _shown(scorer: Scorer[...]) -> Breach | None:
    """Check that a notebook shows the words letter by letter, whatever signs are in them."""
    evaluation = _evaluator(scorer).evaluate(an_invitation(), a_seeker())
    words = printable(evaluation[scorer.name].reason)
    if words in _Text(page_html(page_of(evaluation))).text:
        return None
    return Breach(REASON, f"A notebook does not show its words as they are: {short(words, 200)}.", {})


def _evaluator(scorer: Scorer[...]) -> Evaluator:
    evaluator = isolated_evaluator(draws=DRAWS)
    return evaluator if scorer in evaluator.scorers else evaluator.register(scorer)
