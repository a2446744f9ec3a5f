"""Everything that the browser shows, as plain data; the browser only draws."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..display.language import mark, say, say_count
from ..display.words import factor, hours_in_words, length, printable
from ..evaluation.background import contribution_cells, tips, ways_to_go
from ..evaluation.evaluation import Evaluation
from ..evaluation.sentences import ASKED, act, failed_sentence, hours, if_so, worth
from ..evaluation.subject import subject_line
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution
from .exploration import Exploration
from .fields import RefusedEntry, groups_of, measure
from .scale import Scale

__all__ = ["scene_of"]

END = 3.0
"""The weight at the end of a slider, unless its weight is larger: more than most people would count anything."""

STEPS = 60
"""The number of steps of a slider."""

LABELS = {
    "title": mark("Try out an invitation by hand"),
    "notes": mark("Notes"),
    "ways": mark("Ways to go about it, best first"),
    "numbers": mark("in numbers, or not known"),
    "unsaid": mark("not said"),
    "criteria": mark("Hours of your time, for and against going"),
    "net": mark("on balance"),
    "to": mark("to"),
    "entry": mark(
        "Leave empty what you do not know. Choose an answer, or give numbers: two are a range that is right 9 times in "
        "10."
    ),
    "restart": mark("Start again"),
    "busy": mark("Still working it out; the answer follows."),
}
"""The texts of the widget that are the same for every invitation, as messages."""


def scene_of(exploration: Exploration, refused: Mapping[str, RefusedEntry], answers: str = "", alert: str = "") -> Any:
    """Return everything that the browser shows.

    Args:
        exploration: What is being explored.
        refused: The entries that could not be used, by quantity.
        answers: The token of the change that this scene answers; empty if it answers none.
        alert: What else of that change could not be used; empty if there is nothing.
    """
    evaluation = exploration.evaluation
    sentences = filter(None, (worth(evaluation), failed_sentence(evaluation)))
    mean, span = hours(evaluation.net)
    scale = Scale.around([evaluation.net, *(item.effect for item in evaluation.contributions)])
    return {
        "answers": answers,
        "alert": printable(alert),
        "words": {name: say(text) for name, text in LABELS.items()},
        "subject": printable(subject_line(evaluation.invitation)),
        "verdict": act(evaluation),
        "sentence": printable(" ".join(sentences)),
        "question": _question(exploration),
        "notes": [printable(say(note)) for note in evaluation.notes],
        "ways": [printable(way) for way in ways_to_go(evaluation)],
        "tips": [printable(tip) for tip in tips(evaluation)],
        # In this order, which weights do not change, no slider moves away under a hand.
        "criteria": [
            _criterion(item, exploration, scale)
            for item in sorted(evaluation.contributions, key=lambda item: (item.kind, item.name))
        ],
        "net": {"hours": _in_hours(mean, evaluation.expected_net), "span": span, **scale.bar(evaluation.net)},
        "marks": scale.marks,
        "groups": groups_of(exploration, refused),
    }


def _criterion(item: Contribution, exploration: Exploration, scale: Scale) -> dict[str, Any]:
    mean, span, why = contribution_cells(item)
    label = say(item.label)
    # Doubled until it holds the weight, so that no hand at the end of the slider moves it.
    end = END * 2.0 ** max(math.ceil(math.log2(max(item.weight, END) / END)), 0)
    return {
        "name": item.name,
        "label": label,
        "kind": item.kind,
        "hours": mean if item.error else _in_hours(mean, item.effect.mean),
        "span": span,
        "why": printable(why),
        "slider": {
            "label": say("How many times to count “{what}”", what=label),
            "value": item.weight,
            "most": end,
            "step": end / STEPS,
            "text": f"{factor(item.weight)}×",
            "says": say("counted once") if item.weight == 1 else say("counted {n} times", n=factor(item.weight)),
            "reset": say("Count “{what}” as before", what=label),
            "moved": item.name in exploration.by_hand,
        },
        **scale.bar(item.effect),
    }


def _in_hours(number: str, hours: float) -> str:
    return say_count("{n} hour", "{n} hours", hours, n=number)


def _question(exploration: Exploration) -> dict[str, Any] | None:
    """Return the first question, with what is to be entered; None if there is nothing to find out."""
    evaluation = exploration.evaluation
    if evaluation.ruling is not None or not evaluation.questions:
        return None
    question = evaluation.questions[0]
    why = _only_for_rule(evaluation, question) if not question.worth else _note(question)
    return {
        "name": question.quantity,
        "heading": say("The question worth most") if question.gain > 0 else say("A question that is open"),
        "text": printable(question.in_words),
        "note": printable(" · ".join(filter(None, (measure(exploration.quantities[question.quantity]), why)))),
    }


def _note(question: Question) -> str:
    """Return whom to ask, what the answer is worth, and what follows from it."""
    whom, time = say(ASKED[question.ask]), hours_in_words(question.worth)
    if question.gain <= 0:
        return say("{whom}; the answer is worth {time}, less than asking costs", whom=whom, time=time)
    cost = length(question.cost)
    asked = say("{whom}; the answer is worth {time}, and asking costs {cost}.", whom=whom, time=time, cost=cost)
    return " ".join(filter(None, (asked, if_so(question))))


def _only_for_rule(evaluation: Evaluation, question: Question) -> str:
    """Return whom to ask, and the rule that cannot tell without the answer."""
    rule = next(finding.label for finding in evaluation.findings if finding.name == question.gate)
    return say("{whom}; it only tells whether a rule holds: {rule}", whom=say(ASKED[question.ask]), rule=say(rule))
