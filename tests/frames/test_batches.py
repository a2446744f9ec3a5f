"""Batches of Arrow in, batches of answers out: the same numbers however the rows are cut, one batch at a time."""

from __future__ import annotations

import sys
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import QUANTITIES, numbers

import interview_value as iv
from interview_value.frames import RowByRowWarning

pa = pytest.importorskip("pyarrow")
pl = pytest.importorskip("polars")
pytest.importorskip("narwhals")

EVALUATOR = iv.Evaluator(discover=False, draws=8)
ROWS = pa.table(
    {
        "id": [7, 8, 9, 10],
        "stage": ["first", None, "frist", "onsite"],
        "travel": [1.0, None, 2.0, -1.0],
        "role_interest": [0.2, 0.3, None, 0.4],
    }
)


def answers(batches, *args, **options):
    """Return the batches of answers with the built-in scorers and few draws."""
    return iv.frames.evaluate_batches(batches, *args, **{"evaluator": EVALUATOR, **options})


def rows_of(batches):
    """Return all rows of batches."""
    return [row for batch in batches for row in batch.to_pylist()]


def assert_same(expected, found):
    """Compare rows of answers, null for null and numbers to nine digits."""
    for one, other in zip(expected, found, strict=True):
        assert one.keys() == other.keys()
        for name, value in one.items():
            same = value if not isinstance(value, float) else pytest.approx(value, rel=1e-9, abs=1e-9)
            assert same == other[name]


@st.composite
def cut_tables(draw):
    """Rows of which some cannot be used, and the places at which they are cut."""
    numeric = sorted(name for name, quantity in QUANTITIES.items() if not quantity.is_label)
    names = draw(st.lists(st.sampled_from(numeric), min_size=1, max_size=5, unique=True))
    cells = {name: st.none() | numbers(QUANTITIES[name]) | st.sampled_from([2e15, float("nan")]) for name in names}
    cells["stage"] = st.sampled_from([None, "first", "ONSITE", "final", "last"])
    rows = draw(st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=12))
    schema = pa.schema([(name, pa.string() if name == "stage" else pa.float64()) for name in cells])
    cuts = sorted(draw(st.lists(st.integers(0, len(rows)), max_size=4)))
    return pa.Table.from_pylist(rows, schema=schema), cuts


@given(cut_tables(), st.sampled_from([0, 8]))
def test_however_the_rows_are_cut_the_numbers_are_those_of_the_whole_table(made, draws):
    """Each row has the numbers, verdict and mistakes that it has in one frame, whatever batch it is in."""
    table, cuts = made
    whole = iv.frames.evaluate(table, evaluator=EVALUATOR, draws=draws).to_pylist()
    parts = [table[start:stop] for start, stop in zip([0, *cuts], [*cuts, len(table)], strict=True)]
    batches = [batch for part in parts for batch in part.combine_chunks().to_batches()]
    assert_same(whole, rows_of(answers(batches, draws=draws)))


@pytest.mark.parametrize(
    "batches",
    [ROWS, ROWS.to_reader(), ROWS.to_batches(), iter(ROWS.to_batches(1)), ROWS.to_batches()[0]],
    ids=["table", "reader", "list", "iterator", "batch"],
)
def test_what_batches_may_come_from(batches):
    """Any iterable of batches will do, and whatever hands on an Arrow stream."""
    assert_same(iv.frames.evaluate(ROWS, evaluator=EVALUATOR).to_pylist(), rows_of(answers(batches)))


STREAMS = pytest.mark.skipif(
    not hasattr(pl.DataFrame, "__arrow_c_stream__"), reason="this Polars hands on no Arrow stream"
)


@STREAMS
def test_a_stream_of_polars_with_its_views_of_texts():
    """The texts of Polars, which PyArrow cannot compare as they come, are read like others, and kept as they are."""
    (batch,) = answers(pl.from_arrow(ROWS), keep=["stage"])
    expected = iv.frames.evaluate(ROWS, evaluator=EVALUATOR).to_pylist()
    assert_same(expected, batch.drop_columns(["stage"]).to_pylist())
    assert ROWS.column("stage").to_pylist() == batch.column("stage").to_pylist()


