"""Scorers and gates that are broken, each in its own way, with the laws that must catch it.

The first line of each docstring says what is wrong; where the docstring itself is what is missing, ``wrong`` does. The
table of ``docs/reference/contract.md`` has the same entries, and a test holds the two together.
"""

from __future__ import annotations

import contextvars
import datetime
import itertools
import math
import os
import pathlib
import random
import time

import attrs

import interview_value as iv

COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")
SIZE = iv.Quantity("size", unit="people", bounds=(0, 1000), prior=(10, 500))


@attrs.frozen
class Faulty:
    """One entry.

    Args:
        criterion: The scorer or gate.
        wrong: What is wrong with it.
        laws: The names of all laws that it breaks, in their order.
        declared: What its author declared of its direction.
        perhaps: The names of laws that it breaks as the memory happens to lie.
    """

    criterion: iv.scoring.Scorer | iv.scoring.Gate
    wrong: str
    laws: tuple[str, ...]
    declared: dict[str, set[str]] = attrs.field(factory=dict)
    perhaps: tuple[str, ...] = ()


SCORERS: list[Faulty] = []
GATES: list[Faulty] = []


def faulty(*laws, wrong="", perhaps=(), increasing=(), decreasing=(), **settings):
    """Add a scorer to the gallery."""

    def add(function):
        brought = {"kind": "cost", "quantities": [COMMUTE, SIZE], **settings}
        declared = {"increasing": set(increasing), "decreasing": set(decreasing)}
        said = wrong or function.__doc__.partition("\n")[0].rstrip(".")
        SCORERS.append(Faulty(iv.scorer(**brought)(function), said, laws, declared, perhaps))
        return function

    return add


def faulty_gate(*laws, verdict="decline"):
    """Add a gate to the gallery."""

    def add(function):
        said = function.__doc__.partition("\n")[0].rstrip(".")
        made = iv.gate(reason="For a reason.", verdict=verdict, quantities=[COMMUTE])(function)
        GATES.append(Faulty(made, said, laws))
        return function

    return add


# Hours that are no number.


@faulty("finite")
def returns_nothing(commute):
    """A return that was forgotten."""
    4 * commute


@faulty("finite")
def returns_truth(commute):
    """A truth value in place of hours."""
    return commute > 0


@faulty("finite")
def returns_text(commute):
    """Text in place of hours."""
    return f"{commute} h"


@faulty("finite")
def returns_pair(commute):
    """A range in place of one number."""
    return commute, 2 * commute


@faulty("finite")
def returns_infinity_within(commute, size):
    """An overflow in the midst of the bounds."""
    return commute * 10.0**size


@faulty("finite", columnar=False)
def raises_within(commute):
    """An index that has no entry for most values."""
    return [0.5, 1.0][int(commute)]


@faulty("finite")
def enormous(commute):
    """More hours than a hundred thousand years have."""
    return 1e12 + commute


@faulty("bounds", columnar=False)
def nan_at_the_edge(commute):
    """A NaN at an end of the bounds, where 0 times infinity is asked for."""
    return commute * -math.log(commute) if commute else 0 * math.inf


@faulty("bounds")
def infinite_at_a_bound(offer_chance, ops):
    """An infinity at an end of the bounds, from log-odds."""
    return ops.logit(offer_chance)


@faulty("bounds")
def divides_by_zero(commute):
    """A division by a quantity that can be 0."""
    return 3 / commute


@faulty("bounds", columnar=False)
def raises_at_a_bound(offer_chance):
    """A logarithm of a share that can be 0."""
    return -math.log(offer_chance)


# Columns.


@faulty("columns")
def asks_if(commute):
    """An `if` on a quantity."""
    if commute > 10:
        return 2 * commute
    return commute


@faulty("columns")
def uses_math(offer_chance):
    """math.exp, which takes no column, in place of ops.exp."""
    return math.exp(offer_chance)


@faulty("columns")
def normalises(commute):
    """Hours that are divided by the largest of the column."""
    return commute / commute.max() if hasattr(commute, "max") else commute / (commute or 1)


@faulty("columns")
def wrong_length(commute):
    """A column of another length."""
    return [commute[0]] * 7 if hasattr(commute, "__len__") else commute


@faulty("columns")
def order_of_rows(commute):
    """Hours that accumulate from row to row."""
    return commute.cumsum() if hasattr(commute, "cumsum") else commute


@faulty("columns")
def rounds_otherwise(commute):
    """A rounding that columns do in another way than floats."""
    return commute.astype("float32") / 3 if hasattr(commute, "astype") else commute / 3


@faulty("columns")
def takes_the_larger(commute, travel):
    """max() of two quantities, in place of ops.maximum."""
    return max(commute, travel)


@faulty("columns", "pure")
def mutates_a_column(commute, offer_chance):
    """A column that is changed in place."""
    commute *= offer_chance
    return commute


# State.

COUNT = itertools.count()
LAST: list[float] = []
CACHE: dict[int, float] = {}
WEIGHTS: dict[str, float] = {"practice": 1.0}


@faulty("columns", "deterministic", "pure")
def remembers(commute):
    """State between calls: the hours hang on what was asked before."""
    LAST.append(commute)
    return sum(LAST[-2:])


@faulty("columns", "deterministic", columnar=False)
def counts(commute):
    """A counter that every call moves."""
    return commute + next(COUNT)


@faulty("deterministic", "pure", perhaps=("columns",), columnar=False)
def caches_by_identity(commute):
    """A cache by the identity of an object that may be gone."""
    return CACHE.setdefault(id(commute), 2 * commute)


@faulty("pure")
def changes_weights(commute):
    """Other criteria's weights changed on the way."""
    WEIGHTS["practice"] += 1
    return 2 * commute


