"""An evaluation as plain data, and what is refused when it is read back."""

from __future__ import annotations

import json
import math

import pytest

import interview_value as iv

EVALUATOR = iv.Evaluator(discover=False, draws=4)


@pytest.fixture
def plain():
    """The plain data of an evaluation, as it comes from JSON."""
    return json.loads(
        json.dumps(EVALUATOR.evaluate(iv.Invitation(role_interest=(0, 0.2)), iv.Seeker(mindset=0.5)).to_dict())
    )


def change(plain, path, value):
    """Put a value at a path of keys; the last key is removed if the value is KeyError."""
    *way, last = path
    for key in way:
        plain = plain[key]
    if value is KeyError:
        del plain[last]
    else:
        plain[last] = value


@pytest.mark.parametrize(
    ("path", "value", "at"),
    [
        (["version"], 1, "version"),
        (["version"], 3, "version"),
        (["version"], KeyError, "version"),
        (["contributions"], KeyError, "contributions"),
        (["contributions"], {}, "contributions"),
        (["contributions"], [{}] * 10_001, "contributions"),
        (["contributions", 0], None, "contributions[0]"),
        (["contributions", 0, "name"], 3, "contributions[0]"),
        (["contributions", 0, "reason"], None, "contributions[0]"),
        (["contributions", 0, "assumed"], "mindset", "contributions[0]"),
        (["contributions", 0, "assumed"], [3], "contributions[0]"),
        (["contributions", 0, "kind"], "loss", "contributions[0]"),
        (["contributions", 0, "weight"], -1, "contributions[0]"),
        (["contributions", 0, "weight"], "2", "contributions[0]"),
        (["contributions", 0, "weight"], 1e300, "contributions[0]"),
        (["contributions", 0, "draws"], [], "contributions[0]"),
        (["contributions", 0, "draws"], None, "contributions[0]"),
        (["contributions", 0, "draws"], [1, 2, 3, True], "contributions[0]"),
        (["contributions", 0, "draws"], [1, 2, 3, math.nan], "contributions[0]"),
        (["contributions", 0, "draws"], [1, 2, 3, 10**400], "contributions[0]"),
        (["contributions", 0, "draws"], [1e308] * 4, "contributions[0]"),
        (["contributions", 0, "draws"], [1, 2], "contributions"),
        (["inputs", 0, "name"], KeyError, "inputs[0]"),
        (["inputs", 0, "origin"], "guessed", "inputs[0]"),
        (["inputs", 0, "estimate"], [2, 1], "inputs[0]"),
        (["inputs", 0, "estimate"], "60%", "inputs[0]"),
        (["inputs"], "none", "inputs"),
        (["gates", 0, "answer"], "maybe", "gates[0]"),
        (["gates", 0, "missing"], None, "gates[0]"),
        (["gates", 0], [], "gates[0]"),
        (["questions"], KeyError, "questions"),
        (["questions", 0, "worth"], math.inf, "questions[0]"),
        (["questions", 0, "if_low"], "perhaps", "questions[0]"),
        (["ways", 0, "consent"], math.inf, "ways[0]"),
        (["asking_cost"], -1, "asking_cost"),
        (["asking_cost"], "free", "asking_cost"),
        (["notes"], "a note", "notes"),
        (["failures"], [3], "failures"),
        (["invitation"], KeyError, "invitation"),
        (["invitation", "duration"], -1, "invitation.duration"),
        (["seeker", "mindset"], [0.5, None], "seeker.mindset"),
    ],
    ids=str,
)
def test_data_that_was_damaged(plain, path, value, at):
    """Every part that has not the form in which it was written is refused, with its path."""
    change(plain, path, value)
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Evaluation.from_dict(plain)
    assert at in [mistake.path for mistake in caught.value.exceptions]


@pytest.mark.parametrize("nothing", [None, [], "text", 3, {}])
def test_no_evaluation_at_all(nothing):
    """What is no object with a version is refused."""
    with pytest.raises(iv.errors.InvalidInputError, match="evaluation"):
        iv.Evaluation.from_dict(nothing)


