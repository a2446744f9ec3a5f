"""Frames in, frames of the same kind out: which columns count, what a bad row says, and what cannot run on columns."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import interview_value as iv
from interview_value.frames import RowByRowWarning

pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")
pytest.importorskip("narwhals")

from interview_value.frames.invitation_table import InvitationTable  # noqa: E402

EVALUATOR = iv.Evaluator(discover=False, draws=16)
ROWS = {
    "company": ["A", "B", "C", "D"],
    "stage": ["first", None, "Onsite", "first"],
    "remote": [True, False, None, None],
    "role_interest": [0.2, None, 0.0, 1.5],
    "organization_interest": [0.6, 0.5, 0.0, 0.5],
    "duration_low": [1.0, None, 2.0, 3.0],
    "duration_high": [2.0, None, 2.0, 1.0],
}
VIEWS = pa.DictionaryArray.from_arrays(pa.array([0, None], pa.uint32()), pa.array(["final"], pa.string_view()))
"""Categories as Polars hands them on."""

MADE = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.table}


def evaluate(frame, *args, **options):
    """Evaluate with the built-in scorers and few draws."""
    return iv.frames.evaluate(frame, *args, **{"evaluator": EVALUATOR, **options})


def dicts(frame):
    """Return the rows of any frame, with None for what there is not."""
    rows = frame.to_pylist() if isinstance(frame, pa.Table) else None
    if rows is None:
        rows = frame.to_dicts() if isinstance(frame, pl.DataFrame) else frame.to_dict("records")
    return [{name: None if value != value else value for name, value in row.items()} for row in rows]


@pytest.mark.parametrize("kind", MADE)
def test_the_same_kind_comes_out(kind):
    """Each library gets its own frame back, with the numbers of one evaluation at a time and null for what is not."""
    frame = MADE[kind](ROWS)
    answers = evaluate(frame)
    assert type(frame) is type(answers)
    first, second, third, last = dicts(answers)
    invitation = iv.Invitation(
        stage="first", remote=True, role_interest=0.2, organization_interest=0.6, duration=(1, 2)
    )
    alone = EVALUATOR.evaluate(invitation)
    assert first["net"] == pytest.approx(alone.net.mean)
    assert "; ".join(alone.assumed) == first["assumed"]
    assert EVALUATOR.evaluate(iv.Invitation(remote=False, organization_interest=0.5)).verdict.value == second["verdict"]
    assert ("decline", 1.0) == (third["verdict"], third["confidence"])
    assert last["net"] is None
    assert last["verdict"] is None
    assert "duration: got (3.0, 1.0)" in last["error"]
    assert "role_interest: got 1.5, expected 0 to 1 (share)" in last["error"]


def test_the_columns_are_those_of_to_frame():
    """The answers have the columns that evaluations have as a frame, but for those of the invitation."""
    alone = iv.export.to_frame(EVALUATOR.evaluate(iv.Invitation(role_interest=0.2)), "polars")
    answers = evaluate(pl.DataFrame({"role_interest": [0.2]}))
    assert alone.columns[4:] == answers.columns
    assert dict(alone.schema)["verdict"] == answers.schema["verdict"]


def test_the_index_is_kept():
    """The answers of a pandas frame have its index, so that they can be joined."""
    frame = pd.DataFrame(ROWS, index=list("wxyz"))
    assert list("wxyz") == list(evaluate(frame).index)
    assert list("zy") == list(evaluate(frame[::-1][:2]).index)


def test_no_rows_give_no_answers():
    """An empty frame has an empty frame of answers, with all columns."""
    answers = evaluate(pl.DataFrame({"role_interest": []}, schema={"role_interest": pl.Float64}))
    assert 0 == len(answers)
    assert "verdict" in answers.columns


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"duration": pd.array([2, None], "Int64"), "stage": pd.Categorical(["final", None])}),
        pd.DataFrame({"duration": ["2", None], "stage": [iv.Stage.FINAL, float("nan")]}),
        pd.DataFrame({"duration": [2, float("nan")], "stage": ["final", pd.NA]}),
        pl.DataFrame({"duration": [2, None], "stage": ["final", None]}, schema_overrides={"stage": pl.Categorical}),
        pl.DataFrame({"duration": [2.0, float("nan")], "stage": ["FINAL", None]}),
        pl.DataFrame({"duration": [2, None], "stage": ["final", None]}, schema_overrides={"stage": pl.Enum(["final"])}),
        pa.table({"duration": pa.array([2, None], pa.int8()), "stage": pa.array(["final", None]).dictionary_encode()}),
        pa.table({"duration": [2, None], "stage": pa.array(["final", None], pa.string_view())}),
        pa.table({"duration": [2, None], "stage": VIEWS}),
    ],
    ids=["nullable", "objects", "missing", "categories", "nan", "enum", "arrow", "views", "views of categories"],
)
def test_every_way_to_say_unknown(frame):
    """Null, None, NaN and NA are unknown, in columns of numbers, texts and categories."""
    first, second = dicts(evaluate(frame, draws=0))
    alone = iv.Evaluator(discover=False, draws=1)
    assert first["net"] == pytest.approx(alone.evaluate(iv.Invitation(stage="final", duration=2)).net.mean)
    assert second["net"] == pytest.approx(alone.evaluate(iv.Invitation()).net.mean)


def test_a_bad_row_says_all_that_is_wrong_and_leaves_the_others():
    """Text among numbers, a maybe for a yes or no, an unknown stage, a half range: each row has its own mistakes."""
    frame = pd.DataFrame(
        {
            "stage": ["first", "fist", ["first"], None],
            "remote": [True, 1, "maybe", None],
            "duration": ["1..2", "long", True, None],
            "weight_effort": ["much", 2, None, 0.5],
            "travel_low": [1.0, 1.0, None, None],
            "travel_high": [2.0, None, "far", None],
        }
    )
    answers = dicts(evaluate(frame))
    counted = [row["error"].count(": got ") for row in answers]
    assert [1, 4, 4, 0] == counted
    assert "did you mean 'first'?" in answers[1]["error"]
    assert "weight_effort: got 'much'" in answers[0]["error"]
    weighted = iv.Evaluator(discover=False, draws=16, weights={"effort": 0.5})
    assert answers[3]["net"] == pytest.approx(weighted.evaluate(iv.Invitation()).net.mean)


def test_half_a_range_is_a_mistake():
    """A range of numbers that has but one end says so."""
    frame = pl.DataFrame({"travel_low": [1.0, None, 1.0], "travel_high": [None, None, 2.0]})
    assert [1, 0, 0] == [row["error"].count("travel: got (1.0, None)") for row in dicts(evaluate(frame))]


def test_rows_count_more_than_the_seeker_of_all():
    """A column of the seeker counts where it is known, and the given seeker otherwise."""
    frame = pl.DataFrame({"mindset": [0.1, None], "role_interest": [0.3, 0.3]})
    seeker = iv.Seeker(mindset=0.9, hour_value=20)
    answers = dicts(evaluate(frame, seeker))
    invitation = iv.Invitation(role_interest=0.3)
    for mindset, answer in zip((0.1, 0.9), answers, strict=True):
        alone = EVALUATOR.evaluate(invitation, seeker.with_quantities(mindset=mindset))
        assert answer["net"] == pytest.approx(alone.net.mean)
        assert "; ".join(alone.assumed) == answer["assumed"]


def test_weights_for_all_and_by_row():
    """Weights of the call count more than the evaluator's, and those of a row are its own."""
    evaluator = iv.Evaluator(discover=False, draws=16, weights={"effort": 5, "practice": 3, "courtesy": 2})
    frame = pl.DataFrame({"role_interest": [0.3, 0.3], "weight_effort": [0.5, None]})
    answers = dicts(evaluate(frame, evaluator=evaluator, weights={"practice": 2}))
    for effort, answer in zip((0.5, 5), answers, strict=True):
        weights = {"effort": effort, "practice": 2, "courtesy": 2}
        alone = iv.Evaluator(discover=False, draws=16, weights=weights).evaluate(iv.Invitation(role_interest=0.3))
        assert answer["net"] == pytest.approx(alone.net.mean)
        assert answer["verdict"] == alone.verdict.value