@STREAMS
@pytest.mark.parametrize("kind", [pl.Categorical, pl.Enum(["final", "first"])])
def test_categories_of_polars(kind):
    """The categories of Polars come as numbers of views of texts, and are read as the texts that they are."""
    frame = pl.DataFrame({"stage": pl.Series(["final", "first", None], dtype=kind), "role_interest": [0.5] * 3})
    (batch,) = iv.frames.evaluate_batches(frame, evaluator=EVALUATOR)
    whole = iv.frames.evaluate(frame, evaluator=EVALUATOR)
    assert whole["net"].to_list() == batch["net"].to_pylist()


def test_a_batch_is_taken_when_it_is_its_turn():
    """Nothing is taken by the call, and the second batch not before the answers to it are asked for."""
    taken = []

    def batches():
        for batch in ROWS.to_batches(1):
            taken.append(batch)
            yield batch

    found = answers(batches())
    assert [] == taken
    next(found)
    assert 1 == len(taken)
    next(found)
    assert 2 == len(taken)


def test_a_long_batch_is_cut():
    """The answers to a batch of many rows come in several, in order."""
    expenses = pa.array([float(row % 1000) for row in range(300_000)])
    batch = pa.record_batch({"expenses": expenses, "id": expenses})
    found = list(answers([batch], draws=0, questions=False, keep=["id"]))
    assert [131_072, 131_072, 37_856] == [batch.num_rows for batch in found]
    table = pa.Table.from_batches(found)
    assert expenses.equals(table.column("id").combine_chunks())
    effort = table.column("effort").to_pylist()
    assert effort[:1000] == pytest.approx(effort[-1000:])
    assert effort[999] > effort[0]


def test_the_schema_is_the_same_for_every_batch():
    """Also of an empty batch, and where all is null; the kept columns are as they came."""
    schema = iv.frames.answers_schema(EVALUATOR, keep=ROWS.select(["id", "stage"]).schema)
    nothing = pa.table(
        {name: pa.nulls(2, field.type) for name, field in zip(ROWS.column_names, ROWS.schema, strict=True)}
    )
    bad = ROWS.set_column(2, "travel", pa.array([-1.0] * 4))
    for table in (ROWS, nothing, bad):
        for batch in (*table.to_batches(), table.to_batches()[0].slice(0, 0)):
            (found,) = answers([batch], keep=["id", "stage"])
            assert schema == found.schema
            assert batch.num_rows == found.num_rows
    assert ROWS.column("id").to_pylist() == [row["id"] for row in rows_of(answers(ROWS, keep=("id",)))]
    assert ["id", "stage", "being_seen"] == schema.names[:3]
    assert iv.frames.evaluate(ROWS, evaluator=EVALUATOR).column_names == schema.names[2:]


def test_the_schema_of_the_installed_scorers():
    """Without an evaluator the columns are those of the scorers behind `iv.evaluate`, and nothing is kept."""
    made = iv.Evaluator(discover=False, plugins=[iv.scorer(kind="benefit", name="net")(lambda travel: travel)])
    assert "net (criterion)" in iv.frames.answers_schema(made).names
    (batch,) = iv.frames.evaluate_batches(ROWS, draws=0)
    assert iv.frames.answers_schema() == batch.schema


def test_no_batches_give_none():
    """An empty stream has an empty stream of answers."""
    assert [] == list(answers([]))
    assert [] == list(answers(pa.RecordBatchReader.from_batches(ROWS.schema, [])))


def test_seeker_weights_and_questions_count():
    """The other arguments mean what they mean in `frames.evaluate`."""
    options = {"weights": {"effort": 0.5}, "questions": False, "evaluator": EVALUATOR}
    seeker = iv.Seeker(mindset=0.9)
    expected = iv.frames.evaluate(ROWS, seeker, **options).to_pylist()
    assert_same(expected, rows_of(answers(ROWS.to_batches(2), seeker, **options)))