def test_all_damages_at_once(plain):
    """Several damages are reported together, those of the invitation with their nearest names."""
    change(plain, ["invitation", "durration"], 1)
    change(plain, ["notes"], None)
    change(plain, ["contributions", 1, "kind"], "loss")
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        iv.Evaluation.from_dict(plain)
    nearest = {mistake.path: mistake.nearest for mistake in caught.value.exceptions}
    assert {"invitation.durration": "duration", "notes": None, "contributions[1]": None} == nearest


def test_neither_true_nor_false_is_a_mistake(plain):
    """Whether a way begins with a message is true or false; a number or a word is not."""
    for word in (1, "yes", None):
        plain["ways"][0]["asks"] = word
        with pytest.raises(iv.errors.InvalidInputError, match=r"ways\[0\].* is neither true nor false"):
            iv.Evaluation.from_dict(plain)


def test_what_follows_from_the_draws_is_not_believed(plain):
    """A verdict that was tampered with does not come back: it is worked out anew."""
    honest = iv.Evaluation.from_dict(plain)
    plain |= {"verdict": "attend", "confidence": 9, "net": {"mean": 1e6}, "benefit": None}
    again = iv.Evaluation.from_dict(plain)
    assert (honest.verdict, honest.net, honest.confidence) == (again.verdict, again.net, again.confidence)


@pytest.mark.parametrize("facts", [{}, {"would_accept": "ruled_out"}, {"hinge": "most", "would_accept": "unlikely"}])
def test_with_its_draws_it_comes_back_equal(facts):
    """With its draws an evaluation equals the one that was written, and has the same first screen and letter."""
    made = EVALUATOR.evaluate(iv.Invitation(role="Cook", **facts), iv.Seeker(status="open"))
    read = iv.Evaluation.from_dict(json.loads(json.dumps(made.to_dict())))
    assert (made, made.verdict, made.ways) == (read, read.verdict, read.ways)
    assert (str(made), made.letter("decline")) == (str(read), read.letter("decline"))


def test_reasons_and_origins_come_back(plain):
    """An evaluation that was read back still explains itself."""
    made = EVALUATOR.evaluate(iv.Invitation(role_interest=(0, 0.2)), iv.Seeker(mindset=0.5))
    read = iv.Evaluation.from_dict(plain)
    assert [(item.reason, item.assumed) for item in made.contributions] == [
        (item.reason, item.assumed) for item in read.contributions
    ]
    assert (made.inputs, made.assumed, made.findings) == (read.inputs, read.assumed, tuple(read.findings))


@pytest.mark.parametrize("cost", [0, 2.5, math.inf])
def test_cost_of_asking_comes_back(cost):
    """What asking costs is kept; JSON has no infinity, so null stands for never."""
    made = iv.Evaluator(asking_cost=cost, discover=False, draws=2).evaluate(iv.Invitation())
    read = iv.Evaluation.from_dict(json.loads(json.dumps(made.to_dict(), allow_nan=False)))
    assert (cost, made.verdict) == (read.asking_cost, read.verdict)


def test_exact_evaluation_has_numbers_for_draws():
    """Where nothing is uncertain, the draws of a criterion are one number."""
    evaluation = EVALUATOR.evaluate(
        iv.Invitation(duration=1, travel=0, expenses=0), iv.Seeker(pressure=1, hour_value=9)
    )
    draws = {item["name"]: item["draws"] for item in evaluation.to_dict()["contributions"]}
    assert evaluation.best_hours + 1 == draws["effort"]


@pytest.fixture
def made():
    """An evaluation with draws."""
    return EVALUATOR.evaluate(iv.Invitation(role_interest=(0, 0.2)), iv.Seeker(mindset=0.5))


@pytest.fixture
def short(made):
    """The plain data of an evaluation without its draws, as it comes from JSON."""
    return json.loads(json.dumps(made.to_dict(draws=False), allow_nan=False))


