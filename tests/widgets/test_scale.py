"""The scale on which hours are drawn."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

import interview_value as iv

Scale = pytest.importorskip("interview_value.widgets.scale", exc_type=ImportError).Scale

FINITE = st.floats(-1e15, 1e15)


@pytest.mark.parametrize(
    ("ends", "marks"),
    [
        ((-7, 25), ["−10", "0", "+10", "+20", "+30"]),
        ((0, 1), ["0", "+0.2", "+0.4", "+0.6", "+0.8", "+1"]),
        ((-3, 0), ["−3", "−2", "−1", "0"]),
        ((0, 0), ["0", "+1"]),
        ((0, 0.2), ["0", "+0.05", "+0.1", "+0.15", "+0.2"]),
        ((0, 0.02), ["0", "+0.005", "+0.01", "+0.015", "+0.02"]),
        ((0, 500), ["0", "+100", "+200", "+300", "+400", "+500"]),
    ],
)
def test_the_scale_has_round_marks(ends, marks):
    """The marks lie on round numbers around all that is shown, and 0 is one of them."""
    scale = Scale.around([iv.scoring.Summary(ends[0], *ends)])
    assert marks == [mark["text"] for mark in scale.marks]


@given(st.lists(st.lists(FINITE, min_size=3, max_size=3).map(sorted), max_size=4))
def test_everything_lies_on_the_scale(ranges):
    """Bars start at 0, no bar or range is clipped, what is larger lies further right, and marks are few."""
    summaries = [iv.scoring.Summary(mean, low, high) for low, mean, high in ranges]
    scale = Scale.around(summaries)
    for summary in summaries:
        shown = scale.bar(summary)
        assert scale.place(0.0) in shown["bar"]
        assert shown["range"] == sorted(shown["range"])
        assert all(0 <= place <= 100 for place in (*shown["bar"], *shown["range"]))
    assert 2 <= len(scale.marks) <= 8
    (zero,) = [mark for mark in scale.marks if mark["text"] == "0"]
    assert math.isclose(zero["at"], scale.place(0.0), abs_tol=0.01)
    for mark in scale.marks:
        assert mark["at"] == pytest.approx(
            scale.place(float(mark["text"].replace("−", "-").replace(",", ""))), abs=1e-3
        )
