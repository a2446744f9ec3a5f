"""Spark itself, in local mode with two workers: the same answers, plugins that travel, and the page about it.

These tests run in the nox session ``spark``, which needs a Java.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

import interview_value as iv

ROOT = Path(__file__).parents[2]
pytestmark = [
    pytest.mark.installed,
    pytest.mark.skipif("INTERVIEW_VALUE_SPARK" not in os.environ, reason="needs Spark and a Java; run `nox -s spark`"),
    # Spark itself leaves sockets open and warns of its coming versions.
    pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::DeprecationWarning", "ignore::FutureWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

STAGES = ("first", None, "ONSITE", "frist", "final")
ROWS = [
    (row, STAGES[row % 5], None if row % 7 == 0 else row % 11 / 10, float(row % 3 + 1), 4.0 if row % 2 else 0.5)
    for row in range(500)
]
COLUMNS = "id long, stage string, role_interest double, travel_low double, travel_high double"


def whole(**options: Any) -> list[dict[str, Any]]:
    """Return the answers of one table in this process, with its numbers."""
    import pyarrow as pa

    names = [column.split()[0] for column in COLUMNS.split(", ")]
    table = pa.table(dict(zip(names, map(list, zip(*ROWS, strict=True)), strict=True)))
    answers = iv.frames.evaluate(table, iv.Seeker(mindset=0.7), **options).to_pylist()
    return [{"id": row} | answer for row, answer in enumerate(answers)]


@pytest.fixture(scope="module")
def spark() -> Any:
    """A session with two workers, and batches of few rows."""
    from pyspark.sql import SparkSession

    settings = {"spark.ui.enabled": "false", "spark.sql.execution.arrow.maxRecordsPerBatch": "64"}
    session = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    yield session
    session.stop()


def assert_as_whole(found: Any, **options: Any) -> None:
    """Compare what Spark gives with the answers of one table: null for null, numbers to nine digits."""
    rows = sorted((row.asDict() for row in found.collect()), key=lambda row: row["id"])
    for expected, row in zip(whole(**options), rows, strict=True):
        assert expected.keys() == row.keys()
        for name, value in expected.items():
            assert (value if not isinstance(value, float) else pytest.approx(value, rel=1e-9, abs=1e-9)) == row[name]


@pytest.mark.parametrize("draws", [0, 16])
def test_the_answers_are_those_of_one_table(spark: Any, draws: int) -> None:
    """Every row has the numbers, the verdict and the mistakes that it has in one process, on two workers."""
    frame = spark.createDataFrame(ROWS, COLUMNS).repartition(4)
    evaluator = iv.Evaluator(discover=False, weights={"effort": 0.5})
    found = iv.frames.evaluate_spark(frame, iv.Seeker(mindset=0.7), evaluator=evaluator, draws=draws, keep=["id"])
    assert 4 == found.rdd.getNumPartitions()
    assert_as_whole(found, evaluator=evaluator, draws=draws)


def test_scorers_written_on_the_spot_travel(spark: Any) -> None:
    """A scorer that no module has goes to the workers, with its quantity and what it refers to."""
    share = 0.25
    hobby = iv.Quantity("travel_joy", unit="share", bounds=(0, 1), prior=(0.1, 0.6))
    joy = iv.scorer(kind="benefit", name="joy", quantities=[hobby])(
        lambda travel, travel_joy: share * travel * travel_joy
    )
    evaluator = iv.Evaluator(discover=False, plugins=[joy], draws=16)
    frame = spark.createDataFrame(ROWS, COLUMNS)
    found = iv.frames.evaluate_spark(frame, iv.Seeker(mindset=0.7), evaluator=evaluator, keep=["id"])
    assert_as_whole(found, evaluator=evaluator)


def test_a_module_that_was_sent_along_is_found(spark: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin in a file of one's own works on the workers once Spark has sent the file."""
    code = "import interview_value as iv\n@iv.scorer(kind='cost')\ndef bother(travel): return 3 * travel\n"
    (tmp_path / "bothersome.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    import bothersome  # type: ignore[import-not-found]

    spark.sparkContext.addPyFile(str(tmp_path / "bothersome.py"))
    evaluator = iv.Evaluator(discover=False, plugins=[bothersome.bother], draws=8)
    frame = spark.createDataFrame(ROWS, COLUMNS)
    found = iv.frames.evaluate_spark(frame, iv.Seeker(mindset=0.7), evaluator=evaluator, keep=["id"])
    assert_as_whole(found, evaluator=evaluator)
    sys.modules.pop("bothersome")


def test_a_partition_without_rows(spark: Any) -> None:
    """Where nothing is left there are no answers, in the same columns."""
    frame = spark.createDataFrame(ROWS[:3], COLUMNS).repartition(4).where("id > 1")
    evaluator = iv.Evaluator(discover=False, draws=8)
    assert [2] == [row["id"] for row in iv.frames.evaluate_spark(frame, evaluator=evaluator, keep=["id"]).collect()]
    empty = iv.frames.evaluate_spark(frame.where("id > 9"), evaluator=evaluator, keep=["id"])
    assert [] == empty.collect()
    assert "verdict" in empty.columns


def test_the_page_about_it(spark: Any) -> None:
    """The examples of the page run one after the other. The page stops the session, so it comes last."""
    import sybil
    from sybil.parsers.myst import PythonCodeBlockParser

    document = sybil.Sybil([PythonCodeBlockParser()]).parse(ROOT / "docs" / "how-to" / "spark.md")
    examples = list(document.examples())
    assert examples
    for example in examples:
        example.evaluate()
