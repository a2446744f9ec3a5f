"""The page of an evaluation: its parts, and their order."""

from __future__ import annotations

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


def lines(evaluation):
    """Return the lines of an evaluation's text."""
    return str(evaluation).splitlines()


def test_subject():
    """The role, the organisation, the stage and the time stand in one line, as far as they are known."""
    full = "Data analyst at Brightside Marketing · first interview · 2026-12-03 14:00 UTC+01:00"
    assert full in lines(BARE.evaluate(INVITATION))
    assert "An interview" in lines(BARE.evaluate(iv.Invitation()))
    assert "An interview · on-site interview" in lines(BARE.evaluate(iv.Invitation(stage="onsite")))
    assert "An interview · screening interview" in lines(BARE.evaluate(iv.Invitation(stage="screen")))


def test_benefits_come_before_costs_and_the_largest_first():
    """The table has benefits by size, then costs by size, then what they come to."""
    evaluation = BARE.evaluate(INVITATION)
    names = [line.split()[0] for line in lines(evaluation) if line[:1].isalpha() and ("+" in line or "−" in line)]
    rows = [name for name in names if name in {item.name for item in evaluation.contributions} | {"benefit", "net"}]
    kinds = [evaluation[name].kind for name in rows[:8]]
    sizes = [abs(evaluation[name].effect.mean) for name in rows[:8]]
    assert ["benefit"] * 5 + ["cost"] * 3 == kinds
    assert sorted(sizes[:5], reverse=True) + sorted(sizes[5:], reverse=True) == sizes
    assert ["benefit", "net"] == rows[8:]


def test_everything_that_stands_behind_the_answer_is_shown():
    """What to find out, what decides and turns it, and what was read, given and assumed each have their place."""
    text = " ".join(str(BARE.evaluate(INVITATION)).split())
    for heading in (
        "Find out first:",
        "Ways to go about it: - go, with the best preparation (3 h): +",
        "A tip: - If one thing that they can tell you beforehand",
        "What decides it:",
        "What would turn it:",
        "Read from files: role Data analyst (posting.html: JobPosting.title); stage: the first real interview (invite.ics: SUMMARY)",
        "Given by you: organization_interest 0.6 share",
        "Decided for you: preparation 3 h",
        "Assumed, because nobody said: base_offer_chance 0.1..0.35 share",
        "Constants of the model, assumed too: cold; drive",
    ):
        assert heading in text


def test_a_failed_criterion_disorders_no_other():
    """Benefits stand from the largest to the smallest, and what failed after them."""

    def benefit(name, hours):
        return iv.scorer(kind="benefit", name=name)(lambda: hours)

    def broken():
        raise RuntimeError("no luck")

    scorers = [benefit("a_small", 1.0), iv.scorer(kind="benefit", name="b_broken")(broken), benefit("c_big", 50.0)]
    evaluator = iv.Evaluator(plugins=[*scorers, benefit("d_middling", 20.0)], discover=False)
    _, _, table = str(evaluator.evaluate(INVITATION)).partition("by criterion")
    names = [line.split()[0] for line in table.splitlines() if line[1:2] == "_"]
    assert ["c_big", "d_middling", "a_small", "b_broken"] == names


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
    text = str(iv.Evaluator(plugins=[broken, Bus()], discover=False).evaluate(invitation))
    assert "  - the length of the interview: 1 hour (given) counts, not 2 hours (invite.ics: DTSTART)" in text
    assert "  - a note" in text
    assert "broken" in text
    assert "not known" in text
    assert "  failed: raised RuntimeError('no luck')" in text
    assert "  - broken: raised RuntimeError('no luck')" in text
    assert "  - by_bus: ZeroDivisionError('division by zero')" in text
    assert "Not counted, because it failed:" in text


def test_read_back_evaluation_shows_what_it_can():
    """An evaluation that was read back shows its table and questions, and nothing that would need its scorers."""
    evaluation = BARE.evaluate(INVITATION)
    text = str(iv.Evaluation.from_dict(evaluation.to_dict()))
    assert "Find out first:" in text
    assert "What decides it" not in text
    assert "What would turn it" not in text
