"""Fields: whatever a field cannot hold is refused, with its name and what it takes."""

from __future__ import annotations

import math
from datetime import date

import pytest
from mistakes import mistakes_of

import interview_value as iv

QUANTITIES = {**iv.Invitation.own_quantities(), **iv.Seeker.own_quantities()}


def kind_of(name):
    """The class that has a field for a quantity."""
    return iv.Invitation if name in iv.Invitation.own_quantities() else iv.Seeker


@pytest.mark.parametrize("name", QUANTITIES)
@pytest.mark.parametrize(
    "value", [True, "lots", b"4", 1j, {}, [1], (1, 2, 3), ..., math.nan, math.inf, -math.inf, "nan"], ids=repr
)
def test_no_number(name, value):
    """A wrong type, NaN and infinity are refused in every field, with the unit and what can be written."""
    mistakes = mistakes_of(kind_of(name), **{name: value})
    assert {name} == mistakes.keys()
    assert "a finite number, a pair (low, high)" in str(mistakes[name])
    assert QUANTITIES[name].unit in str(mistakes[name])


@pytest.mark.parametrize("name", QUANTITIES)
def test_low_above_high(name):
    """A range the wrong way round is refused in every field."""
    assert "the low end first: (0.2, 0.7)" in str(mistakes_of(kind_of(name), **{name: (0.7, 0.2)})[name])


@pytest.mark.parametrize("name", QUANTITIES)
@pytest.mark.parametrize("end", ["low", "high"])
def test_out_of_bounds(name, end):
    """What lies beyond either end of the bounds is refused in every field, exact or as a range."""
    bounds = QUANTITIES[name].bounds
    limit = getattr(bounds, end)
    if math.isinf(limit):
        assert math.inf == limit
        return
    beyond = limit - 0.01 if end == "low" else limit + 0.01
    inside = max(bounds.low, 0.0) + 0.5 if end == "high" else limit + 0.02
    for value in (beyond, (min(beyond, inside), max(beyond, inside))):
        mistake = mistakes_of(kind_of(name), **{name: value})[name]
        assert f"{bounds} ({QUANTITIES[name].unit})" == mistake.allowed


@pytest.mark.parametrize("name", [name for name, q in QUANTITIES.items() if q.scale == "log" and q.bounds.low == 0])
def test_zero_on_a_log_scale(name):
    """A range may start at 0 on a log scale too, and an exact 0 is fine."""
    assert iv.Estimate(0, 4) == getattr(kind_of(name)(**{name: (0, 4)}), name)
    assert iv.Estimate(0) == getattr(kind_of(name)(**{name: 0}), name)


@pytest.mark.parametrize("name", [name for name, quantity in QUANTITIES.items() if quantity.choices])
def test_choices_of_a_field(name):
    """Each choice can be given by its name and in its words, is kept as it was said, and comes back from plain data."""
    quantity, kind = QUANTITIES[name], kind_of(name)
    for choice, meant in quantity.choices.items():
        for said in (choice, choice.upper(), choice.replace("_", " "), meant.label):
            facts = kind(**{name: said})
            assert (meant.estimate, choice) == (facts.known[name], facts.known[name].choice)
        assert choice == facts.to_dict()[name]
        assert choice == kind.from_dict(facts.to_dict()).known[name].choice
    wrong = mistakes_of(kind, **{name: next(iter(quantity.choices)) + "x"})[name]
    assert wrong.allowed.startswith(f"one of {', '.join(quantity.choices)}; or ")
    assert next(iter(quantity.choices)) == wrong.nearest