def test_without_questions_no_verdict_is_guessed():
    """A verdict that depends on ways and questions is null unless they are worked out; where a gate decides there is one."""
    frame = pl.DataFrame(ROWS)[:3]
    full, quick = dicts(evaluate(frame)), dicts(evaluate(frame, questions=False))
    assert [None, None, "decline"] == [row["verdict"] for row in quick]
    assert [row["net"] for row in full] == pytest.approx([row["net"] for row in quick])
    given = {"stage": "first", "remote": True, "role_interest": 0.2, "duration": (1, 2)}
    first = iv.Invitation(organization_interest=0.6, **given)
    second = iv.Invitation(organization_interest=0.5)
    alone = [EVALUATOR.evaluate(invitation).verdict.value for invitation in (first, second)]
    assert [*alone, "decline"] == [row["verdict"] for row in full]


@pytest.mark.parametrize(
    ("frame", "options", "path", "words"),
    [
        (pl.LazyFrame({"travel": [1]}), {}, "frame", "call .collect() first"),
        ([{"travel": 1}], {}, "frame", "a dataframe of pandas, Polars"),
        (pl.DataFrame({"trawel": [1]}), {}, "columns", "a column named after a quantity"),
        (pd.DataFrame([[1, 2]], columns=["travel", "travel"]), {}, "columns", "each occur once"),
        (pa.Table.from_arrays([pa.array([1])] * 2, names=["travel", "travel"]), {}, "columns", "each occur once"),
        (pl.DataFrame({f"c{n}": [1] for n in range(10_001)}), {}, "columns", "at most 10,000 columns"),
        (pl.DataFrame({"travel_low": [1]}), {}, "travel_low", "both travel_low and travel_high"),
        (pl.DataFrame({"travel": [1], "travel_high": [1]}), {}, "travel", "either travel, or"),
        (pl.DataFrame({"travel": [1], "weight_efort": [1]}), {}, "weight_efort", "did you mean 'effort'?"),
        (pl.DataFrame({"travel": [1], "weight_effort": [1]}), {"weights": {"effort": 1}}, "weight_effort", "either in"),
        (pl.DataFrame({"travel": [1]}), {"weights": {"effort": -1}}, "weights['effort']", "a factor"),
        (pl.DataFrame({"travel": [1]}), {"draws": -1}, "draws", "from 0 to 1,000,000"),
        (pl.DataFrame({"travel": [1]}), {"draws": True}, "draws", "from 0 to 1,000,000"),
        (pl.DataFrame({"travel": [1]}), {"questions": 1}, "questions", "True or False"),
        (pl.DataFrame({"travel": [1]}), {"seeker": 1}, "seeker", "a Seeker"),
        (pl.DataFrame({"travel": [1]}), {"evaluator": 1}, "evaluator", "an Evaluator"),
    ],
)
def test_what_cannot_be_used_as_a_whole(frame, options, path, words):
    """Frames and arguments that cannot be used raise, and say what to do."""
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        evaluate(frame, **options)
    (mistake,) = raised.value.mistakes
    assert path == mistake.path
    assert words in str(mistake)


