"""Limits: what is allowed up to a number is allowed at it, and not one beyond; reasons turn exactly where they say."""

from __future__ import annotations

import inspect
import io
from datetime import date

import pytest

import interview_value as iv
from interview_value.model.event import MAX_SEQUENCE
from interview_value.model.fields import MAX_ITEMS, MAX_TEXT
from interview_value.plugins.calls import MAX_WEIGHT
from interview_value.scoring import draws
from interview_value.scoring.hours import MAX_HOURS, total

TEXT = "x" * MAX_TEXT
DAYS = (date(2026, 11, 2),) * MAX_ITEMS
FOUND = {f"name {number}": "where" for number in range(MAX_ITEMS)}
SAID = iv.model.Disagreement("role", "Analyst", "a mail", "Clerk", "a page")
MANY = {f"quantity_{number}": 1 for number in range(MAX_ITEMS)}
EVALUATOR = iv.Evaluator(discover=False)


@pytest.mark.parametrize(
    ("make", "at", "beyond"),
    [
        (lambda value: iv.Seeker(past_interviews=value), DAYS, (*DAYS, date(2026, 11, 3))),
        (lambda value: iv.Invitation(role=value), TEXT, TEXT + "x"),
        (lambda value: iv.Invitation(notes=(value,)), TEXT, TEXT + "x"),
        (lambda value: iv.Invitation(notes=value), ("note",) * MAX_ITEMS, ("note",) * (MAX_ITEMS + 1)),
        (lambda value: iv.Invitation(read_from=value), FOUND, {**FOUND, "one more": "where"}),
        (lambda value: iv.Invitation(read_from={"role": value}), TEXT, TEXT + "x"),
        (lambda value: iv.model.Event(uid=value), TEXT, TEXT + "x"),
        (lambda value: iv.model.Event(uid="1", sequence=value), MAX_SEQUENCE, MAX_SEQUENCE + 1),
        (lambda value: iv.model.Event(uid="1", sequence=value), 0, -1),
        (lambda value: iv.Evaluator(weights={"practice": value}, discover=False), MAX_WEIGHT, MAX_WEIGHT + 1),
        (lambda value: iv.Evaluator(weights={"practice": value}, discover=False), 0, -1e-9),
        (lambda value: iv.Invitation(disagreements=value), (SAID,) * MAX_ITEMS, (SAID,) * (MAX_ITEMS + 1)),
        (lambda value: iv.Invitation(quantities=value), MANY, {**MANY, "one_more": 1}),
        (lambda value: iv.Evaluator(draws=value, discover=False), 1_000_000, 1_000_001),
        (lambda value: iv.Evaluator(draws=value, discover=False), 1, 0),
        (lambda value: iv.Invitation(would_accept=value), 0.95, 0.951),
        (lambda value: iv.Invitation(would_accept=value), 0, -1e-9),
        (lambda value: iv.Evaluator(asking_cost=value, discover=False), 0, -1e-9),
    ],
)
def test_limits_are_allowed_and_no_more(make, at, beyond):
    """The largest and smallest value go through, and the next one is refused."""
    make(at)
    with pytest.raises(iv.errors.InvalidInputError):
        make(beyond)


@pytest.mark.parametrize("hours", [MAX_HOURS, -MAX_HOURS])
def test_the_most_hours_are_hours(hours):
    """A scorer may return the most hours, either way, and not one more."""
    for returned, failed in ((hours, False), (hours * 1.001, True)):
        for kind in (float, int):
            scorer = iv.scorer(kind="benefit", name="vast")(lambda: kind(returned))  # noqa: B023 - called within the loop
            evaluation = iv.Evaluator(plugins=[scorer], discover=False).evaluate(iv.Invitation())
            assert failed is bool(evaluation["vast"].error)


def test_a_scorer_is_for_columns_unless_it_says_otherwise():
    """However it is made, it is taken to give the same on a column as on each float."""
    assert iv.scoring.Scorer(name="waiting", function=lambda travel: travel, kind="cost").columnar


