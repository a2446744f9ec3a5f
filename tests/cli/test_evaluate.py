"""`interview-value evaluate`: the main job."""

from __future__ import annotations

from pathlib import Path

import interview_value as iv

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
SAID = ["--status", "open", "--would-accept", "unlikely", "--organization-interest", "some"]


def test_main_job(run):
    """Two files and three answers give one screen: what to do, what it is worth, and how to see everything."""
    result = run("evaluate", *FILES, *SAID)
    assert 0 == result.exit_code
    assert result.stdout.startswith("Settle one thing yourself first; so far it leans towards ")
    assert "Data Analyst at Brightside Marketing" in result.stdout.splitlines()[1]
    assert len(result.stdout.splitlines()) <= 20
    assert result.stdout.rstrip().endswith("To see everything: --why")


def test_everything_behind_it(run):
    """With --why it shows each reason, the ways of going, and where every number comes from."""
    shown = run("evaluate", *FILES, *SAID, "--why").stdout
    headings = (
        "Hours of your time, for and against going:",
        "Ways to go about it:",
        "You said",
        "We assume, because nobody said",
    )
    assert [] == [heading for heading in headings if heading not in shown]


def test_an_obligation(run):
    """Whoever has to go is told so."""
    result = run("evaluate", *FILES, "--obliged", "yes", "--would-accept", "ruled_out")
    assert "Go." == result.stdout.splitlines()[0]


def test_one_thing_that_they_can_tell(run):
    """If most of the doubt hangs on one thing, they are asked first."""
    hinging = ["--hinge", "most", "--job-worth", "quarter", "--travel", "1.5", "--stage", "first"]
    shown = run("evaluate", "--would-accept", "unlikely", "--status", "open", *hinging).stdout
    assert shown.startswith("Ask them one thing first; ")


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
