"""The history of interviews in a calendar: what counts, what does not, and that all of it is shown."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_value import InvalidInputError, Invitation, ReadError, read
from interview_value.reading.history.history import History
from interview_value.reading.history.reader import read_history

from .files import attendee, calendar, event

TODAY = date(2026, 11, 23)


def talk(uid: str, start: str, *lines: str, summary: str = "Interview") -> str:
    """Return an interview."""
    return event(f"UID:{uid}", f"DTSTART:{start}", f"SUMMARY:{summary}", *lines)


SPRING = talk("spring", "20260401T090000Z", summary="Phone screen: Data Analyst")
JUNE = talk("june", "20260610T090000Z", "DESCRIPTION:Vorstellungsgespräch im Büro", summary="Brightside")
SOON = talk("soon", "20261201T090000Z")
LUNCH = event("UID:lunch", "DTSTART:20260501T120000Z", "SUMMARY:Lunch")


def history(*events: str, **options: object) -> History:
    """Read a calendar with these events, as of one day."""
    return read_history(calendar(*events), **{"as_of": TODAY, "zone": "UTC", **options})


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


def test_everything_that_was_counted_is_listed_with_the_reason():
    """Date, title, place and words, and what was looked for."""
    lines = str(history(SPRING, JUNE, LUNCH)).splitlines()
    assert "text, as of 2026-11-23: 2 past, 0 to come" == lines[0]
    assert '  2026-04-01  Phone screen: Data Analyst  (text: event 1; its title says "Phone screen")' == lines[2]
    assert '  2026-06-10  Brightside  (text: event 2; its description says "Vorstellungsgespräch")' == lines[3]
    assert "Looked for: interview, phone screen" == lines[4][:35]
    assert "Entries without these words: 1" == lines[5]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["STATUS:CANCELLED"], "it is cancelled"),
        (["ORGANIZER:mailto:one@example.com", attendee("me@example.org", PARTSTAT="DECLINED")], "you declined it"),
        (
            ["ORGANIZER:mailto:me@example.org", attendee("two@example.com"), attendee("me@example.org")],
            "you invited others to it, so you may be the one who asks",
        ),
        (["DTSTART:tomorrow"], "it has no date from 1970 to six months ahead"),
        (["DTSTART:20280401T090000Z"], "it has no date from 1970 to six months ahead"),
    ],
)
def test_what_does_not_count_is_listed_with_the_reason(lines, why):
    """Nothing that is called an interview is left out in silence."""
    start = [] if lines[0].startswith("DTSTART") else ["DTSTART:20260401T090000Z"]
    found = history(event("UID:1", "SUMMARY:Interview", *start, *lines), seeker="Me@Example.org")
    assert ((), ()) == (found.past, found.upcoming)
    (entry,) = found.left_out
    assert why == entry.why


def test_what_you_were_asked_to_counts():
    """Whoever else is invited, if you did not decline."""
    asked = talk(
        "x", "20260401T090000Z", "ORGANIZER:mailto:one@example.com", attendee("me@example.org", PARTSTAT="ACCEPTED")
    )
    assert 1 == len(history(asked, seeker="me@example.org").past)


def test_the_invitation_itself_is_none_of_the_others():
    """By its UID in a calendar, by its start where there is none."""
    assert ("soon", ()) == (read(calendar(SOON)).event.uid, history(SPRING, SOON, but=read(calendar(SOON))).upcoming)
    bare = event("DTSTART:20261201T090000Z", "SUMMARY:Interview")
    found = history(SPRING, bare, but=read(calendar(bare)))
    assert ((), "it is the invitation itself") == (found.upcoming, found.left_out[0].why)
    table = "Company,Interview Date\nFabrikam,2026-12-01\nContoso,2026-12-02"
    dated = read_history(table, as_of=TODAY, zone="UTC", but=Invitation(starts="2026-12-01T09:00"))
    assert ("Contoso", "Fabrikam") == (dated.upcoming[0].title, dated.left_out[0].title)
    assert 1 == len(history(SOON, but=Invitation(role="Analyst")).upcoming)
    assert 1 == len(history(SOON, but=read(calendar(talk("other", "20261202T090000Z")))).upcoming)


def test_rehearsals_are_no_interviews():
    """Nor is the preparation; with words of one's own, these alone decide."""
    rehearsal = talk("x", "20260401T090000Z", summary="Mock interview")
    assert (0, 1) == (len(history(rehearsal).past), len(history(rehearsal, words=["mock interview"]).past))


