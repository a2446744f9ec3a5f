"""What is published: the tag of a release names the version that is built."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import interview_value as iv

SCRIPT = Path(__file__).parents[2] / "scripts" / "release_version.py"
mismatch = runpy.run_path(str(SCRIPT))["mismatch"]


def exit_code(tag):
    """Return how the script ends that the workflow calls with the tag."""
    return subprocess.run([sys.executable, str(SCRIPT), tag], capture_output=True, check=False).returncode


def test_the_tag_of_this_version_passes():
    """A release whose tag is "v" and the version goes on."""
    assert 0 == exit_code(f"v{iv.__version__}")


@pytest.mark.parametrize("tag", ["v99.0.0", iv.__version__, f"v{iv.__version__}1", ""])
def test_another_tag_stops_the_release(tag):
    """A tag of another version, without its v, with something behind it, or empty ends the script with an error."""
    assert 0 != exit_code(tag)


def test_a_wrong_version_is_noticed(tmp_path):
    """Where version.py was not changed for the release, the message has both versions."""
    planted = tmp_path / "version.py"
    planted.write_text('"""Version."""\n\n__version__ = "1.1.0"\n', encoding="utf-8")
    assert mismatch("v1.1.0", planted) is None
    assert "the tag is v1.2.0, but version.py has 1.1.0: tag v1.1.0, or change version.py first" == mismatch(
        "v1.2.0", planted
    )


def test_the_workflow_checks_the_tag_before_anything_is_built():
    """The workflow of a release calls the script, and that before nox."""
    workflow = (SCRIPT.parents[1] / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert 0 < workflow.index('run: python scripts/release_version.py "$TAG"') < workflow.index("run: nox")
