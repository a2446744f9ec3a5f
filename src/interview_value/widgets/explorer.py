"""The widget: Python holds its state and makes what it shows; the browser asks for changes."""

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
from .change import read_change
from .exploration import Exploration
from .scene import scene_of
from .state import State, apply_change, error_in_words

if TYPE_CHECKING:  # anywidget's class is one of ipywidgets, which has no types and would leave this one without any
    from traitlets import HasTraits as AnyWidget
else:
    from anywidget import AnyWidget

__all__ = ["Explorer"]

HERE = Path(__file__).parent

SETTABLE = {"weights": "by_hand", "invitation": "invitation", "seeker": "seeker"}
"""The traits that can be set, each with the field of an `Exploration` that it sets."""

Value = TypeVar("Value")
Held: TypeAlias = traitlets.TraitType[Value, Value]
"""A trait whose value is checked by evaluating it, not by its type."""


def _trait(**metadata: Any) -> Any:
    return traitlets.TraitType(**metadata)  # unlike traitlets.Any it has None validated, too


class Explorer(AnyWidget):
    """Reweighs an invitation by hand: a slider for each weight, a field for each quantity.

    The verdict, the hours of each criterion and the most valuable question follow at once. ``weights``, ``invitation``,
    ``seeker`` and ``evaluation`` can be read and observed; all but the evaluation can be set, too, and the widget
    follows. What cannot be used raises, and leaves everything as it was.

    Args:
        invitation: What is known of the interview at the start.
        seeker: What is known of the person at the start; left out, nothing is.
        evaluator: The scorers, gates and weights; left out, the one behind `interview_value.evaluate`.

    Raises:
        InvalidInputError: An argument has the wrong type, or holds a quantity that no scorer or gate reads.
        ScorersFailedError: A scorer, gate or plugin failed, and the evaluator is strict.
    """

    _esm = HERE / "explorer.js"
    _css = HERE / "explorer.css"

    _asked: Any = traitlets.Any(None).tag(sync=True)
    _scene: Any = traitlets.Any().tag(sync=True)

    weights: Held[Mapping[str, float]] = _trait()
    """The weight of each scorer, by name, a factor from 0 to 1,000,000; set, those left out get their own back."""

    invitation: Held[Invitation] = _trait()
    """What is known of the interview."""

    seeker: Held[Seeker] = _trait()
    """What is known of the person."""

    evaluation: Held[Evaluation] = _trait(read_only=True)
    """The evaluation of the invitation and seeker with these weights."""

    def __init__(
        self, invitation: Invitation, seeker: Seeker | None = None, evaluator: Evaluator | None = None
    ) -> None:
        self._start = Exploration(default_evaluator() if evaluator is None else evaluator, invitation, seeker)
        self._current = State(self._start)
        super().__init__()
        self._enter(self._current)

    def restart(self) -> None:
        """Go back to the invitation, the seeker and the weights of the start."""
        self._enter(State(self._start))

    def set_state(self, sync_data: Mapping[str, Any]) -> None:
        """Apply the change that a browser asks for, and ignore everything else that it sends.

        Args:
            sync_data: The traits that the browser would like to set.
        """
        if "_asked" not in sync_data:
            return
        try:
            change = read_change(sync_data["_asked"])
        except InvalidInputError as error:
            self._enter(evolve(self._current, alert=error_in_words(error)))
        else:
            self._enter(apply_change(change, self._start, self._current), change.token)

    def _enter(self, state: State, token: str = "") -> None:
        """Show a state, and then notify observers.

        Args:
            state: The new state.
            token: The token of the change that led to it; empty if no browser asked for it.
        """
        self._current, exploration = state, state.exploration
        self._scene = scene_of(exploration, state.refused, token, state.alert)
        with self.hold_trait_notifications():
            self.weights = MappingProxyType(exploration.weights)
            self.invitation, self.seeker = exploration.invitation, exploration.seeker
            self.set_trait("evaluation", exploration.evaluation)

    @traitlets.default("_scene")
    def _first_scene(self) -> Any:
        return scene_of(self._start, {})

    @traitlets.validate(*SETTABLE)
    def _evaluate_proposal(self, proposal: Any) -> Any:
        """Evaluate a value that is set from outside, and return the value to keep."""
        trait, exploration = proposal["trait"].name, self._current.exploration
        # While notifications are held, others may have been set before any of them is validated.
        values = {name: getattr(self, name) for name in SETTABLE} | {trait: proposal["value"]}
        changes = {SETTABLE[name]: value for name, value in values.items() if value != getattr(exploration, name)}
        if changes:
            try:
                self._enter(State(evolve(exploration, **changes)))
            except InterviewValueError:
                self._enter(self._current)
                raise
        value = getattr(self._current.exploration, trait)
        return MappingProxyType(value) if trait == "weights" else value

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        """Return the widget, and the evaluation for pages that show no widgets."""
        widget: Any = super()
        data, metadata = widget._repr_mimebundle_(**kwargs)
        static = {"text/plain": str(self.evaluation), "text/html": page_html(page_of(self.evaluation))}
        return {**data, **static}, metadata
