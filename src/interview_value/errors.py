"""Every error the library raises, each carrying its data, the checks that come before raising one, and warnings."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from numbers import Real
from typing import Any, Self, TypeGuard

__all__ = [
    "CellError",
    "FieldError",
    "InterviewValueError",
    "InvalidInputError",
    "NameClashError",
    "NotAtHandError",
    "PluginError",
    "ReadError",
    "ScaffoldError",
    "ScorerError",
    "ScorersFailedError",
    "SessionError",
    "SignatureError",
    "UnknownFieldError",
    "UnknownNameError",
]

LIBRARY = os.path.dirname(__file__)  # noqa: PTH120 - pathlib takes long to import
"""Where the code is that is not the caller's."""


class InterviewValueError(Exception):
    """The base of every error that this library raises on purpose."""


class FieldError(InterviewValueError, ValueError):
    """One value that cannot be used.

    Args:
        path: Where the value stands, such as ``"duration"`` or ``"past_interviews[2]"``.
        value: The value as it was given.
        allowed: What would be accepted, in words that say what to do.
        nearest: The closest accepted name, if the value looks like a slip of the pen.
    """

    def __init__(self, path: str, value: object, allowed: str, nearest: str | None = None) -> None:
        self.path = path
        self.value = value
        self.allowed = allowed
        self.nearest = nearest
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"{path}: got {short(value)}, expected {allowed}{hint}")

    def within(self, place: str) -> FieldError:
        """Return the same mistake with a path that begins with the form or list in which the value stands."""
        path = place if self.path == place else f"{place}.{self.path}"  # a form that is none at all has its own path
        return FieldError(path, self.value, self.allowed, self.nearest)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.path, self.value, self.allowed, self.nearest)


class CellError(FieldError):
    """One cell of a table, or one row, that cannot be used.

    Args:
        row: The number of the row, as programs show it.
        column: The heading of the column; empty if the row as a whole is at fault.
        value: What stands there.
        allowed: What would be accepted, in words that say what to do.
        nearest: The closest accepted name, if the value looks like a slip of the pen.
    """

    def __init__(self, row: int, column: str, value: object, allowed: str, nearest: str | None = None) -> None:
        self.row = row
        self.column = column
        super().__init__(f"row {row}, {column}" if column else f"row {row}", value, allowed, nearest)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.row, self.column, self.value, self.allowed, self.nearest)


class InvalidInputError(ExceptionGroup[FieldError], InterviewValueError, ValueError):
    """All the mistakes of one input at once; each is a `FieldError` in ``mistakes`` and ``exceptions``.

    Its text has one line for each of them.
    """

    what: str
    mistakes: tuple[FieldError, ...]

    def __new__(cls, what: str, mistakes: Sequence[FieldError]) -> Self:
        """Group the mistakes of one input.

        Args:
            what: The input, such as ``"invitation"``.
            mistakes: At least one.
        """
        group = super().__new__(cls, _with_reasons(f"the {what} cannot be used as it is", mistakes), mistakes)
        group.what, group.mistakes = what, tuple(mistakes)
        return group

    def __init__(self, what: str, mistakes: Sequence[FieldError]) -> None:
        super().__init__(what, mistakes)

    def derive(self, excs: Sequence[FieldError]) -> InvalidInputError:  # type: ignore[override]
        """Return a group of the same kind around a part of the mistakes, as ``split`` needs it."""
        return type(self)(self.what, excs)

    def __str__(self) -> str:
        return self.message  # without the number of exceptions that a group adds

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, list(self.mistakes))


class UnknownFieldError(InvalidInputError, TypeError):
    """The mistakes of a constructor that was given a name for which it has no field.

    It is a `TypeError` too, as Python raises for an argument that a function does not take.
    """


