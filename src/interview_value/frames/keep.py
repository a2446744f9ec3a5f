"""Keep: the columns of the input that are copied before the answers, so that rows can be recognised."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ..errors import FieldError, InvalidInputError, is_list, nearest_name

__all__ = ["check_keep", "check_keep_present"]


def check_keep(call: str, keep: object, answers: Collection[str]) -> tuple[str, ...]:
    """Return the names of the columns to keep.

    Args:
        call: The name of the function that was called.
        keep: What the caller passed as ``keep``.
        answers: The names of the answers.

    Raises:
        InvalidInputError: ``keep`` is no list of names, or a name occurs twice or is that of an answer.
    """
    if not is_list(keep) or not all(isinstance(name, str) for name in keep):
        mistakes = [FieldError("keep", keep, "a list of the names of columns, such as ['id']")]
        raise InvalidInputError(f"call of frames.{call}", mistakes)
    mistakes = [FieldError("keep", name, "each column once") for name in sorted({n for n in keep if keep.count(n) > 1})]
    allowed = "a column that has not the name of an answer; rename it"
    mistakes += [FieldError("keep", name, allowed) for name in keep if name in answers]
    if mistakes:
        raise InvalidInputError(f"call of frames.{call}", mistakes)
    return tuple(keep)


def check_keep_present(keep: Sequence[str], names: Sequence[str]) -> None:
    """Check that the input has every column to keep.

    Args:
        keep: The names of the columns to keep.
        names: The names of all columns of the input.

    Raises:
        InvalidInputError: A column to keep is missing, or there twice.
    """
    mistakes = [
        FieldError("keep", name, "the name of one column", nearest_name(name, names))
        for name in keep
        if list(names).count(name) != 1
    ]
    if mistakes:
        raise InvalidInputError("frame", mistakes)
