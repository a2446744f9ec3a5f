"""Everything that the browser shows, as plain data; the browser only draws."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..display.words import about, factor, in_full, printable
from ..evaluation.background import contribution_cells, tips, ways_to_go
from ..evaluation.sentences import ASKED, act, failed_sentence, hours, if_so, worth
from ..model.invitation import subject
from ..outcome.analysis.questions import Question
from ..outcome.contributions import Contribution
from .exploration import Exploration
from .fields import RefusedEntry, groups_of, label_of
from .scale import Scale

__all__ = ["scene_of"]

END = 3.0
"""The weight at the end of a slider, unless its weight is larger: more than most people would count anything."""

STEPS = 60
"""The number of steps of a slider."""

LABELS = {
    "title": "Reweigh an invitation by hand",
    "notes": "Notes",
    "ways": "Ways to go about it, best first",
    "numbers": "in numbers, or not known",
    "unsaid": "not said",
    "criteria": "Hours of your time, by criterion",
    "net": "net",
    "to": "to",
    "entry": "Leave empty what you do not know. Choose an answer, or give numbers: two are a range, 90% sure.",
    "restart": "Start again",
    "busy": "Python is still busy; the answer follows.",
}
"""The texts of the widget that are the same for every invitation."""


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
        "words": LABELS,
        "subject": printable(subject(evaluation.invitation)),
        "verdict": act(evaluation),
        "sentence": printable(" ".join(sentences)),
        "question": _question(exploration),
        "notes": [printable(note) for note in evaluation.notes],
        "ways": [printable(way) for way in ways_to_go(evaluation)],
        "tips": [printable(tip) for tip in tips(evaluation)],
        # In this order, which weights do not change, no slider moves away under a hand.
        "criteria": [
            _criterion(item, exploration, scale)
            for item in sorted(evaluation.contributions, key=lambda item: (item.kind, item.name))
        ],
        "net": {"hours": f"{mean} h", "span": span, **scale.bar(evaluation.net)},
        "marks": scale.marks,
        "groups": groups_of(exploration, refused),
    }


def _criterion(item: Contribution, exploration: Exploration, scale: Scale) -> dict[str, Any]:
    mean, span, why = contribution_cells(item)
    label = label_of(item.name)
    # Doubled until it holds the weight, so that no hand at the end of the slider moves it.
    end = END * 2.0 ** max(math.ceil(math.log2(max(item.weight, END) / END)), 0)
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
            "most": end,
            "step": end / STEPS,
            "text": f"{factor(item.weight)}×",
            "says": "counted once" if item.weight == 1 else f"counted {factor(item.weight)} times",
            "reset": f"Give {label} its weight from the start back",
            "moved": item.name in exploration.by_hand,
        },
        **scale.bar(item.effect),
    }


def _question(exploration: Exploration) -> dict[str, Any] | None:
    """Return the first question, with its unit; None if there is nothing to find out."""
    evaluation = exploration.evaluation
    if evaluation.ruling is not None or not evaluation.questions:
        return None
    question = evaluation.questions[0]
    unit = exploration.quantities[question.quantity].unit
    return {
        "name": question.quantity,
        "heading": "The most valuable question" if question.gain > 0 else "A question that is open",
        "text": printable(question.at_turn or question.text),
        "note": printable(" · ".join(filter(None, (unit, _note(question))))),
    }


def _note(question: Question) -> str:
    """Return whom to ask, and why."""
    whom = ASKED[question.ask]
    if not question.worth:
        return f"{whom}; without it the rule {question.gate} cannot tell"
    gain = f"{whom}; the answer is worth {about(question.worth)} h"
    if question.gain <= 0:
        return f"{gain}, less than asking costs"
    return ". ".join(filter(None, (f"{gain}, asking costs {in_full(question.cost, 2)} h", if_so(question))))
