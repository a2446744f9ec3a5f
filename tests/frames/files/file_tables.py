"""Tables of invitations in files of each format, and the evaluator and person of these tests."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")

import pyarrow.csv as csv  # noqa: E402
import pyarrow.feather as feather  # noqa: E402
import pyarrow.parquet as parquet  # noqa: E402
from pyarrow import ipc  # noqa: E402

import interview_value as iv  # noqa: E402

EVALUATOR = iv.Evaluator(discover=False, draws=16)
SEEKER = iv.Seeker(mindset=0.7, upcoming_interviews=4)
SUFFIXES = (".parquet", ".csv", ".tsv", ".arrow", ".arrows", ".feather")


ROWS = pa.table(
    {
        "id": [7, 8, 9, 10],
        "organization": ["Acme", None, "=cmd()", "-5"],
        "stage": ["onsite", "screen", None, "final"],
        "remote": [True, None, False, None],
        "role_interest": [0.7, 0.1, None, 20.0],
        "preparation": ["2..7", "1", None, "3"],
        "travel_low": [2.0, 0.0, None, 1.0],
        "travel_high": [4.0, 0.0, None, 1.0],
        "others_weight": [0.2, 0.3, 0.4, 0.5],
        "status": ["open", "job hunting", None, "content"],
        "hinge": ["none", "0.5", None, "most"],
        "weight_effort": [1.0, 2.0, None, 1.0],
    }
)


MANY = pa.table({"id": range(3_000), "role_interest": [0.001 * (n % 1000) for n in range(3_000)]})


def write(table, path):
    """Write a table as its suffix says, as other programs would."""
    if path.suffix == ".parquet":
        parquet.write_table(table, path, row_group_size=-(-max(1, table.num_rows) // 3))
    elif path.suffix in (".csv", ".tsv"):
        csv.write_csv(table, path, csv.WriteOptions(delimiter="," if path.suffix == ".csv" else "\t"))
    elif path.suffix == ".feather":
        feather.write_feather(table, path)
    else:
        opened = ipc.new_stream if path.suffix == ".arrows" else ipc.new_file
        with opened(str(path), table.schema) as writer:
            writer.write_table(table, max_chunksize=-(-max(1, table.num_rows) // 3))
    return path


def read(path):
    """Read a table as other programs would."""
    if path.suffix == ".parquet":
        return parquet.read_table(path)
    if path.suffix in (".csv", ".tsv"):
        options = csv.ParseOptions(delimiter="," if path.suffix == ".csv" else "\t")
        texts = dict.fromkeys(
            ("organization", "verdict", "leaning", "best_way", "question", "assumed", "error"), pa.string()
        )
        return csv.read_csv(path, parse_options=options, convert_options=csv.ConvertOptions(
            column_types=texts, strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=False
        ))  # fmt: skip
    if path.suffix == ".arrows":
        return ipc.open_stream(str(path)).read_all()
    return feather.read_table(path)


def evaluate(source, target, **options):
    """Evaluate a file for the person of these tests."""
    return iv.frames.evaluate_file(source, target, SEEKER, **{"evaluator": EVALUATOR, **options})


def refused(*arguments, **options):
    """Return the mistakes for which a file is refused."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        evaluate(*arguments, **options)
    return [str(mistake) for mistake in caught.value.mistakes]


def stop(doing, done, rows):
    """Stop as soon as something is done, as somebody at the keyboard does."""
    if done:
        raise KeyboardInterrupt


def begin(source, target, **options):
    """Finish a first part, and no more."""
    with pytest.raises(KeyboardInterrupt):
        evaluate(source, target, draws=0, progress=stop, **options)