class UnknownNameError(InterviewValueError, LookupError):
    """A name that does not exist.

    Args:
        kind: What the name should have been, such as ``"scorer"``.
        name: The name as it was given.
        known: The names that exist.
        others: More names of the same call that do not exist either; the text has a line for each.
    """

    def __init__(self, kind: str, name: str, known: Collection[str], others: Iterable[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.known: tuple[str, ...] = tuple(sorted(known))
        self.others: tuple[str, ...] = tuple(others)
        self.nearest: str | None = nearest_name(name, known)
        super().__init__("\n".join(map(self._line, (name, *self.others))))

    def _line(self, name: str) -> str:
        nearest = nearest_name(name, self.known)
        hint = f"did you mean {nearest!r}?" if nearest else f"known: {', '.join(self.known) or 'none'}"
        return f"no {self.kind} is called {short(name)}; {hint}"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, self.name, self.known, self.others)


class PluginError(InterviewValueError):
    """A plugin that cannot be registered.

    Args:
        plugin: The plugin's name.
        reason: What is wrong and what to do about it.
    """

    def __init__(self, plugin: str, reason: str) -> None:
        self.plugin = plugin
        self.reason = reason
        super().__init__(f"plugin {plugin!r}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.plugin, self.reason)


class NameClashError(InterviewValueError):
    """Two things of one name.

    Args:
        kind: ``"scorer"``, ``"gate"``, ``"way"`` or ``"quantity"``.
        name: The name that both claim.
        owners: The two plugins that claim it.
    """

    def __init__(self, kind: str, name: str, owners: tuple[str, str]) -> None:
        self.kind = kind
        self.name = name
        self.owners = owners
        super().__init__(
            f"two plugins bring a {kind} called {name!r}: {owners[0]} and {owners[1]}; rename one, or block one of them"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.kind, self.name, self.owners)


class SignatureError(InterviewValueError, TypeError):
    """A scorer or gate whose function asks for something that cannot be supplied.

    Args:
        scorer: The name of the scorer or gate.
        argument: The argument at fault.
        reason: What is wrong with it and what to do.
        nearest: The closest known quantity, if the name looks like a slip of the pen.
    """

    def __init__(self, scorer: str, argument: str, reason: str, nearest: str | None = None) -> None:
        self.scorer = scorer
        self.argument = argument
        self.reason = reason
        self.nearest = nearest
        hint = f"; did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"{scorer}: the argument {argument!r} {reason}{hint}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.scorer, self.argument, self.reason, self.nearest)


class ScorerError(InterviewValueError):
    """A scorer, gate or weights hook that raised, or returned what is not a finite number of hours.

    The exception that it raised, if any, is the ``__cause__``.

    Args:
        scorer: Its name.
        reason: What happened.
    """

    def __init__(self, scorer: str, reason: str) -> None:
        self.scorer = scorer
        self.reason = reason
        super().__init__(f"{scorer}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.scorer, self.reason)


class ScorersFailedError(ExceptionGroup[ScorerError], InterviewValueError):
    """All failures of a strict evaluation; each is a `ScorerError` in ``failures`` and ``exceptions``.

    Its text has one line for each of them.
    """

    failures: tuple[ScorerError, ...]

    def __new__(cls, failures: Sequence[ScorerError]) -> Self:
        """Group the failures of one evaluation.

        Args:
            failures: At least one.
        """
        group = super().__new__(cls, _with_reasons("the evaluation is incomplete", failures), failures)
        group.failures = tuple(failures)
        return group

    def __init__(self, failures: Sequence[ScorerError]) -> None:
        super().__init__("the evaluation is incomplete", failures)

    def derive(self, excs: Sequence[ScorerError]) -> ScorersFailedError:  # type: ignore[override]
        """Return a group of the same kind around a part of the failures, as ``split`` needs it."""
        return ScorersFailedError(excs)

    def __str__(self) -> str:
        return self.message  # without the number of exceptions that a group adds

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (list(self.failures),)


class ReadError(InterviewValueError, ValueError):
    """A file, page or text from which no invitation can be read.

    Args:
        source: The name of the file, or what stands for it.
        reason: What is wrong with it and what to do.
    """

    def __init__(self, source: str, reason: str) -> None:
        self.source = source
        self.reason = reason
        super().__init__(f"{source}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.source, self.reason)


class ScaffoldError(InterviewValueError):
    """A package for a plugin that cannot be written.

    Args:
        what: The package's folder, or what is missing to make it.
        reason: What is wrong and what to do.
    """

    def __init__(self, what: str, reason: str) -> None:
        self.what = what
        self.reason = reason
        super().__init__(f"{what}: {reason}")

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.reason)


class SessionError(InterviewValueError):
    """Raised when a session has no question to answer or no step to take back."""


class NotAtHandError(InterviewValueError):
    """Raised when an evaluation that was read back is asked for what needs its scorers, or draws that were left out.

    Args:
        reason: What it lacks, in words.
    """

    def __init__(self, reason: str = "cannot run its scorers again") -> None:
        self.reason = reason
        super().__init__(
            f"this evaluation was read back and {reason}; evaluate its invitation and seeker anew: "
            "Evaluator().evaluate(evaluation.invitation, evaluation.seeker)"
        )

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.reason,)


def _with_reasons(message: str, reasons: Sequence[Exception]) -> str:
    return "\n".join((f"{message}:", *map(str, reasons)))


def nearest_name(name: object, known: Collection[str]) -> str | None:
    """Return the known name that looks most like the given one, or None if none does."""
    # difflib is only paid for by those who make a mistake.
    from difflib import get_close_matches

    matches = get_close_matches(name[:100].lower(), known, n=1, cutoff=0.7) if isinstance(name, str) else []
    return matches[0] if matches else None


def short(value: object, width: int = 60) -> str:
    """Return the value's repr on one line, cut to ``width`` characters, safe for values whose repr fails."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 - a hostile repr must not hide the mistake that is being reported
        text = f"<{type(value).__name__}>"
    if len(text.splitlines()) > 1:
        text = " ".join(text.split())  # arrays and dataframes show themselves on several lines
    return text if len(text) <= width else text[: width - 1] + "…"


def cause(error: BaseException) -> str:
    """Return an exception's type and message for display, at most 200 characters."""
    return short(error, 200)


def is_mapping(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Tell whether a value is a mapping."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    """Tell whether a value is a list or a tuple."""
    return isinstance(value, (list, tuple))


def is_collection(value: object) -> TypeGuard[Collection[Any]]:
    """Tell whether a value is a collection of any kind."""
    return isinstance(value, Collection)


def is_number(value: object) -> TypeGuard[float]:
    """Tell whether a value is a real number of any type; a bool is not one."""
    # A float is the rule, and asking an abstract class takes ten times as long.
    return isinstance(value, (float, Real)) and not isinstance(value, bool)


def warn(message: str, page: str, kind: type[Warning] = UserWarning) -> None:
    """Warn the code that called the library, and write the same to the log called ``interview_value``.

    Args:
        message: What is the matter, and what to do.
        page: The page of the documentation that says more.
        kind: The class of the warning.
    """
    import logging  # these two are loaded when there is something to tell
    import warnings
    from inspect import currentframe

    text = f"{message} (see {page} in the documentation)"
    log = logging.getLogger("interview_value")
    if not log.handlers:
        log.addHandler(logging.NullHandler())  # without it, a program that sets up no log would show the text twice
    log.warning("%s", text)
    level, frame = 1, currentframe()
    while frame is not None and frame.f_code.co_filename.startswith(LIBRARY):
        level, frame = level + 1, frame.f_back
    warnings.warn(text, kind, stacklevel=level)
