"""The kit as fixtures: there for the tests that ask, and nothing to the others."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

TESTS = '''
import sys
import interview_value as iv

def test_nothing_is_loaded():
    assert "interview_value.testing.contract" not in sys.modules

@iv.scorer(kind="cost")
def going(travel):
    """Hours on the way."""
    return travel

class Office:
    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        return {}

def test_contract(check_scorer, check_gate):
    check_scorer(going, increasing={"travel"}, examples=5)
    check_gate(iv.gate(reason="No.")(too_far), examples=5)

def too_far(travel):
    """Decline what is far."""
    return travel > 4

def test_recorder(isolated_evaluator, hook_recorder, an_invitation, a_seeker, an_evaluation):
    evaluator = isolated_evaluator(going, Office())
    recorder = hook_recorder(evaluator)
    evaluator.evaluate(an_invitation(), a_seeker())
    assert recorder.hooks == ("interview_value_weights",)
    assert an_evaluation(going)["going"].hours.mean == 1
'''


@pytest.fixture
def arguments():
    """What loads the plugin, unless the installed package already does."""
    names = {point.name for point in entry_points(group="pytest11")}
    return [] if "interview_value" in names else ["-p", "interview_value.testing.pytest_plugin"]


def run(folder, *arguments):
    """Run pytest in a folder of its own."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_fixtures(tmp_path, arguments):
    """The fixtures do what the kit does, and nothing is loaded before a test asks for one."""
    (tmp_path / "test_it.py").write_text(TESTS, encoding="utf-8")
    done = run(tmp_path, *arguments)
    assert "3 passed" in done.stdout, done.stdout


def test_plugin_loads_next_to_nothing():
    """Loading the plugin loads its own packages alone: neither Hypothesis, NumPy nor any other of the library's."""
    code = (
        "import sys, interview_value.testing.pytest_plugin;"
        "print(sorted(m for m in sys.modules if m.partition('.')[0] in ('hypothesis', 'numpy', 'interview_value')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    modules = [
        "interview_value",
        *(f"interview_value.{module}" for module in ("testing", "testing.pytest_plugin", "version")),
    ]
    assert str(modules) == done.stdout.strip()


def test_fixtures_stop_recording():
    """A recorder that was started by the fixture records no more once the test is over."""
    from interview_value.testing import a_seeker, an_invitation, isolated_evaluator, pytest_plugin

    evaluator = isolated_evaluator()
    started = pytest_plugin.hook_recorder.__wrapped__()
    recorder = next(started)(evaluator)
    assert [] == list(started)
    evaluator.evaluate(an_invitation(), a_seeker())
    assert () == recorder.calls
    for name in ("check_scorer", "check_gate", "isolated_evaluator", "an_invitation", "a_seeker", "an_evaluation"):
        assert callable(getattr(pytest_plugin, name).__wrapped__())
