"""Explorer: the widget. Python holds all that it knows and makes all that it says; the browser draws and asks."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import traitlets
from attrs import evolve

from ..display.html import page_html
from ..display.showing import page_of
from ..errors import InterviewValueError, InvalidInputError
from ..evaluation.evaluation import Evaluation
from ..evaluation.evaluator import Evaluator, default_evaluator
from ..model.invitation import Invitation
from ..model.seeker import Seeker
from .state import Answer, answer, told
from .change import read_change
from .exploration import Exploration
from .scene import scene_of

if TYPE_CHECKING:  # ipywidgets, from which anywidget's class comes, has no types, and would leave this one without any
    from traitlets import HasTraits as AnyWidget
else:
    from anywidget import AnyWidget

__all__ = ["Explorer"]

HERE = Path(__file__).parent

SET = {"weights": "by_hand", "invitation": "invitation", "seeker": "seeker"}
"""What can be set, and as what of an exploration."""

Value = TypeVar("Value")
Held: TypeAlias = traitlets.TraitType[Value, Value]
"""A trait that is checked by an evaluation, not by its type."""


def _held(**metadata: Any) -> Any:
    return traitlets.TraitType(**metadata)  # which, unlike traitlets.Any, looks at None, too


class Explorer(AnyWidget):
    """Reweighs an invitation by hand, in a notebook: a slider for each weight, a field for each quantity.

    The verdict, the hours of each criterion and the most valuable question follow at once. ``weights``, ``invitation``,
    ``seeker`` and ``evaluation`` can be read and observed; all but the evaluation can be set, too, and the widget
    follows. What cannot be used raises, and leaves everything as it was.

    Args:
        invitation: What is known of the interview at the start.
        seeker: What is known of the person at the start; left out, nothing is.
        evaluator: The scorers, gates and weights; left out, the one behind `interview_value.evaluate`.

    Raises:
        InvalidInputError: One of them is of another type, or holds a quantity that nothing here knows.
        ScorersFailedError: Something failed, and the evaluator is strict.
    """

    _esm = HERE / "explorer.js"
    _css = HERE / "explorer.css"

    _asked: Any = traitlets.Any(None).tag(sync=True)
    _scene: Any = traitlets.Any().tag(sync=True)

    weights: Held[Mapping[str, float]] = _held()
    """The weight of each scorer, by name, a factor from 0 to 1,000,000; set, those left out get their own back."""

    invitation: Held[Invitation] = _held()
    """What is known of the interview."""

    seeker: Held[Seeker] = _held()
    """What is known of the person."""

    evaluation: Held[Evaluation] = _held(read_only=True)
    """What comes of it."""

    def __init__(
        self, invitation: Invitation, seeker: Seeker | None = None, evaluator: Evaluator | None = None
    ) -> None:
        self._start = Exploration(default_evaluator() if evaluator is None else evaluator, invitation, seeker)
        self._now = Answer(self._start)
        super().__init__()
        self._take(self._now)

    def restart(self) -> None:
        """Make everything as it was at the start."""
        self._take(Answer(self._start))

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Take what a browser sends: a change that it asks for, and nothing else.

        Args:
            sync_data: The state that the browser would like to see here.
        """
        if "_asked" not in sync_data:
            return
        try:
            change = read_change(sync_data["_asked"])
        except InvalidInputError as error:
            self._take(evolve(self._now, alert=told(error)))
        else:
            self._take(answer(change, self._start, self._now), change.token)

    def _take(self, now: Answer, token: str = "") -> None:
        """Show an answer, and then tell whoever observes."""
        self._now, exploration = now, now.exploration
        self._scene = scene_of(exploration, now.refused, token, now.alert)
        with self.hold_trait_notifications():
            self.weights = MappingProxyType(exploration.weights)
            self.invitation, self.seeker = exploration.invitation, exploration.seeker
            self.set_trait("evaluation", exploration.evaluation)

    @traitlets.default("_scene")
    def _first_scene(self) -> Any:
        return scene_of(self._start, {})

    @traitlets.validate("weights", "invitation", "seeker")
    def _settled(self, proposal: Any) -> Any:
        """Evaluate what is set from outside, before anything has changed."""
        name, now = proposal["trait"].name, self._now.exploration
        # While notifications are held, others may have been set before any of them is looked at.
        held = {each: getattr(self, each) for each in SET} | {name: proposal["value"]}
        changed = {SET[each]: value for each, value in held.items() if value != getattr(now, each)}
        if changed:
            try:
                self._take(Answer(evolve(now, **changed)))
            except InterviewValueError:
                self._take(self._now)
                raise
        value = getattr(self._now.exploration, name)
        return MappingProxyType(value) if name == "weights" else value

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget, and the evaluation for pages that show no widgets."""
        widget: Any = super()
        data, metadata = widget._repr_mimebundle_(**kwargs)
        still = {"text/plain": str(self.evaluation), "text/html": page_html(page_of(self.evaluation))}
        return {**data, **still}, metadata
