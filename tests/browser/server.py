"""Servers of notebooks, each started for a test at a port of its own, with no settings of anybody's."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["PATIENCE", "free_port", "serving"]

PATIENCE = 60
"""Seconds for a server to start, and for each step in its pages, on a busy machine."""

HOMES = (
    "HOME", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR",
    "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME",
)  # fmt: skip
"""The variables that say where somebody's settings are."""


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(*command: str, port: int, folder: Path, settings: Path, alive: str) -> Iterator[str]:
    """Run a module of Python that serves notebooks, and yield its address once it answers.

    Args:
        command: The module and its arguments.
        port: The port that the arguments name.
        folder: Where the notebooks are.
        settings: The folder in which it finds and leaves settings.
        alive: A path of its address that answers without an account.
    """
    server = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **dict.fromkeys(HOMES, str(settings)), "PYTHONPATH": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address + alive)
        yield address
    finally:
        _end(server)


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()  # so that it ends its kernels
    try:
        server.wait(PATIENCE / 2)
    except subprocess.TimeoutExpired:  # JupyterLab has been seen to wait for a thread of its own for ever
        server.kill()
        server.wait()


def _wait_for(address: str) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(address):
                return
        except OSError:
            assert time.monotonic() < end, f"nobody answers at {address}"
            time.sleep(0.2)
