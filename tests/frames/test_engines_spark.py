"""What Spark is handed: a function for its workers and a schema. What it does with them, `nox -s spark` tests."""

from __future__ import annotations

import pickle

import pytest

import interview_value as iv

pa = pytest.importorskip("pyarrow")
cloudpickle = pytest.importorskip("cloudpickle")
pytest.importorskip("narwhals")

EVALUATOR = iv.Evaluator(
    discover=False, draws=8, plugins=[iv.scorer(kind="cost", name="doubled")(lambda travel: 2 * travel)]
)
ROWS = pa.table({"id": [7, 8, 9], "stage": ["first", None, "frist"], "travel": [1.0, None, 2.0]})


class Schema(dict):
    """The kinds of columns by name, with the little of Spark's own that is used."""

    def __init__(self, fields=()):
        super().__init__(dict(fields))

    def __getitem__(self, name):
        return name, super().__getitem__(name)

    def add(self, name, kind):
        """Add a column."""
        self[name] = kind


class Frame:
    """A dataframe that sends what it is handed to a worker and back, batch by batch."""

    columns = ROWS.column_names
    schema = Schema((field.name, str(field.type)) for field in ROWS.schema)

    def mapInArrow(self, function, schema):  # noqa: N802 - it is Spark's name
        """Return what came out, and the schema."""
        there = pickle.loads(cloudpickle.dumps(function))
        return pa.Table.from_batches(list(there(iter(ROWS.to_batches(2))))), schema


def test_the_function_and_the_schema_agree():
    """What a worker gives, after the journey, has the columns that were announced, and the answers of one frame."""
    found, schema = iv.frames.evaluate_spark(Frame(), iv.Seeker(mindset=0.7), evaluator=EVALUATOR, keep=["id"])
    assert {field.name: str(field.type) for field in found.schema} == dict(schema.items())
    assert list(schema) == found.column_names
    whole = iv.frames.evaluate(ROWS, iv.Seeker(mindset=0.7), evaluator=EVALUATOR)
    assert whole.to_pylist() == found.drop_columns(["id"]).to_pylist()
    assert [7, 8, 9] == found.column("id").to_pylist()


def test_the_installed_scorers_are_those_of_the_caller():
    """Without an evaluator the one behind `iv.evaluate` travels."""
    found, _ = iv.frames.evaluate_spark(Frame(), draws=0)
    assert iv.frames.evaluate(ROWS, draws=0).to_pylist() == found.to_pylist()


@pytest.mark.parametrize(
    ("frame", "options", "path", "words"),
    [
        (ROWS, {}, "frame", "a pyspark.sql.DataFrame"),
        (Frame(), {"keep": ["ids"]}, "keep", "did you mean 'id'?"),
        (Frame(), {"keep": ["net"]}, "keep", "has not the name of an answer"),
        (Frame(), {"draws": -1}, "draws", "from 0 to 1,000,000"),
    ],
)
def test_what_cannot_be_used_is_said_by_the_call(frame, options, path, words):
    """Nothing waits for a worker to fail."""
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        iv.frames.evaluate_spark(frame, **{"evaluator": EVALUATOR, **options})
    (mistake,) = raised.value.mistakes
    assert path == mistake.path
    assert words in str(mistake)