@faulty("pure", columnar=False)
def changes_the_invitation(commute, invitation):
    """An invitation that is changed."""
    object.__setattr__(invitation, "role", f"{commute} h away")
    return commute


# What nobody declared.

FACTOR = 2.0
SETTING: contextvars.ContextVar[float] = contextvars.ContextVar("SETTING", default=2.0)


def configure(factor):
    """Set what a scorer secretly multiplies with."""
    global FACTOR  # noqa: PLW0603 - it is what is wrong
    FACTOR = factor


@faulty("undeclared")
def configured(commute):
    """A hidden global setting that can be changed."""
    return FACTOR * commute


@faulty("undeclared")
def in_context(commute):
    """A context variable."""
    return SETTING.get() * commute


@faulty("undeclared")
def reads_the_environment(commute):
    """An environment variable."""
    return float(os.environ.get("HOURS", "2")) * commute


@faulty("undeclared")
def reads_the_invitation(commute, invitation):
    """A quantity that is read through the invitation and not named."""
    return commute + (invitation.travel.low if invitation.travel else 0)


@faulty("undeclared")
def reads_the_seeker(commute, seeker):
    """A quantity that is looked up among all that is known of the seeker."""
    return commute if "mindset" in seeker.known else 2 * commute


@faulty("undeclared")
def reads_the_day(commute):
    """The day of the week."""
    return commute * (1 + (datetime.date.today().weekday() > 9))


@faulty("undeclared")
def reads_the_clock(commute):
    """The clock."""
    return commute + 0 * time.time()


@faulty("undeclared")
def reads_a_file(commute):
    """A file."""
    return commute * len(pathlib.Path(__file__).read_text(encoding="utf-8").splitlines()[0]) / 100


@faulty("columns", "deterministic", "undeclared")
def draws_at_random(commute):
    """A number drawn at random."""
    return commute + random.random()


# The rest.


@faulty("monotone", increasing={"commute"})
def wrong_sign(commute, offer_chance):
    """A sign that is the wrong way round."""
    return 10 - commute * offer_chance


@faulty("monotone", decreasing={"commute"}, columnar=False)
def turns_round(commute):
    """A quantity that is declared falling and rises at the end."""
    return abs(commute - 50)


@faulty("prompt")
def waits(commute):
    """A call that waits."""
    time.sleep(0.06)
    return commute


@faulty("prompt", columnar=False)
def loops(size):
    """A loop as long as a quantity is large."""
    return sum(math.sqrt(step) for step in range(int(size) * 200)) * 0 + size


@faulty("reason", reason=lambda commute: "{commute:.1f} h a week")
def forgotten_f(commute):
    """Words with a placeholder that nobody filled."""
    return commute


@faulty("reason", reason=lambda commute: f"{1 / commute:.1f} weeks an hour")
def words_that_raise(commute):
    """Words that raise at an end of the bounds."""
    return commute


@faulty("reason", reason=lambda commute: f"<b>{commute:.1f}</b> h a week")
def words_with_markup(commute):
    """Words with markup."""
    return commute


@faulty("reason", reason=lambda commute: 2 * commute)
def words_that_are_none(commute):
    """A number in place of words."""
    return commute


@faulty("reason", reason=lambda commute: f"on the road\n{commute:.1f} h a week")
def words_on_two_lines(commute):
    """Words on more than one line."""
    return commute


@faulty("reason", reason=lambda commute: "a week " * 100)
def words_without_end(commute):
    """Words longer than anybody reads."""
    return commute


@faulty("documented", wrong="No docstring")
def undocumented(commute):  # noqa: D103 - it is what is wrong
    return commute


# Gates.


@faulty_gate("ternary")
def plain_truth(travel):
    """A truth value from what is no more than a prior."""
    return (travel.high or 2.0) > 4


@faulty_gate("ternary")
def raises_on_unknown(travel, commute):
    """`and`, which cannot take an unknown."""
    return travel > 4 and commute > 4


@faulty_gate("ternary")
def both(travel):
    """Yes and no at once."""
    return iv.Ternary(True, True)


@faulty_gate("unknown", "knowledge")
def fires_on_unknown(travel):
    """An unknown that is taken for a reason to decline."""
    yes = (travel.known ^ True) | (travel.low > 4)
    return iv.Ternary(yes, yes ^ True)


@faulty_gate("unknown", "knowledge", verdict="attend")
def obliged_until_denied(obliged):
    """An obligation that holds until somebody denies it."""
    no = obliged.known & (obliged.low == "no")
    return iv.Ternary(no ^ True, no)


@faulty_gate("knowledge")
def flips(travel):
    """A range that is taken for its high end, so that the answer flips with more knowledge."""
    return iv.Ternary(travel.known & (travel.high > 4), travel.known & (travel.high <= 4))


@faulty_gate("knowledge")
def unknown_is_no(travel):
    """An unknown that is taken for a no."""
    yes = travel.known & (travel.low > 4)
    return iv.Ternary(yes, yes ^ True)


@faulty_gate("decides")
def never_tells(travel, commute):
    """A gate that stays open whatever is known."""
    return (travel > 4) & iv.Ternary(False, False)


@faulty_gate("columns")
def gate_with_if(travel):
    """An `if` in a gate."""
    return (travel > 4) if travel.known else iv.Ternary(False, False)


@faulty_gate("undeclared")
def gate_with_invitation(travel, invitation):
    """A gate that reads a quantity through the invitation."""
    return travel > (4 if invitation.duration else 5)


@faulty_gate("undeclared")
def gate_with_label(travel, invitation):
    """A gate that looks up a label in the invitation."""
    return travel > (4 if invitation.label("stage") == "final" else 5)
