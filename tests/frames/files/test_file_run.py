"""`iv.frames.evaluate_file`: files of invitations in and out, and runs that are killed and gone on with."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")

import pyarrow.csv as csv  # noqa: E402
import pyarrow.feather as feather  # noqa: E402
import pyarrow.parquet as parquet  # noqa: E402
from pyarrow import ipc  # noqa: E402

import interview_value as iv  # noqa: E402
from interview_value.frames.files import csv_file, file_run  # noqa: E402

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
        "courtesy": [0.2, 0.3, 0.4, 0.5],
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
        texts = dict.fromkeys(("organization", "verdict", "question", "assumed", "error"), pa.string())
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
    with pytest.raises(iv.InvalidInputError) as caught:
        evaluate(*arguments, **options)
    return [str(mistake) for mistake in caught.value.mistakes]


@pytest.mark.parametrize("before", SUFFIXES)
@pytest.mark.parametrize("after", SUFFIXES)
def test_each_format_into_each(before, after, tmp_path):
    """The numbers are those of `frames.evaluate`, whatever the formats; nothing is left beside the target."""
    target = tmp_path / f"out{after}"
    done = evaluate(write(ROWS, tmp_path / f"in{before}"), target, keep=[])
    expected = iv.frames.evaluate(ROWS, SEEKER, evaluator=EVALUATOR)
    found = read(target)
    assert expected.column_names == found.column_names
    for name in expected.column_names:
        kind = expected.schema.field(name).type
        assert expected[name].to_pylist() == found[name].cast(kind).to_pylist()
    assert ["in" + before, "out" + after] == sorted(path.name for path in tmp_path.iterdir())
    assert (4, 0, 1) == (done.rows, done.resumed, done.errors)


def test_columns_that_are_carried_along(tmp_path):
    """Columns that are no quantities stand before the answers; asked for, any does, under a name of its own."""
    source = write(ROWS, tmp_path / "in.parquet")
    evaluate(source, tmp_path / "out.parquet")
    found = read(tmp_path / "out.parquet")
    assert ["id", "organization", "courtesy"] == found.column_names[:3]
    assert ROWS["id"].to_pylist() == found["id"].to_pylist()
    evaluate(source, tmp_path / "out.parquet", keep=["courtesy", "id"])
    found = read(tmp_path / "out.parquet")
    assert ["id", "courtesy (input)", "courtesy"] == found.column_names[:3]
    assert ROWS["courtesy"].to_pylist() == found["courtesy (input)"].to_pylist()


def test_no_text_becomes_a_formula(tmp_path):
    """In CSV a text or heading that a program would take for a formula has an apostrophe before it; numbers have not."""
    table = ROWS.append_column("=1+1", ROWS["organization"])
    for before in (".parquet", ".csv"):
        evaluate(write(table, tmp_path / f"in{before}"), tmp_path / "out.csv")
        found = read(tmp_path / "out.csv")
        assert ["Acme", None, "'=cmd()", "-5"] == found["organization"].to_pylist()
        assert "'=1+1" == found.column_names[2]
    evaluate(tmp_path / "in.csv", tmp_path / "out.parquet")
    assert ROWS["organization"].to_pylist() == read(tmp_path / "out.parquet")["organization"].to_pylist()


def test_cells_of_a_text(tmp_path):
    """In CSV, blanks are unknown, and a cell that cannot be read fails its own row and no other."""
    (tmp_path / "in.csv").write_text(
        "stage,remote,role_interest,travel_low,travel_high,weight_effort,duration\n"
        "onsite,yes, 0.7 ,2,4,1,1..2\n"
        "n/a,FALSE,NA,,,,-\n"
        "onsite,maybe,0.7,two,4,x,1\n"
        "onsite,,0.7,2,4,1,1 hour\n"
    )
    done = evaluate(tmp_path / "in.csv", tmp_path / "out.arrow")
    found = read(tmp_path / "out.arrow").to_pylist()
    whole = {
        "stage": ["onsite", None],
        "remote": [True, False],
        "role_interest": [0.7, None],
        "travel_low": [2.0, None],
    }
    whole |= {"travel_high": [4.0, None], "weight_effort": [1.0, None], "duration": ["1..2", None]}
    expected = iv.frames.evaluate(pa.table(whole), SEEKER, evaluator=EVALUATOR).to_pylist()
    assert expected == found[:2]
    for part in (
        "remote: got 'maybe', expected true or false",
        "travel_low: got 'two', expected a number",
        "weight_effort",
    ):
        assert part in found[2]["error"]
    assert (None, None, None) == (found[2]["net"], found[2]["verdict"], found[2]["assumed"])
    assert found[3]["error"].startswith("duration: got '1 hour', expected")
    assert [3, 4] == [item.row for item in done.first_errors]


def test_delimiter_shows_by_the_headings(tmp_path):
    """A CSV file with semicolons has commas in its numbers, as programs of many countries write it."""
    (tmp_path / "in.csv").write_text("name;role_interest;preparation\nA, B;0,7;2,5..7\n", encoding="utf-8-sig")
    evaluate(tmp_path / "in.csv", tmp_path / "out.parquet")
    (found,) = read(tmp_path / "out.parquet").to_pylist()
    (expected,) = iv.frames.evaluate(
        pa.table({"role_interest": [0.7], "preparation": ["2.5..7"]}), SEEKER, evaluator=EVALUATOR
    ).to_pylist()
    assert {"name": "A, B", **expected} == found


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_file_without_rows(suffix, tmp_path):
    """Of no rows come no answers, but all columns."""
    done = evaluate(write(ROWS.slice(0, 0), tmp_path / f"in{suffix}"), tmp_path / "out.parquet")
    assert (0, 0, 0) == (done.rows, done.errors, done.rows_per_second)
    assert "net" in read(tmp_path / "out.parquet").column_names


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"PAR1 and no more", b"ARROW1\0\0 and no more"])
def test_file_that_is_none(suffix, data, tmp_path):
    """A file that is not what its suffix says is refused in words, and nothing is left behind."""
    source = tmp_path / f"in{suffix}"
    source.write_bytes(data)
    with pytest.raises((iv.ReadError, iv.InvalidInputError)):
        evaluate(source, tmp_path / "out.parquet")
    assert [source] == list(tmp_path.iterdir())


def test_rows_of_a_wrong_width(tmp_path):
    """Rows with too many or too few cells are named before anything is evaluated."""
    lines = ["duration,role", *["1,a"] * 3, *["1"] * 6, "1,a,b"]
    (tmp_path / "in.csv").write_text("\n".join(lines))
    with pytest.raises(iv.ReadError) as caught:
        evaluate(tmp_path / "in.csv", tmp_path / "out.csv")
    assert "in.csv: row 4 has 1 cells; row 5" in str(caught.value)
    assert "and there are more such rows; each must have 2 as the heading" in str(caught.value)
    (tmp_path / "in.csv").write_text("duration,role\n1,a,b\n")
    with pytest.raises(iv.ReadError, match=r"row 1 has 3 cells; each must have 2"):
        evaluate(tmp_path / "in.csv", tmp_path / "out.csv")


def test_all_mistakes_at_once(tmp_path):
    """Whatever cannot be used is told together: files, options, columns."""
    source = write(ROWS.append_column("duration_low", ROWS["id"]), tmp_path / "in.parquet")
    said = refused(source, tmp_path / "none" / "out.txt", draws=-1, weights={"effrt": 2}, keep=["idd"])
    assert ["target", "target", "draws", "keep"] == [mistake.partition(":")[0] for mistake in said]
    assert "did you mean 'id'?" in said[-1]
    (said,) = refused(source, tmp_path / "out.csv")
    assert "source: duration_low: got 'duration_low', expected both" in said
    said = refused(tmp_path / "in.json", tmp_path, weights={"effrt": 2})
    assert ["source", "source", "target", "target", "weights"] == [mistake.partition(":")[0] for mistake in said]
    assert "did you mean 'effort'?" in said[-1]
    assert 2 == len(refused(1, None))
    assert "another file" in refused(source, source)[0]
    for keep in ("id", 5):
        assert "a list of columns" in refused(source, tmp_path / "out.csv", keep=keep)[-1]
    assert "a function" in refused(source, tmp_path / "out.csv", progress=1)[0]


def test_what_a_text_file_cannot_hold(tmp_path):
    """A column of lists cannot be carried along into CSV, and says so; into Parquet it can."""
    source = write(ROWS.append_column("tags", pa.array([["a"], [], None, ["b"]])), tmp_path / "in.parquet")
    assert "keep: got 'tags', expected columns that .csv can hold" in refused(source, tmp_path / "out.csv")[0]
    evaluate(source, tmp_path / "out.parquet")
    assert [["a"], [], None, ["b"]] == read(tmp_path / "out.parquet")["tags"].to_pylist()


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("kind", [pa.month_day_nano_interval(), pa.dense_union([pa.field("a", pa.int8())])], ids=str)
def test_what_a_target_cannot_hold_is_said_before_anything_is_done(kind, suffix, tmp_path):
    """Of rare types of columns too, and nothing is left behind."""
    source = write(ROWS.append_column("odd", pa.nulls(ROWS.num_rows, kind)), tmp_path / "in.arrow")
    (said,) = refused(source, tmp_path / f"out{suffix}")
    assert f"keep: got 'odd', expected columns that {suffix} can hold" in said
    assert [source] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", [pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.string())], ids=str)
def test_categories_and_large_texts(kind, tmp_path):
    """Categories, and texts of whatever kind, are texts in the file that is written."""
    table = pa.table({"stage": pa.array(["onsite", None]).cast(kind), "role": pa.array(["=a", None]).cast(kind)})
    evaluate(write(table, tmp_path / "in.arrow"), tmp_path / "out.csv")
    assert ["'=a", None] == read(tmp_path / "out.csv")["role"].to_pylist()


def test_summary(tmp_path):
    """The summary counts what the file says, and names the first rows with an error."""
    table = pa.table({"role_interest": [0.9, *[5.0] * 7]})
    done = evaluate(write(table, tmp_path / "in.csv"), tmp_path / "out.csv")
    verdicts = [verdict for verdict in read(tmp_path / "out.csv")["verdict"].to_pylist() if verdict]
    assert dict.fromkeys(verdicts, 1) == {name: count for name, count in done.verdicts.items() if count}
    assert (8, 7, 7) == (done.rows, done.errors, done.unsettled)
    assert [2, 3, 4, 5, 6] == [item.row for item in done.first_errors]
    assert done.first_errors[0].error.startswith("role_interest: got 5.0")
    plain = json.loads(json.dumps(done.to_dict()))
    assert 2 == plain["first_errors"][0]["row"]
    assert 0 < plain["rows_per_second"]
    text = str(done)
    assert text.startswith(f"8 rows written to {tmp_path / 'out.csv'} (8 rows in ")
    assert "7 rows have an error, the first of them:\n  row 2: role_interest" in text


def test_progress(tmp_path):
    """Whoever wants to know is told how far it is."""
    seen = []
    evaluate(write(MANY, tmp_path / "in.arrow"), tmp_path / "out.arrow", draws=0, progress=lambda *at: seen.append(at))
    assert ("evaluating", 0, 3000) == seen[0]
    assert ("evaluating", 3000, 3000) in seen
    assert ("writing", 3000, 3000) == seen[-1]


KILLED = """
import os, signal, sys
import interview_value as iv
def progress(doing, done, rows):
    if doing == sys.argv[3] and done >= 1024:
        os.kill(os.getpid(), signal.SIGKILL)
