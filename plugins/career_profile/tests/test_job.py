"""Job descriptions are read, and compared with a résumé."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from interview_value_career_profile import Profile, read_job

import interview_value as iv

PROFILE = Profile(source="mine.json", today=date(2026, 11, 23), skills=("SQL", "Python"))
JOB: dict[str, Any] = {
    "title": "Data Analyst",
    "company": "Brightside Marketing",
    "remote": "Full",
    "location": {"city": "Harbourtown"},
    "skills": [{"name": "Analysis", "keywords": ["SQL", "dbt"]}, {"name": "python"}, "Excel"],
}


def test_role_and_organization() -> None:
    """They are read with where; the job's place and manner say nothing of the interview's."""
    invitation = read_job(JOB)
    expected = iv.Invitation(
        role="Data Analyst",
        organization="Brightside Marketing",
        read_from={"role": "mapping: title", "organization": "mapping: company"},
    )
    assert expected == invitation
    assert iv.read(JOB, readers=()) == invitation


def test_a_job_that_the_library_does_not_know() -> None:
    """A title and skills are enough to be compared with a résumé."""
    job = {"title": "Clerk", "skills": ["Word", "SQL"]}
    with pytest.raises(iv.errors.ReadError):
        iv.read(job, readers=())
    invitation = read_job(job, PROFILE)
    assert ("Clerk", "mapping: title") == (invitation.role, invitation.read_from["role"])
    assert {"skill_gap": iv.Estimate(0.25, 0.5)} == invitation.quantities


@pytest.mark.parametrize(
    "skills",
    ["SQL, Excel", ["SQL", "Excel"], [{"@type": "DefinedTerm", "name": "sql"}, "Excel"], {"name": "SQL; Excel"}],
)
def test_a_posting(skills: Any) -> None:
    """A schema.org JobPosting writes skills as text, as defined terms, or as a list of either."""
    posting = {"@type": "JobPosting", "title": "Clerk", "hiringOrganization": {"name": "Harbour Library"}}
    invitation = read_job({**posting, "skills": skills}, PROFILE)
    assert ("Clerk", "Harbour Library") == (invitation.role, invitation.organization)
    assert {"skill_gap": iv.Estimate(0.25, 0.5)} == invitation.quantities


PAGE = """<!doctype html><title>Jobs</title>
<script>var title = "Porter"</script>
<script type="application/ld+json">{{"@type": "WebSite", "name": "Jobs"}}</script>
<script id="a" type='application/ld+json'>
{{"@graph": [{{"@type": "JobPosting", "title": "{}", "skills": "SQL, Excel"}}]}}
</script>"""


@pytest.mark.parametrize("title", ["Clerk", "Letters &amp; parcels"])
def test_a_page(title: str) -> None:
    """The JSON-LD of a page is looked at, and the title tells the job that the library reads there."""
    page = PAGE.format(title)
    invitation = read_job(page, PROFILE)
    assert iv.read(page, readers=()).role == invitation.role
    assert {"skill_gap": iv.Estimate(0.25, 0.5)} == invitation.quantities


def test_the_job_that_counts() -> None:
    """Of many jobs in an answer the one is compared that the library takes; one alone may stand anywhere."""
    jobs = [{"title": "Clerk", "company": "Library", "skills": ["SQL"]}, {**JOB, "title": "Porter", "skills": ["Keys"]}]
    invitation = read_job({"jobs": jobs}, PROFILE)
    assert ("Clerk", {"skill_gap": iv.Estimate(0)}) == (invitation.role, invitation.quantities)
    alone = read_job({"answer": {"title": "Clerk", "skills": ["Word"]}}, PROFILE)
    assert ("Clerk", {"skill_gap": iv.Estimate(0.5, 1)}) == (alone.role, alone.quantities)


def test_a_page_that_is_a_script() -> None:
    """A piece that somebody copied from a page is enough."""
    (_, _, _, script) = PAGE.format("Clerk").split("<script")
    assert {"skill_gap": iv.Estimate(0.25, 0.5)} == read_job("<script" + script, PROFILE).quantities


@pytest.mark.parametrize(("length", "asked"), [(60, 2), (61, 1)])
def test_a_sentence_is_no_skill(length: int, asked: int) -> None:
    """What is too long for a name is not looked for in a résumé, and a note says so."""
    invitation = read_job({**JOB, "skills": ["SQL", "x" * length]}, PROFILE)
    told = [note for note in invitation.notes if "expected the name of a skill, of at most 60 characters" in note]
    assert (2 - asked, iv.Estimate(0.25, 0.5) if asked == 2 else iv.Estimate(0)) == (
        len(told), invitation.quantities["skill_gap"]
    )  # fmt: skip


def test_the_gap_is_what_the_resume_does_not_name() -> None:
    """A heading over keywords is no skill of its own; the gap says where it comes from, and a note which skills."""
    invitation = read_job(JOB, PROFILE)
    assert {"skill_gap": iv.Estimate(0.25, 0.5)} == invitation.quantities
    assert "mapping: skills, compared with mine.json" == invitation.read_from["skill_gap"]
    assert ("the job asks for 4 skills; the résumé does not name 2: dbt, Excel",) == invitation.notes


def test_no_gap() -> None:
    """Where all is named, that is known exactly."""
    invitation = read_job({**JOB, "skills": ["SQL"]}, PROFILE)
    assert {"skill_gap": iv.Estimate(0)} == invitation.quantities
    assert ("the résumé names all skills that the job asks for (1)",) == invitation.notes


@pytest.mark.parametrize(
    ("job", "profile", "note"),
    [
        ({"title": "Clerk", "skills": []}, PROFILE, "the job names no skills"),
        (JOB, Profile(source="mine.json", today=date(2026, 11, 23)), "the résumé names no skills"),
    ],
)
def test_unknown_is_not_zero(job: dict[str, Any], profile: Profile, note: str) -> None:
    """Where nothing can be compared there is no gap, and a note says why."""
    invitation = read_job(job, profile)
    assert {} == invitation.quantities
    assert [f"{note}, so nothing says how many of them you lack"] == list(invitation.notes)


def test_a_long_list_is_told_in_part() -> None:
    """A note names ten skills, however many are missing."""
    skills = [f"skill {letter}" for letter in "abcdefghijklmnop"]
    (note,) = read_job({**JOB, "skills": skills}, PROFILE).notes
    assert "the job asks for 16 skills; the résumé does not name 16: " in note
    assert note.endswith("skill i, skill j, …")


def test_mistakes_become_notes() -> None:
    """What cannot be used is told with its path, and the rest is read."""
    job = {**JOB, "skills": [7, {"name": [None]}, {"keywords": {}}, "Word", None]}
    invitation = read_job(job, PROFILE)
    expected = ["skills[0]", "skills[1][0]", "skills[2].keywords"]
    assert expected == [note.partition(":")[0] for note in invitation.notes if "expected" in note]
    assert {"skill_gap": iv.Estimate(0.5, 1)} == invitation.quantities


@pytest.mark.parametrize(
    "source",
    [
        {"title": "Clerk"},
        {"title": " ", "skills": []},
        {"title": ["Clerk"], "skills": ["Word"]},
        {"basics": {"name": "A. Candidate"}, "skills": []},
        '[{"title": "Clerk", "skills": []}, {"title": "Porter", "skills": []}]',  # which of them?
        {"@type": "JobPosting", "title": "Clerk", "relatedLink": {"title": "Porter", "skills": []}},  # not the one
        "<p>Clerk</p><script type='application/ld+json'>{</script>\n",
        "<p>Clerk</p><script type='application/ld+json'>{\n",
        '{"title": "Clerk", "skills": [',
    ],
)
def test_what_is_no_job_is_refused(source: Any) -> None:
    """The reason says what was looked for."""
    with pytest.raises(
        iv.errors.ReadError, match="is no job that names skills; expected JSON or JSON-LD with a title and skills"
    ):
        read_job(source, PROFILE)
