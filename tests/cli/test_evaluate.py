"""`interview-value evaluate`: the main job."""

from __future__ import annotations

from pathlib import Path

import interview_value as iv

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
SAID = ["--status", "open", "--would-accept", "unlikely", "--organization-interest", "some"]


def test_main_job(run):
    """Two files and two answers give a verdict, a line for each criterion, and where every number comes from."""
    result = run("evaluate", *FILES, *SAID)
    assert 0 == result.exit_code
    text = " ".join(result.stdout.split())
    assert result.stdout.startswith("Settle one thing yourself first: ")
    for part in (
        "Data Analyst at Brightside Marketing · first interview",
        "practice", "networking", "role_discovery", "future_opportunity", "kept_promise", "effort", "courtesy", "being_seen",
        "Find out first: - Is a job you'd be glad of worth more than about",
        "Ways to go about it: - go, with the best preparation (",
        "duration 1 h (invitation.ics: DTSTART, DTEND)",
        "Given by you: organization_interest: some (0.3..0.6 share); status: employed, would move for something better; would_accept: ",
        "Decided for you: preparation ",
        "Assumed, because nobody said:",
    ):  # fmt: skip
        assert part in text


def test_an_obligation(run):
    """Whoever has to go is told so, beside what it costs."""
    result = run("evaluate", *FILES, "--obliged", "yes", "--would-accept", "ruled_out")
    assert result.stdout.startswith("Attend: You have to go")
    assert "h of your time and brings" in " ".join(result.stdout.split())


def test_one_thing_that_they_can_tell(run):
    """If most of the doubt hangs on one thing, they are asked first, with the hours of that way."""
    hinging = ["--hinge", "most", "--job-worth", "quarter", "--travel", "1.5", "--stage", "first"]
    text = " ".join(run("evaluate", "--would-accept", "unlikely", "--status", "open", *hinging).stdout.split())
    assert text.startswith("Ask them first: ")
    assert "Find out first: - ask the one thing first: worth +" in text


def test_strict_tells_what_failed(run, bring, refused):
    """With --strict a criterion that fails is told, and nothing is printed as if it were complete."""

    @iv.scorer(kind="benefit")
    def broken(travel):
        """Fail."""
        raise RuntimeError("no luck")

    bring(broken)
    (line,) = refused(run("evaluate", "--strict"))
    assert "broken: raised RuntimeError" in line
    assert 0 == run("evaluate").exit_code


def test_a_weight_out_of_bounds_is_called_by_its_option(run, refused):
    """A factor that cannot be used is told with the option and the name it was given for."""
    (line,) = refused(run("evaluate", "--weight", "practice=-1"))
    assert line.startswith("error: --weight practice: got -1.0, expected")
