"""One of each kind that shows itself, with a text of one's own in every field that takes one."""

from __future__ import annotations

from functools import cache

import pytest

import interview_value as iv

pd = pytest.importorskip("pandas")

__all__ = ["BARE", "THINGS"]

BARE = iv.Evaluator(discover=False, draws=32)


def invitation(text):
    """An invitation with this text in it, known from two sources that differ."""
    other = iv.Invitation(role="another", read_from={"role": text})
    return iv.Invitation(role=text, organization=text, location=text, notes=(text,), role_interest=0.3) | other


def seeker(text):
    """A seeker with this text in a note."""
    return iv.Seeker(mindset=0.7, notes=(text,), read_from={"mindset": text})


def evaluator(text):
    """An evaluator with a scorer, one that fails and a gate that say this text."""
    luck = iv.Quantity("luck", unit=text, bounds=(0, 10), prior=(1, 8), question=text, ask="recruiter", source=text)

    def fail(luck):
        raise ValueError(text)

    return iv.Evaluator(
        discover=False,
        draws=16,
        plugins=[
            iv.scoring.Scorer(
                name="lucky",
                function=lambda luck: luck,
                kind="benefit",
                quantities=[luck],
                source=text,
                reason=lambda: text,
            ),
            iv.scoring.Scorer(name="broken", function=fail, kind="cost", quantities=[luck]),
            iv.scoring.Gate(
                name="hopeless", function=lambda luck: luck == 0, reason=text, source=text, quantities=[luck]
            ),
        ],
    )


def evaluation(text):
    """An evaluation with this text wherever one can stand."""
    return evaluator(text).evaluate(invitation(text), seeker(text))


def session(text):
    """A session with an answer and a skip."""
    started = iv.Session(invitation(text), seeker(text), evaluator(text))
    started.answer((1, 2), "duration")
    started.skip("travel")
    return started


def overview(text):
    """An overview of a table with this text in a column and as a mistake."""
    frame = pd.DataFrame(
        {"role": [text, text, text], "role_interest": [0.2, 0.9, 0.1], "openings": ["1", "9..20", f"x{text}"]}
    )
    return iv.frames.overview(frame, seeker(text), evaluator=BARE)


def reading(text):
    """What was read from a table with this text in its head and its cells."""
    cell = '"' + text.replace('"', '""').replace("\x00", "") + '"'
    return iv.reading.read_table(f"Company,Status,{cell}\n{cell},Applied,1\n,{cell},x\n")


THINGS = {
    kind: cache(make)
    for kind, make in {
        "invitation": invitation,
        "seeker": seeker,
        "scorer": lambda text: evaluator(text).scorers[-1],
        "gate": lambda text: evaluator(text).gates[0],
        "evaluation": evaluation,
        "session": session,
        "comparison": lambda text: iv.compare([evaluation(text), evaluation(text)]),
        "explanation": lambda text: iv.explain("lucky", invitation(text), seeker(text), evaluator=evaluator(text)),
        "contribution": lambda text: evaluation(text)["lucky"],
        "question": lambda text: evaluation(text).questions[0],
        "break-even": lambda text: evaluation(text).break_even,
        "ranked": lambda text: iv.compare([evaluation(text)]).ranking[0],
        "letter": lambda text: evaluation(text).letter("accept"),
        "overview": overview,
        "reading": reading,
    }.items()
}