def test_a_weight_of_no_scorer_offers_the_nearest():
    """A misspelt scorer in weights= raises."""
    with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'effort'"):
        evaluate(pl.DataFrame({"travel": [1]}), weights={"efort": 1})


def test_the_installed_scorers_are_used_unless_told_otherwise():
    """Without an evaluator the numbers are those of `iv.evaluate`."""
    (answer,) = dicts(iv.frames.evaluate(pl.DataFrame({"role_interest": [0.2]})))
    assert answer["net"] == pytest.approx(iv.evaluate(iv.Invitation(role_interest=0.2)).net.mean)


COMMUTE = iv.Quantity("commute", unit="h a week", bounds=(0, 60), prior=(1, 8), scale="log")
TRIPS = iv.Quantity(
    "trips", unit="a week", bounds=(0, 60), prior=iv.model.DerivedPrior(lambda commute: commute / 2, "commute / 2")
)


def of_commuting(hours, **options):
    """Make a scorer of commuting, and an evaluator with it."""
    made = iv.scorer(kind="cost", name="commuting", quantities=[COMMUTE, TRIPS], **options)(hours)
    return iv.Evaluator(discover=False, draws=8, plugins=[made])


def assert_as_alone(evaluator, column, values):
    """Compare each value of a column with an evaluation by itself, errors included."""
    answers = dicts(evaluate(pl.DataFrame({column: values}), evaluator=evaluator))
    for value, answer in zip(values, answers, strict=True):
        alone = evaluator.evaluate(iv.Invitation().with_quantities(**{column: value}))
        assert answer["net"] == pytest.approx(alone.net.mean)
        assert "; ".join(alone.errors) == answer["error"]
        assert "; ".join(alone.assumed) == answer["assumed"]
        assert answer["verdict"] == alone.verdict.value
        assert (answer["commuting"] is None) == bool(alone["commuting"].error)
    return answers


