"""Source: the bytes that a reader is asked to read, with a name to speak of them."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import IO, Any, TypeAlias, Union, cast

from attrs import field, frozen

from ..errors import ReadError, short

__all__ = ["MAX_BYTES", "Readable", "Source"]

MAX_BYTES = 10_000_000
"""The largest source that is read unless the caller says otherwise, in bytes."""

WEB_ADDRESS = re.compile(r"\s*(https?|webcal):/{1,2}", re.IGNORECASE)
"""How an address begins that somebody pastes instead of the path of a file; pathlib leaves one slash of two."""

Readable: TypeAlias = Union[str, bytes, "os.PathLike[str]", IO[bytes], IO[str], Mapping[str, Any]]
"""What can be read: a path, the text or bytes themselves, an open file, or parsed JSON."""


@frozen
class Source:
    """What a reader is asked to read. Nothing of it has been interpreted yet, and all of it may be hostile.

    Args:
        name: What to call it in messages: the file's name, or ``"text"``, ``"bytes"``, ``"mapping"``.
        data: Its bytes; empty if it is a mapping.
        mapping: The parsed JSON object, if that is what was given.
    """

    name: str
    data: bytes = field(repr=False, default=b"")
    mapping: Mapping[str, Any] | None = field(repr=False, default=None)

    @classmethod
    def open(cls, readable: Readable, *, max_bytes: int = MAX_BYTES) -> Source:
        """Read a path, text, bytes or open file, or wrap a mapping.

        Args:
            readable: What to read. A single line of text without ``{`` and ``<`` is taken as a path,
                all other text as the content itself.
            max_bytes: The largest size that is read, in bytes.

        Returns:
            The source, its bytes read and not interpreted.

        Raises:
            ReadError: There is no such file, it cannot be read, is empty, or is larger than ``max_bytes``.
        """
        if isinstance(readable, Mapping):
            return cls("mapping", mapping=readable)
        name, data = _name_and_data(readable, max_bytes)
        if len(data) > max_bytes:
            raise ReadError(name, f"is larger than {max_bytes:,} bytes; pass max_bytes= to read it all the same")
        if not data.strip():
            raise ReadError(name, "is empty")
        return cls(name, data)

    @property
    def text(self) -> str:
        """The bytes as text: UTF-8 or UTF-16 by their byte order mark, else UTF-8, else Windows-1252."""
        if self.data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return self.data.decode("utf-16", errors="replace")
        try:
            return self.data.decode("utf-8-sig")
        except UnicodeDecodeError:
            # What calls itself Latin-1 nearly always is this, which has quotation marks where Latin-1 has controls.
            return self.data.decode("cp1252", errors="replace")


def _name_and_data(readable: Any, max_bytes: int) -> tuple[str, bytes]:
    if isinstance(readable, bytes):
        return "bytes", readable
    if isinstance(readable, str) and not _looks_like_path(readable):
        return "text", _encoded(readable)
    if isinstance(readable, (str, os.PathLike)):
        hint = "; text of one line is taken as the path of a file" if isinstance(readable, str) else ""
        return _contents_of(cast("str", os.fspath(readable)), max_bytes, hint)
    if not hasattr(readable, "read"):
        raise ReadError(short(readable), "is no path, text, bytes, open file or mapping")
    content = readable.read(max_bytes + 1)
    name = str(getattr(readable, "name", "file")).replace("\\", "/").rpartition("/")[2]
    return name, _encoded(content) if isinstance(content, str) else content


def _contents_of(path: str, max_bytes: int, hint: str) -> tuple[str, bytes]:
    from pathlib import Path  # loaded for those who read

    if WEB_ADDRESS.match(path):
        raise ReadError(
            WEB_ADDRESS.sub(r"\1://", path), "is a web address, and nothing is fetched; save the page and read the file"
        )
    try:
        # One byte more than allowed shows that a file is too large without reading it all.
        with Path(path).open("rb") as file:
            return Path(path).name, file.read(max_bytes + 1)
    except FileNotFoundError as error:
        raise ReadError(path, f"cannot be opened: {error.strerror}{hint}") from error
    except (OSError, ValueError) as error:
        raise ReadError(path, f"cannot be opened: {getattr(error, 'strerror', None) or error}") from error


def _encoded(text: str) -> bytes:
    # Half a surrogate pair stands for no character, and is no reason to read nothing.
    return text.encode(errors="replace")


def _looks_like_path(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text and len(text) < 1_000 and not any(mark in text for mark in "{<")
