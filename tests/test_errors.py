"""Errors: each carries its data, says what to do, and can be sent to another process."""

from __future__ import annotations

import copy
import logging
import pickle
import subprocess
import sys

import pytest

import interview_value as iv
from interview_value.errors import UnknownFieldError, warn

FIELD = iv.errors.FieldError("stage", "frist", "one of screen, first", "first")
CAUSE = iv.errors.ScorerError("practice", "raised ValueError('boom')")

ERRORS = {
    FIELD: ("path", "value", "allowed", "nearest"),
    iv.errors.InvalidInputError("invitation", [FIELD, iv.errors.FieldError("duration", -1, "> 0")]): (
        "what",
        "message",
    ),
    UnknownFieldError("seeker", [iv.errors.FieldError("minset", 1, "a field", "mindset")]): ("what", "message"),
    iv.errors.UnknownNameError("criterion", "practise", ["practice", "effort"]): ("kind", "name", "known", "nearest"),
    iv.errors.PluginError("commute", "it has no hooks"): ("plugin", "reason"),
    iv.errors.NameClashError("scorer", "commuting", ("one", "two")): ("kind", "name", "owners"),
    iv.errors.SignatureError("commuting", "comute", "is no quantity", "commute"): (
        "scorer",
        "argument",
        "reason",
        "nearest",
    ),
    CAUSE: ("scorer", "reason"),
    iv.errors.ScorersFailedError([CAUSE]): ("message",),
    iv.errors.ReadError("mail.ics", "is empty"): ("source", "reason"),
    iv.errors.ScaffoldError("interview-value-fine", "is there already"): ("what", "reason"),
    iv.errors.NotAtHandError("has no draws"): ("reason",),
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
        (iv.errors.FieldError, ValueError),
        (iv.errors.InvalidInputError, ExceptionGroup),
        (iv.errors.InvalidInputError, ValueError),
        (UnknownFieldError, TypeError),
        (iv.errors.UnknownNameError, LookupError),
        (iv.errors.SignatureError, TypeError),
        (iv.errors.ScorersFailedError, ExceptionGroup),
        (iv.errors.ReadError, ValueError),
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
    error = iv.errors.UnknownNameError("criterion", "Practise", ["practice", "effort"])
    assert "no criterion is called 'Practise'; did you mean 'practice'?" == str(error)


@pytest.mark.parametrize(("known", "words"), [(["b", "a"], "known: a, b"), ([], "known: none")])
def test_unknown_name_lists_what_there_is(known, words):
    """Where nothing is near, all that exists is listed."""
    error = iv.errors.UnknownNameError("criterion", "zzz", known)
    assert (None, f"no criterion is called 'zzz'; {words}") == (error.nearest, str(error))


def test_clash_names_both_owners():
    """Who has to act on a clash of names learns who claims it."""
    message = str(iv.errors.NameClashError("scorer", "commuting", ("one", "two")))
    assert "two plugins bring a scorer called 'commuting': one and two; rename one, or block one of them" == message


def test_a_group_tells_every_reason_on_a_line():
    """One logged error is enough: each mistake of an input, and each failure of an evaluation, has its line."""
    mindset = iv.errors.FieldError("mindset", 2, "0 to 1")
    assert f"the seeker cannot be used as it is:\n{FIELD}\n{mindset}" == str(
        iv.errors.InvalidInputError("seeker", [FIELD, mindset])
    )
    assert f"the evaluation is incomplete:\n{CAUSE}" == str(iv.errors.ScorersFailedError([CAUSE]))


def test_a_path_can_begin_with_the_form():
    """A mistake that is told with those of another form says in which of them it stands."""
    assert "seeker.stage: got 'frist', expected one of screen, first; did you mean 'first'?" == str(
        FIELD.within("seeker")
    )


def test_what_is_warned_of_is_logged(monkeypatch, caplog):
    """Whoever reads a log learns what the library warns of, once, and on which page of the documentation more is said."""
    log = logging.getLogger("interview_value")
    # As it is in a program of its own, whatever the tests of other libraries have done to logs.
    monkeypatch.setattr(log, "disabled", False)
    with caplog.at_level(logging.WARNING, logger=log.name), pytest.warns(FutureWarning) as caught:
        warn("it is slow", "how-to/many-rows", FutureWarning)
    text = "it is slow (see how-to/many-rows in the documentation)"
    assert [(log.name, logging.WARNING, text)] == caplog.record_tuples
    assert [(text, __file__)] == [(str(warning.message), warning.filename) for warning in caught]


def test_without_a_log_a_warning_is_shown_once():
    """A program that sets up no log sees the warning alone, and not its text a second time."""
    code = "from interview_value.errors import warn; warn('it is slow', 'how-to/many-rows')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert 1 == result.stderr.count("it is slow (see how-to/many-rows")


class OnTwoLines:
    """A value that shows itself on several lines, as arrays and dataframes do."""

    def __repr__(self):
        return "a  b\n0  1"


def test_each_reason_stays_on_its_line():
    """Neither a value nor a name that breaks lines can add a line to what is told."""
    assert "duration: got a b 0 1, expected hours" == str(iv.errors.FieldError("duration", OnTwoLines(), "hours"))
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Seeker.from_dict({"x\ny": 1})
    assert 2 == len(str(caught.value).splitlines())


@pytest.mark.parametrize("kind", [TypeError, ValueError, iv.errors.InvalidInputError])
def test_a_misspelt_field_is_told_with_all_other_mistakes(kind):
    """A name without a field is answered with the nearest, beside the mistakes in the values."""
    with pytest.raises(kind) as caught:
        iv.Invitation(durration=2, stage="frist", travel=1)
    assert {"durration": "duration", "stage": "first"} == {
        mistake.path: mistake.nearest for mistake in caught.value.mistakes
    }
    assert "durration: got 2, expected a field of the invitation; did you mean 'duration'?" in str(caught.value)


def test_groups_can_be_split():
    """`except*` and split keep the kind of the group, with what it carries."""
    group = iv.errors.InvalidInputError("seeker", [FIELD, iv.errors.FieldError("mindset", 2, "0 to 1")])
    some, rest = group.split(lambda mistake: mistake is FIELD)
    assert (iv.errors.InvalidInputError, "seeker", (FIELD,)) == (type(some), some.what, some.exceptions)
    assert iv.errors.InvalidInputError is type(rest)
    failed, none = iv.errors.ScorersFailedError([CAUSE]).split(iv.errors.ScorerError)
    assert (iv.errors.ScorersFailedError, None) == (type(failed), none)


class Hostile:
    """A value whose repr fails."""

    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize(
    ("value", "shown"), [(Hostile(), "<Hostile>"), ("x" * 1_000, "'" + "x" * 58 + "…")], ids=["hostile", "long"]
)
def test_any_value_can_be_reported(value, shown):
    """A value that is long, or cannot even be shown, does not hide the mistake."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Invitation(duration=value)
    assert f"duration: got {shown}, expected a finite number" in str(caught.value.exceptions[0])


def test_what_was_given_is_shown_up_to_60_characters():
    """A mistake shows a value that is just short enough whole, and cuts the next longer one."""
    whole = "x" * 58
    assert f"got '{whole}', " in str(iv.errors.FieldError("role", whole, "less"))
    assert f"got '{whole}…, " in str(iv.errors.FieldError("role", whole + "x", "less"))