@pytest.mark.parametrize("column", ["commute", "trips"])
def test_quantities_of_plugins_and_what_is_derived_from_them(column):
    """A plugin's quantity is a column like any other, and what is derived from it is derived anew where it is unknown."""
    assert_as_alone(of_commuting(lambda commute, trips: commute * trips), column, [2.0, None, 0.0])


CONTRACT = iv.Quantity(
    "contract",
    kind="choice",
    choices={
        "open_ended": iv.model.Choice("without an end", share=0.7),
        "fixed": iv.model.Choice("for a time", share=0.3),
    },
    ask="recruiter",
    question="For how long is it?",
)
SECURITY = iv.Quantity(
    "security", unit="h", bounds=(0, 500), prior=iv.model.PriorBy("contract", {"fixed": (0, 5)}, (20, 60)), scale="log"
)


def test_labels_of_plugins():
    """The label of a plugin is a column like any other: its priors and gates follow it, and it is asked for."""
    made = iv.scorer(kind="benefit", name="commuting", quantities=[CONTRACT, SECURITY])(lambda security: security)
    short = iv.gate(reason="Too short.", name="short", quantities=[CONTRACT])(lambda contract: contract == "fixed")
    for plugins in ([made], [made, short]):
        evaluator = iv.Evaluator(discover=False, draws=8, plugins=plugins)
        assert_as_alone(evaluator, "contract", ["fixed", None, "without an end"])
        (of_seeker,) = dicts(evaluate(pl.DataFrame({"travel": [1]}), fixed := iv.Seeker(quantities={"contract": "fixed"}),
                                      evaluator=evaluator))  # fmt: skip
        assert of_seeker["net"] == pytest.approx(evaluator.evaluate(iv.Invitation(travel=1), fixed).net.mean)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("hinge", ["none", None, "0.4", "most"]),
        ("openings", ["none", "now and then", "2..4", None]),
        ("job_worth", ["a month's work", "quarter", "200 h", None]),
        ("would_accept", ["No, something I already know rules it out", "unlikely", "20%", None]),
    ],
)
def test_choices_in_columns_of_quantities(column, values):
    """A choice by name or label stands for its range, also where its name is a word for nothing."""
    answers = dicts(evaluate(pl.DataFrame({column: values})))
    for value, answer in zip(values, answers, strict=True):
        facts = iv.Seeker if column in iv.Seeker.own_quantities() else iv.Invitation
        case = [iv.Invitation(), iv.Seeker()]
        case[facts is iv.Seeker] = facts(**{column: value})
        alone = EVALUATOR.evaluate(*case)
        assert answer["net"] == pytest.approx(alone.net.mean)
        assert "; ".join(alone.assumed) == answer["assumed"]


def test_labels_in_every_way_they_are_said():
    """A label by its name, in other words, or as a bool; what is no choice of it offers the nearest."""
    frame = pl.DataFrame(
        {
            "stage": ["recruiter", "the last round", None, "finale"],
            "status": ["without work, or about to be", "looking", None, None],
            "remote": ["by video or phone", "no", "yes", None],
            "obliged": [None, None, "yes", "no"],
        }
    )
    answers = dicts(evaluate(frame))
    for row, answer in zip(frame.to_dicts()[:3], answers, strict=False):
        status = row.pop("status")
        alone = EVALUATOR.evaluate(iv.Invitation(**row), iv.Seeker(status=status))
        assert answer["net"] == pytest.approx(alone.net.mean)
        assert alone.verdict.value == answer["verdict"]
    assert "did you mean 'final'?" in answers[3]["error"]
    assert (None, None) == (answers[3]["leaning"], answers[3]["best_hours"])
    other = evaluate(pl.DataFrame({"remote": [True, False, None], "stage": ["first"] * 3}))
    assert [
        e.net.mean for e in (EVALUATOR.evaluate(iv.Invitation(remote=r, stage="first")) for r in (True, False, None))
    ] == (pytest.approx(other["net"].to_list()))


