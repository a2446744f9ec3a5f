"""Typed values at every door: each form means the same in Python, tables, frames, commands, sessions and the explorer."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pytest
from mistakes import mistakes_of

import interview_value as iv

FORMS = {
    "4": ("travel", (4, 4)),
    "2..7": ("travel", (2, 7)),
    "2-7": ("travel", (2, 7)),
    "2 to 7": ("travel", (2, 7)),
    "100–400": ("expenses", (100, 400)),
    "about 200": ("expenses", (160, 240)),
    "~4": ("travel", (3.2, 4.8)),
    "60%": ("role_interest", (0.6, 0.6)),
    "1,5": ("travel", (1.5, 1.5)),
    "1,500": ("expenses", (1500, 1500)),
    "0,500": ("role_interest", (0.5, 0.5)),
    "half": ("role_interest", (0.5, 0.5)),
    "30 h": ("later_hours", (30, 30)),
    "30 hours": ("later_hours", (30, 30)),
    "90 min": ("duration", (1.5, 1.5)),
    "30-45 min": ("duration", (0.5, 0.75)),
    "1 h 30": ("duration", (1.5, 1.5)),
    "PT1H30M": ("duration", (1.5, 1.5)),
    "2 days": ("later_hours", (16, 16)),
    "€40": ("expenses", (40, 40)),
    "40–60 EUR": ("expenses", (40, 60)),
}
"""What is typed, for which quantity of an invitation, and the ends that it has."""

UNREADABLE = ["four", "1_000", "\uff14", "1234,567", "2..", "nan h", "4 metres"]

BARE = iv.Evaluator(discover=False, draws=2)

every_form = pytest.mark.parametrize(("text", "name", "ends"), [(text, *form) for text, form in FORMS.items()])


def shown(estimate):
    """Both ends of an estimate, as far as rounding lets them be compared."""
    return pytest.approx((estimate.low, estimate.high))


@every_form
def test_constructor(text, name, ends):
    """A field is what is typed for it."""
    assert ends == shown(getattr(iv.Invitation(**{name: text}), name))


@every_form
def test_form(text, name, ends):
    """So it is in the flat dictionary of a form."""
    invitation, _ = iv.reading.form().read({name: text})
    assert ends == shown(invitation.known[name])


@every_form
def test_plain_data(text, name, ends):
    """Plain data holds numbers and names of choices, which a schema can describe, and a typed range as a pair."""
    (mistake,) = mistakes_of(iv.Invitation.from_dict, {name: text}).values()
    choices = ", or one of nothing, little, some, a_lot" if name == "role_interest" else ""
    assert f"a number, or the pair [low, high]; text as people type it is for reading.form{choices}" == mistake.allowed
    assert ends == shown(iv.Invitation.from_dict({name: list(ends)}).known[name])


@every_form
def test_quantity(text, name, ends):
    """A quantity of an evaluator reads it, and a path is told where it cannot be read."""
    assert ends == shown(BARE.quantities[name].estimate(text))


@every_form
def test_table(text, name, ends):
    """A cell of a table holds it."""
    (row,) = iv.reading.read_table(f'Company\t{name}\nAcme\t"{text}"\n').rows
    assert ends == shown(row.invitation.known[name])


@every_form
def test_frame(text, name, ends):
    """So does a cell of a frame, whose row is worth what the invitation is worth."""
    pytest.importorskip("narwhals")
    pa = pytest.importorskip("pyarrow")
    (answer,) = iv.frames.evaluate(pa.table({name: [text]}), evaluator=BARE).to_pylist()
    (expected,) = iv.frames.evaluate(
        pa.table({f"{name}_low": [float(ends[0])], f"{name}_high": [float(ends[1])]}), evaluator=BARE
    ).to_pylist()
    assert ("", pytest.approx(expected["net"])) == (answer["error"], answer["net"])


@every_form
def test_command_line(text, name, ends, monkeypatch):
    """An option takes it."""
    testing = pytest.importorskip("click.testing")
    from interview_value.cli import main

    monkeypatch.setenv("COLUMNS", "200")
    result = testing.CliRunner().invoke(
        main, ["evaluate", f"--{name.replace('_', '-')}", text, "--json", "--draws", "2"]
    )
    assert 0 == result.exit_code, result.output
    assert ends == shown(iv.Evaluation.from_dict(json.loads(result.stdout)).invitation.known[name])


@every_form
def test_session(text, name, ends):
    """An answer is read, as `ask` does with what is typed."""
    session = iv.Session(iv.Invitation(), evaluator=BARE)
    session.answer(text, name)
    assert ends == shown(session.evaluation.invitation.known[name])


@every_form
def test_explorer(text, name, ends):
    """One field takes it, and two fields take both ends, with a unit for both."""
    pytest.importorskip("anywidget")
    from interview_value.widgets.exploration import Exploration

    exploration = Exploration(BARE, iv.Invitation(), None)
    assert ends == shown(exploration.with_entry(name, text).invitation.known[name])
    assert (0.5, 0.75) == shown(exploration.with_entry("duration", "30", "45 min").invitation.duration)


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_cannot_be_read(text):
    """It is answered with two forms that can, and a frame's row, a table's cell and a session with the same words."""
    quantity = BARE.quantities["duration"]
    with pytest.raises(iv.errors.FieldError) as caught:
        quantity.estimate(text)
    words = caught.value.allowed
    for form in words.split('"')[1::2]:
        quantity.estimate(form)
    with pytest.raises(iv.errors.InvalidInputError) as group:
        iv.Invitation(duration=text)
    (error,) = iv.reading.read_table(f'Company\tduration\nAcme\t"{text}"\n').errors
    with pytest.raises(iv.errors.FieldError) as answer:
        iv.Session(iv.Invitation(), evaluator=BARE).answer(text, "duration")
    assert [words] * 3 == [group.value.mistakes[0].allowed, error.allowed, answer.value.allowed]


@pytest.mark.parametrize("nothing", ["", " ", None])
def test_nothing_is_unknown(nothing):
    """The empty fields of a form are unknown, whatever they are for."""
    empty = dict.fromkeys(("duration", "role", "organization", "stage", "remote", "starts", "location"), nothing)
    assert iv.Invitation() == iv.Invitation(**empty, quantities={"commute": nothing})
    assert (iv.Invitation(), iv.Seeker()) == iv.reading.form().read({**empty, "mindset": nothing, "as_of": nothing})
    assert iv.Seeker() == iv.Seeker(mindset=nothing, as_of=nothing, past_interviews=nothing or "")


@pytest.mark.parametrize(
    ("text", "remote"), [("on", True), ("yes", True), ("true", True), ("off", False), ("No", False)]
)
def test_yes_and_no(text, remote):
    """A box of a form, a cell of a table and a cell of a frame say yes and no in the same words."""
    assert remote is iv.Invitation(remote=text).remote
    (row,) = iv.reading.read_table(f"Company,interview remote\nAcme,{text}\n").rows
    assert remote is row.invitation.remote


BOUNDED = {"unit": "h", "bounds": (0, 9), "prior": 1}

DOORS = {
    "constructor": lambda value: iv.Invitation(travel=value).travel,
    "from_dict": lambda value: BARE.evaluate(
        iv.Invitation.from_dict({"quantities": {"memory_half_life": value}})
    ).invitation.quantities["memory_half_life"],
    "with_quantities": lambda value: iv.Invitation().with_quantities(travel=value).travel,
    "both ends": lambda value: iv.Invitation(travel=(value, value)).travel,
    "estimate": iv.Estimate,
    "estimate of": iv.Estimate.of,
    "quantity": BARE.quantities["travel"].estimate,
    "prior": lambda value: iv.Quantity("commute", **{**BOUNDED, "prior": value}).prior,
    "bounds": lambda value: iv.Estimate(iv.Quantity("commute", **{**BOUNDED, "bounds": (0, value)}).bounds.high),
    "session": lambda value: iv.Session(iv.Invitation(), evaluator=BARE).answer(value, "travel").invitation.travel,
    "weight": lambda value: iv.Estimate(
        BARE.with_settings(weights={"effort": value}).evaluate(iv.Invitation())["effort"].weight
    ),
    "asking cost": lambda value: iv.Estimate(iv.Evaluator(discover=False, asking_cost=value).asking_cost),
    "slow after": lambda value: iv.Estimate(iv.Evaluator(discover=False, slow_after=value).slow_after),
    "draws": lambda value: iv.Estimate(iv.Evaluator(discover=False, draws=value).draws),
    "hours": lambda value: iv.Estimate(evaluated(lambda: value)["mine"].mean),
}
"""Where a number can be handed over, and what becomes of it."""

WHOLE_NUMBERS_ONLY = {"draws"}


def evaluated(function):
    """The evaluation with a scorer made of a function; fails if the scorer does."""
    scorer = iv.scorer(kind="cost", name="mine")(function)
    return iv.Evaluator(discover=False, draws=2, plugins=[scorer], strict=True).evaluate(iv.Invitation())


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("number", [4, 4.0, Decimal(4), Fraction(4), "int64", "int8", "float32", "float64"], ids=repr)
def test_numbers_of_any_make(door, number):
    """A number is a number, whoever made it; where it must be a whole one, it is one by its type."""
    if isinstance(number, str):
        number = getattr(pytest.importorskip("numpy"), number)(4)
    if door in WHOLE_NUMBERS_ONLY and not hasattr(number, "__index__"):
        with pytest.raises(iv.errors.InvalidInputError, match="a whole number"):
            DOORS[door](number)
    else:
        assert iv.Estimate(4) == DOORS[door](number)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("value", ["4_0", "\uff14", b"4", True, Decimal("NaN"), 4j], ids=repr)
def test_what_is_no_number(door, value):
    """Underscores, full-width digits, bytes, bools and what is not a number are refused at every door."""
    with pytest.raises((iv.errors.FieldError, iv.errors.InvalidInputError, iv.errors.ScorersFailedError)):
        DOORS[door](value)


def test_ends_of_ranges_and_weights_in_frames():
    """The two columns of a range, and those of weights, hold what is typed as all others do."""
    pytest.importorskip("narwhals")
    pa = pytest.importorskip("pyarrow")
    typed = {"duration_low": ["30", "1,5", "90 min"], "duration_high": ["45 min", "2 h", "PT2H"]}
    meant = {"duration_low": [0.5, 1.5, 1.5], "duration_high": [0.75, 2.0, 2.0]}
    weights = {"weight_practice": ["1,5", "2", "0.5"]}, {"weight_practice": [1.5, 2.0, 0.5]}
    tables = [pa.table({**columns, **factors}) for columns, factors in zip((typed, meant), weights, strict=True)]
    answers, expected = ([row["net"] for row in iv.frames.evaluate(t, evaluator=BARE).to_pylist()] for t in tables)
    assert expected == answers
    unread = pa.table({"travel": [1.0], "weight_practice": ["four"]})
    (row,) = iv.frames.evaluate(unread, evaluator=BARE).to_pylist()
    assert row["error"].endswith('such as "2" or "0,5"')


def test_semicolons_and_decimal_commas():
    """In a file with semicolons a comma is the decimal mark, unless a point in the column can be nothing else."""
    rows = iv.reading.read_table("Company;expenses;travel\nAcme;1.500;1,125\nBest;2.500,50;2,5\n").rows
    assert [1500, 2500.5] == [row.invitation.expenses.low for row in rows]
    assert [1.125, 2.5] == [row.invitation.travel.low for row in rows]
    rows = iv.reading.read_table("Company;travel\nAcme;1.125\nBest;0.5\n").rows
    assert [1.125, 0.5] == [row.invitation.travel.low for row in rows]


def test_units_of_quantities_that_only_an_evaluator_knows():
    """An invitation does not guess what a unit means for a plugin's quantity; an evaluator's quantity reads it."""
    with pytest.raises(iv.errors.InvalidInputError, match="commute"):
        iv.evaluate(iv.Invitation(quantities={"commute": "90 min"}))
    commute = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8))
    assert iv.Estimate(1.5) == commute.estimate("90 min")
    assert iv.Estimate(2, 7) == iv.Invitation(quantities={"commute": "2 to 7"}).quantities["commute"]


def test_constants_and_weights_on_the_command_line():
    """The command line knows the unit of every quantity, and reads a weight as one writes it."""
    testing = pytest.importorskip("click.testing")
    from interview_value.cli import main

    arguments = ["evaluate", "--memory-half-life", "4 years", "--weight", "practice=1,5", "--json", "--draws", "2"]
    result = testing.CliRunner().invoke(main, arguments)
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert iv.Estimate(4) == evaluation.invitation.quantities["memory_half_life"]
    assert 1.5 == evaluation["practice"].weight
