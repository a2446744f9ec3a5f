"""`interview-value evaluate`: the main job."""

from __future__ import annotations

from pathlib import Path

import interview_value as iv

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
SAID = ["--role-interest", "0.2", "--organization-interest", "0.6"]


def test_main_job(run):
    """Two files and two answers give a verdict, a line for each criterion, and where every number comes from."""
    result = run("evaluate", *FILES, *SAID)
    assert 0 == result.exit_code
    text = " ".join(result.stdout.split())
    assert result.stdout.startswith("Ask first: ")
    for part in (
        "Data Analyst at Brightside Marketing · first interview",
        "practice", "networking", "role_discovery", "future_opportunity", "effort", "courtesy",
        "Find out first: - How many hours would you spend to land a job",
        "duration 1 h (invitation.ics: DTSTART, DTEND)",
        "Given by you: organization_interest 0.6 share; role_interest 0.2 share",
        "Assumed, because nobody said:",
    ):  # fmt: skip
        assert part in text


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
