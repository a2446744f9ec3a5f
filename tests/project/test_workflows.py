"""What runs on GitHub: pinned actions, few permissions, and each supported Python."""

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)


def jobs(path):
    """Return the jobs of a workflow by name."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]


def test_there_are_workflows():
    """The workflows are found, so that this file tests something."""
    assert ["ci", "nightly", "release", "sessions"] == [path.stem for path in WORKFLOWS]


@each_workflow
def test_actions_are_pinned_to_a_hash(path):
    """Each action of somebody else is pinned to a hash, with the version that it is of beside it."""
    lines = re.findall(r"uses: (?!\$/)(.+)", path.read_text(encoding="utf-8"))
    assert [] == [line for line in lines if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)]


@each_workflow
def test_jobs_have_no_more_permissions_than_they_name(path):
    """No workflow has a permission as a whole; a job reads the contents, or names what it writes."""
    assert {} == yaml.safe_load(path.read_text(encoding="utf-8"))["permissions"]
    assert [] == [name for name, job in jobs(path).items() if "permissions" not in job]
    writing = {name for name, job in jobs(path).items() if "write" in job.get("permissions", {}).values()}
    assert ({"attest", "publish"} if path.stem == "release" else set()) == writing


def test_what_may_publish_runs_no_code_of_the_repository():
    """The jobs that may sign or publish take what another job built, and neither check out nor run anything."""
    release = jobs(ROOT / ".github" / "workflows" / "release.yml")
    for name in ("attest", "publish"):
        steps = release[name]["steps"]
        assert [] == [step for step in steps if "run" in step or "checkout" in step["uses"]]
        assert "download-artifact" in steps[0]["uses"]


def test_each_supported_python_is_set_up():
    """The job that runs a session has all Pythons that the classifiers name."""
    classifiers = re.findall(r"Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (versions,) = (
        step["with"]["python-version"].split()
        for step in jobs(ROOT / ".github" / "workflows" / "sessions.yml")["session"]["steps"]
        if "setup-python" in step.get("uses", "")
    )
    assert set(classifiers) == set(versions)


def test_the_next_python_may_fail():
    """The Python that is still to come is tried, and its failure stops nobody."""
    job = jobs(ROOT / ".github" / "workflows" / "ci.yml")["next-python"]
    assert (["3.15"], True) == (job["strategy"]["matrix"]["python"], job["continue-on-error"])
