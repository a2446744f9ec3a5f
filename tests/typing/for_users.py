"""The types that a user of the library meets; checked by mypy and pyright, never run."""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, assert_type

from matplotlib.axes import Axes

import interview_value as iv

invitation = iv.Invitation(
    role="Data analyst", organization="Brightside Marketing", stage="first", remote=True,
    role_interest=0.2, organization_interest=iv.Estimate(0.6), people_met=3, duration="1..2", preparation=(1, 3),
)  # fmt: skip
seeker = iv.Seeker(upcoming_interviews=6, mindset=0.7, past_interviews=["2026-01-01"], as_of="2026-11-23")

evaluation = iv.evaluate(invitation, seeker)
assert_type(evaluation, iv.Evaluation)
assert_type(evaluation.verdict, iv.Verdict)
assert_type(evaluation.net, iv.scoring.Summary)
assert_type(evaluation.net.mean, float)
assert_type(evaluation.confidence, float)
assert_type(evaluation.contributions, tuple[iv.outcome.Contribution, ...])
assert_type(evaluation["practice"].hours.low, float)
assert_type(evaluation["practice"].reason, str)
assert_type(evaluation["practice"].assumed, tuple[str, ...])
assert_type(evaluation.inputs, tuple[iv.outcome.Input, ...])
assert_type(evaluation.inputs[0].origin, iv.outcome.Origin)
assert_type(evaluation.findings, tuple[iv.outcome.Finding, ...])
assert_type(evaluation.questions, tuple[iv.outcome.Question, ...])
assert_type(evaluation.assumed, tuple[str, ...])
assert_type(evaluation.errors, tuple[str, ...])
assert_type(evaluation.complete, bool)
assert_type(evaluation.to_dict(), dict[str, Any])
assert_type(iv.Evaluation.from_dict({}), iv.Evaluation)

assert_type(invitation.duration, iv.Estimate | None)
assert_type(invitation.stage, iv.Stage)
assert_type(invitation.title, str)
assert_type(invitation.with_quantities(commute=5, duration=(1, 2), travel=None), iv.Invitation)
assert_type(invitation | iv.Invitation(), iv.Invitation)
assert_type(seeker | iv.Seeker(), iv.Seeker)
assert_type(iv.Seeker.from_dict({}), iv.Seeker)
assert_type(iv.Seeker(status="open", job_worth="quarter").status, iv.model.Status)
assert_type(iv.Invitation(remote="yes", would_accept="unlikely").remote, bool | None)
assert_type(invitation.disagreements, tuple[iv.model.Disagreement, ...])
assert_type(iv.Estimate.of("2..7").to_plain(), float | str | list[float])

evaluator = iv.Evaluator(weights={"networking": 2.0, "courtesy": 0}, block={"future_opportunity"}, discover=False)
assert_type(evaluator.quantities, Mapping[str, iv.Quantity])
assert_type(evaluator.scorers, tuple[iv.scoring.Scorer[...], ...])
assert_type(evaluator.gates, tuple[iv.scoring.Gate[...], ...])
assert_type(evaluator.plugins, tuple[iv.plugins.Plugin, ...])
assert_type(evaluator.register(), iv.Evaluator)
assert_type(evaluator.evaluate(invitation), iv.Evaluation)
assert_type(iv.read("mail.ics"), iv.Invitation)

try:
    iv.Invitation(duration=-1)
except iv.errors.InvalidInputError as group:
    assert_type(group.exceptions[0].args, tuple[Any, ...])
    assert_type(group.what, str)
except iv.errors.UnknownNameError as error:
    assert_type(error.nearest, str | None)

assert_type(evaluation.plot("tornado"), Axes)
assert_type(iv.plots.curve(iv.explain("practice"), "duration"), Axes)

explorer = iv.widgets.Explorer(invitation, seeker)
assert_type(explorer.weights, Mapping[str, float])
assert_type(explorer.invitation, iv.Invitation)
assert_type(explorer.seeker, iv.Seeker)
assert_type(explorer.evaluation, iv.Evaluation)
explorer.weights = {"practice": 2.0}
explorer.restart()

# What must be an error; an ignore that is no longer needed is one itself.
iv.evaluate(seeker)  # type: ignore[arg-type]
iv.Evaluator(weights={"networking": "twice"})  # type: ignore[dict-item]
iv.Evaluator({"networking": 2.0})  # type: ignore[call-arg]
iv.Evaluator(weight={"networking": 2.0})  # type: ignore[call-arg]
iv.Estimate(None)  # type: ignore[arg-type]
iv.widgets.Explorer("an invitation")  # type: ignore[arg-type]
_ = evaluation.net.median  # type: ignore[attr-defined]
invitation | seeker  # type: ignore[operator]