def test_words_can_be_set():
    """They replace the usual ones, whatever their case, and are shown."""
    coffee = talk("x", "20260401T090000Z", summary="COFFEE-chat with Brightside")
    found = history(coffee, SPRING, words=["coffee chat"])
    assert (["COFFEE-chat with Brightside"], ("coffee chat",)) == ([one.title for one in found.past], found.words)
    assert 'its title says "COFFEE-chat"' == found.past[0].why


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Entretien chez Brightside", True), ("二面 Brightside", True), ("Interviewing at Brightside", True),
        ("HR-screen", True), ("Reinterviewed", False), ("Screening of a film", False), ("Colloquio", True),
    ],
)  # fmt: skip
def test_the_usual_words(title, counts):
    """In several languages, with any ending, at the beginning of a word."""
    assert counts == bool(history(talk("x", "20260401T090000Z", summary=title)).past)


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


def test_series_are_followed():
    """Each date counts, but those that were taken out, replaced or are too far ahead."""
    weekly = talk("w", "20261026T090000Z", "RRULE:FREQ=WEEKLY;COUNT=60", "EXDATE:20261102T090000Z")
    moved = event("UID:w", "RECURRENCE-ID:20261109T090000Z", "DTSTART:20261110T090000Z", "SUMMARY:Lunch instead")
    found = history(weekly, moved)
    assert [date(2026, 10, 26), date(2026, 11, 16), date(2026, 11, 23)] == [entry.day for entry in found.past]
    assert (date(2026, 11, 30), 26) == (found.upcoming[0].day, len(found.upcoming))
    assert all(entry.day <= TODAY + timedelta(days=184) for entry in found.upcoming)


def test_a_cancelled_series_counts_for_nothing():
    """Nor do dates of it that have an entry of their own."""
    series = talk("w", "20260401T090000Z", "RRULE:FREQ=WEEKLY;COUNT=3", "STATUS:CANCELLED")
    one = event("UID:w", "RECURRENCE-ID:20260408T090000Z", "DTSTART:20260409T090000Z", "SUMMARY:Interview")
    found = history(series, one)
    assert ((), {"it is cancelled"}) == (found.past, {entry.why for entry in found.left_out})


def test_the_day_is_that_of_the_zone():
    """Late in the evening in one place is early the next day in another."""
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
    """Left out, the day is today."""
    assert datetime.now(UTC).date() - read_history(calendar(SPRING), zone="UTC").as_of <= timedelta(days=1)
    assert read_history(calendar(SPRING)).past


def test_whole_days_count():
    """An interview that is only noted for a day has a day."""
    assert date(2026, 4, 1) == history(event("UID:1", "DTSTART;VALUE=DATE:20260401", "SUMMARY:Interview")).past[0].day


GOOGLE = {
    "items": [
        {"iCalUID": "1", "summary": "Interview", "start": {"dateTime": "2026-04-01T09:00:00Z"}},
        {
            "iCalUID": "2", "summary": "Interview", "start": {"dateTime": "2026-04-02T09:00:00Z"},
            "organizer": {"email": "one@example.com"},
            "attendees": [{"email": "me@example.org", "self": True, "responseStatus": "declined"}],
        },
    ]
}  # fmt: skip


def test_events_of_google():
    """What you declined is known, because Google says who you are, and places have the JSON's names."""
    found = read_history(json.dumps(GOOGLE), as_of=TODAY, zone="UTC")
    assert "text: items[0].start.dateTime" == found.seeker.read_from["past_interviews"]
    assert ["you declined it"] == [entry.why for entry in found.left_out]


def test_two_sources_are_joined():
    """What both show counts once, and the list says where else it is."""
    first, second = history(SPRING, LUNCH), read_history(calendar(SPRING, JUNE).encode(), as_of=TODAY, zone="UTC")
    both = first | second
    assert (2, 1, "it is also in text: event 1") == (len(both.past), both.others, both.left_out[0].why)
    assert "text: event 1; bytes: event 2" == both.seeker.read_from["past_interviews"]
    with pytest.raises(InvalidInputError, match="as_of"):
        first | history(SPRING, as_of=date(2025, 1, 1))
    with pytest.raises(TypeError):
        first | 3