def test_a_source_may_be_as_large_as_it_may():
    """An open file with exactly as many bytes as are allowed is read, and one byte more is too large."""
    assert 10 == len(iv.model.Source.open(io.BytesIO(b"x" * 10), max_bytes=10).data)
    with pytest.raises(iv.errors.ReadError, match="larger than 10 bytes"):
        iv.model.Source.open(io.BytesIO(b"x" * 11), max_bytes=10)


def test_a_source_that_cannot_be_opened_says_why():
    """The system's own words are told without its number; where there are none, those of the error."""
    with pytest.raises(iv.errors.ReadError, match="cannot be opened: No such file or directory"):
        iv.model.Source.open("no-such-file.ics")
    with pytest.raises(iv.errors.ReadError, match="cannot be opened: embedded null byte"):
        iv.model.Source.open("no\0file.ics")


def test_what_was_read_is_not_shown():
    """A source shows its name, and neither its bytes nor its mapping."""
    assert "Source(name='bytes')" == repr(iv.model.Source.open(b"private"))
    assert "private" not in repr(iv.model.Source.open({"private": 1}))


@pytest.mark.parametrize(
    "make",
    [
        lambda: iv.Invitation("Analyst"),
        lambda: iv.Seeker(0.5),
        lambda: iv.Evaluator({"practice": 2.0}),
        lambda: iv.scoring.Scorer("name", len),
        lambda: iv.scoring.Gate("name", len),
        lambda: iv.Quantity("mood", "points", (0, 1)),
        lambda: iv.model.Source.open(b"bytes", 10),
    ],
)
def test_arguments_are_named(make):
    """What would not be understood by its place has to be named."""
    with pytest.raises(TypeError):
        make()


def test_criteria_of_one_function_are_the_same():
    """Two scorers of one function and name are equal, and show themselves without what the library adds for speed."""

    def hours(travel):
        return travel

    first, second = (iv.scorer(kind="cost")(hours) for _ in range(2))
    assert first == second
    assert "pick" not in repr(first)


def test_a_mistake_in_a_cell_names_row_and_column():
    """The column is named where there is one."""
    assert str(iv.errors.CellError(3, "net", "x", "a number")).startswith("row 3, net: ")
    assert str(iv.errors.CellError(3, "", "x", "a number")).startswith("row 3: ")


def test_asking_costs_a_quarter_of_an_hour():
    """Unless the caller says otherwise."""
    assert 0.25 == EVALUATOR.evaluate(iv.Invitation()).asking_cost


def test_a_range_is_not_surely_beside_its_own_ends():
    """At either end of a range nobody can tell whether it is that number; beyond, it surely is not."""
    gate = iv.gate(reason="Two.", name="two")(lambda travel: travel == 2)
    evaluator = iv.Evaluator(plugins=[gate], discover=False)

    def answer(travel):
        (finding,) = [f for f in evaluator.evaluate(iv.Invitation(travel=travel)).findings if f.name == "two"]
        return finding.answer

    assert [iv.outcome.Answer.UNKNOWN, iv.outcome.Answer.UNKNOWN, iv.outcome.Answer.NO, iv.outcome.Answer.YES] == [
        answer(travel) for travel in ((1, 2), (2, 3), (2.1, 3), 2)
    ]


def test_percentiles_of_few_draws():
    """Each draw stands for its own stratum, so the 5th percentile of ten is the lowest, and of thirty the second."""
    assert (1.0, 10.0) == iv.scoring.Summary.of(tuple(float(n) for n in range(1, 11)))[1:]
    assert pytest.approx((2.0, 29.0)) == iv.scoring.Summary.of(tuple(float(n) for n in range(1, 31)))[1:]
    assert pytest.approx((1.25, 14.75)) == iv.scoring.Summary.of(tuple(float(n) for n in range(1, 16)))[1:]
    assert (1.0, 2.0) == iv.scoring.Summary.of((1.0, 2.0))[1:]


