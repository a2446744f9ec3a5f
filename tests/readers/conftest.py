"""What the tests of the readers share: nothing that is read may reach for the network."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest


def _refuse(*_: object, **__: object) -> None:
    message = "a reader reached for the network"
    raise AssertionError(message)


@pytest.fixture(autouse=True, scope="module")
def _no_network() -> Iterator[None]:
    """Forbid sockets while anything is read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", _refuse)
        patch.setattr(socket, "getaddrinfo", _refuse)
        yield