@pytest.mark.parametrize(
    ("kind", "field", "value", "words", "nearest"),
    [
        (iv.Invitation, "stage", "frist", "one of screen, first, onsite, final", "first"),
        (iv.Invitation, "stage", "zzz", "one of screen, first, onsite, final", None),
        (iv.Invitation, "stage", 3, "one of screen", None),
        (iv.Invitation, "stage", [], "one of screen", None),
        (iv.Invitation, "remote", "maybe", "one of yes, no", None),
        (iv.Invitation, "remote", 1, "True, False, or one of yes, no", None),
        (iv.Invitation, "remote", 0.0, "True, False, or one of yes, no", None),
        (iv.Invitation, "obliged", "perhaps", "one of yes, no", None),
        (iv.Seeker, "status", "contend", "one of content, open, looking, without_work", "content"),
        (iv.Invitation, "starts", "tomorrow", "a datetime, or text such as", None),
        (iv.Invitation, "starts", date(2026, 12, 3), "a datetime, or text such as", None),
        (iv.Invitation, "starts", 3, "a datetime, or text such as", None),
        (iv.Invitation, "role", 3, "text of at most 2,000 characters", None),
        (iv.Invitation, "organization", "x" * 2_001, "text of at most 2,000 characters", None),
        (iv.Invitation, "location", b"here", "text of at most 2,000 characters", None),
        (iv.Invitation, "language", 3, "a language as a tag such as de or en-GB", None),
        (iv.Invitation, "language", "de_DE", "letters, digits and hyphens, at most 35 characters", None),
        (iv.Invitation, "language", "de\n", "letters, digits and hyphens", None),
        (iv.Invitation, "language", "12-a", "letters, digits and hyphens", None),
        (iv.Invitation, "language", "en" + "-abcdefgh" * 4, "at most 35 characters", None),
        (iv.Seeker, "as_of", "yesterday", "a date, or text such as", None),
        (iv.Seeker, "as_of", 3, "a date, or text such as", None),
        (iv.Seeker, "past_interviews", 3, "at most 10,000 dates", None),
        (iv.Seeker, "past_interviews", "2026-01-01", "at most 10,000 dates", None),
        (iv.Seeker, "past_interviews", ["2020-01-01"] * 10_001, "at most 10,000 dates", None),
        (iv.Seeker, "notes", "a note", "a list of at most 10,000 texts", None),
        (iv.Seeker, "notes", ["x"] * 10_001, "a list of at most 10,000 texts", None),
        (iv.Seeker, "read_from", "mail.ics", "for each name, where it was read", None),
        (iv.Seeker, "read_from", dict.fromkeys(map(str, range(10_001)), "x"), "for each name, where it was read", None),
        (iv.Seeker, "quantities", 3, "at most 10,000 estimates by name", None),
        (iv.Seeker, "quantities", {f"q{i}": 1 for i in range(10_001)}, "at most 10,000 estimates by name", None),
        (iv.Seeker, "disagreements", "none", "a list of what two sources said", None),
        (iv.Seeker, "disagreements", [iv.model.Disagreement("mindset", 1, "", 2, "")] * 10_001, "a list of what two", None),
    ],
)  # fmt: skip
def test_other_fields(kind, field, value, words, nearest):
    """Whatever is no quantity is checked as well, and a slip of the pen is met with the nearest name."""
    mistakes = mistakes_of(kind, **{field: value})
    assert {field} == mistakes.keys()
    assert words in mistakes[field].allowed
    assert nearest == mistakes[field].nearest


@pytest.mark.parametrize(
    ("field", "value", "path", "words"),
    [
        ("past_interviews", ["2026-01-01", "soon"], "past_interviews[1]", "a date, or text such as"),
        ("past_interviews", ["2026-11-23 nonsense"], "past_interviews[0]", "a date, or text such as"),
        ("past_interviews", ["2027-01-01"], "past_interviews[0]", "a day no later than 2026-11-23"),
        ("notes", ["fine", 3], "notes[1]", "text of at most 2,000 characters"),
        ("notes", ["x" * 2_001], "notes[0]", "text of at most 2,000 characters"),
        ("read_from", {"mindset": 3}, "read_from['mindset']", "where it was read, as text"),
        ("read_from", {3: "mail.ics"}, "read_from[3]", "where it was read, as text"),
        ("quantities", {"skill ceiling": 1}, "quantities['skill ceiling']", "the name of a quantity"),
        ("quantities", {3: 1}, "quantities[3]", "the name of a quantity"),
        ("quantities", {"mindset": 1}, "quantities['mindset']", "mindset as a field of the seeker itself"),
        ("quantities", {"commute": [1]}, "quantities['commute']", "a finite number, a pair"),
        ("disagreements", [{"name": "mindset"}], "disagreements[0]", "an object with name, kept, kept_from, other"),
        ("disagreements", [iv.model.Disagreement(3, 1, "", 2, "")], "disagreements[0]", "an object with name, kept"),
    ],
)
def test_items_have_their_own_path(field, value, path, words):
    """A mistake inside a list or mapping is reported with the item's own path."""
    mistakes = mistakes_of(iv.Seeker, **{"past_interviews": ["2020-01-01"], "as_of": "2026-11-23", field: value})
    assert {path} == mistakes.keys()
    assert words in mistakes[path].allowed


def test_other_words_for_a_label_are_kept():
    """What people call a conversation, or where they stand, is noted with what it counts as, until another is said."""
    invitation = iv.Invitation(stage="second interview", notes=("kept",))
    assert (
        "kept",
        "the round: “second interview” counts as “the long visit, or several interviewers”",
    ) == invitation.notes
    assert ("kept",) == invitation.with_quantities(stage="final").notes
    assert invitation == iv.Invitation.from_dict(invitation.to_dict())
    for said in ("onsite", "On-site", "The long visit, or several interviewers.", iv.Stage.ONSITE):
        assert () == iv.Invitation(stage=said).notes
    assert "by video or phone" in str(iv.Invitation(stage="panel", remote=True)).splitlines()[0]
