"""Job boards: each one's own way to write a job, told by its marks."""

from __future__ import annotations

import json

import pytest

from interview_value.errors import ReadError
from interview_value.reading import read
from interview_value.reading.postings.boards import BOARDS

GREENHOUSE = {"title": "Analyst", "absolute_url": "https://boards.greenhouse.io/example/jobs/1"}
ASHBY = {"title": "Analyst", "jobUrl": "https://jobs.ashbyhq.com/example/1", "isRemote": True}
LEVER = {"text": "Analyst", "hostedUrl": "https://jobs.lever.co/example/1", "categories": {}}
SMART = {"name": "Analyst", "company": {"name": "Example"}, "refNumber": "1"}
USA = {"PositionTitle": "Analyst", "PositionURI": "x", "OrganizationName": "Example"}
GUESS = "(guessed from the address of the posting)"

ANSWERS = {
    "Greenhouse's list": ({"jobs": [GREENHOUSE]}, "jobs[0].title", f"jobs[0].absolute_url {GUESS}"),
    "Greenhouse's list with names": (
        {"jobs": [{**GREENHOUSE, "company_name": "example"}]},
        "jobs[0].title",
        "jobs[0].company_name",
    ),
    "one of Greenhouse": (GREENHOUSE, "title", f"absolute_url {GUESS}"),
    "Lever's list": ([LEVER], "[0].text", f"[0].hostedUrl {GUESS}"),
    "one of Lever": (LEVER, "text", f"hostedUrl {GUESS}"),
    "Ashby's list": ({"apiVersion": "1", "jobs": [ASHBY]}, "jobs[0].title", f"jobs[0].jobUrl {GUESS}"),
    "Ashby's own page": (
        {"data": {"jobBoard": {"jobPostings": [{**ASHBY, "organization": "example"}]}}},
        "data.jobBoard.jobPostings[0].title",
        "data.jobBoard.jobPostings[0].organization",
    ),
    "Workable": ({"name": "example", "jobs": [{"title": "Analyst", "shortcode": "1"}]}, "jobs[0].title", "name"),
    "SmartRecruiters' list": ({"content": [SMART]}, "content[0].name", "content[0].company.name"),
    "one of SmartRecruiters": (SMART, "name", "company.name"),
    "Workday's list": ({"jobPostings": [{"title": "Analyst", "externalPath": "/1"}]}, "jobPostings[0].title", None),
    "one of Workday": (
        {"jobPostingInfo": {"title": "Analyst", "jobReqId": "1"}, "hiringOrganization": {"name": "example"}},
        "jobPostingInfo.title",
        "hiringOrganization.name",
    ),
    "Recruitee": (
        {"offers": [{"title": "Analyst", "position": 1, "careers_url": "https://example.recruitee.com/o/1"}]},
        "offers[0].title",
        f"offers[0].careers_url {GUESS}",
    ),
    "iCIMS": ({"jobs": [{"data": {"title": "Analyst", "req_id": "1"}}]}, "jobs[0].data.title", None),
    "Rippling": ([{"name": "Analyst", "workLocation": {}}], "[0].name", None),
    "Pinpoint": ({"data": [{"title": "Analyst", "workplace_type": "remote"}]}, "data[0].title", None),
    "USAJobs": (
        {"SearchResult": {"SearchResultItems": [{"MatchedObjectDescriptor": USA}]}},
        "SearchResult.SearchResultItems[0].MatchedObjectDescriptor.PositionTitle",
        "SearchResult.SearchResultItems[0].MatchedObjectDescriptor.OrganizationName",
    ),
    "JSON Resume": ({"title": "Analyst", "company": "Example", "qualifications": []}, "title", "company"),
    "any other": ([{"legal": "…"}, {"position": "Analyst", "company": "Example"}], "[1].position", "[1].company"),
    "any other list": ({"jobs": [{"title": "Analyst", "location": "Berlin"}]}, "jobs[0].title", None),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_a_job_is_read_as_its_board_writes_it(name):
    """Role and organisation, each with where they stand in the answer; a guess is marked as one."""
    answer, role, organization = ANSWERS[name]
    invitation = read(json.dumps(answer))
    assert "Analyst" == invitation.role
    assert (organization and "example") == (invitation.organization and invitation.organization.lower())
    found = {"role": role, "organization": organization}
    assert {key: f"text: {where}" for key, where in found.items() if where} == dict(invitation.read_from)


def test_parsed_json_is_as_good():
    """A mapping is read as its text is."""
    assert "mapping: jobs[0].title" == read({"jobs": [GREENHOUSE]}).read_from["role"]


def test_of_several_jobs_the_first_that_names_a_role_is_taken():
    """And a note says which, and how many there were."""
    invitation = read({"jobs": [{**GREENHOUSE, "title": " "}, GREENHOUSE, {**GREENHOUSE, "title": "Nurse"}, 5]})
    assert ("the answer (Greenhouse) lists 2 jobs; taken was the first: 'Analyst'",) == invitation.notes
    assert "mapping: jobs[1].title" == invitation.read_from["role"]


@pytest.mark.parametrize("said", [{"isRemote": True}, {"workplaceType": "Remote"}, {"telecommuting": True}])
def test_a_remote_job_is_no_remote_interview(said):
    """The note says so, and the interview's place stays unknown."""
    invitation = read({**GREENHOUSE, **said})
    assert (None, True) == (invitation.remote, "does not say so of the interview" in invitation.notes[0])


@pytest.mark.parametrize(
    ("address", "organization"),
    [
        ("https://job-boards.greenhouse.io/example/jobs/1", "example"),
        ("https://boards.greenhouse.io/embed/job_app?token=1", None),
        ("https://jobs.smartrecruiters.com/Example/1", "Example"),
        ("https://apply.workable.com/example/j/1", "example"),
        ("https://apply.workable.com/j/1", None),
        ("https://www.recruitee.com/", None),
        ("https://careers.example.com/1", None),
        (7, None),
    ],
)
def test_the_organisation_is_guessed_from_addresses_of_boards_only(address, organization):
    """An address anywhere else says nothing for sure."""
    assert organization == read({"title": "Analyst", "absolute_url": address}).organization


def test_an_organisation_that_hides_is_unknown():
    """Confidential is nobody's name."""
    assert None is read({"title": "Analyst", "company": "Confidential"}).organization


def test_json_ld_is_left_to_its_own_reader():
    """What has a type says itself what it is."""
    posting = {"@type": "JobPosting", "title": "Analyst", "company": "Example", "hiringOrganization": "Other"}
    assert "Other" == read(posting).organization


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"basics": {}, "work": []}, "is a résumé in the schema of JSON Resume"),
        ({"errors": [{"message": "no such board"}]}, "is the answer of a job board that says: 'no such board'"),
        ({"errors": ["x"], "jobs": []}, "has no schema.org JobPosting"),
        ({"jobs": 5}, "has no schema.org JobPosting"),
        ([{"title": 5, "company": "Example"}], "has no schema.org JobPosting"),
    ],
)
def test_what_is_no_job_is_refused_with_the_reason(answer, reason):
    """A résumé, an error and an empty list each say what they are."""
    with pytest.raises(ReadError, match=reason):
        read(json.dumps(answer))


def test_every_board_is_tried_above():
    """A board that is added brings its test."""
    names = " ".join([*ANSWERS, "a job board", "a job in the schema of JSON Resume"])
    assert [] == [board.name for board in BOARDS if board.name not in names]
