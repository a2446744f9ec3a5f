"""The page on writing a package of one's own, followed command by command where there is nothing but Python, pip and git.

It needs the built wheel, whose folder ``INTERVIEW_VALUE_DIST`` names; the nox session ``new_plugin`` builds it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

DIST = os.environ.get("INTERVIEW_VALUE_DIST", "")
PAGE = Path(__file__).parents[2] / "docs" / "tutorials" / "plugin.md"
BLOCK = re.compile(r"^```shell-session\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^\$ (.+)\n((?:(?!\$ ).*\n?)*)", re.MULTILINE)
ENDED = re.compile(r"\n?<ended with (\d+)>\n")

pytestmark = [
    pytest.mark.installed,
    pytest.mark.skipif(not DIST, reason="needs the built wheel; run `nox -s new_plugin`"),
]


def commands():
    """Every command of the page, with what it is shown to print."""
    return [pair for block in BLOCK.findall(PAGE.read_text(encoding="utf-8")) for pair in COMMAND.findall(block)]


def typed(lines, folder):
    """Type lines into one shell, and return for each what it printed and the code that it ended with."""
    script = "".join(f'{line}\nprintf "\\n<ended with $?>\\n"\n' for line in lines)
    people = {
        f"GIT_{who}_{what}": "author@example.com" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "UV_"))
    }
    # The interpreter that runs this test stands for the reader's own Python.
    path = os.pathsep.join((str(Path(sys.executable).resolve().parent), inherited["PATH"]))
    environment = {**inherited, **people, "PATH": path, "PIP_FIND_LINKS": str(Path(DIST).resolve()), "COLUMNS": "100"}
    done = subprocess.run(
        ["bash"], input=script, cwd=folder, env=environment, encoding="utf-8", check=False,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    parts = ENDED.split(done.stdout)
    return list(zip(parts[0::2], parts[1::2], strict=False))


def test_every_command_does_what_the_page_shows(tmp_path):
    """An author who types the page has a package that is tested, listed, used, built and installed from its wheel."""
    page = commands()
    assert 15 <= len(page)
    results = typed([command for command, _ in page], tmp_path)
    for (command, shown), (printed, code) in zip(page, results, strict=True):
        refused = shown.startswith("error:")
        assert ("2" if refused else "0") == code, f"{command}\n{printed}"
        pattern = ".*?".join(map(re.escape, shown.strip().split("...")))
        assert not shown.strip() or re.fullmatch(pattern, printed.strip(), re.DOTALL), f"{command}\n{printed}"
