"""What the pages say: of a session, a scorer, a gate and a table."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.display.showing import page_of
from interview_value.display.text import page_text

from .things import BARE, THINGS

pd = pytest.importorskip("pandas")


def paragraphs(thing):
    """The paragraphs of a thing's text, each on one line, of a width at which no cell is broken."""
    return [" ".join(block.split()) for block in page_text(page_of(thing), 400).split("\n\n")]


def test_session():
    """A session says where it stands, what to ask next, and how each step moved it."""
    session = iv.Session(iv.Invitation(role="Clerk"), evaluator=BARE)
    session.answer(0.4, "role_interest")
    session.skip("travel")
    title, _, following, moved = paragraphs(session)
    assert title.startswith("Settle one thing yourself first; ")
    assert title.endswith("Clerk")
    assert following.startswith(f"Ask next: - {session.question.at_turn} If so, ")
    assert "at the start" in moved
    assert "the interest in the work: 4 of 10" in moved
    assert "the way there and back: skipped" in moved
    assert moved.endswith("Settle one thing first")


def test_session_that_is_done():
    """Where only skipped questions are open, the session says what its evaluation says."""
    session = iv.Session(iv.Invitation(role_interest=0.4, organization_interest=0.5), evaluator=BARE)
    while not session.done:
        session.skip()
    assert str(session.evaluation).splitlines()[0] == str(session).splitlines()[0]
    assert not any(paragraph.startswith("Ask next") for paragraph in paragraphs(session))


def test_session_that_a_gate_ended():
    """What a gate says is the last word, and the row of the step says so."""
    session = iv.Session(iv.Invitation(role_interest=0, organization_interest=0), evaluator=BARE)
    assert paragraphs(session)[0].startswith("Say no, politely.")
    assert paragraphs(session)[-1].endswith("Say no")


def test_scorer_and_gate():
    """A scorer and a gate say what they are for, where that is from, what they read, and their code."""
    scorer = next(scorer for scorer in BARE.scorers if scorer.name == "courtesy")
    head, reads, code = paragraphs(scorer)
    assert head.startswith("courtesy: a cost Interviews take the interviewers' time")
    assert "Source: assumption" in head
    assert "- others_weight: share; 0 to 1; assumed 0.25" in reads
    assert "def courtesy(" in code
    head, reads, code = paragraphs(BARE.gates[0])
    assert head.startswith("nothing_of_interest: a gate ")
    assert "Says to decline: Nothing about the role" in head
    head, reads, _ = paragraphs(BARE.gates[1])
    assert "Says to attend: You have to go" in head
    assert "- obliged: one of yes, no" in reads


def test_scorer_of_its_own():
    """A quantity that comes with the scorer is described; code that is not at hand is left out."""
    own = iv.Quantity("far", unit="km", bounds=(0, 9), prior=(1, 8))
    scorer = iv.scorer(kind="benefit", name="farness", quantities=[own])(
        eval(compile("lambda far: far", "nowhere", "eval"))
    )
    assert ["farness: a benefit Source: assumption", "What it reads: - far: km; 0 to 9; assumed 1..8"] == paragraphs(
        scorer
    )


def test_overview():
    """The rows with the highest net value, those too close to call, and whom to ask what, with their places."""
    frame = pd.DataFrame(
        {"role_interest": [0.1, 0.5, 5], "organization_interest": [0.1, 0.4, 0.2], "travel": [2, 4, 4]}
    )
    overview = iv.frames.overview(frame, evaluator=BARE)
    title, top, close, questions = paragraphs(overview)
    assert title.startswith("3 invitations ")
    assert "cannot be used: 1" in title
    assert "Most worth going to: Row Hours Mostly between How sure Verdict 1 +" in top
    assert f"Too close to call: {len(overview.close)} of {overview.too_close}, the least sure first: " in close
    assert overview.questions[0].text.split()[-1] in questions
    assert "worth it alone in 1, but asked" in questions
    assert "once for all; most in row 1" in questions
    assert {True, False} == {question.shared for question in overview.questions}


@pytest.mark.parametrize(("rows", "words"), [(0, "0 invitations"), (1, "1 invitation")])
def test_overview_of_little(rows, words):
    """An empty table and a single row are counted as they should be."""
    frame = pd.DataFrame({"role_interest": [0.4] * rows})
    assert words in paragraphs(iv.frames.overview(frame, evaluator=BARE))[0]


@pytest.mark.parametrize("kind", THINGS)
def test_no_form_is_empty(kind):
    """Each thing has a title in each form."""
    thing = THINGS[kind]("Acme")
    title = str(thing).splitlines()[0]
    assert title
    assert thing._repr_html_().startswith('<div lang="en"><p><strong>')
    assert thing.to_markdown().startswith("**")
