"""The page of a session: where it stands, what to ask next, and how the answers moved it."""

from __future__ import annotations

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False)


def test_the_first_screen_of_a_session():
    """It opens with what to do, and ends with each answer in words and the hours after it."""
    asked = iv.Session(iv.Invitation(role="Clerk"), evaluator=EVALUATOR)
    asked.answer((200, 400), "job_worth")
    asked.answer("unlikely", "would_accept")
    asked.skip("travel")
    first, subject, *_ = str(asked).splitlines()
    assert (str(asked.evaluation).splitlines()[0], "Clerk") == (first, subject)
    shown = asked.to_markdown()
    words = ("what a good job is worth: 200 to 400 hours", "Unlikely, but they could win me over", ": skipped")
    assert [] == [said for said in words if said not in shown]


def test_the_next_question():
    """What to ask next stands there with who can answer and what the answer is worth, while there is something."""
    asked = iv.Session(iv.Invitation(role_interest=0.4, organization_interest=0.5), evaluator=EVALUATOR)
    assert "Ask next: - " + asked.question.at_turn in " ".join(str(asked).split())
    while not asked.done:
        asked.skip()
    assert "Ask next" not in str(asked)


def test_what_failed_is_shown():
    """What failed stands on the page of a session: a scorer, and a way that a plugin adds."""

    def failing(travel):
        raise ValueError("no map")

    lost = [iv.scorer(kind="cost", name="lost")(failing), iv.Way("detour", "go round", {"travel": failing})]
    shown = str(iv.Session(iv.Invitation(), evaluator=iv.Evaluator(plugins=lost, discover=False, draws=8)))
    assert "lost: raised ValueError('no map')" in shown
    assert "detour: ValueError('no map')" in shown
