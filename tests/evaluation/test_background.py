"""What stands behind an evaluation: its parts, and their order."""

from __future__ import annotations

import pytest
from strategies import QUANTITIES, case

import interview_value as iv
from interview_value.display.showing import page_of
from interview_value.display.text import page_text

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


def behind(evaluation):
    """Return the text of what stands behind an evaluation, so wide that no cell is broken."""
    return page_text(page_of(evaluation.why()), 1_000)


def test_benefits_come_before_costs_and_the_largest_first():
    """The table has benefits by size, then costs by size, then what they come to."""
    evaluation = BARE.evaluate(INVITATION)
    _, _, table = behind(evaluation).partition("What  ")
    names = [line.partition("  ")[0] for line in table.split("\n\n")[0].splitlines()[1:]]
    items = {item.label: item for item in evaluation}
    kinds = [items[name].kind for name in names[:8]]
    sizes = [abs(items[name].effect.mean) for name in names[:8]]
    assert ["benefit"] * 5 + ["cost"] * 3 == kinds
    assert sorted(sizes[:5], reverse=True) + sorted(sizes[5:], reverse=True) == sizes
    assert ["all that speaks for it", "all that speaks against it", "on balance"] == names[9:]


def test_everything_stands_in_the_order_of_what_matters():
    """What to do, what it is worth, what decides and turns it, and what was said, read and assumed follow each other."""
    text = behind(BARE.evaluate(INVITATION))
    parts = [
        "Settle one thing yourself first; so far it leans towards going.",
        "Data analyst at Brightside Marketing · first interview · Thursday 3 December 2026, 14:00 UTC+01:00",
        "On average, going is worth about ",
        "Find out first:\n  - ",
        "Ways to go about it:\n  - go, with the best preparation (3 hours): +",
        "A tip:\n  - If one thing that they can tell you beforehand",
        "Hours of your time, for and against going:",
        "What matters most:\n  - what a good job is worth: from −",
        "What would change the answer:\n  - what a good job is worth, at ",
        "You said:\n  - the interest in the organisation: 6 of 10\n",
        "Read from files:\n  - the position: Data analyst (posting.html: JobPosting.title)\n",
        "  - the round: the first real interview (invite.ics: SUMMARY)\n",
        "Worked out for you:\n  - the preparation: 3 hours\n",
        "We assume, because nobody said:\n  - the chance of an offer in a wanted interview: 1 to 3.5 of 10\n",
        "What the calculation itself assumes: ",
    ]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert sorted(places) == places


def test_a_failed_criterion_disorders_no_other():
    """Benefits stand from the largest to the smallest, and what failed after them."""

    def benefit(name, hours):
        return iv.scorer(kind="benefit", name=name)(lambda: hours)

    def broken():
        raise RuntimeError("no luck")

    scorers = [benefit("a_small", 1.0), iv.scorer(kind="benefit", name="b_broken")(broken), benefit("c_big", 50.0)]
    evaluator = iv.Evaluator(plugins=[*scorers, benefit("d_middling", 20.0)], discover=False)
    _, _, table = behind(evaluator.evaluate(INVITATION)).partition("What  ")
    names = [line.partition("  ")[0] for line in table.splitlines()]
    expected = ["c big", "d middling", "a small", "b broken"]
    assert expected == [name for name in names if name in expected]


def test_disagreements_notes_and_failures_are_told():
    """What two sources say differently, notes, and what failed are never left out."""

    @iv.scorer(kind="benefit")
    def broken(travel):
        """Fail."""
        raise RuntimeError("no luck")

    class Bus:
        """Brings a way that fails."""

        @iv.hookimpl
        def interview_value_ways(self):
            """Bring one."""
            return [iv.scoring.Way("by_bus", "take the bus", changes={"travel": lambda travel: 1 / 0})]

    invitation = iv.Invitation(duration=1, notes=("a note",)) | iv.Invitation(
        duration=2, read_from={"duration": "invite.ics: DTSTART"}
    )
    evaluation = iv.Evaluator(plugins=[broken, Bus()], discover=False).evaluate(invitation)
    text = behind(evaluation)
    assert "  - the length of the interview: 1 hour (given) counts, not 2 hours (invite.ics: DTSTART)" in text
    assert "  - a note" in text
    assert "failed: raised RuntimeError('no luck')" in text
    assert "Not counted, because it failed:\n  - broken: raised RuntimeError('no luck')" in text
    assert "  - by_bus: ZeroDivisionError('division by zero')" in text
    assert "There are 2 notes." in str(evaluation)


def test_read_back_evaluation_shows_what_it_can():
    """An evaluation that was read back shows its screen and questions, and nothing that would need its scorers."""
    evaluation = BARE.evaluate(INVITATION)
    again = iv.Evaluation.from_dict(evaluation.to_dict())
    assert str(evaluation) == str(again)
    text = behind(again)
    assert "Find out first:" in text
    assert "What matters most" not in text
    assert "What would change" not in text


