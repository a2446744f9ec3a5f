"""Cage: a memory limit that the system enforces on a process from its first instruction on."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

CGROUPS = Path("/sys/fs/cgroup")
KINDS = {
    "cgroup v1": (CGROUPS / "memory", "memory.limit_in_bytes"),
    "cgroup v2": (CGROUPS, "memory.max"),
}


@contextmanager
def cage(limit: int) -> Iterator[tuple[str, Callable[[], None]]]:
    """Yield what enforces a limit, in words, and what a process calls before it becomes another to be held to it.

    A control group of Linux, if this user may make one: it counts what is resident, cached pages of files included, and
    ends a process that wants more. Otherwise the limit of the operating system on the data of a process: whoever asks
    for more gets none.

    Args:
        limit: Bytes.
    """
    for kind, (parent, setting) in KINDS.items():
        group = parent / f"interview_value_{os.getpid()}"
        if _made(group, setting, limit):
            members = group / "cgroup.procs"
            try:
                yield kind, lambda members=members: _join(members)  # type: ignore[misc]
            finally:
                group.rmdir()
            return
    yield "RLIMIT_DATA", lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def _made(group: Path, setting: str, limit: int) -> bool:
    try:
        group.mkdir()
        (group / setting).write_text(str(limit), encoding="ascii")
    except OSError:
        if group.exists():
            group.rmdir()
        return False
    return True


def _join(members: Path) -> None:
    members.write_text(str(os.getpid()), encoding="ascii")
