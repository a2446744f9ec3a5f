"""A scorer, gate or plugin that fails is reported or raised, and changes no other number."""

from __future__ import annotations

import pytest

import interview_value as iv

INVITATION = iv.Invitation(role_interest=0.3, duration=1)


def test_strict_raises_all_that_failed():
    """A strict evaluation raises one group with every failure, each with its cause."""

    @iv.scorer(kind="benefit")
    def broken(duration):
        """Fail."""
        raise ValueError("boom")

    @iv.gate(reason="Broken.")
    def shut(travel):
        """Fail."""
        raise KeyError("gate")

    @iv.scorer(kind="cost")
    def rubbish(travel):
        """Return no number."""
        return

    class Policy:
        """Reweight what does not exist."""

        @iv.hookimpl
        def interview_value_weights(self, names, seeker):
            """Name nothing that exists."""
            return {"practise": 2}

    evaluator = iv.Evaluator(plugins=[broken, shut, rubbish, Policy()], discover=False, strict=True, draws=8)
    with pytest.raises(iv.errors.ScorersFailedError) as caught:
        evaluator.evaluate(INVITATION)
    failures = {failure.scorer: failure for failure in caught.value.exceptions}
    assert {"broken", "rubbish", "shut", "evaluator"} == failures.keys()
    assert (ValueError, KeyError) == (type(failures["broken"].__cause__), type(failures["shut"].__cause__))
    assert "practise" in failures["evaluator"].reason


def test_strict_is_silent_when_all_is_well():
    """A strict evaluation of what works is an evaluation like any other."""
    strict = iv.Evaluator(strict=True, discover=False).evaluate(INVITATION)
    assert iv.Evaluator(discover=False).evaluate(INVITATION).to_dict() == strict.to_dict()