def test_without_draws_all_that_is_shown_comes_back(made, short):
    """The verdict, the ranges, the chance and the questions survive, and all else that a page says of what was read back."""
    read, long = iv.Evaluation.from_dict(short), iv.Evaluation.from_dict(made.to_dict())
    for name in ("verdict", "leaning", "confidence", "chance_positive", "net", "benefit", "cost", "questions"):
        assert getattr(made, name) == getattr(read, name)
    assert [(item.hours, item.effect) for item in made] == [(item.hours, item.effect) for item in read]
    assert str(long) == str(read)


def test_without_draws_the_data_is_short(made):
    """Only the draws are left out, of each contribution."""
    plain = made.to_dict()
    assert [item.draws for item in made] == [tuple(item.pop("draws")) for item in plain["contributions"]]
    assert plain == made.to_dict(draws=False)


@pytest.mark.parametrize(
    "needs",
    [
        lambda evaluation: evaluation.net_draws,
        lambda evaluation: evaluation["practice"].draws,
        lambda evaluation: evaluation["practice"].effect_draws,
        lambda evaluation: evaluation.robustness,
        lambda evaluation: iv.compare([evaluation]),
    ],
)
def test_what_needs_draws_says_so(short, needs):
    """What was read back without draws says that it has none where they are needed."""
    with pytest.raises(iv.errors.NotAtHandError, match=r"was read back and has no draws; evaluate its invitation"):
        needs(iv.Evaluation.from_dict(short))


def test_without_draws_it_is_written_as_it_was(short):
    """What was read back without draws is written without draws, and equals itself and not one with draws."""
    read = iv.Evaluation.from_dict(short)
    assert (short, short) == (read.to_dict(), read.to_dict(draws=False))
    assert iv.Evaluation.from_dict(short) == read
    assert read != EVALUATOR.evaluate(read.invitation, read.seeker)


@pytest.mark.parametrize("cost", [0, math.inf])
def test_without_draws_the_verdict_follows_the_questions(cost):
    """Whether it is to ask first is worked out from the questions, as there are no draws to bound their worth."""
    made = iv.Evaluator(asking_cost=cost, discover=False, draws=4).evaluate(iv.Invitation())
    assert made.verdict is iv.Evaluation.from_dict(made.to_dict(draws=False)).verdict


def test_failed_criterion_without_draws():
    """A scorer that failed has no hours and no draws, and the others have theirs."""
    broken = iv.scorer(kind="cost", name="broken")(lambda travel: None)
    made = iv.Evaluator(plugins=[broken], discover=False, draws=4).evaluate(iv.Invitation())
    read = iv.Evaluation.from_dict(made.to_dict(draws=False))
    assert (made.errors, made.net) == (read.errors, read.net)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["net"], KeyError),
        (["net", "mean"], None),
        (["net", "low"], math.inf),
        (["benefit", "low"], 1e9),
        (["cost"], []),
        (["chance_positive"], KeyError),
        (["chance_positive"], 1.5),
        (["chance_positive"], True),
    ],
    ids=str,
)
def test_damaged_totals(short, path, value):
    """Without draws, the ranges and the chance must have their form."""
    change(short, path, value)
    with pytest.raises(iv.errors.InvalidInputError, match="net, benefit, cost or chance_positive"):
        iv.Evaluation.from_dict(short)


@pytest.mark.parametrize("hours", [None, {"mean": 1}, {"mean": 1, "low": 2, "high": 1}])
def test_damaged_hours(short, hours):
    """Without draws, each contribution must have its hours."""
    short["contributions"][0]["hours"] = hours
    with pytest.raises(iv.errors.InvalidInputError, match=r"contributions\[0\]"):
        iv.Evaluation.from_dict(short)


@pytest.mark.parametrize("draws", [[1, 2, 3, 4], 1])
def test_draws_in_one_contribution_alone(short, draws):
    """Draws stand in all contributions or in none."""
    for item in short["contributions"][1:]:
        item["draws"] = draws
    with pytest.raises(iv.errors.InvalidInputError, match="the same number of draws in each, or in none"):
        iv.Evaluation.from_dict(short)
