"""The reader adds a comparison to jobs that name skills, and changes nothing else of what the library reads."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import interview_value_career_profile
import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv
from interview_value.testing import isolated_evaluator

PLUGIN = Path(__file__).parents[1]
PROJECT = PLUGIN.parents[1]
REAL = PROJECT / os.environ.get("INTERVIEW_VALUE_REAL_DATA", "../shared/data")
RESUME, JOB = PLUGIN / "examples" / "resume.json", PLUGIN / "examples" / "job.json"
EXAMPLES = [path for path in sorted((PROJECT / "examples").iterdir()) if path.is_file()]
KINDS = ("ics", "gcal_json", "jobposting", "ats_json", "email", "tracker_csv")
OTHERS = [path for kind in KINDS for path in sorted(REAL.glob(f"{kind}/*"))]
READERS = isolated_evaluator(interview_value_career_profile).readers

TEXTS = st.text(max_size=5) | st.sampled_from(["Data Analyst", "JobPosting", "https://schema.org"])
LISTS = st.lists(TEXTS | st.dictionaries(st.sampled_from(["name", "@type", "title"]), TEXTS), max_size=3)
NAMES = st.sampled_from(
    [
        *("title", "company", "skills", "qualifications", "responsibilities", "basics", "work", "@type", "name"),
        *("hiringOrganization", "summary", "start", "end", "absolute_url", "text", "categories", "hostedUrl", "jobs"),
    ]
)
OBJECTS = st.dictionaries(NAMES, TEXTS | LISTS | st.dictionaries(NAMES, TEXTS | LISTS, max_size=4), max_size=8)


def outcome(source: Any, **readers: Any) -> object:
    """What is read, or the reason why nothing is."""
    try:
        return iv.read(source, **readers).to_dict()
    except iv.errors.ReadError as error:
        return str(error)


def with_plugin(source: Any) -> object:
    """What is read where this plugin takes part."""
    return outcome(source, readers=READERS.items())


def without(source: Any) -> object:
    """What the library reads by itself."""
    return outcome(source, readers=())


def assert_only_added(source: Any) -> None:
    """What the library reads is there, with the plugin's quantities and notes beside it."""
    before, after = without(source), with_plugin(source)
    if not isinstance(before, dict):
        return
    assert isinstance(after, dict)
    for name in ("read_from", "quantities", "notes"):
        old, new = (found.pop(name, {}) for found in (before, after))
        assert list(old) == [item for item in new if item in old]
        assert {"skill_gap", "months_away"} >= {item for item in new if item not in old} or name == "notes"
        assert name == "notes" or old == {item: new[item] for item in old}
    assert before == after


def test_a_job_without_a_resume() -> None:
    """Where no résumé was named the plugin reads nothing."""
    assert without(JOB) == with_plugin(JOB)


def test_a_job_with_a_resume(monkeypatch: pytest.MonkeyPatch) -> None:
    """The résumé that the seeker named gives both quantities, with where each was read."""
    monkeypatch.setenv("INTERVIEW_VALUE_RESUME", str(RESUME))
    invitation = iv.read(JOB, readers=READERS.items())
    assert {"skill_gap": iv.Estimate(0.2, 0.4), "months_away": iv.Estimate(0)} == invitation.quantities
    assert "resume.json: work" == invitation.read_from["months_away"]
    assert any("compared with the résumé resume.json (skills: 8; positions: 2;" in note for note in invitation.notes)
    evaluation = isolated_evaluator(interview_value_career_profile).evaluate(invitation)
    assert not {"skill_gap", "months_away"} & set(evaluation.assumed)


@pytest.mark.parametrize(("content", "why"), [(None, "cannot be opened"), ("[]", "is no JSON Resume")])
def test_a_resume_that_cannot_be_read(
    content: str | None, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names the résumé and the variable that names it, not the job."""
    path = tmp_path / "mine.json"
    if content:
        path.write_text(content, encoding="utf-8")
    monkeypatch.setenv("INTERVIEW_VALUE_RESUME", str(path))
    with pytest.raises(iv.errors.ReadError, match=rf"mine\.json: {why}.*\(it is named by INTERVIEW_VALUE_RESUME\)"):
        iv.read(JOB, readers=READERS.items())


def test_a_resume_is_no_invitation() -> None:
    """Who gives their résumé as a source is told where it belongs."""
    with pytest.raises(iv.errors.ReadError, match=r"resume\.json: is a résumé.*set INTERVIEW_VALUE_RESUME to its path"):
        iv.read(RESUME, readers=READERS.items())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_of_the_library_are_read_as_before(path: Path) -> None:
    """Not a word is different, nor why a table is no single invitation."""
    assert isinstance(without(path), dict) == (path.suffix != ".csv")
    assert without(path) == with_plugin(path)


@pytest.mark.skipif(not OTHERS, reason=f"there are no files of others in {REAL}")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_files_of_others_are_read_as_before(path: Path) -> None:
    """What the library reads, and what it refuses, is the same with this plugin."""
    assert without(path) == with_plugin(path)


@pytest.mark.parametrize("path", [*EXAMPLES, *OTHERS], ids=lambda path: f"{path.parent.name}-{path.name}")
def test_a_resume_only_adds(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a résumé, all that the library reads stands as it did, with where it was read."""
    monkeypatch.setenv("INTERVIEW_VALUE_RESUME", str(RESUME))
    assert_only_added(path)


@given(OBJECTS)
def test_what_the_library_reads_is_never_changed(data: dict[str, Any]) -> None:
    """Whatever an object looks like, as text or parsed: without a résumé nothing changes, and with one nothing is lost."""
    for source in (data, json.dumps(data)):
        if isinstance(before := without(source), dict):
            assert before == with_plugin(source)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("INTERVIEW_VALUE_RESUME", str(RESUME))
            assert_only_added(source)


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_left_alone(data: bytes) -> None:
    """What is no JSON object is not for this plugin."""
    assert without(data) == with_plugin(data)
