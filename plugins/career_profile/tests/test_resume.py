"""Résumés are read as they are: what they say, what they leave open, and what is wrong with them."""

from __future__ import annotations

import json
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from interview_value_career_profile import read_profile

import interview_value as iv

TODAY = date(2026, 11, 23)


def work(*periods: tuple[Any, Any]) -> dict[str, Any]:
    """A résumé with jobs of these dates."""
    return {"work": [{"name": "An office", "startDate": start, "endDate": end} for start, end in periods]}


@pytest.mark.parametrize(
    ("years", "months", "periods"),
    [
        (iv.Estimate(1), iv.Estimate(34.7), [("2023-01-01", "2024-01-01")]),
        (iv.Estimate(2), iv.Estimate(34.7), [("2022-01-01", "2023-07-01"), ("2023-01-01", "2024-01-01")]),  # overlap
        (iv.Estimate(2), iv.Estimate(34.7), [("2022-01-01", "2024-01-01"), ("2022-03-01", "2022-09-01")]),  # within
        (iv.Estimate(1), iv.Estimate(0), [("2025-11-23", None)]),
        (iv.Estimate(0), iv.Estimate(0), [("2026-11-23", None)]),  # begun today
        (iv.Estimate(1), iv.Estimate(0), [("2025-11-23", " Present ")]),
        (iv.Estimate(1), iv.Estimate(0), [("2025-11-23", "2027-01-01")]),  # an end that is still to come
        (iv.Estimate(1), iv.Estimate(0), [("2025-11-23", ""), ("2027-02-01", None)]),  # a job that has not begun
        (iv.Estimate(0.8, 1), iv.Estimate(10.7, 11.7), [("2025-01", "2025-12")]),
        (iv.Estimate(0, 1.9), iv.Estimate(0, 10.7), [("2025", "2026")]),
        (iv.Estimate(1), iv.Estimate(34.7), [("2023-01-01T08:00:00Z", "2024-1-1")]),
        (None, iv.Estimate(34.7), [("", "2024-01-01")]),
        (None, None, [("", "")]),  # no date at all does not say that it goes on
        (None, iv.Estimate(0), [(None, "now")]),
        (None, None, []),
        (None, iv.Estimate(0, 34.7), [("2023-01-01", "2024-01-01"), ("2024-02-01", "some day")]),
    ],
)
def test_times_at_work(years: iv.Estimate | None, months: iv.Estimate | None, periods: list[tuple[Any, Any]]) -> None:
    """Days count once, what goes on lasts until today, and what a date leaves open is a range or unknown."""
    profile = read_profile(work(*periods), today=TODAY)
    assert (years, months) == (profile.years, profile.months_away)


def test_skills_and_positions_are_named_once() -> None:
    """Keywords count wherever they stand, spelling does not, and the first spelling is kept."""
    resume = {
        "skills": [{"name": "Web", "keywords": ["Node.js", "C++", "HTML, CSS"]}, {"name": "C"}],
        "work": [{"position": "Tester", "keywords": ["NodeJS", "C#"]}, {"position": "tester"}],
        "projects": [{"keywords": "Rust; Go"}],
        "languages": [{"language": "English"}],
        "certificates": [{"name": "First aid"}],
    }
    profile = read_profile(resume, today=TODAY)
    expected = ("Web", "Node.js", "C++", "HTML", "CSS", "C", "C#", "Rust", "Go", "English", "First aid")
    assert expected == profile.skills
    assert ("Tester",) == profile.positions


def test_a_gap_is_a_range() -> None:
    """What a résumé names is there; of what it does not name up to a half may be there, as it is a selection."""
    profile = read_profile({"skills": [{"keywords": ["SQL", "Python"]}]}, today=TODAY)
    assert iv.Estimate(0) == profile.gap(["sql", "PYTHON"])
    assert iv.Estimate(0.25, 0.5) == profile.gap(["SQL", "Excel"])
    assert ("Excel",) == profile.missing(["SQL", "Excel", "excel"])


@pytest.mark.parametrize("resume", [{"skills": []}, {"languages": [{"language": "English"}]}, {"basics": {}}])
def test_no_skills_is_no_gap(resume: dict[str, Any]) -> None:
    """A résumé that names no skills does not say that there are none."""
    profile = read_profile(resume, today=TODAY)
    assert ((), None) == (profile.skills, profile.gap(["SQL"]))


def test_nothing_asked_is_no_gap() -> None:
    """Where no skill is asked for there is no share of them."""
    profile = read_profile({"skills": [{"name": "SQL"}]}, today=TODAY)
    assert (None, None) == (profile.gap([]), profile.gap(["…"]))


def test_a_single_text_is_no_list_of_skills() -> None:
    """Taking a text apart letter by letter would be a gap that nobody meant."""
    profile = read_profile({"skills": [{"name": "SQL"}]}, today=TODAY)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        profile.gap("SQL")
    assert ["asked"] == [mistake.path for mistake in caught.value.mistakes]


