"""History: the past and coming interviews of a source, and what they say of a seeker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from ...display.language import mark, say
from ...display.plain import Plain
from ...errors import FieldError, InvalidInputError
from ...model.fields import MAX_TEXT
from ...model.seeker import Seeker
from ..words.wording import INTERVIEW_WORDS

__all__ = ["History", "HistoryEntry", "ordered"]

MAX_SHOWN = 10
"""How many interviews a note lists; the history itself has them all."""

WISHES = mark(
    "a calendar shows what is arranged, not what you want, nor what is yet to be arranged: correct the number"
)
"""The note that goes with every number of interviews to come."""


@frozen
class HistoryEntry(Plain):
    """One interview of a history.

    Args:
        day: Its day in your time zone; None if it has none.
        title: Its title.
        source: The name of the source that shows it.
        where: Where in the source it is, such as ``event 3``.
        why: Why it is counted, or why it is left out.
    """

    day: date | None
    title: str
    source: str
    where: str
    why: str

    def __str__(self) -> str:
        """Return the entry on one line."""
        return f"{self._when}  {self.title}  ({self.source}: {self.where}; {self.why})"

    @property
    def brief(self) -> str:
        """The entry's day, title and reason."""
        return f"{self._when} {self.title} ({self.why})"

    @property
    def _when(self) -> str:
        return self.day.isoformat() if self.day else "(no date)"


@frozen
class History(Plain):
    """The interviews that a source shows.

    Args:
        source: The name of the source.
        as_of: The day that divides past interviews from those to come.
        past: The interviews up to that day, the earliest first.
        upcoming: Those in the six months after it, the earliest first.
        left_out: Entries that are called interviews and count for neither, each with the reason.
        others: How many other entries the source has.
        words: The words by which interviews were found.
        complete: Whether you said that the source has all your interviews.
        notes: What a person should know about how the interviews were found.
    """

    source: str
    as_of: date
    past: tuple[HistoryEntry, ...] = ()
    upcoming: tuple[HistoryEntry, ...] = ()
    left_out: tuple[HistoryEntry, ...] = ()
    others: int = 0
    words: tuple[str, ...] = INTERVIEW_WORDS
    complete: bool = False
    notes: tuple[str, ...] = ()

    @property
    def seeker(self) -> Seeker:
        """A seeker with what the history shows, each value with where it was read.

        That no interview was found proves nothing and leaves the experience unknown, unless you said that the source is
        complete.
        """
        facts: dict[str, Any] = {}
        read_from: dict[str, str] = {}
        if self.past:
            facts |= {"past_interviews": [entry.day for entry in self.past], "as_of": self.as_of}
            read_from["past_interviews"] = _places(self.past)
        elif self.complete:
            facts["experience"], read_from["experience"] = (
                0,
                say("{source}: no past interview in all of it", source=self.source),
            )
        if self.upcoming or self.complete:
            facts["upcoming_interviews"] = len(self.upcoming)
            read_from["upcoming_interviews"] = _places(self.upcoming) or say(
                "{source}: none to come in all of it", source=self.source
            )
        return Seeker(**facts, read_from=read_from, notes=tuple(self._seeker_notes()))

    def _seeker_notes(self) -> Iterator[str]:
        """Yield the notes that go with the seeker: what was counted, and what it does not show."""
        for counted_as, entries in (
            (mark("{source}: counted as past interviews: {entries}"), self.past),
            (mark("{source}: counted as interviews to come: {entries}"), self.upcoming),
            (mark("{source}: called an interview, but left out: {entries}"), self.left_out),
        ):
            if entries:
                shown, more = "; ".join(entry.brief for entry in entries[:MAX_SHOWN]), len(entries) - MAX_SHOWN
                shown = say("{entries}; and {n} more", entries=shown, n=more) if more > 0 else shown
                yield say(counted_as, source=self.source, entries=shown)[:MAX_TEXT]
        if self.upcoming:
            yield say(WISHES)
        if not self.past and not self.complete:
            yield say(
                "{source}: no past interview was found, which does not prove that there was none", source=self.source
            )
        yield from self.notes

    def __or__(self, other: History) -> History:
        """Return the history of two sources: an interview with the same day and title in both counts once."""
        if not isinstance(other, History):
            return NotImplemented
        if self.as_of != other.as_of:
            raise InvalidInputError("history", [FieldError("as_of", other.as_of, f"{self.as_of}, as in the other one")])
        past, past_twice = _join(self.past, other.past)
        upcoming, upcoming_twice = _join(self.upcoming, other.upcoming)
        return History(
            f"{self.source}, {other.source}"[:MAX_TEXT],
            self.as_of,
            past,
            upcoming,
            (*self.left_out, *other.left_out, *past_twice, *upcoming_twice),
            self.others + other.others,
            tuple(dict.fromkeys((*self.words, *other.words))),
            self.complete or other.complete,
            tuple(dict.fromkeys((*self.notes, *other.notes))),
        )

    def __str__(self) -> str:
        """Return a list of the interviews that are past, to come and left out, each with the reason."""
        lines = [f"{self.source}, as of {self.as_of}: {len(self.past)} past, {len(self.upcoming)} to come"]
        for heading, entries in (("Past", self.past), ("To come", self.upcoming), ("Left out", self.left_out)):
            if entries:
                lines += [f"{heading}:", *(f"  {entry}" for entry in entries)]
        lines += [f"Looked for: {', '.join(self.words)}", f"Entries without these words: {self.others}", *self.notes]
        return "\n".join(lines)


def ordered(entries: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """Return interviews by their day, those without one last; what order they came in makes no difference."""
    return tuple(sorted(entries, key=lambda entry: (entry.day or date.max, entry.title, entry.where, entry.why)))


def _join(
    mine: tuple[HistoryEntry, ...], theirs: tuple[HistoryEntry, ...]
) -> tuple[tuple[HistoryEntry, ...], list[HistoryEntry]]:
    """Return the interviews of two sources, and those of the second that the first has as well."""
    first = {(entry.day, entry.title.casefold()): entry for entry in mine}
    new: list[HistoryEntry] = []
    twice: list[HistoryEntry] = []
    for entry in theirs:
        if same := first.get((entry.day, entry.title.casefold())):
            twice.append(evolve(entry, why=f"it is also in {same.source}: {same.where}"))
        else:
            new.append(entry)
    return ordered((*mine, *new)), twice


def _places(entries: Sequence[HistoryEntry]) -> str:
    """Return where interviews were read, cut to the length of a field; the entries have it whole."""
    sources = dict.fromkeys(entry.source for entry in entries)
    by_source = ((name, (entry.where for entry in entries if entry.source == name)) for name in sources)
    places = "; ".join(f"{name}: {', '.join(dict.fromkeys(where))}" for name, where in by_source)
    return places if len(places) <= MAX_TEXT else f"{places[: MAX_TEXT - 1]}…"
