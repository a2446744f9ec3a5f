"""History: all that was counted is shown, and becomes what is known of a seeker."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from interview_value.errors import InvalidInputError
from interview_value.reading.history.reader import read_history

from ..files import calendar
from .calendars import DAYS, JUNE, LUNCH, SOON, SPRING, TALKS, TODAY, events_on, history, talk


def test_everything_that_was_counted_is_listed_with_the_reason():
    """Its text lists each interview with date, title, place and reason, and the words that were looked for."""
    lines = str(history(SPRING, JUNE, LUNCH)).splitlines()
    assert "text, as of 2026-11-23: 2 past, 0 to come" == lines[0]
    assert '  2026-04-01  Phone screen: Data Analyst  (text: event 1; its title says "Phone screen")' == lines[2]
    assert '  2026-06-10  Brightside  (text: event 2; its description says "Vorstellungsgespräch")' == lines[3]
    assert "Looked for: interview, phone screen" == lines[4][:35]
    assert "Entries without these words: 1" == lines[5]


def test_none_found_proves_nothing():
    """Unknown stays unknown, unless the source is said to be complete: then none is zero."""
    found = history(LUNCH)
    assert (None, None, ()) == (
        found.seeker.experience, found.seeker.upcoming_interviews, found.seeker.past_interviews,
    )  # fmt: skip
    assert "no past interview was found, which does not prove that there was none" in found.seeker.notes[0]
    whole = history(LUNCH, complete=True).seeker
    assert (0, 0) == (whole.experience.low, whole.upcoming_interviews.low)
    assert {
        "experience": "text: no past interview in all of it",
        "upcoming_interviews": "text: none to come in all of it",
    } == whole.read_from


def test_wishes_cannot_be_read_off_a_calendar():
    """A note says so wherever interviews to come were counted, and what was counted goes with the seeker."""
    notes = history(SPRING, SOON).seeker.notes
    assert (
        'text: counted as past interviews: 2026-04-01 Phone screen: Data Analyst (its title says "Phone screen")'
        == notes[0]
    )
    assert "not what you want" in notes[2]
    many = [talk(str(number), f"202604{number:02}T090000Z") for number in range(1, 13)]
    assert history(*many).seeker.notes[0].endswith("; and 2 more")


def test_two_sources_are_joined():
    """An interview in both sources counts once, and the other entry says where it also is."""
    first, second = history(SPRING, LUNCH), read_history(calendar(SPRING, JUNE).encode(), as_of=TODAY, zone="UTC")
    both = first | second
    assert (2, 1, "it is also in text: event 1") == (len(both.past), both.others, both.left_out[0].why)
    assert "text: event 1; bytes: event 2" == both.seeker.read_from["past_interviews"]
    with pytest.raises(InvalidInputError, match="as_of"):
        first | history(SPRING, as_of=date(2025, 1, 1))
    with pytest.raises(TypeError):
        first | 3


def test_where_dates_were_read_is_bounded():
    """However many interviews there are, the text on where they were read fits into a field."""
    many = [talk(str(number), "20260401T090000Z") for number in range(400)]
    seeker = history(*many).seeker
    assert (400, 2_000) == (len(seeker.past_interviews), len(seeker.read_from["past_interviews"]))


@given(TALKS, DAYS)
def test_every_value_says_where_it_was_read(talks, as_of):
    """Exactly the values that the history gives a seeker have a place in `read_from`."""
    seeker = history(*events_on(talks), as_of=as_of).seeker
    held = {
        name
        for name in ("experience", "past_interviews", "upcoming_interviews")
        if getattr(seeker, name) not in (None, ())
    }
    assert held == seeker.read_from.keys()