def test_bounds_with_a_hole_or_without_an_end():
    """Nobody is met or at least one, and what cannot be 0 is refused at 0: in each row as by itself."""
    answers = dicts(evaluate(pl.DataFrame({"people_met": [0.0, 0.5, 1.0, 41.0]}), questions=False))
    assert ["", "people_met: got 0.5", "", "people_met: got 41.0"] == [
        row["error"].partition(",")[0] for row in answers
    ]
    assert EVALUATOR.evaluate(iv.Invitation(people_met=0)).net.mean == pytest.approx(answers[0]["net"])
    ranges = pl.DataFrame({"people_met_low": [0.0, 0.0, 1.0], "people_met_high": [0.0, 3.0, 3.0]})
    assert ["", "people_met: got [0.0, 3.0]", ""] == [
        row["error"].partition(", expected")[0] for row in dicts(evaluate(ranges, questions=False))
    ]
    length = iv.Quantity("length", unit="m", bounds=iv.model.Bounds(0, 9, open_low=True), prior=(1, 2))
    made = iv.scorer(kind="cost", name="commuting", quantities=[length])(lambda length: 1 / length)
    found = dicts(evaluate(pl.DataFrame({"length": [0.0, 2.0]}), evaluator=EVALUATOR.with_settings().register(made)))
    assert ["length: got 0.0", ""] == [row["error"].partition(",")[0] for row in found]


def test_an_obligation_wins_over_having_no_interest():
    """A gate that says to attend counts before one that declines, beside the hours that it costs."""
    frame = pl.DataFrame({"obliged": ["yes", None], "role_interest": [0.0, 0.0], "organization_interest": [0.0, 0.0]})
    obliged, free = dicts(evaluate(frame))
    assert ("attend", "attend", 1.0) == (obliged["verdict"], obliged["leaning"], obliged["confidence"])
    assert ("decline", "decline", 1.0) == (free["verdict"], free["leaning"], free["confidence"])
    assert obliged["net"] < 0


def test_gates_that_contradict_each_other_are_asked_about():
    """Where one says to attend and another to decline, one has to settle it oneself; an obligation settles it."""
    go = iv.gate(reason="Near.", name="near", verdict="attend")(lambda travel: travel < 1)
    stay = iv.gate(reason="Dear.", name="dear")(lambda expenses: expenses > 9)
    evaluator = EVALUATOR.with_settings().register(go, stay)
    rows = [
        {"travel": 0.0, "expenses": 20.0, "obliged": None},
        {"travel": 0.0, "expenses": 20.0, "obliged": "yes"},
        {"travel": 2.0, "expenses": 20.0, "obliged": None},
        {"travel": 0.0, "expenses": 0.0, "obliged": None},
    ]
    answers = dicts(evaluate(pl.DataFrame(rows), evaluator=evaluator))
    for row, answer in zip(rows, answers, strict=True):
        alone = evaluator.evaluate(iv.Invitation(**row))
        assert alone.verdict.value == answer["verdict"]
        assert alone.leaning.value == answer["leaning"]
        assert alone.confidence == answer["confidence"]
    assert ["ask_yourself", "attend", "decline", "attend"] == [answer["verdict"] for answer in answers]


@pytest.mark.parametrize("draws", [64, 65, 200])
def test_the_best_hours_are_those_of_each_row_by_itself(draws, monkeypatch):
    """Also where they are looked for on a few of the draws first, and for hours at either end; no row is looked at alone."""
    monkeypatch.setattr(InvitationTable, "case", None)
    frame = pl.DataFrame(
        {
            "stage": ["screen", "first", "onsite", "final"] * 3,
            "would_accept": [0.0, 0.03, 0.1, 0.75, 0.95, None, 0.3, "perhaps", None, 0.02, 0.9, 0.5],
            "job_worth": [10, 200, 600, 20_000, 5000, None, "quarter", 300, 15_000, "weekend", "year", None],
        },
        strict=False,
    )
    found = evaluate(frame, draws=draws, questions=False)["best_hours"].to_list()
    evaluator = EVALUATOR.with_settings(draws=draws)
    for row, hours in zip(frame.to_dicts(), found, strict=True):
        worth = row.pop("job_worth")
        assert evaluator.evaluate(iv.Invitation(**row), iv.Seeker(job_worth=worth)).best_hours == hours
    assert {0.25} < set(found)


def test_nothing_is_asked_where_asking_costs_without_end():
    """With an infinite cost of asking, the verdict is the leaning, and only going and declining are ways."""
    evaluator = EVALUATOR.with_settings(asking_cost=float("inf"))
    frame = pl.DataFrame(
        {"would_accept": [0.05, 0.2, 0.6], "pressure": [2.0, None, 1.0], "preparation": [9.0, None, 2.0]}
    )
    for row, answer in zip(frame.to_dicts(), dicts(evaluate(frame, evaluator=evaluator)), strict=True):
        pressure = row.pop("pressure")
        alone = evaluator.evaluate(iv.Invitation(**row), iv.Seeker(pressure=pressure))
        assert alone.verdict.value == answer["verdict"] == answer["leaning"]
        assert alone.ways[0].name == answer["best_way"]
        assert answer["question"] is None


