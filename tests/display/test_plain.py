"""What gives itself as plain data: every part of a result, in JSON, in HTML, and as an answer of FastAPI."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

import interview_value as iv
from interview_value.display.plain import Plain, plain

from .elements import Elements

EVALUATOR = iv.Evaluator(discover=False, draws=16)
EVALUATION = EVALUATOR.evaluate(
    iv.Invitation(
        role="Clerk <b>", role_interest=(0.1, 0.4), starts="2026-12-03T14:00+01:00", event={"uid": "1", "summary": "S"}
    )
    | iv.Invitation(role="Baker"),
    iv.Seeker(nervousness=0.4),
)
SESSION = iv.Session(EVALUATION.invitation, evaluator=EVALUATOR)
SESSION.answer(0.5, "mindset")
READING = iv.reading.read_table("Company,Interest in the role\nAcme,0.5\n,\nGlobex,7\n")
NOW = datetime(2026, 11, 30, tzinfo=UTC)
PLAN = EVALUATION.preparation(since=NOW)

PARTS = [
    *(EVALUATION, EVALUATION.invitation, EVALUATION.seeker, EVALUATION["practice"], EVALUATION.net),
    *(EVALUATION.findings[0], EVALUATION.inputs[0], EVALUATION.questions[0], EVALUATION.swings[0]),
    *(EVALUATION.break_even, EVALUATION.break_even.weights[0], EVALUATION.break_even.values[0]),
    *(EVALUATION.robustness, EVALUATION.ways[0], EVALUATION.invitation.disagreements[0], EVALUATION.invitation.event),
    *(
        EVALUATION.invitation.role_interest,
        EVALUATION.letter("accept"),
        PLAN,
        PLAN.blocks[0],
        SESSION,
        SESSION.history[0],
    ),
    iv.replies.CalendarReply("a@b.example", iv.replies.Response.ASK, b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
    *(iv.compare([EVALUATION]), iv.compare([EVALUATION]).ranking[0]),
    *(iv.explain("practice", evaluator=EVALUATOR), iv.explain("practice", evaluator=EVALUATOR).dependences[0]),
    *(EVALUATOR.plugins[0], iv.reading.readers()[0], READING, READING.columns[0]),
    *(iv.reading.TableRow(1, EVALUATION.invitation), iv.reading.SkippedRow(2, "empty")),
    iv.reading.History("mine", NOW.date()),
    iv.reading.HistoryEntry(NOW.date(), "Interview", "mine", "event 3", "it is called so"),
]
NAMES = [type(part).__name__ for part in PARTS]
OF_FRAMES = {"FileSummary", "Overview", "RowError", "TableQuestion"}
"""Tried where dataframes are."""


def test_parts_are_all_parts():
    """Each class of the public packages that gives itself as plain data is tried here, and no class twice."""
    packages = [iv, iv.model, iv.scoring, iv.outcome, iv.plugins, iv.reading, iv.replies, iv.deciding]
    found = {
        name
        for package in packages
        for name in package.__all__
        if inspect.isclass(it := getattr(package, name)) and issubclass(it, Plain)
    }
    assert sorted(found) == sorted(NAMES)


@pytest.mark.parametrize("part", PARTS, ids=NAMES)
def test_part_is_plain_data(part):
    """Its plain data is JSON, without anything that only Python has, and names what there is to know."""
    data = part.to_dict()
    assert data == json.loads(json.dumps(data, allow_nan=False))
    assert len(data) > 1


@pytest.mark.parametrize("part", PARTS, ids=NAMES)
def test_part_is_html(part):
    """It is a piece of HTML that a page can take in, the same that notebooks show; what comes from others is text."""
    html = part.to_html()
    assert html == part._repr_html_()
    assert html.startswith('<div lang="en"><p><strong>')
    assert "b" not in {tag for tag, _ in Elements(html).found}


@pytest.mark.parametrize("part", PARTS, ids=NAMES)
@pytest.mark.parametrize("door", ["annotation", "response_model", "nested"])
def test_part_is_returned_from_fastapi(part, door):
    """FastAPI answers with a part as it is where its class is named; an evaluation goes without its draws."""
    fastapi = pytest.importorskip("fastapi")
    client = pytest.importorskip("fastapi.testclient")
    app = fastapi.FastAPI()

    def give():
        return [part] if door == "nested" else part

    kind = list[type(part)] if door == "nested" else type(part)
    if door == "response_model":
        app.get("/", response_model=kind)(give)
    else:
        give.__annotations__["return"] = kind
        app.get("/")(give)
    with client.TestClient(app) as browser:
        answer = browser.get("/").json()
        assert 200 == browser.get("/openapi.json").status_code
    expected = json.loads(json.dumps(plain(part)))
    assert ([expected] if door == "nested" else expected) == answer


def test_fastapi_refuses_another_class():
    """What is returned must be of the class that was named."""
    fastapi = pytest.importorskip("fastapi")
    client = pytest.importorskip("fastapi.testclient")
    app = fastapi.FastAPI()
    app.get("/", response_model=iv.Evaluation)(lambda: EVALUATION.net)
    with pytest.raises(fastapi.exceptions.ResponseValidationError):
        client.TestClient(app).get("/")


def test_evaluation_within_something_has_no_draws():
    """In the plain data of a comparison, evaluations go without their draws."""
    (only,) = iv.compare([EVALUATION]).to_dict()["ranking"]
    assert EVALUATION.to_dict(draws=False) == only["evaluation"]
    assert all("draws" not in item for item in only["evaluation"]["contributions"])


def test_pydantic_is_not_imported():
    """A class that pydantic knows how to write needs no pydantic."""
    code = "import sys, interview_value as iv; iv.evaluate(iv.Invitation()).to_dict(); print('pydantic' in ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert "False" == done.stdout.strip()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (float("inf"), None),
        (float("nan"), None),
        (2.5, 2.5),
        (b"BEGIN", "BEGIN"),
        (iv.Verdict.ASK_YOURSELF, "ask_yourself"),
        (datetime(2026, 12, 3, 14, tzinfo=UTC), "2026-12-03T14:00:00+00:00"),
        (iv.Estimate(2, 7), [2.0, 7.0]),
        (iv.Estimate(2), 2.0),
        (iv.scoring.Summary(1.0, 0.0, float("nan")), {"mean": 1.0, "low": 0.0, "high": None}),
        ({"a": (1, None)}, {"a": [1, None]}),
        (iv.errors.FieldError("duration", -1, "hours"), str(iv.errors.FieldError("duration", -1, "hours"))),
    ],
    ids=str,
)
def test_values_become_plain(value, expected):
    """Each kind of value that a part can have becomes what JSON can write."""
    assert expected == plain(value)
    assert type(expected) is type(plain(value))


def test_answers_of_a_table_are_not_part_of_its_plain_data():
    """An overview gives the rows to look at and what to ask; rows that cannot be used are counted."""
    pd = pytest.importorskip("pandas")
    frames = pytest.importorskip("interview_value.frames", exc_type=ImportError)
    table = pd.DataFrame({"role_interest": ["0.2", "0.9", "x"]})
    overview = frames.overview(table, evaluator=EVALUATOR)
    data = overview.to_dict()
    assert data == json.loads(json.dumps(data, allow_nan=False))
    assert (1, [item.to_dict() for item in overview.questions]) == (data["verdicts"]["unusable"], data["questions"])
    assert "answers" not in data


def test_summary_of_a_file_is_plain_data():
    """The summary of a file has its errors and its pace."""
    frames = pytest.importorskip("interview_value.frames", exc_type=ImportError)
    error = frames.RowError(3, "no number")
    summary = frames.FileSummary(
        source="a.csv",
        target="b.csv",
        rows=4,
        resumed=0,
        verdicts={"attend": 3},
        unsettled=1,
        errors=1,
        first_errors=(error,),
        seconds=2.0,
    )
    assert ([{"row": 3, "error": "no number"}], 2.0) == (
        summary.to_dict()["first_errors"],
        summary.to_dict()["rows_per_second"],
    )
    assert OF_FRAMES == {
        name for name in frames.__all__ if inspect.isclass(it := getattr(frames, name)) and issubclass(it, Plain)
    }
