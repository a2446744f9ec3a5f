"""Profile: what a résumé says of a person that matters here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

import interview_value as iv

from .skills import distinct, key

__all__ = ["Profile"]

LEFT_OUT = 0.5
"""The largest share of skills that a résumé does not name and the person has all the same: an assumption. A résumé is a
selection, and one skill may have two names."""


@frozen(kw_only=True)
class Profile:
    """What a résumé says of a person; what it does not say is unknown.

    Args:
        source: What the résumé is called.
        today: The day to which months and years are counted.
        skills: The skills that it names, each once, as it writes them; empty if it names none.
        positions: The positions held, each once, as they are listed.
        years: Years at work, ≥ 0, no day counted twice; None if the dates do not say.
        months_away: Months since the last work ended, ≥ 0, 0 for somebody at work; None if the dates do not say.
        notes: What could not be used and why.
    """

    source: str
    today: date
    skills: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    years: iv.Estimate | None = None
    months_away: iv.Estimate | None = None
    notes: tuple[str, ...] = ()

    def missing(self, asked: Iterable[str]) -> tuple[str, ...]:
        """Return the skills among those asked for that the résumé does not name, each once.

        Args:
            asked: Names of skills. Case, spaces and punctuation do not matter.

        Raises:
            InvalidInputError: ``asked`` is a single text.
        """
        named = set(map(key, self.skills))
        return tuple(name for known, name in _asked(asked).items() if known not in named)

    def gap(self, asked: Iterable[str]) -> iv.Estimate | None:
        """Return the share of the skills asked for that the person lacks, for the quantity ``skill_gap``.

        Args:
            asked: Names of skills. Case, spaces and punctuation do not matter.

        Returns:
            A share 0–1: 0 if the résumé names all of them; else from half of the share that it does not name, as a
            résumé is a selection, to the whole of it. None if it names no skill at all, or none is asked for.

        Raises:
            InvalidInputError: ``asked`` is a single text.
        """
        skills = _asked(asked)
        if not skills or not self.skills:
            return None
        share = len(self.missing(skills.values())) / len(skills)
        return iv.Estimate(share * (1 - LEFT_OUT), share)

    def seeker(self, seeker: iv.Seeker | None = None) -> iv.Seeker:
        """Return a seeker with what the résumé says of one: how long ago they last worked, and no more.

        Args:
            seeker: What is known already; it counts more than the résumé.
        """
        read = iv.Seeker(notes=self.notes)
        if self.months_away is not None:
            read = iv.Seeker(
                quantities={"months_away": self.months_away},
                read_from={"months_away": f"{self.source}: work"},
                notes=self.notes,
            )
        return read if seeker is None else seeker | read

    def __str__(self) -> str:
        worked = "unknown" if self.years is None else str(self.years)
        return f"{self.source} (skills: {len(self.skills)}; positions: {len(self.positions)}; years of work: {worked})"


def _asked(asked: Iterable[str]) -> dict[str, str]:
    if isinstance(asked, str):
        mistake = iv.errors.FieldError("asked", asked, "a list of names of skills")
        raise iv.errors.InvalidInputError("list of skills", [mistake])
    return distinct(asked)
