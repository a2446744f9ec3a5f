"""Exports: other programs read back what was written, and nothing that somebody else wrote becomes a formula."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

openpyxl = pytest.importorskip("openpyxl")
calamine = pytest.importorskip("python_calamine")

SEEKER = iv.Seeker(upcoming_interviews=6)
MARKS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
LAST = [
    *("benefit", "cost", "net", "net_low", "net_high", "confidence", "verdict", "leaning"),
    *("best_way", "best_way_worth", "best_hours", "question", "question_worth", "question_turn", "assumed", "error"),
]
SCORERS = [
    *("being_seen", "courtesy", "effort", "future_opportunity"),
    *("kept_promise", "networking", "practice", "role_discovery"),
]


def evaluation(role: str | None = "Analyst", **facts: object) -> iv.Evaluation:
    """Evaluate an invitation to a role, roughly."""
    return iv.Evaluator(discover=False, draws=16).evaluate(iv.Invitation(role=role, **facts), SEEKER)


def as_csv(*evaluations: iv.Evaluation) -> list[list[str]]:
    """Return the cells of an export as the csv module reads them."""
    return list(csv.reader(StringIO(iv.export.to_csv(evaluations), newline="")))


def as_xlsx(*evaluations: iv.Evaluation) -> list[tuple[object, ...]]:
    """Return the cells of an export as openpyxl reads them."""
    sheet = openpyxl.load_workbook(BytesIO(iv.export.to_xlsx(evaluations))).worksheets[0]
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
    return list(sheet.values)


def plain(text: str) -> str:
    """Return a text as every kind of file can hold it."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def unescaped(text: str) -> str:
    """Undo what a workbook's own rules ask for, which openpyxl leaves to its callers."""
    return re.sub("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_", text)


def test_columns_are_those_of_a_frame():
    """The invitation, a column a scorer, the totals."""
    assert ["role", "organization", "stage", "starts", *SCORERS, *LAST] == as_csv(evaluation())[0]
    assert tuple(as_csv()[0]) == as_xlsx()[0] == ("role", "organization", "stage", "starts", *LAST)


def test_numbers_are_those_of_the_evaluation():
    """To the last bit in CSV, and to the 15 digits that programs keep in a workbook."""
    one = evaluation(
        organization="Acme", stage="first", starts=datetime(2026, 12, 3, 14, tzinfo=UTC), role_interest=0.2
    )
    named = dict(zip(*as_csv(one), strict=True))
    assert ("Analyst", "Acme", "first", "2026-12-03T14:00:00+00:00") == tuple(
        named[key] for key in ("role", "organization", "stage", "starts")
    )
    assert [item.hours.mean for item in one.contributions] == [float(named[name]) for name in SCORERS]
    assert [one.benefit.mean, one.cost.mean, *one.net, one.confidence] == [float(named[name]) for name in LAST[:6]]
    texts = [named[name] for name in ("verdict", "leaning", "best_way", "assumed", "error")]
    assert [one.verdict, one.leaning, one.ways[0].name, "; ".join(one.assumed), ""] == texts
    assert [one.ways[0].worth, one.best_hours] == [float(named[name]) for name in ("best_way_worth", "best_hours")]
    for name, value in zip(*as_xlsx(one), strict=True):
        assert (
            pytest.approx(float(named[name]), rel=1e-14) if isinstance(value, float) else named[name] or None
        ) == value


def test_the_question_is_there_where_it_is_the_verdict():
    """What to ask first, and where it turns, stand beside the verdict to ask, and nothing beside another."""
    asks, declines = evaluation(), evaluation(role_interest=0, organization_interest=0)
    assert iv.Verdict.ASK_YOURSELF is asks.verdict
    names, *rows = csv.reader(StringIO(iv.export.to_csv([asks, declines])))
    first, second = (dict(zip(names, row, strict=True)) for row in rows)
    assert asks.questions[0].quantity == first["question"]
    assert (asks.questions[0].worth, asks.questions[0].turn) == (
        float(first["question_worth"]),
        float(first["question_turn"]),
    )
    assert ["", "", ""] == [second[name] for name in ("question", "question_worth", "question_turn")]


def test_no_ways_leave_their_columns_empty():
    """What was kept without its ways has none in a table either."""
    plain = evaluation().to_dict() | {"ways": []}
    row = dict(zip(*as_csv(iv.Evaluation.from_dict(plain)), strict=True))
    assert ("", "") == (row["best_way"], row["best_way_worth"])
    assert "" != row["net"]


def test_one_several_or_a_comparison():
    """A comparison keeps its order, and says how likely each is the best."""
    one, other = evaluation("A", duration=8), evaluation("B", duration=0.5)
    assert iv.export.to_csv(one) == iv.export.to_csv([one])
    comparison = iv.compare([one, other])
    header, first, second = csv.reader(StringIO(iv.export.to_csv(comparison)))
    place = header.index("chance_best")
    assert ["B", "A"] == [first[0], second[0]]
    assert [ranked.chance_best for ranked in comparison.ranking] == [float(first[place]), float(second[place])]
    assert tuple(header) == next(
        iter(openpyxl.load_workbook(BytesIO(iv.export.to_xlsx(comparison))).worksheets[0].values)
    )