def test_mistakes_are_told_all_at_once():
    """Words, zone and day, each with what would do."""
    with pytest.raises(InvalidInputError) as error:
        read_history(calendar(SPRING), words=["x"], zone="Nowhere/At all", as_of="today")
    assert ["words", "zone", "as_of"] == [mistake.path for mistake in error.value.mistakes]


@pytest.mark.parametrize("words", [[], 3, ["ok", 3], ["x" * 60], ["word"] * 101, "a"])
def test_words_that_cannot_be_looked_for(words):
    """They would match nothing or everything."""
    with pytest.raises(InvalidInputError, match="words"):
        history(SPRING, words=words)


def test_one_word_and_a_zone_object():
    """Both are taken as they are."""
    assert 1 == len(history(SPRING, words="phone", zone=UTC).past)


def test_what_is_neither_calendar_nor_table_is_refused():
    """With what was expected."""
    with pytest.raises(ReadError, match="is no calendar: expected"):
        read_history('{"jobs": []}')
    with pytest.raises(ReadError, match="is no calendar, and no table"):
        read_history("Dear applicant,\nhello")


def test_broken_lines_and_too_many_events_are_told():
    """What could not be looked at is said."""
    found = history(SPRING, event("no line at all"))
    assert ("lines of the calendar that are broken and were left out: 1",) == found.notes
    many = calendar(SPRING, *[event(f"UID:{number}", "SUMMARY:Lunch") for number in range(10_000)])
    assert "more events than are looked at" in read_history(many, as_of=TODAY).notes[0]


@pytest.mark.parametrize("day", [date.min, date.max, datetime.max, "soon"])
def test_days_on_which_nobody_asks(day):
    """Nothing can be counted on from there."""
    with pytest.raises(InvalidInputError, match="as_of"):
        history(SPRING, as_of=day)


def test_where_dates_were_read_is_bounded():
    """However many there are."""
    many = [talk(str(number), "20260401T090000Z") for number in range(400)]
    seeker = history(*many).seeker
    assert (400, 2_000) == (len(seeker.past_interviews), len(seeker.read_from["past_interviews"]))


DAYS = st.dates(date(2015, 1, 1), date(2028, 12, 31))
TALKS = st.lists(
    st.tuples(DAYS, st.sampled_from(["Interview", "Phone screen", "Mock interview", "Lunch", "Canceled: Interview"])), max_size=6
)  # fmt: skip


def of(talks: list[tuple[date, str]]) -> list[str]:
    """Return events on these days with these titles."""
    return [talk(f"{n}", f"{day:%Y%m%d}T120000Z", summary=title) for n, (day, title) in enumerate(talks)]


@given(TALKS, DAYS)
def test_an_event_of_another_kind_changes_nothing(talks, as_of):
    """But the number of those."""
    before, after = history(*of(talks), as_of=as_of), history(*of(talks), LUNCH, as_of=as_of)
    assert (before.past, before.upcoming, before.left_out) == (after.past, after.upcoming, after.left_out)
    assert (before.seeker, before.others + 1) == (after.seeker, after.others)


@given(TALKS, DAYS, DAYS)
def test_a_later_day_never_has_fewer_interviews_behind_it(talks, one, other):
    """What is past stays past."""
    earlier, later = (history(*of(talks), as_of=day).past for day in sorted((one, other)))
    assert {(entry.day, entry.title) for entry in earlier} <= {(entry.day, entry.title) for entry in later}


@given(TALKS, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_events_is_irrelevant(talks, as_of, random):
    """Only the places in the file follow it."""
    shuffled = of(talks)
    random.shuffle(shuffled)
    pairs = [
        [sorted((one.day, one.title, one.why) for one in pile if one.day) for pile in (found.past, found.upcoming)]
        for found in (history(*of(talks), as_of=as_of), history(*shuffled, as_of=as_of))
    ]
    assert pairs[0] == pairs[1]


@given(TALKS, DAYS)
def test_every_value_says_where_it_was_read(talks, as_of):
    """As everything that is read does."""
    seeker = history(*of(talks), as_of=as_of).seeker
    held = {
        name
        for name in ("experience", "past_interviews", "upcoming_interviews")
        if getattr(seeker, name) not in (None, ())
    }
    assert held == seeker.read_from.keys()


@given(st.text() | st.binary())
def test_anything_has_a_history_or_is_refused(content):
    """With a reason, and nothing but a ReadError."""
    try:
        assert read_history(content, as_of=TODAY, zone="UTC").past == ()
    except ReadError as error:
        assert len(error.reason) > 5
