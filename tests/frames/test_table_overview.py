"""Which rows of a table to look at, and the one question that is worth most over all of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

pl = pytest.importorskip("polars")
pd = pytest.importorskip("pandas")
pa = pytest.importorskip("pyarrow")
pytest.importorskip("narwhals")

EVALUATOR = iv.Evaluator(discover=False, draws=16)
ROWS = {
    "role_interest": [0.1, 0.9, 0.0, 7.0, None],
    "organization_interest": [0.2, 0.8, 0.0, 0.5, None],
    "stage": ["first", "final", "first", "first", None],
    "preparation": [30.0, 1.0, 1.0, 1.0, None],
}
CELL = st.none() | st.floats(0, 1)
OF_SEEKER = iv.Seeker.own_quantities().keys() | iv.Seeker.own_labels().keys()


def invitations(rows):
    """Return the rows that can be used as invitations, by their place."""
    names = list(rows)
    cells = [dict(zip(names, row, strict=True)) for row in zip(*rows.values(), strict=True)]
    return {place: iv.Invitation(**row) for place, row in enumerate(cells) if (row["role_interest"] or 0) <= 1}


@pytest.mark.parametrize("made", [pl.DataFrame, pd.DataFrame, pa.table], ids=["polars", "pandas", "pyarrow"])
def test_the_rows_to_look_at(made):
    """The top by net value, and those too close to call; what a gate declines and what cannot be used is neither."""
    found = iv.frames.overview(made(ROWS), evaluator=EVALUATOR)
    alone = {place: EVALUATOR.evaluate(invitation) for place, invitation in invitations(ROWS).items()}
    possible = [place for place, e in alone.items() if not (e.verdict is iv.Verdict.DECLINE and e.confidence == 1)]
    assert tuple(sorted(possible, key=lambda place: -alone[place].net.mean)) == found.top
    close = [place for place in possible if alone[place].net.low <= 0 <= alone[place].net.high]
    assert tuple(sorted(close, key=lambda place: alone[place].confidence)) == found.close
    assert len(close) == found.too_close
    assert 2 not in found.top
    assert 1 == found.verdicts[None]
    assert 5 == sum(found.verdicts.values())
    assert isinstance(found.answers, type(made(ROWS)))


def test_no_more_rows_than_asked_for():
    """The lists are as long as was said, and the count of what is too close to call is of all."""
    frame = pl.DataFrame({"role_interest": [0.3] * 40})
    found = iv.frames.overview(frame, evaluator=EVALUATOR, most=3)
    assert ((0, 1, 2), (0, 1, 2), 40) == (found.top, found.close, found.too_close)


@given(st.lists(st.tuples(CELL, CELL), min_size=1, max_size=6), st.sampled_from([iv.Seeker(), iv.Seeker(mindset=0.5)]))
def test_worth_adds_up_over_the_rows(cells, seeker):
    """What one answer of the seeker is worth is the sum over the rows; that of a recruiter is of its best row."""
    frame = pl.DataFrame(
        {"role_interest": [c[0] for c in cells], "organization_interest": [c[1] for c in cells]},
        schema={"role_interest": pl.Float64, "organization_interest": pl.Float64},
    )
    alone = [
        {} if e.ruling else {question.quantity: question.worth for question in e.questions}
        for e in (EVALUATOR.evaluate(iv.Invitation(role_interest=a, organization_interest=b), seeker) for a, b in cells)
    ]
    found = iv.frames.overview(frame, seeker, evaluator=EVALUATOR)
    for question in found.questions:
        worths = [row.get(question.quantity, 0.0) for row in alone]
        expected = sum(worths) if question.shared else max(worths)
        assert expected == pytest.approx(question.worth, abs=1e-7)
        assert worths[question.row] == pytest.approx(max(worths), abs=1e-7)
        assert question.shared == (question.quantity in OF_SEEKER)
    assert {name for row in alone for name, worth in row.items() if worth > 1e-6} <= {
        q.quantity for q in found.questions
    }
    assert [q.worth for q in found.questions] == sorted((q.worth for q in found.questions), reverse=True)
    assert (found.questions[0] if found.questions else None) == found.question


def test_what_it_shows_and_its_plain_data():
    """The page names rows and questions; the plain data has both without the answers."""
    found = iv.frames.overview(pl.DataFrame(ROWS), evaluator=EVALUATOR)
    plain = found.to_dict()
    assert {"top", "close", "questions", "verdicts", "too_close"} == plain.keys()
    assert (list(found.top), 1) == (list(plain["top"]), plain["verdicts"]["unusable"])
    assert found.question.quantity == plain["questions"][0]["quantity"]
    assert found.question.text[:20] in str(found)


def test_an_overview_is_itself_alone():
    """Overviews are told apart as objects, and can be kept in a set, although frames do not compare as one."""
    one, other = (iv.frames.overview(pl.DataFrame(ROWS), evaluator=EVALUATOR) for _ in range(2))
    assert {one, other} - {one} == {other}


def test_hours_that_are_certain_are_shown_as_fixed():
    """The page of an overview writes ranges as all other pages do."""
    sure = iv.scorer(kind="benefit", name="sure")(lambda travel: travel)
    alone = iv.Evaluator(plugins=[sure], block=[scorer.name for scorer in EVALUATOR.scorers], discover=False)
    frame = pl.DataFrame({"travel": [1.0], "role_interest": [0.5], "organization_interest": [0.5]})
    shown = str(iv.frames.overview(frame, evaluator=alone))
    assert ["0", "+1", "fixed", "10", "of", "10", "Go"] == shown.splitlines()[-1].split()


def test_a_question_of_the_seeker_is_worth_more_for_many_rows():
    """One answer serves all rows of one seeker; where each row has its own seeker it serves one."""
    frame = pl.DataFrame({"role_interest": [0.3] * 50, "organization_interest": [0.3] * 50})
    one = iv.frames.overview(frame, evaluator=EVALUATOR)
    shared = {question.quantity: question for question in one.questions}["job_worth"]
    assert shared.shared
    alone = iv.frames.overview(frame[:1], evaluator=EVALUATOR).question
    assert (50 * alone.worth, 50) == (pytest.approx(shared.worth), shared.rows)
    own = frame.with_columns(job_worth_low=50.0, job_worth_high=500.0)
    for question in iv.frames.overview(own, evaluator=EVALUATOR).questions:
        assert question.shared == (question.quantity in OF_SEEKER and question.quantity != "job_worth")


def test_rows_that_are_evaluated_by_themselves_count():
    """A plugin with weights by seeker makes each row be evaluated alone, with the same worth of the answers."""

    class Reweighing:
        @iv.hookimpl
        def interview_value_weights(self, names, seeker):
            return {"effort": 1.0}

    frame = pl.DataFrame(
        {"mindset": [0.2, 0.8, 0.5], "role_interest": [0.3, 0.4, 0.0], "organization_interest": [0.1, 0.2, 0.0]}
    )
    together = iv.frames.overview(frame, evaluator=EVALUATOR)
    with pytest.warns(iv.frames.RowByRowWarning):
        apart = iv.frames.overview(frame, evaluator=EVALUATOR.register(Reweighing()))
    assert together.top == apart.top
    for one, other in zip(together.questions, apart.questions, strict=True):
        assert (one.quantity, one.row, one.rows) == (other.quantity, other.row, other.rows)
        assert one.worth == pytest.approx(other.worth, abs=1e-7)


def test_parts_of_a_large_table_are_counted_where_they_stand():
    """Rows beyond the first part have their own numbers, and of equals the first is named."""
    interest = [0.0] * 2000 + [0.3] * 500
    frame = pl.DataFrame({"role_interest": interest, "organization_interest": interest})
    found = iv.frames.overview(frame, evaluator=EVALUATOR, most=1)
    assert found.questions
    assert {2000} == {question.row for question in found.questions}
    assert (2000,) == found.top


def test_no_rows_have_nothing_to_look_at():
    """An empty table has an overview without rows and questions."""
    found = iv.frames.overview(pl.DataFrame({"role_interest": []}, schema={"role_interest": pl.Float64}))
    assert ((), (), (), 0, None) == (found.top, found.close, found.questions, found.too_close, found.question)


def test_without_a_criterion_nothing_can_be_asked():
    """An evaluator without scorers and gates has no questions."""
    names = [*(scorer.name for scorer in EVALUATOR.scorers), *(gate.name for gate in EVALUATOR.gates)]
    nothing = iv.Evaluator(discover=False, block=names)
    assert () == iv.frames.overview(pl.DataFrame({"role_interest": [0.5]}), evaluator=nothing).questions


@pytest.mark.parametrize(
    ("options", "paths"),
    [({"draws": 0}, {"draws"}), ({"most": 0, "draws": 0}, {"most", "draws"}), ({"most": True}, {"most"})],
)
def test_arguments_that_cannot_be_used(options, paths):
    """Without draws there are no ranges; a list has at least one row. All mistakes are told at once."""
    with pytest.raises(iv.errors.InvalidInputError) as raised:
        iv.frames.overview(pl.DataFrame(ROWS), **options)
    assert paths == {mistake.path for mistake in raised.value.mistakes}


def test_rows_in_which_a_scorer_fails_count_as_they_do_alone():
    """Where every row must be looked at by itself, what its questions are worth is counted all the same."""
    luck = iv.Quantity("luck", unit="h", bounds=(-90, 90), prior=(-3, 4), ask="yourself", question="How lucky?")
    made = iv.scorer(kind="benefit", name="only", quantities=[luck])(lambda luck: luck * (1 + 1e9 * (luck > 4.6)))
    names = [*(scorer.name for scorer in EVALUATOR.scorers), *(gate.name for gate in EVALUATOR.gates)]
    evaluator = iv.Evaluator(discover=False, draws=16, plugins=[made], block=names)
    (question,) = iv.frames.overview(
        pl.DataFrame({"luck": [None, None]}, schema={"luck": pl.Float64}), evaluator=evaluator
    ).questions
    (alone,) = evaluator.evaluate(iv.Invitation()).questions
    assert ("luck", alone.worth) == (question.quantity, pytest.approx(question.worth))
