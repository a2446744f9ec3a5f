"""Errors: each carries its data, says what to do, and can be sent to another process."""

from __future__ import annotations

import copy
import pickle

import pytest

import interview_value as iv

FIELD = iv.FieldError("stage", "frist", "one of screen, first", "first")
CAUSE = iv.ScorerError("practice", "raised ValueError('boom')")

ERRORS = {
    FIELD: ("path", "value", "allowed", "nearest"),
    iv.InvalidInputError("invitation", [FIELD, iv.FieldError("duration", -1, "> 0")]): ("what", "message"),
    iv.UnknownNameError("criterion", "practise", ["practice", "effort"]): ("kind", "name", "known", "nearest"),
    iv.PluginError("commute", "it has no hooks"): ("plugin", "reason"),
    iv.NameClashError("scorer", "commuting", ("one", "two")): ("kind", "name", "owners"),
    iv.SignatureError("commuting", "comute", "is no quantity", "commute"): ("scorer", "argument", "reason", "nearest"),
    CAUSE: ("scorer", "reason"),
    iv.ScorersFailedError([CAUSE]): ("message",),
    iv.ReadError("mail.ics", "is empty"): ("source", "reason"),
    iv.ScaffoldError("interview-value-fine", "is there already"): ("what", "reason"),
}


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize(
    "through", [lambda error: pickle.loads(pickle.dumps(error)), copy.copy], ids=["pickle", "copy"]
)
def test_error_survives_pickle_and_copy(error, through):
    """An error that comes back from another process has its kind, its words and its data."""
    again = through(error)
    assert (type(error), str(error)) == (type(again), str(again))
    assert [getattr(error, name) for name in ERRORS[error]] == [getattr(again, name) for name in ERRORS[error]]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_all_errors_have_one_base(error):
    """Whoever catches InterviewValueError catches all that the library raises on purpose."""
    assert isinstance(error, iv.InterviewValueError)


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (iv.FieldError, ValueError),
        (iv.InvalidInputError, ExceptionGroup),
        (iv.UnknownNameError, LookupError),
        (iv.SignatureError, TypeError),
        (iv.ScorersFailedError, ExceptionGroup),
        (iv.ReadError, ValueError),
    ],
)
def test_errors_are_of_the_kind_that_python_expects(kind, builtin):
    """Code that knows nothing of the library catches its errors as those of Python."""
    assert issubclass(kind, builtin)


def test_field_error_names_value_remedy_and_nearest_name():
    """One line says where, what was given, what is expected, and what was probably meant."""
    assert "stage: got 'frist', expected one of screen, first; did you mean 'first'?" == str(FIELD)


def test_unknown_name_offers_the_nearest():
    """A slip of the pen is answered with the name that was probably meant."""
    error = iv.UnknownNameError("criterion", "Practise", ["practice", "effort"])
    assert "no criterion is called 'Practise'; did you mean 'practice'?" == str(error)


@pytest.mark.parametrize(("known", "words"), [(["b", "a"], "known: a, b"), ([], "known: none")])
def test_unknown_name_lists_what_there_is(known, words):
    """Where nothing is near, all that exists is listed."""
    error = iv.UnknownNameError("criterion", "zzz", known)
    assert (None, f"no criterion is called 'zzz'; {words}") == (error.nearest, str(error))


def test_clash_names_both_owners():
    """Who has to act on a clash of names learns who claims it."""
    message = str(iv.NameClashError("scorer", "commuting", ("one", "two")))
    assert "two plugins bring a scorer called 'commuting': one and two; rename one, or block one of them" == message


def test_groups_can_be_split():
    """`except*` and split keep the kind of the group, with what it carries."""
    group = iv.InvalidInputError("seeker", [FIELD, iv.FieldError("mindset", 2, "0 to 1")])
    some, rest = group.split(lambda mistake: mistake is FIELD)
    assert (iv.InvalidInputError, "seeker", (FIELD,)) == (type(some), some.what, some.exceptions)
    assert iv.InvalidInputError is type(rest)
    failed, none = iv.ScorersFailedError([CAUSE]).split(iv.ScorerError)
    assert (iv.ScorersFailedError, None) == (type(failed), none)


class Hostile:
    """A value whose repr fails."""

    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize(
    ("value", "shown"), [(Hostile(), "<Hostile>"), ("x" * 1_000, "'" + "x" * 58 + "…")], ids=["hostile", "long"]
)
def test_any_value_can_be_reported(value, shown):
    """A value that is long, or cannot even be shown, does not hide the mistake."""
    with pytest.raises(iv.InvalidInputError) as caught:
        iv.Invitation(duration=value)
    assert f"duration: got {shown}, expected a finite number" in str(caught.value.exceptions[0])


def test_what_was_given_is_shown_up_to_60_characters():
    """A mistake shows a value that is just short enough whole, and cuts the next longer one."""
    whole = "x" * 58
    assert f"got '{whole}', " in str(iv.FieldError("role", whole, "less"))
    assert f"got '{whole}…, " in str(iv.FieldError("role", whole + "x", "less"))
