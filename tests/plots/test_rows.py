"""The rows of a picture have room for their names and notes."""

from __future__ import annotations

from itertools import pairwise

import interview_value as iv

from .examples import EVALUATOR
from .looks import outside, texts_of


def test_rows_are_as_high_as_their_notes():
    """Notes of several lines do not run into those of the next row."""
    evaluations = [EVALUATOR.evaluate(iv.Invitation(role=f"Role {n}", travel=1 + n / 100)) for n in range(20)]
    axes = iv.plots.comparison(iv.compare(evaluations))
    assert [] == outside(axes)
    notes = [text.get_window_extent() for text in axes.texts]
    assert 20 == len(notes)
    assert any("too close to call" in text for text in texts_of(axes))
    assert all(above.y0 > below.y1 for above, below in pairwise(notes))