@pytest.mark.parametrize(
    ("batches", "options", "path", "words"),
    [
        (5, {}, "batches", "an iterable of pyarrow.RecordBatch"),
        (ROWS, {"keep": "id"}, "keep", "a list of the names"),
        (ROWS, {"keep": [1]}, "keep", "a list of the names"),
        (ROWS, {"keep": ["id", "id"]}, "keep", "each column once"),
        (ROWS, {"keep": ["net"]}, "keep", "has not the name of an answer"),
        (ROWS, {"keep": ["ids"]}, "keep", "did you mean 'id'?"),
        (pa.table({"x": [1]}), {}, "columns", "a column named after a quantity"),
        (pa.table([[1], [1]], names=["travel", "travel"]), {}, "columns", "each occur once"),
        (ROWS.to_batches(), {"draws": -1}, "draws", "from 0 to 1,000,000"),
        (ROWS.to_batches(), {"weights": {"effort": -1}}, "weights['effort']", "a factor"),
    ],
)
def test_what_cannot_be_used_is_said_by_the_call(batches, options, path, words):
    """Arguments raise at once, and so do the columns of a stream, which are known before its rows are."""
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        answers(batches, **options)
    (mistake,) = raised.value.mistakes
    assert path == mistake.path
    assert words in str(mistake)


def test_a_weight_of_no_scorer_offers_the_nearest():
    """A misspelt scorer raises at once."""
    with pytest.raises(iv.errors.UnknownNameError, match="did you mean 'effort'"):
        answers(iter([]), weights={"efort": 1})


@pytest.mark.parametrize(
    ("last", "path", "words"),
    [
        (ROWS, "batches[1]", "a pyarrow.RecordBatch"),
        (ROWS.select(["stage"]).to_batches()[0], "keep", "the name of one column"),
        (ROWS.set_column(0, "id", pa.array(list("abcd"))).to_batches()[0], "batches[1].id", "as in the first batch"),
    ],
    ids=["table", "missing", "type"],
)
def test_what_is_wrong_with_a_batch_is_said_when_it_is_its_turn(last, path, words):
    """The answers to those before it are there already."""
    found = answers([ROWS.to_batches()[0], last], keep=["id"])
    assert 4 == next(found).num_rows
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        next(found)
    (mistake,) = raised.value.mistakes
    assert path == mistake.path
    assert words in str(mistake)


def test_batches_may_have_other_columns():
    """What is not kept may differ from batch to batch, and counts where it is there."""
    parts = [ROWS.select(["travel"]), ROWS.select(["role_interest", "stage"])]
    expected = [row for part in parts for row in iv.frames.evaluate(part, evaluator=EVALUATOR).to_pylist()]
    assert_same(expected, rows_of(answers([batch for part in parts for batch in part.to_batches()])))


@pytest.mark.parametrize("made", [ROWS.to_batches(1), ROWS.select(["travel"]).to_reader(1)], ids=["list", "reader"])
def test_what_is_slow_is_said_once(made):
    """One warning for all batches, which names this file."""
    slow = iv.scorer(kind="cost", name="slow", columnar=False)(lambda travel: travel)
    evaluator = iv.Evaluator(discover=False, draws=2, plugins=[slow])
    with pytest.warns(RowByRowWarning, match="the scorer slow is not columnar") as caught:
        list(answers(made, evaluator=evaluator))
    assert [__file__] == [warning.filename for warning in caught]


def test_a_columnar_stream_warns_of_nothing():
    """Where all runs on columns there is nothing to say."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert 4 == len(rows_of(answers(ROWS)))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"keep": ["id"]}, "a pyarrow.Schema"),
        ({"evaluator": 1}, "an Evaluator"),
        ({"keep": pa.schema([("courtesy", pa.float64())])}, "has not the name of an answer"),
    ],
)
def test_a_schema_of_what_is_none(arguments, words):
    """The arguments of the schema are checked as well."""
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        iv.frames.answers_schema(**arguments)
    assert words in str(raised.value.mistakes[0])


def test_what_to_install_is_said(monkeypatch):
    """Without PyArrow the error says how to get it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"install interview-value\[arrow\]"):
        answers([])