@pytest.mark.parametrize(
    "hours",
    [
        lambda commute: 1 / commute if commute > 3 else 0.5,
        lambda commute: 1 / (commute - 2),
        lambda commute, ops: ops.exp(-ops.exp(400 * commute)),
        lambda commute: float("inf") if commute is None else 1e9 * commute,
        lambda commute: "three",
        lambda commute: commute > 2,
    ],
    ids=["if", "division", "overflow", "too many", "text", "yes"],
)
def test_a_scorer_that_fails_in_a_row_fails_there_alone(hours):
    """What a scorer cannot do on an array it does on floats, and what it cannot do there either is the row's error."""
    answers = assert_as_alone(of_commuting(hours), "commute", [0.5, 2.0, 5.0, None])
    assert 4 == len(answers)


@pytest.mark.parametrize(
    "hours", [lambda commute, invitation: commute * (invitation.role == "Clerk"), lambda commute, seeker: commute * 1.5]
)
def test_what_is_not_columnar_runs_row_by_row_and_says_so(hours):
    """A scorer that reads the whole invitation or seeker, its texts included, works, with a warning."""
    evaluator = of_commuting(hours)
    frame = pl.DataFrame({"commute": [2.0, 3.0], "role": ["Clerk", "Editor"]})
    with pytest.warns(RowByRowWarning, match="the scorer commuting is not columnar"):
        answers = dicts(evaluate(frame, evaluator=evaluator))
    for row, answer in zip(frame.to_dicts(), answers, strict=True):
        invitation = iv.Invitation(role=row["role"]).with_quantities(commute=row["commute"])
        assert answer["net"] == pytest.approx(evaluator.evaluate(invitation).net.mean)
    with pytest.warns(RowByRowWarning):
        answers = dicts(evaluate(frame.with_columns(role_interest=0.5), evaluator=evaluator, questions=False))
    assert [None, None] == [answer["verdict"] for answer in answers]


@pytest.mark.parametrize("roles", [["Clerk", None, float("nan")], pd.array(["Clerk", None, pd.NA], "string")])
def test_a_text_that_is_not_there_is_unknown(roles):
    """Where a scorer looks at the role, a row without one is a row like others, in whatever way pandas says so."""

    @iv.scorer(kind="benefit")
    def named(invitation, travel):
        """Count letters."""
        return float(len(invitation.role or ""))

    evaluator = iv.Evaluator(discover=False, plugins=[named])
    frame = pd.DataFrame({"role": roles, "role_interest": [0.5] * 3})
    with pytest.warns(iv.frames.RowByRowWarning):
        answers = iv.frames.evaluate(frame, evaluator=evaluator, draws=0)
    assert ([5, 0, 0], [""] * 3) == (list(answers["named"]), list(answers["error"]))


def test_a_scorer_changes_nothing_for_others():
    """A scorer that writes into what it is given has the hours that it has alone, and so have all others, in all blocks."""
    luck = iv.Quantity("luck", unit="h", bounds=(0, 100), prior=3)

    @iv.scorer(kind="benefit", quantities=[luck])
    def chance(luck):
        """Write into its argument."""
        luck *= 1.5
        return luck

    @iv.scorer(kind="cost", quantities=[luck])
    def drain(luck):
        """Read what the other has written into."""
        return luck

    block = [scorer.name for scorer in EVALUATOR.scorers]
    evaluator = iv.Evaluator(discover=False, plugins=[chance, drain], block=block, draws=64)
    rows = 3 * 131_072 // 64
    answers = iv.frames.evaluate(pl.DataFrame({"role_interest": [0.5] * rows}), evaluator=evaluator, questions=False)
    assert {4.5} == set(answers["chance"])
    assert {3.0} == set(answers["drain"])


