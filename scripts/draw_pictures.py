"""Draw each picture of `interview_value.plots` once, to be looked at: ``python scripts/draw_pictures.py FOLDER``.

With ``dark``, in a dark style; with ``baseline``, as tests/plots/baseline has them, to which the tests compare them.
What is shown is made up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from matplotlib import pyplot as plt

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)
SEEKER = iv.Seeker(nervousness=0.7)
ANSWERS = {"role_interest": "some", "would_accept": "unlikely", "travel": 2, "stage": "onsite", "status": "open"}
DOTS = 50
"""A small picture is enough to compare."""


def evaluation(role: str, organization: str, interest: float, travel: float) -> iv.Evaluation:
    """Evaluate an invitation of which most is known."""
    known: dict[str, Any] = {"role_interest": (interest / 2, interest), "organization_interest": interest}
    known |= {"stage": "onsite", "duration": (1, 3), "people_met": 3, "travel": travel}
    return EVALUATOR.evaluate(iv.Invitation(role=role, organization=organization, **known), SEEKER)


def session() -> iv.Session:
    """Answer what is asked, but for one question."""
    asked = iv.Session(iv.Invitation(role="Data analyst", organization="Acme"), SEEKER, EVALUATOR)
    while (question := asked.question) is not None:
        if question.quantity == "job_worth":
            asked.skip()
        else:
            asked.answer(ANSWERS.get(question.quantity, 2))
    return asked


ANALYST = evaluation("Data analyst", "Acme", 0.6, 1.5)
OTHERS = (
    evaluation("Clerk", "Globex", 0.1, 3),
    evaluation("Head of a department with a long name", "Initech", 0.8, 1),
    EVALUATOR.evaluate(
        iv.Invitation(role="Buyer", organization="Hooli", stage="first", would_accept="unlikely", travel=4, hinge="all")
    ),
    EVALUATOR.evaluate(iv.Invitation(role="Tester", organization="Umbrella", stage="first", would_accept="unlikely")),
)

PICTURES: dict[str, Callable[..., Any]] = {
    "waterfall": lambda ax=None: ANALYST.plot(ax=ax),
    "tornado": lambda ax=None: ANALYST.plot("tornado", ax),
    "distribution": lambda ax=None: ANALYST.plot("distribution", ax),
    "weights": lambda ax=None: ANALYST.plot("weights", ax),
    "session": lambda ax=None: iv.plots.session(session(), ax),
    "comparison": lambda ax=None: iv.plots.comparison(iv.compare([ANALYST, *OTHERS]), ax),
    "curve": lambda ax=None: iv.plots.curve(iv.explain("practice", evaluator=EVALUATOR), ax=ax),
}


def draw(name: str, target: Path, dots: int = 100, style: str = "default") -> None:
    """Draw one picture into a file, with so many dots an inch."""
    with plt.style.context(style):
        figure = PICTURES[name]().figure
        figure.savefig(target, dpi=dots, metadata={"Software": None})
        plt.close(figure)


def main() -> None:
    """Draw all of them."""
    folder, *how = sys.argv[1:]
    Path(folder).mkdir(parents=True, exist_ok=True)
    style = "dark_background" if "dark" in how else "default"
    for name in PICTURES:
        draw(name, Path(folder) / f"{name}.png", DOTS if "baseline" in how else 100, style)


if __name__ == "__main__":
    main()