seeker = iv.Seeker(mindset=0.7, upcoming_interviews=4)
iv.frames.evaluate_file(
    sys.argv[1], sys.argv[2], seeker, evaluator=iv.Evaluator(discover=False, draws=16), draws=0, progress=progress
)
"""


def kill(source, target, doing="evaluating"):
    """Run for real, and kill it after its first part, or while it writes."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", KILLED, source, target, doing], check=False, env=env)
    assert -signal.SIGKILL == done.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_killed_run_is_gone_on_with(suffix, tmp_path):
    """A run that is killed leaves no target, and the next one evaluates only what is missing."""
    source, target = write(MANY, tmp_path / f"in{suffix}"), tmp_path / f"out{suffix}"
    kill(source, target)
    assert not target.exists()
    seen = []
    done = evaluate(source, target, draws=0, progress=lambda *at: seen.append(at))
    assert (1024, 3000) == (done.resumed, done.rows)
    assert ("evaluating", 1024, 3000) == seen[0]
    assert "1,024 were finished before" in str(done)
    whole = iv.frames.evaluate(MANY, SEEKER, evaluator=EVALUATOR, draws=0)
    assert whole["net"].to_pylist() == pytest.approx(read(target)["net"].to_pylist())
    assert MANY["id"].to_pylist() == read(target)["id"].cast(pa.int64()).to_pylist()
    assert [source.name, target.name] == sorted(path.name for path in tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals on Windows")
def test_a_run_killed_while_it_writes(tmp_path):
    """A target that was there before stays as it was until the new one is whole."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.csv"
    target.write_text("old")
    kill(source, target, "writing")
    assert "old" == target.read_text()
    assert 3000 == evaluate(source, target, draws=0).resumed
    assert 3000 == read(target).num_rows


@pytest.fixture
def begun(tmp_path):
    """Return a source and a target of which a first part is finished."""

    def stop(doing, done, rows):
        if done:
            raise KeyboardInterrupt

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    with pytest.raises(KeyboardInterrupt):
        evaluate(source, target, draws=0, progress=stop)
    return source, target


def test_parts_of_something_else_are_refused(begun):
    """Parts of another input, person or evaluator are refused, saying what differs; restart throws them away."""
    source, target = begun
    for options, word in (
        ({"draws": 8}, "same draws:"),
        ({"draws": 0, "weights": {"effort": 2}}, "same weights:"),
        ({"draws": 0, "keep": []}, "same keep:"),
        ({"draws": 0, "questions": False}, "same questions:"),
        ({"draws": 0, "evaluator": iv.Evaluator(discover=False, block={"courtesy"})}, "weights, scorers and gates:"),
    ):
        (said,) = refused(source, target, **options)
        assert word in said
        assert "1,024 rows of an earlier run" in said
    write(MANY.slice(0, 2_000), source)
    assert "same input:" in refused(source, target, draws=0)[0]
    done = evaluate(source, target, draws=0, restart=True)
    assert (0, 2_000) == (done.resumed, done.rows)


def test_a_scorer_that_was_changed_is_another(tmp_path):
    """Parts that a scorer of other code has made are not mixed with what it makes now."""

    @iv.scorer(kind="cost")
    def waiting(duration):
        """Hours lost."""
        return duration

    before = waiting

    @iv.scorer(kind="cost")
    def waiting(duration):
        """Hours lost."""
        return 2 * duration

    def stop(doing, done, rows):
        if done:
            raise KeyboardInterrupt

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    with pytest.raises(KeyboardInterrupt):
        evaluate(source, target, draws=0, progress=stop, evaluator=iv.Evaluator(discover=False, plugins=[before]))
    (said,) = refused(source, target, draws=0, evaluator=iv.Evaluator(discover=False, plugins=[waiting]))
    assert "same scorers and gates:" in said


@pytest.mark.parametrize("what", ["kind", "closure", "asks"])
def test_a_scorer_that_hangs_on_something_else_is_another(tmp_path, what):
    """Parts are not mixed with other answers though the code is the same: a cost made a benefit, another number behind it."""

    def evaluator(again):
        hours = 2.5 if again and what == "closure" else 1.0

        def waiting(duration):
            """Hours lost."""
            return duration * hours

        def near(duration):
            """Nobody knows."""
            return duration >= 0

        kind = "benefit" if again and what == "kind" else "cost"
        plugins = [iv.scorer(kind=kind)(waiting), iv.gate(reason="near", asks=again and what == "asks")(near)]
        return iv.Evaluator(discover=False, plugins=plugins)

    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    with pytest.raises(KeyboardInterrupt):
        evaluate(source, target, draws=0, progress=stop, evaluator=evaluator(False))
    (said,) = refused(source, target, draws=0, evaluator=evaluator(True))
    assert f"same {'answers' if what == 'closure' else 'scorers and gates'}:" in said


def stop(doing, done, rows):
    """Stop as soon as something is done, as somebody at the keyboard does."""
    if done:
        raise KeyboardInterrupt


def test_a_damaged_part_is_made_again(begun):
    """A part that cannot be read counts as unfinished."""
    source, target = begun
    (part,) = target.with_name("out.parquet.parts").glob("*.arrow")
    part.write_bytes(part.read_bytes()[:-50])
    assert 0 == evaluate(source, target, draws=0).resumed


def test_parts_behind_a_damaged_one_are_not_misplaced(tmp_path, monkeypatch):
    """A part that was made again has other rows, and those behind it never count for rows that are not theirs."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    sizes = iter([700, 500, 500, 400, 300, 10_000])
    monkeypatch.setattr(file_run.Pace, "rows", lambda _: next(sizes))

    def stop_after(most):
        def progress(doing, done, rows):
            if done >= most:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            evaluate(source, target, draws=0, progress=progress)

    stop_after(1_700)
    _, second, _ = sorted(target.with_name("out.parquet.parts").glob("*.arrow"))
    second.write_bytes(b"")
    stop_after(1_100)
    evaluate(source, target, draws=0)
    assert MANY["id"].to_pylist() == read(target)["id"].to_pylist()


def test_two_runs_at_once_lose_nothing(tmp_path, monkeypatch):
    """A part that another run writes over is noticed before the target is there."""
    source, target = write(MANY, tmp_path / "in.parquet"), tmp_path / "out.parquet"
    folder = target.with_name("out.parquet.parts")

    def meddle(doing, done, rows):
        if doing == "evaluating" and done == rows:
            first, second, *_ = sorted(folder.glob("*.arrow"))
            first.write_bytes(second.read_bytes())

    sizes = iter([700, 500, 10_000])
    monkeypatch.setattr(file_run.Pace, "rows", lambda _: next(sizes))
    (said,) = refused(source, target, draws=0, progress=meddle)
    assert "parts that no other run changes meanwhile" in said
    assert not target.exists()


def test_a_file_that_changes_while_it_is_read(tmp_path, monkeypatch):
    """Rows that come or go after they were counted are told."""
    source, target = write(MANY, tmp_path / "in.csv"), tmp_path / "out.csv"
    monkeypatch.setattr(csv_file.CsvFile, "survey", lambda *_: 5)
    with pytest.raises(iv.ReadError, match="has changed while it was read, from 5 rows to"):
        evaluate(source, target, draws=0)


def test_a_heading_with_blanks_is_not_left_out(tmp_path):
    """A CSV file with blanks behind its commas is refused where a column would silently not be read."""
    source = tmp_path / "in.csv"
    source.write_text("id,role_interest, stage, mine\n1,0.5,first,2\n")
    with pytest.raises(iv.ReadError, match="blanks around headings: ' stage'; take them away"):
        evaluate(source, tmp_path / "out.csv")


def test_a_damaged_manifest(begun):
    """Parts of which nobody knows what they are of are refused."""
    source, target = begun
    (target.with_name("out.parquet.parts") / "manifest.json").write_text("{")
    assert "same input, seeker" in refused(source, target, draws=0)[0]


def test_a_folder_of_somebody_else(tmp_path):
    """A folder of that name that is not ours is left alone, and what somebody puts into ours stays."""
    source, target = write(ROWS, tmp_path / "in.csv"), tmp_path / "out.csv"
    (tmp_path / "out.csv.parts").mkdir()
    (tmp_path / "out.csv.parts" / "mine.txt").write_text("mine")
    for restart in (False, True):
        assert "a folder that is not there yet" in refused(source, target, restart=restart)[0]
    (tmp_path / "out.csv.parts" / "manifest.json").write_text("{}")
    evaluate(source, target)
    assert ["mine.txt"] == [path.name for path in (tmp_path / "out.csv.parts").iterdir()]


def test_what_cannot_be_written(tmp_path):
    """Where nothing can be written, that is raised before anything is evaluated."""
    (tmp_path / "out.csv.parts").write_text("no folder")
    seen = []
    with pytest.raises(FileExistsError):
        evaluate(write(ROWS, tmp_path / "in.csv"), tmp_path / "out.csv", progress=lambda *at: seen.append(at))
    assert [] == seen


def test_large_rows_are_taken_in_smaller_tables(tmp_path, monkeypatch):
    """Rows that are large are evaluated in tables of few, and the answers are the same."""
    monkeypatch.setattr("interview_value.frames.files.input_files.SIZE", 4_000)
    monkeypatch.setattr("interview_value.frames.files.finished_parts.LZ4", None)
    source = write(MANY, tmp_path / "in.parquet")
    seen = []
    evaluate(source, tmp_path / "out.parquet", draws=0, progress=lambda *at: seen.append(at))
    assert 10 < len(seen)
    whole = iv.frames.evaluate(MANY, SEEKER, evaluator=EVALUATOR, draws=0)
    assert whole["net"].to_pylist() == pytest.approx(read(tmp_path / "out.parquet")["net"].to_pylist())


def test_a_piece_that_is_too_large(tmp_path, monkeypatch):
    """A piece of a file that is larger than any honest one is refused."""
    monkeypatch.setattr("interview_value.frames.files.input_files.LARGEST", 10)
    with pytest.raises(iv.ReadError, match="in a piece of more than"):
        evaluate(write(MANY, tmp_path / "in.arrow"), tmp_path / "out.arrow")


def test_offsets_that_lie(tmp_path):
    """An Arrow file whose texts reach beyond what is there is refused, and nothing reads beyond it."""
    source = tmp_path / "in.arrow"
    feather.write_feather(pa.table({"role": ["honest", "text"], "role_interest": [0.5, 0.5]}), source, "uncompressed")
    offsets = b"\x06\0\0\0\x0a\0\0\0"
    assert 1 == source.read_bytes().count(offsets)
    source.write_bytes(source.read_bytes().replace(offsets, b"\x06\0\0\0\x0a\xff\xff\0"))
    with pytest.raises(iv.ReadError, match="cannot be read"):
        evaluate(source, tmp_path / "out.arrow")


def test_a_scorer_that_runs_row_by_row_says_so_once(tmp_path):
    """The warning comes from the call, and not again for each part."""

    @iv.scorer(kind="cost", columnar=False)
    def slowly(duration):
        """Hours, one at a time."""
        return float(duration)

    with pytest.warns(iv.frames.RowByRowWarning) as caught:
        evaluate(
            write(MANY, tmp_path / "in.csv"),
            tmp_path / "out.csv",
            draws=0,
            evaluator=iv.Evaluator(discover=False, plugins=[slowly]),
        )
    assert [__file__] == [warning.filename for warning in caught]