def test_draws_that_cancel_have_the_verdict_they_have_alone():
    """Where the draws of a range around zero add up to nothing, the order of adding decides nothing."""
    luck = iv.Quantity("luck", unit="h", bounds=(-9, 9), prior=(-1, 1), ask="yourself", question="How lucky?")
    lucky = iv.scorer(kind="benefit", quantities=[luck], name="lucky")(lambda luck: luck)
    block = [scorer.name for scorer in EVALUATOR.scorers]
    evaluator = iv.Evaluator(discover=False, plugins=[lucky], block=block, asking_cost=1e6)
    ends = [(-5.0, 5.0), (-3.0, 3.0), (-1.0, 1.0), (-2.5, 2.5)]
    known = {"role_interest": 0.5, "organization_interest": 0.5}
    frame = pl.DataFrame({"luck_low": [low for low, _ in ends], "luck_high": [high for _, high in ends]})
    answers = iv.frames.evaluate(frame.with_columns(**{k: pl.lit(v) for k, v in known.items()}), evaluator=evaluator)
    alone = [evaluator.evaluate(iv.Invitation(**known).with_quantities(luck=range_)) for range_ in ends]
    assert [one.verdict.value for one in alone] == list(answers["verdict"])
    assert [one.net.mean for one in alone] == list(answers["net"])


def test_nobody_can_answer_anything():
    """Where every quantity is a constant, no question is asked, and there is an answer for each row."""
    steady = iv.Quantity("steadiness", unit="h", bounds=(-9, 9), prior=(-1, 2))
    alone = iv.scorer(kind="benefit", quantities=[steady], name="steady")(lambda steadiness: steadiness)
    block = [*(scorer.name for scorer in EVALUATOR.scorers), *(gate.name for gate in EVALUATOR.gates)]
    evaluator = iv.Evaluator(discover=False, plugins=[alone], block=block)
    answers = iv.frames.evaluate(pl.DataFrame({"travel": [1.0, 2.0]}), evaluator=evaluator)
    assert [evaluator.evaluate(iv.Invitation(travel=1)).verdict.value] * 2 == list(answers["verdict"])
    assert [None, None] == list(answers["question"])
    assert () == iv.frames.overview(pl.DataFrame({"travel": [1.0, 2.0]}), evaluator=evaluator).questions


def test_a_text_that_cannot_be_used_is_the_error_of_its_row():
    """Where texts are looked at, one that is too long for an invitation is a mistake of its row."""
    evaluator = of_commuting(lambda commute, invitation: commute)
    frame = pl.DataFrame({"commute": [2.0, 3.0], "role": ["x" * 1_000_000, "Editor"]})
    with pytest.warns(RowByRowWarning):
        long, fine = dicts(evaluate(frame, evaluator=evaluator))
    assert long["error"].startswith("role: got")
    assert long["net"] is None
    assert long["assumed"] is None
    assert "" == fine["error"]


def test_what_to_install_is_said(monkeypatch):
    """Without the extra, `frames` cannot be imported, and the error says how to install it."""
    monkeypatch.delitem(sys.modules, "interview_value.frames")
    monkeypatch.setitem(sys.modules, "narwhals", None)
    with pytest.raises(ImportError, match=r"install interview-value\[frames\]"):
        importlib.import_module("interview_value.frames")


def test_gates_of_plugins():
    """A gate sees what a row knows; one that cannot tell holds nothing up, and one of the invitation runs row by row."""

    @iv.gate(reason="Too far.", quantities=[COMMUTE])
    def too_far(commute, ops):
        return commute > 10

    @iv.gate(reason="Never.")
    def never(travel):
        return False

    @iv.gate(reason="Later.", asks=False)
    def later(invitation, travel):
        return travel > 10

    @iv.gate(reason="Not now.", asks=False)
    def not_now(preparation):
        return preparation > 10

    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[too_far, not_now])
    frame = pl.DataFrame({"commute_low": [12.0, None, 1.0, 5.0], "commute_high": [13.0, None, 2.0, 15.0]})
    answers = dicts(evaluate(frame, evaluator=evaluator, draws=0))
    assert ["decline", False, False, False] == [
        answers[0]["verdict"], *("decline" == answer["leaning"] and 1 == answer["confidence"] for answer in answers[1:])
    ]  # fmt: skip
    failing = iv.Evaluator(discover=False, draws=8, plugins=[never])
    (answer,) = dicts(evaluate(frame.with_columns(travel=1.0)[:1].select("travel"), evaluator=failing))
    assert "; ".join(failing.evaluate(iv.Invitation(travel=1)).errors) == answer["error"]
    with pytest.warns(RowByRowWarning, match="the gate later reads the whole"):
        (answer,) = dicts(evaluate(pl.DataFrame({"travel": [11]}), evaluator=failing.register(later)))
    assert "decline" == answer["verdict"]


class Reweighing:
    """A plugin that halves effort for the eager."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Return the factors."""
        mindset = seeker.known.get("mindset")
        return {"effort": 0.5} if mindset and mindset.low > 0.5 else {}


