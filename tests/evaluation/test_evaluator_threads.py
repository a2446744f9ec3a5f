"""One evaluator in many threads gives what it gives in one."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import interview_value as iv

pytestmark = pytest.mark.skipif(sys.platform == "emscripten", reason="there are no threads")

THREADS = 8
CASES = [
    (iv.Invitation(stage=stage, role_interest=interest, remote=remote).with_quantities(skill_ceiling=0.2 + interest), iv.Seeker(mindset=interest))
    for stage in ("screen", "onsite")
    for interest in (0.1, (0.2, 0.5))
    for remote in (True, None)
    if not isinstance(interest, tuple)
]  # fmt: skip


def test_same_results_from_many_threads():
    """Eight threads that share one evaluator, and start at once, each get the results of one thread."""
    expected = [iv.Evaluator(discover=False).evaluate(*case).to_dict() for case in CASES]
    shared, start = iv.Evaluator(discover=False), Barrier(THREADS)

    def work(turn):
        start.wait()
        # Each thread begins elsewhere, so that they meet in different places.
        return {
            place % len(CASES): shared.evaluate(*CASES[place % len(CASES)]).to_dict()
            for place in range(turn, turn + len(CASES))
        }

    with ThreadPoolExecutor(THREADS) as pool:
        for results in pool.map(work, range(THREADS)):
            assert expected == [results[place] for place in range(len(CASES))]


def test_registering_while_others_evaluate():
    """An evaluation that runs while another thread registers has either all of a scorer or nothing of it."""
    shared, start = iv.Evaluator(discover=False), Barrier(THREADS)
    plain = shared.evaluate(*CASES[0]).net
    scorers = [iv.scorer(kind="benefit", name=f"extra_{number}")(lambda: 0.0) for number in range(4)]

    def work(turn):
        start.wait()
        if turn < len(scorers):
            shared.register(scorers[turn])
        return [shared.evaluate(*CASES[0]) for _ in range(5)]

    with ThreadPoolExecutor(THREADS) as pool:
        evaluations = [evaluation for done in pool.map(work, range(THREADS)) for evaluation in done]
    assert all(evaluation.complete and plain.mean == evaluation.net.mean for evaluation in evaluations)
    assert {scorer.name for scorer in scorers} <= {item.name for item in shared.evaluate(*CASES[0]).contributions}
