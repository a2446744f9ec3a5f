"""Scene: all that the browser shows, as plain data. Every number and sentence is made here; the browser only draws."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..display.words import about, factor, printable
from ..evaluation.evaluation import Evaluation
from ..evaluation.sentences import ASKED, headline, hours, row
from ..model.invitation import subject
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution
from .exploration import Exploration
from .fields import Refusal, groups_of, label_of
from .picture import Scale

__all__ = ["scene_of"]

MOST = 3.0
"""How far a slider goes while its weight is no larger: three times is more than most people would count anything."""

STEPS = 60
"""From one end of a slider to the other."""

WORDS = {
    "title": "Reweigh an invitation by hand",
    "question": "The most valuable question",
    "criteria": "Hours of your time, by criterion",
    "net": "net",
    "to": "to",
    "entry": "Leave empty what you do not know. Two numbers are a range that you are 90% sure of.",
    "restart": "Start again",
    "busy": "Python is still busy; the answer follows.",
}
"""What stands on the widget whatever the invitation."""


def scene_of(exploration: Exploration, refused: Mapping[str, Refusal], answers: str = "", alert: str = "") -> Any:
    """Return all that the browser shows.

    Args:
        exploration: What is being explored.
        refused: The entries that could not be used, by quantity.
        answers: The token of the change that this answers.
        alert: What is wrong with that change as a whole; empty if nothing is.
    """
    evaluation = exploration.evaluation
    verdict, _, sentence = printable(headline(evaluation)).partition(": ")
    scale = Scale.around([evaluation.net, *(item.effect for item in evaluation.contributions)])
    return {
        "answers": answers,
        "alert": printable(alert),
        "words": WORDS,
        "subject": printable(subject(evaluation.invitation)),
        "verdict": verdict,
        "sentence": sentence[:1].upper() + sentence[1:],
        "question": _question(exploration),
        "criteria": [_criterion(item, exploration, scale) for item in _in_order(evaluation)],
        "net": _hours(evaluation) | scale.bar(evaluation.net),
        "marks": scale.marks,
        "groups": groups_of(exploration, refused),
    }


def _in_order(evaluation: Evaluation) -> list[Contribution]:
    """Return the contributions in an order that stays while weights move: benefits, then costs."""
    return sorted(evaluation.contributions, key=lambda item: (item.kind, item.name))


def _criterion(item: Contribution, exploration: Exploration, scale: Scale) -> dict[str, Any]:
    mean, span, why = row(item)
    label, most = label_of(item.name), _end(item.weight)
    return {
        "name": item.name,
        "label": label,
        "kind": item.kind,
        "hours": f"{mean} h",
        "span": span,
        "why": printable(why),
        "slider": {
            "label": f"Weight of {label}",
            "value": item.weight,
            "most": most,
            "step": most / STEPS,
            "text": f"{factor(item.weight)}×",
            "says": "counted once" if item.weight == 1 else f"counted {factor(item.weight)} times",
            "reset": f"Give {label} its weight from the start back",
            "moved": item.name in exploration.by_hand,
        },
        **scale.bar(item.effect),
    }


def _end(weight: float) -> float:
    """Return how far a slider goes: `MOST`, doubled until it holds the weight, so that no hand at its end moves it."""
    return MOST * 2.0 ** max(math.ceil(math.log2(max(weight, MOST) / MOST)), 0)


def _hours(evaluation: Evaluation) -> dict[str, Any]:
    mean, span = hours(evaluation.net)
    return {"hours": f"{mean} h", "span": span}


def _question(exploration: Exploration) -> dict[str, Any] | None:
    """Return the question whose answer is worth most, with its unit; None if there is nothing to find out."""
    evaluation = exploration.evaluation
    if evaluation.vetoed or not evaluation.questions:
        return None
    question = evaluation.questions[0]
    unit = printable(exploration.quantities[question.quantity].unit)
    return {
        "name": question.quantity,
        "text": printable(question.text),
        "note": f"{unit} · {_note(question, evaluation)}",
    }


def _note(question: Question, evaluation: Evaluation) -> str:
    asked = ASKED[question.ask]
    if question.gate:
        return f"{asked}; without it nobody can tell whether to decline"
    worth = f"{asked}; the answer is worth {about(question.worth)} h"
    return worth if question.worth > evaluation.asking_cost else f"{worth}, less than asking costs"
