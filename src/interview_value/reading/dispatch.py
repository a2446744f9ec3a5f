"""Dispatch: reading an invitation, by the first plugin that knows the source or by the format of its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, cast

from ..errors import ReadError, short
from ..model.invitation import Invitation
from ..model.signatures import answering
from ..model.source import MAX_BYTES, Readable, Source
from ..plugins.registry import default_catalogue
from .document import Document
from .formats import FORMATS, format_of

__all__ = ["Reader", "read"]

Reader: TypeAlias = Callable[[Source], "Invitation | None"]
"""A plugin's function that reads a source, or returns None if the source is not of its format."""


@answering
def read(
    source: Readable,
    *,
    seeker: str | None = None,
    max_bytes: int = MAX_BYTES,
    readers: Iterable[tuple[str, Reader]] | None = None,
) -> Invitation:
    """Read an invitation from a mail, a calendar file, a job posting, or what a plugin knows.

    The format is found by content, never by name. Nothing is fetched and nothing is executed; what the source
    does not say stays unknown.

    Args:
        source: A path, the text or bytes themselves, an open file, or parsed JSON.
        seeker: Your own mail address, so that you are not counted among the people whom you would meet.
        max_bytes: The largest source that is read, in bytes.
        readers: Readers of other formats, each with the name of its plugin; left out, those of the installed
            plugins. They are asked first, in the order of their names; the first answer that is not None counts.

    Returns:
        The invitation, each value with where it was read in `read_from`.

    Raises:
        ReadError: There is nothing to read, it is of no known format, or it is broken; the reason says which.
    """
    opened = Source.open(source, max_bytes=max_bytes)
    of_plugins = default_catalogue().readers.items() if readers is None else readers
    for plugin, reader in sorted(of_plugins, key=lambda pair: pair[0]):
        invitation = _read_with_plugin(plugin, reader, opened)
        if invitation is not None:
            return invitation
    document = Document(opened, seeker)
    if (own_format := format_of(document)) is not None:
        return own_format.read(document)
    names = "; ".join(own_format.name for own_format in FORMATS)
    raise ReadError(opened.name, f"is of no known format; known are: {names}. A plugin can bring others")


def _read_with_plugin(plugin: str, reader: Reader, source: Source) -> Invitation | None:
    """Call the reader of a plugin; whatever it raises or returns that is not allowed becomes a ReadError."""
    try:
        invitation = cast(object, reader(source))
    except ReadError:
        raise
    except Exception as error:
        reason = f"the plugin {plugin!r} failed on it: {type(error).__name__}: {short(str(error), 200)}"
        raise ReadError(source.name, reason) from error
    if invitation is None or isinstance(invitation, Invitation):
        return invitation
    reason = f"the plugin {plugin!r} returned {short(invitation)}, expected an Invitation or None"
    raise ReadError(source.name, reason)
