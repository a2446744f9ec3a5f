"""Hook specifications: what other packages may implement to take part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import frozen
from pluggy import HookimplMarker, HookspecMarker

from ..model.invitation import Invitation
from ..model.seeker import Seeker
from ..model.source import Source
from ..scoring.criterion import Gate, Scorer
from ..scoring.way import Way

__all__ = [
    "HISTORY",
    "PROJECT",
    "HookVersion",
    "hookimpl",
    "interview_value_gates",
    "interview_value_notes",
    "interview_value_read",
    "interview_value_scorers",
    "interview_value_ways",
    "interview_value_weights",
]

PROJECT = "interview_value"
"""The name of the entry point group, and the prefix of every hook."""


@frozen
class HookVersion:
    """The arguments of a hook from one version of the library on.

    Args:
        since: The version of the library that brought it.
        arguments: What an implementation may ask for, by name.
    """

    since: str
    arguments: tuple[str, ...] = ()


HISTORY: Mapping[str, tuple[HookVersion, ...]] = {
    "interview_value_scorers": (HookVersion("0.1"),),
    "interview_value_gates": (HookVersion("0.1"),),
    "interview_value_ways": (HookVersion("0.1"),),
    "interview_value_weights": (HookVersion("0.1", ("names", "seeker")),),
    "interview_value_notes": (HookVersion("0.1", ("invitation", "seeker")),),
    "interview_value_read": (HookVersion("0.1", ("source",)),),
}
"""Every hook with its versions, the newest last: a hook gains arguments and never loses one."""

hookspec: HookspecMarker = HookspecMarker(PROJECT)
hookimpl: HookimplMarker = HookimplMarker(PROJECT)


@hookspec
def interview_value_scorers() -> Iterable[Scorer[...]]:  # type: ignore[empty-body]
    """Bring scorers.

    Called once when an evaluator is built or changed, never during an evaluation.

    Returns:
        The scorers of this plugin. Their order does not matter: an evaluator runs scorers by name.

    Failure:
        A plugin that raises or returns anything else is reported in the listing and brings nothing;
        the other plugins go on. Two scorers of one name are refused, naming both owners.

    .. versionadded:: 0.1
    """


@hookspec
def interview_value_gates() -> Iterable[Gate[...]]:  # type: ignore[empty-body]
    """Bring gates: rules that say to decline, or to attend, whatever the hours.

    Called once when an evaluator is built or changed, never during an evaluation.

    Returns:
        The gates of this plugin. Their order does not matter: an evaluator asks gates by name.

    Failure:
        As for `interview_value_scorers`.

    .. versionadded:: 0.1
    """


@hookspec
def interview_value_ways() -> Iterable[Way]:  # type: ignore[empty-body]
    """Bring ways of dealing with an invitation, such as to go together with a friend.

    Called once when an evaluator is built or changed, never during an evaluation.

    Returns:
        The ways of this plugin, each with what it changes. The library values them on the same draws as going itself,
        and shows them among its own, best first.

    Failure:
        As for `interview_value_scorers`. A way that has the name of one of the library's, or that changes what is no
        quantity of the library or of this plugin, is refused. One that fails while it is valued is left out, and
        named in `Evaluation.failed_ways`.

    .. versionadded:: 0.1
    """


@hookspec
def interview_value_weights(names: tuple[str, ...], seeker: Seeker) -> Mapping[str, float]:  # type: ignore[empty-body]
    """Reweight criteria by policy.

    Called once for each evaluation, because it may look at the seeker; plugins are asked in the order of their names.

    Args:
        names: The names of the scorers that will run, sorted.
        seeker: The person who asks.

    Returns:
        A factor ≥ 0 for some of the names. Factors of several plugins multiply; a weight that was given
        explicitly to the evaluator wins over all of them.

    Failure:
        A plugin that raises, or returns an unknown name or what is no finite factor ≥ 0, changes no weight;
        the evaluation says so in its notes and is not complete.

    .. versionadded:: 0.1
    """


@hookspec
def interview_value_notes(invitation: Invitation, seeker: Seeker) -> Iterable[str]:  # type: ignore[empty-body]
    """Tell the seeker what they should know, without changing a number.

    Called once for each evaluation; plugins are asked in the order of their names.

    Args:
        invitation: What is known of the interview.
        seeker: The person who asks.

    Returns:
        Up to 50 notes of up to 1,000 characters, a sentence or two each. They stand among the notes of the
        evaluation, behind the name of the plugin.

    Failure:
        A plugin that raises or returns anything else says nothing; the evaluation names it among its failures
        and is not complete.

    .. versionadded:: 0.1
    """


@hookspec(firstresult=True)
def interview_value_read(source: Source) -> Invitation | None:
    """Read a format that the library does not know.

    Plugins are asked before the built-in readers, in the order of their names; the first answer that is not
    None counts.

    Args:
        source: The bytes, or the parsed JSON object, and a name for messages.

    Returns:
        The invitation, with `read_from` filled in, or None if the source is not of this plugin's format.

    Failure:
        A `ReadError` is shown to the user as it is: raise it for a source that is of the format but broken.
        A plugin that raises anything else, or returns anything else, is named in a `ReadError`.

    .. versionadded:: 0.1
    """
