"""What holds of every résumé."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from interview_value_career_profile import read_job, read_profile

import interview_value as iv

TODAY = date(2026, 11, 23)
DAYS = st.dates(date(1990, 1, 1), TODAY)
PERIODS = st.lists(st.tuples(DAYS, DAYS).map(sorted), min_size=1, max_size=6)
NAMES = st.lists(st.sampled_from(["SQL", "Python", "Node.js", "C", "C++", "C#", "R", "Excel", "dbt"]), max_size=9)
SKILL = st.from_regex(r"[A-Za-z][A-Za-z0-9+# ]{0,20}", fullmatch=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["2024-05", "2024", "SQL"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=12,
)
ENTRY = st.dictionaries(st.sampled_from(["name", "keywords", "startDate", "endDate", "position", "language"]), JSON)
SECTION = st.sampled_from(["basics", "work", "skills", "projects", "languages", "certificates", "title", "company"])
ANY_RESUME = st.dictionaries(SECTION, JSON | st.lists(ENTRY | JSON, max_size=4))


def with_work(periods: list[list[date]]) -> dict[str, Any]:
    """A résumé with these times at work."""
    return {"work": [{"startDate": start.isoformat(), "endDate": end.isoformat()} for start, end in periods]}


@given(PERIODS)
def test_years_are_the_days_that_somebody_worked(periods: list[list[date]]) -> None:
    """However jobs overlap, each day counts once."""
    worked = {start + timedelta(n) for start, end in periods for n in range((end - start).days)}
    years = read_profile(with_work(periods), today=TODAY).years
    assert years is not None
    assert years.exact
    assert pytest.approx(len(worked) / 365.25, abs=0.0501) == years.low


@given(PERIODS, st.randoms())
def test_the_order_of_jobs_does_not_matter(periods: list[list[date]], random: Any) -> None:
    """A résumé lists the last job first or last; what it says is the same."""
    shuffled = random.sample(periods, len(periods))
    one, other = (read_profile(with_work(work), today=TODAY) for work in (periods, shuffled))
    assert (one.years, one.months_away) == (other.years, other.months_away)


@given(PERIODS)
def test_less_precise_dates_only_widen_the_range(periods: list[list[date]]) -> None:
    """What is known to the day lies within what is known of it to the month, and that within the year."""

    def ranges(length: int) -> tuple[iv.Estimate | None, iv.Estimate | None]:
        resume = with_work(periods)
        for job in resume["work"]:
            job.update({name: text[:length] for name, text in job.items()})
        profile = read_profile(resume, today=TODAY)
        return profile.years, profile.months_away

    for exact, month, year in zip(ranges(10), ranges(7), ranges(4), strict=True):
        assert exact is not None
        assert month is not None
        assert year is not None
        assert year.low <= month.low <= exact.low <= exact.high <= month.high <= year.high


@given(PERIODS, st.integers(0, 1_000))
def test_time_away_grows_by_the_day(periods: list[list[date]], days: int) -> None:
    """Read later, the same résumé is of somebody who has been away for longer."""
    now, later = (read_profile(with_work(periods), today=day).months_away for day in (TODAY, TODAY + timedelta(days)))
    assert now is not None
    assert later is not None
    assert pytest.approx(days / 30.4375, abs=0.101) == later.low - now.low


@given(NAMES, NAMES, NAMES)
def test_naming_more_skills_never_widens_the_gap(named: list[str], more: list[str], asked: list[str]) -> None:
    """A gap is a share, and a longer list of skills can only close it."""
    few, many = (
        read_profile({"skills": [{"keywords": ["Word", *names]}]}, today=TODAY).gap(asked)
        for names in (named, named + more)
    )
    assert (few is None) == (many is None) == (not asked)
    if few and many:
        assert 0 <= many.low <= few.low <= few.high <= 1
        assert many.high <= few.high


@given(
    st.lists(SKILL, min_size=1), st.sampled_from([str.upper, str.lower, str.title]), st.sampled_from([" ", "-", "."])
)
def test_spelling_does_not_matter(names: list[str], case: Callable[[str], str], between: str) -> None:
    """Whatever a résumé names is there, in whichever case and with whichever signs between the words."""
    profile = read_profile({"skills": [{"keywords": names}]}, today=TODAY)
    assert iv.Estimate(0) == profile.gap([case(name).replace(" ", between) for name in names])


@given(ANY_RESUME)
def test_whatever_is_in_it_there_is_a_profile_or_a_reason(resume: dict[str, Any]) -> None:
    """No other exception, no value that cannot be, and an evaluation can use it."""
    for read in (lambda: read_profile(resume, today=TODAY).seeker(), lambda: read_job(resume)):
        try:
            facts = read()
            assert all(estimate.low >= 0 for estimate in facts.quantities.values())
            assert all(note.isprintable() for note in facts.notes)
        except iv.errors.ReadError as error:
            assert error.source == "mapping"