def test_practice_without_any_interest():
    """Where nothing is of interest, it is told whether practice and a promise alone would pay, and what else there is."""
    nothing = INVITATION.with_quantities(role_interest=0, organization_interest=0, duration=0.25, travel=0)
    keen = iv.Seeker(status="without_work", upcoming_interviews=6, job_worth="year", pressure="spare", experience=0.2)
    evaluation = BARE.evaluate(nothing.with_quantities(would_accept=0.5, stage="screen"), keen)
    alone = evaluation["practice"].mean + evaluation["kept_promise"].mean - evaluation.cost.mean
    assert iv.Verdict.DECLINE is evaluation.verdict
    assert 0 < alone
    text = behind(evaluation)
    assert f"For these alone going would be worth about {alone:.2g} hours: not having to say no and practice;" in text
    assert "a mock interview costs nobody's time" in text
    assert "mock interview" not in behind(BARE.evaluate(nothing.with_quantities(travel=5)))


def test_read_quantities_say_where():
    """A quantity that was read stands with the file and the property."""
    invitation = iv.Invitation(duration=1, read_from={"duration": "invite.ics: DTSTART, DTEND"})
    assert "the length of the interview: 1 hour (invite.ics: DTSTART, DTEND)" in behind(BARE.evaluate(invitation))


def test_a_label_that_was_read_stands_once():
    """A label is shown where it was read, once; one that nobody said is no assumption."""
    text = behind(BARE.evaluate(INVITATION))
    assert 1 == text.count("the round: the first real interview (invite.ics: SUMMARY)")
    assert "the job situation" not in text


def test_a_formula_that_failed_is_named():
    """What could not be computed has no value, and its formula is shown."""

    def fails(travel):
        raise RuntimeError("no luck")

    prior = iv.model.DerivedPrior(fails, "2 · travel")
    broken = iv.Quantity("broken", unit="h", bounds=(0, 9), prior=prior, ask="yourself", question="How late?")
    scorer = iv.scorer(kind="cost", name="late", quantities=[broken])(lambda broken: broken)
    text = behind(iv.Evaluator(plugins=[scorer], discover=False).evaluate(INVITATION))
    assert "  - broken: not known (2 · travel)\n" in text


def test_exact_evaluation_shows_no_range():
    """What does not vary has no range and nothing that decides or turns it by its uncertainty."""
    exact = {name: quantity.bounds.cut(0.5) for name, quantity in QUANTITIES.items()}
    text = behind(BARE.evaluate(*case(exact)))
    assert "fixed" in text
    assert "What matters most" not in text


def test_what_happens_rarely_is_not_fixed():
    """Where nine draws in ten are the same and the rest are not, the mean lies outside of a range without width."""

    @iv.scorer(kind="benefit")
    def jackpot(sociability, ops):
        """Pay in a few cases."""
        return ops.where(sociability > 0.95, 100.0, 0.0)

    text = behind(iv.Evaluator(plugins=[jackpot], discover=False).evaluate(iv.Invitation()))
    (line,) = [line for line in text.splitlines() if line.startswith("jackpot")]
    assert "0 to 0" in line
    assert "fixed" not in line


def test_weights_are_told():
    """A criterion that counts otherwise than once says so."""
    text = behind(iv.Evaluator(weights={"networking": 2}, discover=False).evaluate(INVITATION))
    assert "counted 2 times: " in text


def test_days_and_calendar_entries_are_shown_in_words():
    """Where past interviews and the entry of a calendar were read, with the first days and the entry's own name."""
    days = [f"2026-01-{day:02}" for day in range(1, 13)]
    seeker = iv.Seeker(past_interviews=days, as_of="2026-11-23", read_from={"past_interviews": "mine.ics: event 1"})
    invitation = iv.Invitation(event=iv.model.Event(uid="a@b"), read_from={"event": "invite.ics: VEVENT"})
    text = behind(iv.evaluate(invitation, seeker))
    assert ": a@b (invite.ics: VEVENT)\n" in text
    assert ": 2026-01-01, 2026-01-02," in text
    assert "2026-01-10 and 2 more (mine.ics: event 1)" in text


def test_a_gate_that_cannot_tell_holds_nothing_up():
    """Where no answer is worth asking for, nothing is to be found out, though a gate cannot tell."""
    evaluation = BARE.evaluate(iv.Invitation(would_accept="probably", stage="screen"), iv.Seeker(job_worth="year"))
    assert iv.outcome.Answer.UNKNOWN in [finding.answer for finding in evaluation.findings]
    assert str(evaluation).startswith("Go.\n")
    assert "Find out first:" not in behind(evaluation)


def test_what_took_long_is_named():
    """A scorer that took longer than allowed stands there with its seconds."""
    evaluation = iv.Evaluator(discover=False, slow_after=1e-9).evaluate(INVITATION)
    assert "Took long:\n  - " in behind(evaluation)
    assert " seconds" in behind(evaluation)


@pytest.mark.parametrize("form", ["_repr_html_", "to_markdown", "__rich__", "__str__"])
def test_why_shows_itself_in_every_form(form):
    """What stands behind has a form for notebooks, for issues and for terminals."""
    if form == "__rich__":
        pytest.importorskip("rich")
    assert getattr(BARE.evaluate(INVITATION).why(), form)()
