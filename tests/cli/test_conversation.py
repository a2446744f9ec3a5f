"""The conversation of `interview-value ask` in a terminal of its own, as a new user has it."""

from __future__ import annotations

import json
import os
import re
import select
import struct
import sys

import pytest

fcntl, pty, termios = (pytest.importorskip(name) for name in ("fcntl", "pty", "termios"))

UNSETTLED = (
    "--stage", "first", "--travel", "1.5", "--status", "open", "--would-accept", "unlikely", "--organization-interest", "some",
)  # fmt: skip
"""What leaves two questions open: what a job is worth, and the mood."""

WORTH, MOOD, ASKED = "a job you'd be glad of", "in a better mood", "your answer>"

PROMPTS = re.compile(rb"> $")
PATIENCE = 30


def talk(arguments, typed, columns=80, rows=24):
    """Type lines into the command, each once it waits, in a terminal of a size; return what each was answered."""
    process, terminal = pty.fork()
    if process == 0:
        environment = {
            name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")
        }
        environment |= {"PYTHONPATH": os.pathsep.join(sys.path), "INTERVIEW_VALUE_NO_DISCOVERY": "1", "TERM": "xterm"}
        command = [sys.executable, "-m", "interview_value", "ask", *map(str, arguments)]
        os.execve(sys.executable, command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    screens = [read_until_it_waits(terminal)]
    for line in typed:
        os.write(terminal, f"{line}\n".encode())
        screens.append(read_until_it_waits(terminal))
    os.close(terminal)
    os.waitpid(process, 0)
    return [re.sub("\x1b\\[[0-9;?]*[a-zA-Z]", "", screen).replace("\r", "") for screen in screens]


def read_until_it_waits(terminal):
    """Return what is printed until something can be typed again, or until the end."""
    read = b""
    while not PROMPTS.search(read):
        assert select.select([terminal], [], [], PATIENCE)[0], f"nothing is printed any more after {read!r}"
        try:
            more = os.read(terminal, 65536)
        except OSError:  # Linux says so where the other end is closed
            break
        if not more:
            break
        read += more
    return read.decode()


WALK = [
    ("", WORTH), ("?", "Answer yes or no"), ("help", "don't know: leave the question open"), ("why", "Until you answer, we assume"),
    ("60%", "“60%” is no answer to this."), ("0.6", "0.6 hours? That is 36 minutes; we assumed 100 to 1,000 hours."),
    ("back", ASKED), ("2-7", "2 to 7 hours? We assumed"), ("no", ASKED), ("2 to 7", "2 to 7 hours? We assumed"), ("", ASKED),
    ("half", "0.5 hours? That is 30 minutes"), ("no", ASKED), ("back", "There is nothing to take back yet."),
    ("idk", "Left open: we go by what we assume."), ("back", WORTH), ("don't know", MOOD), ("0,5", "Taken as: 5 of 10"),
    ("back", MOOD), ("60%", "Go."), ("back", MOOD), ("half", "Taken as: 5 of 10"), ("back", MOOD), ("skip", "Go."),
    ("?", "Enter to leave"), ("why", "We assume, because nobody said"), ("back", MOOD), ("back", WORTH),
    ("about 200", "Taken as: 160 to 240 hours"), ("back", WORTH), ("300 h", "Taken as: 300 hours"), ("back", WORTH),
    ("300 hours", "Taken as: 300 hours"), ("back", WORTH), ("100–400", "Taken as: 100 to 400 hours"), ("back", WORTH),
    ("1,000", "Taken as: 1,000 hours"), ("back", WORTH), ("yes", "Taken as: 350 to 1,000 hours"), ("back", WORTH),
    ("4", "Taken as: three months' work"), ("back", WORTH), ("a month's work", "Taken as: a month's work"), ("back", WORTH),
    ("quit", "Settle one thing yourself first"), ("yes", "“yes” changes nothing here."), ("", ""),
]  # fmt: skip
"""What is typed, and what is answered."""


GERMAN_WALK = [
    ("hilfe", "weiß nicht: die Frage offen lassen"), ("warum", "nehmen wir"), ("50%", "ist darauf keine Antwort"),
    ("sechs Wochen", "Verstanden: 240 Stunden"), ("nein", "ändert hier nichts"), ("warum", "was am meisten ausmacht"),
    ("zurück", "deine Antwort>"), ("stopp", "Eingabetaste"), ("", ""),
]  # fmt: skip
"""What is typed in German, and what is answered."""


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_a_new_user_in_german(columns, rows):
    """In German what is typed is answered as well, in lines that fit, also those that wait for an answer."""
    screens = talk((*UNSETTLED, "--language", "de"), [typed for typed, _ in GERMAN_WALK], columns, rows)
    told = [" ".join(screen.split()).lower() for screen in screens[1:]]
    pairs = zip(GERMAN_WALK, told, strict=True)
    assert [] == [(typed, screen) for (typed, words), screen in pairs if words.lower() not in screen]
    assert max(len(line) for screen in screens for line in screen.split("\n")) <= columns


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 20)])
def test_a_new_user_in_a_terminal(columns, rows):
    """Whatever people type is taken or answered, in lines that fit; each question fits the screen."""
    first, *screens = talk(UNSETTLED, [typed for typed, _ in WALK], columns, rows)
    assert WORTH in " ".join(first.split())
    told = [" ".join(screen.split()) for screen in screens]
    assert [] == [(typed, screen) for (typed, words), screen in zip(WALK, told, strict=True) if words not in screen]
    assert max(len(line) for screen in (first, *screens) for line in screen.split("\n")) <= columns
    questions = [screen.rpartition("\n\n")[2] for screen in (first, *screens) if "Asked because" in screen]
    assert max(question.count("\n") for question in questions) < rows


def test_kept_and_opened_again(tmp_path):
    """A session that was left after its verdict is opened with it, and an answer can be corrected."""
    saved = tmp_path / "session.json"
    talk((*UNSETTLED, "--save", saved), ["month", ""])
    opened, asked, corrected, _ = talk(("--save", saved), ["back", "4", ""])
    assert "Say no, politely." in opened
    assert WORTH in " ".join(asked.split())
    assert "Taken as: three months' work" in corrected
    assert ["quarter"] == [step["answer"] for step in json.loads(saved.read_text())["steps"]]