def test_the_largest_draw():
    """A range over hundreds of powers of ten is cut where it says."""
    vast = iv.Quantity("vast", unit="points", bounds=(0, float("inf")), prior=(1, 2), scale="log")
    assert pytest.approx(1e100, rel=0.25) == draws.values_at(vast, 1e-200, 1e14, [30.0])[0]


def test_reasons_turn_where_they_say():
    """A mood at which the impression is neither good nor bad is called a good one, and below it boredom shows."""
    # At a quarter of an hour of preparation, which is best where nothing can be won.
    hopeless = iv.Invitation(would_accept=0, openings=0, resemblance=0, duration=1, quantities={"ready": 1})
    line = (0.75 - 0.5 * (1 - 2.718281828459045**-0.25)) / 1.25
    at_the_line, below = (
        EVALUATOR.evaluate(hopeless, iv.Seeker(mindset=mood))["future_opportunity"].reason
        for mood in (line + 1e-9, line - 1e-9)
    )
    assert "a good impression brings a job there" in at_the_line
    assert "boredom or no preparation shows" in below


def test_only_a_gate_that_cannot_tell_lacks_something():
    """A gate that failed lacks nothing that could be asked for."""

    def fails(travel):
        raise ValueError("no map")

    failing = iv.gate(reason="Far.", name="failing")(fails)
    far = iv.gate(reason="Far.", name="far")(lambda travel: travel > 40)
    for gate, expected in ((failing, False), (far, True)):
        evaluation = iv.Evaluator(plugins=[gate], discover=False).evaluate(iv.Invitation())
        assert expected is next(finding for finding in evaluation.findings if finding.name == gate.name).lacks


@pytest.mark.parametrize(
    "kind", [iv.Invitation, iv.Seeker, iv.scoring.Scorer, iv.scoring.Gate, iv.model.Event, iv.plugins.Plugin]
)
def test_every_argument_is_named(kind):
    """Facts and criteria take nothing by its place, and a quantity its name alone."""
    kinds = {parameter.kind for parameter in inspect.signature(kind).parameters.values()}
    assert {inspect.Parameter.KEYWORD_ONLY} == kinds
    named = list(inspect.signature(iv.Quantity).parameters.values())[1:]
    assert {inspect.Parameter.KEYWORD_ONLY} == {parameter.kind for parameter in named}


@pytest.mark.parametrize("count", [1_000, 1_001])
def test_a_plugin_may_bring_a_thousand(count):
    """A plugin brings up to a thousand scorers, and with one more it is refused."""
    scorers = [iv.scorer(kind="cost", name=f"criterion_{number}")(lambda: 1.0) for number in range(count)]

    class Many:
        @iv.hookimpl
        def interview_value_scorers(self):
            return scorers

    if count > 1_000:
        with pytest.raises(iv.errors.PluginError, match="at most 1,000 Scorers"):
            iv.Evaluator(plugins=[Many()], discover=False)
    else:
        assert count + 8 == len(iv.Evaluator(plugins=[Many()], discover=False).scorers)


def test_every_gate_is_heard():
    """A rule counts though gates before it say no or fail, and those after it do not matter."""

    def fails(travel):
        raise ValueError("no map")

    gates = [
        iv.gate(reason="No.", name="a_no")(lambda travel: travel > 40),
        iv.gate(reason="Fails.", name="b_fails")(fails),
        iv.gate(reason="Yes.", name="c_yes")(lambda travel: travel > 1),
        iv.gate(reason="Unknown.", name="d_unknown")(lambda openings: openings > 1),
    ]
    evaluation = iv.Evaluator(plugins=gates, discover=False).evaluate(iv.Invitation(travel=2))
    assert (iv.Verdict.DECLINE, True) == (evaluation.verdict, evaluation.ruling is not None)


def test_there_are_so_many_draws():
    """Unless the caller says otherwise."""
    assert draws.DRAWS == len(EVALUATOR.evaluate(iv.Invitation()).net_draws)


