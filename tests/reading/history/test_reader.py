"""Reading a history: which interviews are past, to come or left out, and what the caller may say."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value import Invitation, read
from interview_value.errors import InvalidInputError, ReadError
from interview_value.reading.history.reader import read_history

from ..files import calendar, event
from .calendars import DAYS, JUNE, LUNCH, SOON, SPRING, TALKS, TODAY, events_on, history, talk


def test_past_and_upcoming_interviews():
    """Dates in the past become experience, those ahead are counted, each with where it was read."""
    found = history(SPRING, LUNCH, JUNE, SOON)
    assert [date(2026, 4, 1), date(2026, 6, 10)] == [entry.day for entry in found.past]
    assert ["Interview"] == [entry.title for entry in found.upcoming]
    assert 1 == found.others
    seeker = found.seeker
    assert ((date(2026, 4, 1), date(2026, 6, 10)), TODAY) == (seeker.past_interviews, seeker.as_of)
    assert (1, True) == (seeker.upcoming_interviews.low, 0 < seeker.known["experience"].low < 2)
    assert {"past_interviews": "text: event 1, event 3", "upcoming_interviews": "text: event 4"} == seeker.read_from


def test_the_invitation_itself_is_none_of_the_others():
    """The invitation in question is left out, by its UID in a calendar and by its start elsewhere."""
    assert ("soon", ()) == (read(calendar(SOON)).event.uid, history(SPRING, SOON, but=read(calendar(SOON))).upcoming)
    bare = event("DTSTART:20261201T090000Z", "SUMMARY:Interview")
    found = history(SPRING, bare, but=read(calendar(bare)))
    assert ((), "it is the invitation itself") == (found.upcoming, found.left_out[0].why)
    table = "Company,Interview Date\nFabrikam,2026-12-01\nContoso,2026-12-02"
    dated = read_history(table, as_of=TODAY, zone="UTC", but=Invitation(starts="2026-12-01T09:00"))
    assert ("Contoso", "Fabrikam") == (dated.upcoming[0].title, dated.left_out[0].title)
    assert 1 == len(history(SOON, but=Invitation(role="Analyst")).upcoming)
    assert 1 == len(history(SOON, but=read(calendar(talk("other", "20261202T090000Z")))).upcoming)


def test_the_day_is_that_of_the_zone():
    """An interview late in the evening in one time zone is on the next day in another."""
    late = talk("x", "20260401T230000Z")
    days = [history(late, zone=zone).past[0].day for zone in ("UTC", "Asia/Tokyo")]
    assert [date(2026, 4, 1), date(2026, 4, 2)] == days


def test_a_moment_divides_a_day():
    """An interview in the afternoon is still to come in the morning; on a whole day, it is past."""
    today = talk("x", "20261123T150000Z")
    morning, evening = (history(today, as_of=datetime(2026, 11, 23, hour, tzinfo=UTC)) for hour in (9, 18))
    assert (0, 1, 1) == (len(morning.past), len(evening.past), len(history(today).past))
    assert 1 == len(history(today, as_of=datetime(2026, 11, 23, 9)).upcoming)


def test_what_is_now_is_the_clocks():
    """Without `as_of`, today divides past from future."""
    assert datetime.now(UTC).date() - read_history(calendar(SPRING), zone="UTC").as_of <= timedelta(days=1)
    assert read_history(calendar(SPRING)).past


def test_mistakes_are_told_all_at_once():
    """Mistakes in words, zone and day are raised together."""
    with pytest.raises(InvalidInputError) as error:
        read_history(calendar(SPRING), words=["x"], zone="Nowhere/At all", as_of="today")
    assert ["words", "zone", "as_of"] == [mistake.path for mistake in error.value.mistakes]


@pytest.mark.parametrize("words", [[], 3, ["ok", 3], ["x" * 60], ["word"] * 101, "a"])
def test_words_that_cannot_be_looked_for(words):
    """Words that would match nothing or everything are refused."""
    with pytest.raises(InvalidInputError, match="words"):
        history(SPRING, words=words)


def test_one_word_and_a_zone_object():
    """A single word and a tzinfo can be given as they are."""
    assert 1 == len(history(SPRING, words="phone", zone=UTC).past)


def test_what_is_neither_calendar_nor_table_is_refused():
    """Another kind of source is refused, saying what was expected."""
    with pytest.raises(ReadError, match="is no calendar: expected"):
        read_history('{"jobs": []}')
    with pytest.raises(ReadError, match="is no calendar, and no table"):
        read_history("Dear applicant,\nhello")


@pytest.mark.parametrize("day", [date.min, date.max, datetime.max, "soon"])
def test_days_on_which_nobody_asks(day):
    """Days from which no six months can be counted are refused."""
    with pytest.raises(InvalidInputError, match="as_of"):
        history(SPRING, as_of=day)


@given(TALKS, DAYS, DAYS)
def test_a_later_day_never_has_fewer_interviews_behind_it(talks, one, other):
    """An interview that is past on one day is past on every later day."""
    earlier, later = (history(*events_on(talks), as_of=day).past for day in sorted((one, other)))
    assert {(entry.day, entry.title) for entry in earlier} <= {(entry.day, entry.title) for entry in later}


@given(st.text() | st.binary())
def test_anything_has_a_history_or_is_refused(content):
    """Any text or bytes have a history or raise a ReadError with a reason."""
    try:
        assert read_history(content, as_of=TODAY, zone="UTC").past == ()
    except ReadError as error:
        assert len(error.reason) > 5
