"""Way: another way of going, such as by video, which a plugin may add and which is valued on the same draws."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from ..display.plain import Plain
from ..errors import FieldError, is_mapping, is_number
from ..model.pickling import Anew, anew

__all__ = ["OWN_WAYS", "Way"]

OWN_WAYS = ("as_planned", "ask_one_thing", "attend", "decline", "later", "short_call", "video")
"""The names of the ways that the library itself values, which no plugin's way can have."""

NO_CHANGES: Mapping[str, Callable[[float], float]] = MappingProxyType({})


def _as_changes(changes: Mapping[str, Callable[[float], float]]) -> Mapping[str, Callable[[float], float]]:
    return MappingProxyType(dict(changes)) if is_mapping(changes) else changes


@frozen
class Way(Plain):
    """A way of dealing with an invitation, and what it is worth.

    Plugins bring ways by the hook `interview_value_ways`; the library values each on the same draws as going itself.

    Args:
        name: A Python identifier, such as ``"video"``.
        label: What one would do, for a person: "ask for a video meeting".
        changes: For each quantity that it changes, a function from its value to the other value, on one float. What
            comes out beyond the quantity's bounds is cut to them; what is assumed because of the quantity stays.
        consent: The chance that they agree, 0 to 1; otherwise one goes as invited, or declines.
        cost: What proposing it takes, hours of yours, ≥ 0.
        asks: Whether it begins with a message to them.
        worth: The expected hours that it is worth, compared with declining; NaN until it is valued, and if it failed.
        error: Why it could not be valued; empty if it could.
    """

    name: str
    label: str
    changes: Mapping[str, Callable[[float], float]] = field(
        default=NO_CHANGES, converter=_as_changes, eq=False, hash=False, repr=False
    )
    consent: float = 1.0
    cost: float = 0.0
    asks: bool = True
    worth: float = field(default=float("nan"), kw_only=True)
    error: str = field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.isidentifier():
            raise FieldError("way", self.name, "a name that is a Python identifier")
        if not isinstance(self.label, str) or not self.label:
            raise FieldError(f"{self.name}.label", self.label, "what one would do, in words")
        if not is_mapping(self.changes) or not all(map(callable, self.changes.values())):
            raise FieldError(f"{self.name}.changes", self.changes, "a function for each quantity that it changes")
        if not is_number(self.consent) or not 0 <= self.consent <= 1:
            raise FieldError(f"{self.name}.consent", self.consent, "a chance, 0 to 1")
        if not is_number(self.cost) or not 0 <= self.cost < float("inf"):
            raise FieldError(f"{self.name}.cost", self.cost, "hours, ≥ 0")
        if not isinstance(self.asks, bool):
            raise FieldError(f"{self.name}.asks", self.asks, "True or False")

    def __reduce__(self) -> Anew:
        return anew(self)

    def to_dict(self) -> dict[str, Any]:
        """Return plain, JSON-ready data of what it is worth, without the functions of what it changes."""
        return {name: value for name, value in super().to_dict().items() if name not in ("changes", "error")}
