"""Records the hook calls of an evaluator: arguments, order and results."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from attrs import frozen

from ..evaluation.evaluator import Evaluator

__all__ = ["HookCall", "HookRecorder"]


@frozen
class HookCall:
    """One call of a hook.

    Args:
        hook: The hook's name.
        plugins: The names of the plugins that were asked, in the order in which they were.
        arguments: What they were handed, by name.
        result: What came back: the list of what the plugins returned, or for a hook that stops at the first answer
            that answer; None if one raised.
        error: What one raised; None if none did.
    """

    hook: str
    plugins: tuple[str, ...]
    arguments: Mapping[str, Any]
    result: Any
    error: BaseException | None


class HookRecorder:
    """Records the hook calls of one evaluator, until it is stopped.

    It is a context manager that stops at the end of its block.

    Args:
        evaluator: The evaluator. What it called before is not recorded, so register the plugins within the block to see
            what they are asked then.
    """

    def __init__(self, evaluator: Evaluator) -> None:
        self._calls: list[HookCall] = []
        manager = evaluator._registry._manager  # pyright: ignore[reportPrivateUsage]
        self._stop: Callable[[], None] = manager.add_hookcall_monitoring(_ignore, self._note)

    @property
    def calls(self) -> tuple[HookCall, ...]:
        """The calls so far, in their order."""
        return tuple(self._calls)

    @property
    def hooks(self) -> tuple[str, ...]:
        """The names of the hooks that were called so far, in their order."""
        return tuple(call.hook for call in self._calls)

    def of(self, hook: str) -> tuple[HookCall, ...]:
        """Return the calls of one hook so far.

        Args:
            hook: Its name, such as ``"interview_value_weights"``.

        Returns:
            The calls, in their order; none if the hook was not called.
        """
        return tuple(call for call in self._calls if call.hook == hook)

    def stop(self) -> None:
        """Record no more; a second time it does nothing."""
        stop, self._stop = self._stop, lambda: None
        stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _note(self, outcome: Any, hook: str, implementations: Sequence[Any], arguments: Mapping[str, Any]) -> None:
        error = outcome.exception
        # pluggy asks the last of the list first.
        plugins = tuple(implementation.plugin_name for implementation in reversed(implementations))
        self._calls.append(HookCall(hook, plugins, dict(arguments), None if error else outcome.get_result(), error))


def _ignore(*_: Any) -> None:
    """Do nothing before a hook call."""
