"""The laws that scorers and gates share: prompt, deterministic, pure, documented, and reading what they declare."""

from __future__ import annotations

from hypothesis import strategies as st

from ..errors import ScorerError, short
from ..model.quantity import Quantity
from ..scoring.scorers.practice import practice
from .builders import a_seeker, an_invitation
from .hidden_inputs import Watch, spied
from .laws import DETERMINISTIC, DOCUMENTED, PROMPT, PURE, UNDECLARED, Breach
from .side_effects import fingerprint, reachable, rebound
from .strategies import Case, make_case, range_drawn
from .trial import Outcome, Subject, Trial, outcome_text, show_case, show_cases

__all__ = ["deterministic", "documented", "prompt", "pure", "undeclared"]

SLOWEST = 1_000
"""How many times as long as the built-in scorer a call may take: some milliseconds, so that the 256 draws of an
evaluation still take less than a second or two (assumption)."""

YARDSTICK: dict[str, float] = {"skill_ceiling": 0.5, "skill_scale": 4, "ready": 1.5, "otherwise": 4}
"""The constants of the scorer that a call is compared with, so that nothing of it is drawn."""

ATTEMPTS = 5
FEW = 25
"""How many examples a law is tried on for which each takes long."""


def prompt(trial: Trial) -> Breach | None:
    """Check how long a call takes, in the middle of the bounds and at their ends, against a call of practice.

    The quickest of several calls counts, on both sides: whatever else the machine does makes a call longer only.
    """
    subject = trial.subject
    yardstick = Subject(practice, 1.0)
    yardstick_values = yardstick.values((an_invitation(**YARDSTICK), a_seeker()))
    for share in (0.5, 0.0, 1.0):
        case = make_case({name: _at(quantity, share) for name, quantity in subject.quantities.items()})
        values = subject.values(case)
        subject.seconds_for(values)  # what is imported or remembered at the first call does not count
        allowed = SLOWEST * min(yardstick.seconds_for(yardstick_values) for _ in range(50))
        taken = subject.seconds_for(values)
        for _ in range(ATTEMPTS - 1):
            if taken > allowed:
                taken = min(taken, subject.seconds_for(values))
        if taken > allowed:
            return Breach(PROMPT, f"A call took {taken:.2g} s; {allowed:.2g} s are allowed.", show_case(case))
    return None


def _at(quantity: Quantity, share: float) -> float | str:
    """Return the value of a quantity at a share of the way from its low to its high end, or a choice of a label."""
    if quantity.is_label:
        names = list(quantity.choices)
        return names[int(share * (len(names) - 1))]
    low, high = range_drawn(quantity)
    return low + share * (high - low)


def deterministic(trial: Trial) -> Breach | None:
    """Check that the same arguments give the same, in another order and as other objects."""

    def broken(cases: list[Case]) -> str | None:
        kept = [trial.subject.values(case) for case in cases]
        first = [trial.subject.call(values) for values in kept]
        # Each is made anew and gone before the next, so that one may lie where another lay.
        again = [trial.subject.call_on(case) for case in reversed(cases)][::-1]
        for once, twice in zip(first, again, strict=True):
            if not _same(once, twice):
                return f"It {outcome_text(once)}, and for the same arguments later it {outcome_text(twice)}."
        return None

    return trial.search(DETERMINISTIC, st.lists(trial.cases(), min_size=1, max_size=3), broken, show_cases)


def _same(first: Outcome, second: Outcome) -> bool:
    if isinstance(first, ScorerError):
        return isinstance(second, ScorerError)
    return first == second


def pure(trial: Trial) -> Breach | None:
    """Check that a call leaves the invitation, the seeker and all else that it can reach as they were."""
    function = trial.subject.criterion.function

    def broken(case: Case) -> str | None:
        values = trial.subject.values(case)
        before = _fingerprints(values.invitation, values.seeker, reachable(function))
        trial.subject.call(values)
        after = _fingerprints(values.invitation, values.seeker, reachable(function))
        changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
        return f"It changed {', '.join(changed)}." if changed else None

    return trial.search(PURE, trial.cases(), broken, show_case, FEW)


def _fingerprints(invitation: object, seeker: object, others: dict[str, object]) -> dict[str, object]:
    things = {"the invitation": invitation, "the seeker": seeker, **others}
    return {name: fingerprint(value) for name, value in things.items()}


def undeclared(trial: Trial) -> Breach | None:
    """Check that nothing is read but arguments: no other quantity, no clock, chance, file, network or setting."""
    if names := rebound(trial.subject.criterion.function):
        words = f"It reads {', '.join(names)}, which a function of its module assigns with a global statement."
        return Breach(UNDECLARED, words, {})

    def broken(case: Case) -> str | None:
        trial.subject.call_on(case)  # what is imported at the first call has been read by now
        read = _hidden_inputs(trial.subject, case)
        return f"It read {', '.join(read)}." if read else None

    return trial.search(UNDECLARED, trial.cases(), broken, show_case, FEW)


def _hidden_inputs(subject: Subject, case: Case) -> list[str]:
    """Return in words what a call reads besides its arguments."""
    values, watch = subject.values(case), Watch()
    invitation, of_invitation = spied(values.invitation)
    seeker, of_seeker = spied(values.seeker)
    values.fixed |= {"invitation": invitation, "seeker": seeker}
    subject.call(values, watch.watching())
    declared = set(subject.criterion.reads)
    return [
        *(f"{short(name)} of the invitation" for name in sorted(of_invitation - declared)),
        *(f"{short(name)} of the seeker" for name in sorted(of_seeker - declared)),
        *watch.seen,
    ]


def documented(trial: Trial) -> Breach | None:
    """Check that there is a docstring."""
    return None if trial.subject.criterion.summary else Breach(DOCUMENTED, "It has no docstring.", {})
