"""What the tests of the readers share: nothing that is read may reach for the network."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest


def _refuse(*_: object, **__: object) -> None:
    message = "a reader reached for the network"
    raise AssertionError(message)


class NoSocket(socket.socket):
    """A socket that cannot be opened; a class, because libraries derive theirs from it when they are imported."""

    __init__ = _refuse  # type: ignore[assignment]


@pytest.fixture(autouse=True, scope="module")
def _no_network() -> Iterator[None]:
    """Forbid sockets while anything is read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", NoSocket)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield
