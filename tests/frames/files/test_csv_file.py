"""CSV files: cells that are read as numbers or left as texts, delimiters, and rows of a wrong width."""

from __future__ import annotations

import pytest

pytest.importorskip("narwhals")
pa = pytest.importorskip("pyarrow")

import interview_value as iv  # noqa: E402

from .file_tables import EVALUATOR, SEEKER, evaluate, read  # noqa: E402


def test_cells_of_a_text(tmp_path):
    """In CSV, blanks are unknown, and a cell that cannot be read fails its own row and no other."""
    (tmp_path / "in.csv").write_text(
        "stage,remote,role_interest,travel_low,travel_high,weight_effort,duration\n"
        "onsite,yes, 0.7 ,2,4,1,1..2\n"
        "n/a,FALSE,NA,,,,-\n"
        "onsite,maybe,0.7,two,4,x,1\n"
        "onsite,,0.7,2,4,1,1 metre\n"
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
        "remote: got 'maybe', expected one of yes, no",
        "travel_low: got 'two', expected a number",
        "weight_effort",
    ):
        assert part in found[2]["error"]
    assert (None, None, None) == (found[2]["net"], found[2]["verdict"], found[2]["assumed"])
    assert found[3]["error"].startswith("duration: got '1 metre', expected")
    assert [3, 4] == [item.row for item in done.first_errors]


def test_choices_beside_numbers(tmp_path):
    """A choice stands for its range also where its name is a word for nothing, such as none; elsewhere that is unknown."""
    (tmp_path / "in.csv").write_text("hinge,travel,status\nnone,none,looking\n0.4,1,none\nmost,n/a,without work\n")
    evaluate(tmp_path / "in.csv", tmp_path / "out.parquet")
    whole = {"hinge": [0.0, 0.4, None], "travel": [None, 1.0, None], "status": ["looking", None, "without_work"]}
    expected = iv.frames.evaluate(pa.table(whole), SEEKER, evaluator=EVALUATOR).to_pylist()
    found = read(tmp_path / "out.parquet").to_pylist()
    assert expected[:2] == found[:2]
    (most,) = iv.frames.evaluate(
        pa.table({"hinge": ["most"], "status": ["without_work"]}), SEEKER, evaluator=EVALUATOR
    ).to_pylist()
    assert most == found[2]


def test_delimiter_shows_by_the_headings(tmp_path):
    """A CSV file with semicolons has commas in its numbers, as programs of many countries write it."""
    (tmp_path / "in.csv").write_text("name;role_interest;preparation\nA, B;0,7;2,5..7\n", encoding="utf-8-sig")
    evaluate(tmp_path / "in.csv", tmp_path / "out.parquet")
    (found,) = read(tmp_path / "out.parquet").to_pylist()
    (expected,) = iv.frames.evaluate(
        pa.table({"role_interest": [0.7], "preparation": ["2.5..7"]}), SEEKER, evaluator=EVALUATOR
    ).to_pylist()
    assert {"name": "A, B", **expected} == found


def test_thousands_in_a_file_with_semicolons(tmp_path):
    """Points group thousands, unless one in the column can be nothing but the decimal mark; as in read_table."""
    text = "name;expenses;travel\nA;1.500;1.125\nB;1.500,50;0.5\n"
    (tmp_path / "in.csv").write_text(text)
    evaluate(tmp_path / "in.csv", tmp_path / "out.arrow")
    expected = iv.frames.evaluate(
        pa.table({"expenses": [1500, 1500.5], "travel": [1.125, 0.5]}), SEEKER, evaluator=EVALUATOR
    ).to_pylist()
    found = read(tmp_path / "out.arrow").to_pylist()
    assert [row["net"] for row in expected] == [row["net"] for row in found]
    rows = iv.reading.read_table(text.replace("name", "Company")).rows
    assert [(1500, 1.125), (1500.5, 0.5)] == [(r.invitation.expenses.low, r.invitation.travel.low) for r in rows]


def test_rows_of_a_wrong_width(tmp_path):
    """Rows with too many or too few cells are named before anything is evaluated."""
    lines = ["duration,role", *["1,a"] * 3, *["1"] * 6, "1,a,b"]
    (tmp_path / "in.csv").write_text("\n".join(lines))
    with pytest.raises(iv.errors.ReadError) as caught:
        evaluate(tmp_path / "in.csv", tmp_path / "out.csv")
    assert "in.csv: row 4 has 1 cells; row 5" in str(caught.value)
    assert "and there are more such rows; each must have 2 as the heading" in str(caught.value)
    (tmp_path / "in.csv").write_text("duration,role\n1,a,b\n")
    with pytest.raises(iv.errors.ReadError, match=r"row 1 has 3 cells; each must have 2"):
        evaluate(tmp_path / "in.csv", tmp_path / "out.csv")


def test_a_heading_with_blanks_is_not_left_out(tmp_path):
    """A CSV file with blanks behind its commas is refused where a column would silently not be read."""
    source = tmp_path / "in.csv"
    source.write_text("id,role_interest, stage, mine\n1,0.5,first,2\n")
    with pytest.raises(iv.errors.ReadError, match="blanks around headings: ' stage'; take them away"):
        evaluate(source, tmp_path / "out.csv")