class Broken:
    """A plugin whose weights fail."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Fail."""
        raise RuntimeError("no idea")


def test_plugins_that_reweigh_see_the_seeker():
    """The factors are those for the seeker of all rows, and for each row's own if rows have one."""
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[Reweighing()])
    eager, invitation = iv.Seeker(mindset=0.9), iv.Invitation(travel=1)
    (answer,) = dicts(evaluate(pl.DataFrame({"travel": [1]}), eager, evaluator=evaluator))
    assert answer["net"] == pytest.approx(evaluator.evaluate(invitation, eager).net.mean)
    with pytest.warns(RowByRowWarning, match="has weights by seeker"):
        answers = dicts(evaluate(pl.DataFrame({"travel": [1, 1], "mindset": [0.1, 0.9]}), evaluator=evaluator))
    for mindset, answer in zip((0.1, 0.9), answers, strict=True):
        assert answer["net"] == pytest.approx(evaluator.evaluate(invitation, iv.Seeker(mindset=mindset)).net.mean)


def test_rows_by_themselves_guess_no_verdict_either():
    """Where each row is evaluated by itself, a verdict that no gate gives is null without the questions."""
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[Reweighing()])
    frame = pl.DataFrame({"obliged": [None, True], "mindset": [0.1, 0.9], "role_interest": [0.5, 0.5]})
    with pytest.warns(RowByRowWarning):
        answers = dicts(evaluate(frame, evaluator=evaluator, questions=False))
    assert [None, "attend"] == [answer["verdict"] for answer in answers]
    assert {None} == {answer[name] for answer in answers for name in ("question", "best_way", "best_way_worth")}
    assert {"attend", "decline"} >= {answer["leaning"] for answer in answers}


def test_a_hook_that_fails_is_the_error_of_every_row():
    """Weights that fail change no number, and every row says so; a strict evaluator does not raise."""
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[Broken()], strict=True)
    answers = dicts(evaluate(pl.DataFrame({"travel": [1, 2]}), evaluator=evaluator))
    assert all("RuntimeError('no idea')" in row["error"] for row in answers)
    assert all(row["net"] is not None for row in answers)


def test_sums_that_cancel_have_the_verdict_they_have_alone():
    """Where benefits and costs cancel, the order of adding up does not decide."""
    gains = iv.scorer(kind="benefit", name="gains")(lambda travel: travel * 0.1 + travel * 0.2)
    costs = iv.scorer(kind="cost", name="costs")(lambda travel: travel * 0.3)
    names = [scorer.name for scorer in EVALUATOR.scorers]
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[gains, costs], block=names)
    travel = [0.0, 0.1, 1.0, 3.0, 7.0]
    for value, answer in zip(
        travel, dicts(evaluate(pl.DataFrame({"travel": travel}), evaluator=evaluator)), strict=True
    ):
        alone = evaluator.evaluate(iv.Invitation(travel=value))
        assert (alone.verdict.value, alone.confidence) == (answer["verdict"], answer["confidence"])


def test_many_blocks_keep_the_order():
    """Rows beyond one block stand where they stood."""
    frame = pl.DataFrame({"expenses": [float(row % 1000) for row in range(40_000)]})
    answers = evaluate(frame, draws=0, questions=False)
    effort = answers["effort"].to_list()
    assert effort == pytest.approx([effort[row % 1000] for row in range(40_000)])
    assert effort[999] > effort[0]


def test_it_is_loaded_when_it_is_first_used():
    """`interview_value.frames` is available without an import of its own."""
    code = "import interview_value as iv; print(iv.frames.evaluate.__name__, iv.frames.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "evaluate interview_value.frames" == done.stdout.strip()


def test_a_scorer_may_have_the_name_of_another_column():
    """Its column is told apart from the other, as in the dataframe of evaluations."""
    scorers = [iv.scorer(kind="benefit", name=name)(lambda travel: 2 * travel) for name in ("net", "role")]
    evaluator = iv.Evaluator(plugins=scorers, discover=False, draws=16)
    answers = evaluate(pl.DataFrame({"travel": [3.0]}), evaluator=evaluator)
    handed = iv.export.to_frame(evaluator.evaluate(iv.Invitation(travel=3)), "polars")
    assert set(answers.columns) <= set(handed.columns)
    assert (6.0, 6.0) == (answers["net (criterion)"][0], answers["role (criterion)"][0])
    assert answers["net"][0] == pytest.approx(handed["net"][0])