def test_what_failed_is_empty_and_said():
    """A scorer that raises has no hours; one with the name of another column has its own."""

    @iv.scorer(kind="benefit")
    def broken(duration):
        """Fail."""
        raise RuntimeError

    @iv.scorer(kind="benefit")
    def net(duration):
        """Count double."""
        return 2 * duration

    evaluator = iv.Evaluator(plugins=[broken, net], discover=False, draws=16)
    header, row = csv.reader(StringIO(iv.export.to_csv(evaluator.evaluate(iv.Invitation(duration=1)))))
    named = dict(zip(header, row, strict=True))
    assert ("", "2.0") == (named["broken"], named["net (criterion)"])
    assert "broken" in named["error"]
    assert "2.0" != named["net"]


def test_evaluations_with_different_scorers_share_a_table():
    """What one has not is empty there."""
    bare = iv.Evaluator(discover=False, draws=16, block={"practice"}).evaluate(iv.Invitation())
    header, first, second = as_csv(bare, evaluation())
    place = header.index("practice")
    assert ("", True) == (first[place], float(second[place]) > 0)


def test_other_things_are_refused():
    """All at once, each with its place."""
    with pytest.raises(iv.errors.InvalidInputError) as error:
        iv.export.to_csv([evaluation(), "x", None])
    assert ["evaluations[1]", "evaluations[2]"] == [mistake.path for mistake in error.value.mistakes]


def test_files_are_written(tmp_path):
    """With what is returned; Excel needs a mark to see UTF-8."""
    one = evaluation("Müller")
    text, book = iv.export.to_csv(one, tmp_path / "a.csv", excel=True), iv.export.to_xlsx(one, tmp_path / "a.xlsx")
    assert text.encode() == (tmp_path / "a.csv").read_bytes()
    assert b"\xef\xbb\xbfrole," == text.encode()[:8]
    assert book == (tmp_path / "a.xlsx").read_bytes()
    assert (
        "Müller"
        == calamine.CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()[1][0]
    )
    assert (
        "Müller"
        == iv.reading.read_table(tmp_path / "a.csv").invitations[0].role
        == iv.reading.read_table(tmp_path / "a.xlsx").invitations[0].role
    )


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20SUM(A1)",
        " =1",
        "'=1",
        "\u200b=1",
        "\xa0-x",
        "\tx",
        "|",
        "#N/A",
        "a=1",
    ],
)
def test_formulas_are_harmless(text):
    """An apostrophe comes before them in CSV; in a workbook they are texts, and stay so when somebody edits them."""
    (_, (written, *_)) = as_csv(evaluation(text))
    dangerous = text not in ("|", "#N/A", "a=1")
    assert ("'" + plain(text) if dangerous else text) == written
    sheet = openpyxl.load_workbook(BytesIO(iv.export.to_xlsx(evaluation(text)))).worksheets[0]
    assert (plain(text), "s", dangerous) == (sheet["A2"].value, sheet["A2"].data_type, sheet["A2"].quotePrefix)


def test_texts_that_are_too_long_are_cut():
    """At what a cell of Excel holds, and so that it shows."""

    def lengthy(duration):
        """Count."""
        return duration

    lengthy.__name__ = "x" * 40_000
    evaluator = iv.Evaluator(plugins=[iv.scorer(kind="benefit")(lengthy)], discover=False, draws=16)
    header = as_csv(evaluator.evaluate(iv.Invitation()))[0]
    assert "x" * 32_766 + "…" in header


TEXTS = st.text(st.one_of(st.sampled_from(MARKS + "'\"_x0041_;,"), st.characters()), min_size=1, max_size=40)


@given(TEXTS)
def test_any_text_comes_back_from_csv(text):
    """Less the apostrophe, if it has one; no cell begins as a formula does, wherever a program splits the lines."""
    (_, (written, *_)) = as_csv(evaluation(text))
    assert written[:1] not in tuple(MARKS)
    assert plain(text) in (written, written.removeprefix("'"))
    assert (written != plain(text)) == (written[:1] == "'" and written[1:] == plain(text))


@given(TEXTS)
def test_any_text_comes_back_from_a_workbook(text):
    """In two programs' eyes, and never as a formula."""
    (_, (written, *_)) = as_xlsx(evaluation(text))
    assert plain(text) == unescaped(written)
    book = calamine.CalamineWorkbook.from_filelike(BytesIO(iv.export.to_xlsx(evaluation(text))))
    assert plain(text) == book.get_sheet_by_index(0).to_python()[1][0]


def test_openpyxl_is_needed_for_workbooks_alone(monkeypatch):
    """CSV needs no extra."""
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    assert iv.export.to_csv(evaluation())
    with pytest.raises(ImportError, match=r"interview-value\[xlsx\]"):
        iv.export.to_xlsx(evaluation())
