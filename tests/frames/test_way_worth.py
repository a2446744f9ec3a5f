"""The ways of many rows at once are worth what they are worth in one evaluation at a time."""

from __future__ import annotations

import pytest

import interview_value as iv
from interview_value.scoring.way import Way

pl = pytest.importorskip("polars")
nw = pytest.importorskip("narwhals")

from interview_value.frames.conditional_net import ConditionalNet  # noqa: E402
from interview_value.frames.invitation_table import read_frame  # noqa: E402
from interview_value.frames.net_values import net_values  # noqa: E402
from interview_value.frames.options import TableOptions  # noqa: E402
from interview_value.frames.row_values import RowValues  # noqa: E402
from interview_value.frames.table_evaluator import TableEvaluator  # noqa: E402
from interview_value.frames.way_worth import way_worth  # noqa: E402

EVALUATOR = iv.Evaluator(discover=False, draws=16)
ROWS = [
    {},
    {"stage": "screen", "hinge": 0.5},
    {"stage": "onsite", "hinge": "most", "would_accept": "unlikely", "pressure": 2.0},
    {"stage": "final", "remote": True, "hinge": 0.0, "would_accept": 0.3},
    {"remote": False, "travel": 9.0, "expenses": 40.0, "hinge": "0.1..0.9", "preparation": 12.0},
    {"pressure": "0.5..3", "preparation": "1..3", "travel": 1.0, "hinge": 1.0, "would_accept": 0.0},
]
NAMES = sorted({name for row in ROWS for name in row})


def ways_of(evaluator, rows, *, asking_cost=0.25):
    """Return the ways that are open in each row, with what they are worth."""
    frame = pl.DataFrame(
        {name: [row.get(name) if row.get(name) is None else str(row[name]) for row in rows] for name in NAMES}
    )
    table_evaluator = TableEvaluator.of(TableOptions(None, evaluator))
    options = table_evaluator.for_columns(tuple(frame.columns))
    table = read_frame(nw.from_native(frame), options.headings, options.plan, options.seeker, texts=False)
    signs = {item.name: item.sign for item in options.blank.contributions}
    net = net_values(RowValues(table, slice(0, len(rows)), options.drawing), signs)
    found = way_worth(ConditionalNet(net), asking_cost)
    return [
        {name: hours for name, hours in zip(found.names, row, strict=True) if hours > -float("inf")}
        for row in found.hours.tolist()
    ]


def alone(evaluator, row):
    """Evaluate a row by itself."""
    theirs = {name: value for name, value in row.items() if name in iv.Seeker.own_quantities()}
    ours = {name: value for name, value in row.items() if name not in theirs}
    return evaluator.evaluate(iv.Invitation(**ours), iv.Seeker(**theirs))


@pytest.mark.parametrize("draws", [1, 16])
@pytest.mark.parametrize(
    "block", [(), ("courtesy", "role_discovery"), ("role_discovery",), ("effort", "role_discovery", "networking")]
)
def test_each_way_is_open_and_worth_what_it_is_alone(draws, block):
    """The same ways are open in a row as by itself, and each is worth the same, also where a scorer is blocked."""
    evaluator = iv.Evaluator(discover=False, draws=draws, block=block)
    for row, found in zip(ROWS, ways_of(evaluator, ROWS), strict=True):
        expected = {way.name: way.worth for way in alone(evaluator, row).ways}
        assert expected.keys() == found.keys()
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_without_any_scorer_that_reads_them():
    """Where no scorer reads how full the week is, a message takes what an exact value of it says, or half an hour."""
    plain = iv.scorer(kind="benefit", name="plain")(lambda duration: duration)
    block = [scorer.name for scorer in EVALUATOR.scorers]
    evaluator = iv.Evaluator(discover=False, draws=4, block=block, plugins=[plain])
    for rows in (ROWS, [{}, {"hinge": 0.5}]):
        for row, found in zip(rows, ways_of(evaluator, rows), strict=True):
            expected = {way.name: way.worth for way in alone(evaluator, row).ways}
            assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_where_nothing_is_asked_only_going_and_declining_are_open():
    """An infinite cost of asking leaves the ways that send no message."""
    found = ways_of(EVALUATOR, ROWS, asking_cost=float("inf"))
    assert {"attend", "decline", "as_planned"} == {name for row in found for name in row}


class Ways:
    """A plugin with ways: one that costs and may be refused, one without a message, and one that fails on long ways."""

    @iv.hookimpl
    def interview_value_ways(self):
        """Return the ways."""
        return [
            Way(
                "half_way",
                "meet half way",
                {"travel": lambda hours: hours / 2 if hours else 0.0},
                consent=0.6,
                cost=0.1,
            ),
            Way(
                "slowly",
                "go by bicycle",
                {"travel": lambda hours: 9e9 * hours, "sociability": lambda share: share + 1},
                asks=False,
            ),
            Way(
                "by_train",
                "go by train",
                {"travel": lambda hours: 1 / (hours < 5), "expenses": lambda money: money + 20},
            ),
            Way("by_magic", "be there", {"travel": lambda hours: "none"}),
        ]


@pytest.mark.parametrize("asking_cost", [0.25, float("inf")])
def test_ways_of_plugins_are_worth_what_they_are_alone(asking_cost):
    """They change quantities by functions of one float, within their bounds; one that fails in a row is not open there."""
    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[Ways()], asking_cost=asking_cost)
    rows = [{"travel": 9.0, "would_accept": 0.3}, {"travel": 0.0}, {"expenses": 5.0}]
    for row, found in zip(rows, ways_of(evaluator, rows, asking_cost=asking_cost), strict=True):
        expected = {way.name: way.worth for way in alone(evaluator, row).ways}
        assert found == pytest.approx(expected, rel=1e-9, abs=1e-9)
        assert "by_magic" not in found


def test_the_ways_of_an_evaluator_are_those_of_its_rows():
    """A way of a plugin that is best is the best way of the row, with the worth that it has alone."""
    free = Way("paid", "have it paid", {"travel": lambda _: 0.0, "expenses": lambda _: 0.0}, asks=False)

    class Paying:
        """A plugin that pays the way."""

        @iv.hookimpl
        def interview_value_ways(self):
            """Return the way."""
            return [free]

    evaluator = iv.Evaluator(discover=False, draws=8, plugins=[Paying()])
    (answer,) = iv.frames.evaluate(pl.DataFrame({"travel": [9.0]}), evaluator=evaluator).to_dicts()
    expected = evaluator.evaluate(iv.Invitation(travel=9))
    assert ("paid", "paid") == (answer["best_way"], expected.ways[0].name)
    assert expected.ways[0].worth == pytest.approx(answer["best_way_worth"])
    assert expected.verdict.value == answer["verdict"]