def test_the_seeker_gets_what_the_resume_knows() -> None:
    """That is how long ago they last worked, with where it was read; what they said themselves counts more."""
    profile = read_profile(work(("2023-01-01", "2024-01-01")), today=TODAY)
    seeker = profile.seeker()
    assert {"months_away": iv.Estimate(34.7)} == seeker.quantities
    assert {"months_away": "mapping: work"} == seeker.read_from
    own = profile.seeker(iv.Seeker(mindset=0.7).with_quantities(months_away=2))
    assert (iv.Estimate(0.7), iv.Estimate(2)) == (own.mindset, own.quantities["months_away"])
    assert ["months_away"] == [item.name for item in own.disagreements]
    assert iv.Seeker() == read_profile({"basics": {}}, today=TODAY).seeker()


def test_mistakes_become_notes() -> None:
    """What cannot be used is left out and told, each with its path, and the rest is read."""
    resume = {
        "skills": ["SQL", {"name": 5}, {"name": "Python", "keywords": [None, {}]}],
        "work": [
            {"startDate": "2024-13", "endDate": 2024},
            {"startDate": "2024-00", "endDate": "2024-02-30"},
            {"startDate": "2024-05", "endDate": "2023"},
            7,
        ],
        "languages": "English",
    }
    profile = read_profile(resume, today=TODAY)
    assert ("Python",) == profile.skills
    paths = [note.partition(":")[0] for note in profile.notes]
    assert [
        "skills[0]", "skills[1].name", "skills[2].keywords[0]", "skills[2].keywords[1]", "work[3]", "languages",
        "work[0].startDate", "work[0].endDate", "work[1].startDate", "work[1].endDate", "work[2].endDate",
    ] == paths  # fmt: skip
    assert (None, None) == (profile.years, profile.months_away)


def test_mistakes_without_end_are_told_in_part() -> None:
    """A list of mistakes is for a person to read."""
    assert 20 == len(read_profile({"skills": [5] * 20, "work": []}, today=TODAY).notes)
    assert "and 1 more" in read_profile({"skills": [5] * 21, "work": []}, today=TODAY).notes[-1]
    profile = read_profile({"skills": [5] * 3_000, "work": []}, today=TODAY)
    assert 21 == len(profile.notes)
    assert "and 981 more that cannot be used" == profile.notes[-1]
    assert "at most 1,000; the rest was left out" in profile.notes[0]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("[1]\n", "no JSON object"),
        ('{"work": [\n', "no JSON object"),
        ("{" * 100_000, "no JSON object"),
        ('{"work": ' + "[" * 200_000, "no JSON object"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\n", "no JSON object"),
        ({"title": "Data Analyst"}, "has none of awards, basics"),
        ({"skills": "SQL", "work": 5}, r"skills: got 'SQL', expected a list; work: got 5, expected a list"),
        ("no-such-resume.json", "cannot be opened"),
        (b"", "is empty"),
    ],
    ids=range(9),
)
def test_what_is_no_resume_is_refused(source: Any, reason: str) -> None:
    """One error names all that is wrong."""
    with pytest.raises(iv.errors.ReadError, match=reason):
        read_profile(source, today=TODAY)


def test_sources() -> None:
    """A résumé is read from a path, from text and bytes in any encoding, and from parsed JSON, with the same result."""
    path = Path(__file__).parents[1] / "examples" / "resume.json"
    text = path.read_text(encoding="utf-8")
    sources = [path, str(path), text, text.encode("utf-16"), text.encode("utf-8-sig"), json.loads(text)]
    profiles = [read_profile(source, today=TODAY) for source in sources]
    assert {"resume.json", "text", "bytes", "mapping"} == {profile.source for profile in profiles}
    assert 1 == len({(profile.skills, profile.positions, profile.years, profile.months_away) for profile in profiles})


def test_names_of_open_files_may_be_long() -> None:
    """What a source is called is no reason to fail."""
    file = BytesIO(b'{"work": [{"endDate": "2024-01-01"}]}')
    file.name = "x" * 5_000
    assert {"months_away": iv.Estimate(34.7)} == read_profile(file, today=TODAY).seeker().quantities


def test_today() -> None:
    """A time of day does not matter; left out, it is the day on which the résumé is read."""
    resume = work(("2023-01-01", None))
    assert read_profile(resume, today=TODAY) == read_profile(resume, today=datetime(2026, 11, 23, 14, 30))
    assert date.today() == read_profile(resume).today


def test_names_are_made_harmless() -> None:
    """Control characters and marks that turn the direction of writing are no part of a name, and its length is bounded."""
    resume = {"skills": [{"name": "S\x1b[31mQ\u202eL" + "x" * 10_000}], "work": [{"position": "\n\t"}]}
    profile = read_profile(resume, today=TODAY)
    assert all(name.isprintable() and len(name) <= 200 for name in profile.skills)
    assert () == profile.positions


def test_it_says_what_it_is() -> None:
    """In words, a profile is one line."""
    profile = read_profile({"skills": [{"name": "SQL"}], "work": []}, today=TODAY)
    assert "mapping (skills: 1; positions: 0; years of work: unknown)" == str(profile)
    assert str(read_profile(work(("2023-01-01", None)), today=TODAY)).endswith("years of work: 3.9)")
