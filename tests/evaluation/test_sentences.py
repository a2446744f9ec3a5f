"""Sentences of an evaluation: what each says."""

from __future__ import annotations

import pytest

import interview_value as iv

BARE = iv.Evaluator(discover=False)
INVITATION = iv.Invitation(
    role="Data analyst",
    organization="Brightside Marketing",
    stage="first",
    starts="2026-12-03T14:00+01:00",
    role_interest=0.2,
    organization_interest=0.6,
    read_from={"role": "posting.html: JobPosting.title", "stage": "invite.ics: SUMMARY"},
)
SURE = iv.Evaluator(discover=False, asking_cost=float("inf"))


@pytest.mark.parametrize(
    ("evaluator", "changes", "start"),
    [
        (SURE, {}, "Attend: going is worth +"),
        (SURE, {"preparation": 40}, "Decline politely: going is worth −"),
        (BARE, {}, "Ask first: as things stand going is worth +"),
        (BARE, {"role_interest": 0, "organization_interest": 0}, "Decline politely: Nothing about the role"),
    ],
)
def test_headline_is_the_verdict(evaluator, changes, start):
    """The first sentence is the verdict, with the net value or the reason of a veto."""
    assert str(evaluator.evaluate(INVITATION.with_quantities(**changes))).startswith(start)


def test_read_quantities_say_where():
    """A quantity that was read stands with the file and the property."""
    invitation = iv.Invitation(duration=1, read_from={"duration": "invite.ics: DTSTART, DTEND"})
    assert "duration 1 h (invite.ics: DTSTART, DTEND)" in str(BARE.evaluate(invitation))


def test_gate_question_says_that_a_gate_waits():
    """A question that a gate waits for says what hangs on it."""
    assert "without it nobody can tell whether to decline" in " ".join(str(BARE.evaluate(iv.Invitation())).split())


def test_exact_evaluation_shows_no_range():
    """What is exact has no range and nothing that decides or turns it by its uncertainty."""
    exact = {
        name: 0.5 if quantity.bounds.high == 1 else 2.0
        for name, quantity in BARE.quantities.items()
    }  # fmt: skip
    text = str(BARE.evaluate(iv.Invitation().with_quantities(**exact)))
    assert "exact" in text
    assert "What decides it" not in text


def test_what_happens_rarely_is_not_exact():
    """Where nine draws in ten are the same and the rest are not, the mean lies outside of a range without width."""

    @iv.scorer(kind="benefit")
    def jackpot(sociability, ops):
        """Pay in a few cases."""
        return ops.where(sociability > 0.95, 100.0, 0.0)

    text = str(iv.Evaluator(plugins=[jackpot], discover=False).evaluate(iv.Invitation()))
    (line,) = [line for line in text.splitlines() if line.startswith("jackpot")]
    assert "0 to 0" in line
    assert "exact" not in line


def test_weights_are_told():
    """A criterion that counts otherwise than once says so."""
    text = str(iv.Evaluator(weights={"networking": 2}, discover=False).evaluate(INVITATION))
    assert "counted 2 times: " in text


class Careless:
    """A plugin whose weights fail."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Fail."""
        raise RuntimeError("no policy")


def test_a_plugin_that_failed_is_told_in_the_first_line():
    """Where no criterion failed but a plugin's weights did, the answer is incomplete, too, and says so at once."""
    evaluation = iv.Evaluator(plugins=[Careless()], discover=False).evaluate(INVITATION)
    first = " ".join(str(evaluation).partition("\n\n")[0].split())
    assert "; incomplete, because a plugin failed" in first
    assert "(incomplete)" in str(iv.compare([evaluation, BARE.evaluate(INVITATION)]))


def test_days_and_calendar_entries_are_shown_in_words():
    """Where past interviews and the entry of a calendar were read, with the first days and the entry's own name."""
    days = [f"2026-01-{day:02}" for day in range(1, 13)]
    seeker = iv.Seeker(past_interviews=days, as_of="2026-11-23", read_from={"past_interviews": "mine.ics: event 1"})
    invitation = iv.Invitation(event=iv.model.Event(uid="a@b"), read_from={"event": "invite.ics: VEVENT"})
    text = " ".join(str(iv.evaluate(invitation, seeker)).split())
    assert "Read from files: event a@b (invite.ics: VEVENT); past_interviews 2026-01-01, 2026-01-02," in text
    assert "2026-01-10 and 2 more (mine.ics: event 1)" in text
