"""The recorder of hook calls."""

from __future__ import annotations

import interview_value as iv
from interview_value import testing


class Office:
    """A plugin that reweights."""

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Count practice double, or fail."""
        if seeker.mindset == iv.Estimate(0):
            raise ValueError("no mood")
        return {"practice": 2.0}


def test_recorder_records_until_it_is_stopped():
    """Each call has its hook, who was asked, with what, and what came back; after the block nothing is recorded."""
    evaluator = testing.isolated_evaluator()
    with testing.HookRecorder(evaluator) as recorder:
        evaluator.register(Office())
        evaluator.evaluate(iv.Invitation())
    evaluator.evaluate(iv.Invitation())
    assert ("interview_value_weights",) == recorder.hooks
    (call,) = recorder.of("interview_value_weights")
    assert (("Office",), [{"practice": 2.0}], None) == (call.plugins, call.result, call.error)
    assert {"names", "seeker"} == call.arguments.keys()
    assert recorder.calls == (call,)


def test_recorder_keeps_what_was_raised():
    """A hook that raises is recorded with what it raised."""
    evaluator = testing.isolated_evaluator(Office())
    with testing.HookRecorder(evaluator) as recorder:
        evaluation = evaluator.evaluate(iv.Invitation(), iv.Seeker(mindset=0))
    assert not evaluation.complete
    assert (None, "no mood") == (recorder.calls[0].result, str(recorder.calls[0].error))