def test_lines_of_the_listing_can_be_told_apart():
    """A plugin as it is listed can stand in a set, whatever of it is blocked."""
    listed = iv.Evaluator(block={"practice"}, discover=False).plugins
    assert len(listed) == len({*listed, *listed})


def test_a_second_is_slow():
    """Unless the caller says otherwise."""
    assert 1.0 == EVALUATOR.evaluate(iv.Invitation()).slow_after


def test_hours_of_different_lengths_do_not_add_up():
    """Columns of draws are added row by row, so a shorter one is a mistake and not cut to fit."""
    with pytest.raises(ValueError, match="shorter"):
        total([(1.0, 2.0), (1.0,)])


def test_nobody_is_asked_for_the_same_column_twice():
    """A column of draws is worked out once for a range, and handed out again."""
    travel = EVALUATOR.quantities["travel"]
    assert draws.column(travel, 1, 2, 256) is draws.column(travel, 1, 2, 256)
    assert draws.deviates("travel", 256) is draws.deviates("travel", 256)
    assert draws.normal_quantiles(64) is draws.normal_quantiles(64)


def test_what_is_shown_of_an_evaluation_is_short():
    """Neither the draws nor the run behind them stand in what Python shows of it."""
    evaluation = EVALUATOR.evaluate(iv.Invitation())
    assert len(repr(evaluation)) < 4_000
    assert "Run(" not in repr(evaluation)
    assert "draws" not in repr(evaluation["practice"])


FREE = iv.Quantity("free", unit="h", bounds=(-2e9, 2e9), prior=0)


def test_a_billion_hours_are_the_most_that_a_scorer_may_return():
    """Exactly so many pass, and one more is no number of hours."""
    for hours, right in ((1e9, True), (1e9 + 1, False), (-1e9, True), (-1e9 - 1, False)):
        made = iv.scorer(kind="benefit", name="much", quantities=[FREE])(lambda free: free)
        evaluation = iv.Evaluator(discover=False, plugins=[made]).evaluate(iv.Invitation().with_quantities(free=hours))
        assert right == (not evaluation["much"].error)


def test_a_prior_by_a_label_says_its_choices():
    """The cases of whether it is remote are told as yes and no, and those of the stage by their names."""
    by = iv.model.PriorBy("remote", {"yes": 0, "no": (1, 2)}, otherwise=(0, 3))
    quantity = iv.Quantity("way", unit="h", bounds=(0, 9), prior=by)
    assert "by remote: yes 0, no 1..2, otherwise 0..3" == quantity.prior_in_words
    by = iv.model.PriorBy("stage", {iv.Stage.FINAL: 1}, otherwise=2)
    assert "by stage: final 1, otherwise 2" == iv.Quantity("way", unit="h", bounds=(0, 9), prior=by).prior_in_words


def test_a_day_without_interviews_is_no_experience():
    """Whoever gives no past interviews has not said that there were none."""
    assert "experience" not in iv.Seeker(as_of=date(2026, 12, 3)).known


def test_a_slip_of_the_pen_in_an_argument_is_answered_with_the_nearest():
    """A scorer's misspelt argument has a hint, and one that is like nothing has none."""
    with pytest.raises(iv.errors.SignatureError, match=r"did you mean 'travel'\?"):
        iv.scorer(kind="cost", name="way")(lambda travell: travell)
    with pytest.raises(iv.errors.SignatureError) as raised:
        iv.scorer(kind="cost", name="way")(lambda qqqqqq: qqqqqq)
    assert "did you mean" not in str(raised.value)


def test_a_plugin_without_notes_has_none():
    """What is listed of a plugin says whether it adds notes."""

    class Noting:
        @iv.hookimpl
        def interview_value_notes(self, invitation, seeker):
            return []

    evaluator = iv.Evaluator(discover=False, plugins=[Noting()])
    assert [True] == [plugin.notes for plugin in evaluator.plugins if "Noting" in plugin.name]
    assert not any(plugin.notes for plugin in EVALUATOR.plugins)
