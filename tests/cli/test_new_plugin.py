"""`interview-value new-plugin`: a whole package for a plugin, written from the template."""

from __future__ import annotations

import runpy
import subprocess
import sys
import tomllib

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main
from interview_value.cli.new_plugin import write_package

NAMES = ["a", "night-shifts", "abcdefghij-klmnopqrstuvw"]
"""The shortest, a usual one, and the longest."""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [*map(str, arguments)])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", ["cost", "benefit"])
def test_a_whole_package(run, tmp_path, monkeypatch, name, kind):
    """The package has all that one needs, its metadata names the plugin, and its module brings the scorer that it tests."""
    result = run("new-plugin", name, "--kind", kind, "--author", 'An "author" <of it>')
    folder = tmp_path / f"interview-value-{name}"
    scorer = name.replace("-", "_")
    assert (0, "") == (result.exit_code, result.stderr)
    assert f"cd interview-value-{name}" in result.stdout
    for part in ("README.md", "CHANGELOG.md", "LICENSE", "noxfile.py", ".gitignore", ".github/workflows/ci.yml"):
        assert (folder / part).read_text(encoding="utf-8")
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {name: f"interview_value_{scorer}"} == project["entry-points"]["interview_value"]
    assert [{"name": 'An "author" <of it>'}] == project["authors"]
    assert (folder / "src" / f"interview_value_{scorer}" / "py.typed").exists()
    compile((folder / "noxfile.py").read_bytes(), "noxfile.py", "exec")
    monkeypatch.syspath_prepend(folder / "src")
    monkeypatch.delitem(sys.modules, f"interview_value_{scorer}", raising=False)  # that of the other kind
    tests = runpy.run_path(str(folder / "tests" / f"test_{scorer}.py"))
    tests["test_hours"]()
    tests["test_as_a_part_of_an_evaluation"]()
    tests["test_what_cannot_be_borne"]()


def test_its_own_tests_pass(tmp_path, monkeypatch):
    """The tests of the package pass at once, but for the one that needs it installed."""
    folder = write_package("night-shifts", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(folder / "src"), prepend=":")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not installed"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stdout
    assert "4 passed, 1 deselected" in done.stdout


def test_two_are_the_same(tmp_path):
    """What is written depends on the answers alone."""
    first, second = (write_package("night-shifts", tmp_path / part) for part in "ab")
    written = [path.relative_to(first) for path in sorted(first.rglob("*")) if path.is_file()]
    assert 10 == len(written)
    for path in written:
        assert (first / path).read_bytes() == (second / path).read_bytes()


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("Night Shifts", [], "name: got 'Night Shifts', expected lower-case words joined by hyphens"),
        ("a" * 25, [], "at most 24 characters"),
        ("../up", [], "lower-case words"),
        ("practice", [], "a name that neither the library nor Python has a meaning for"),
        ("role-interest", [], "a name that neither the library nor Python has a meaning for"),
        ("lambda", [], "a name that neither the library nor Python has a meaning for"),
        ("fine", ["--author", "two\nlines"], "author: got"),
        ("fine", ["--author", ""], "a name on one line, at most 200 characters"),
    ],
)
def test_what_cannot_be_used(run, tmp_path, name, options, said):
    """A name or an author that would make a broken package is refused, and nothing is written."""
    result = run("new-plugin", name, *options)
    assert 2 == result.exit_code
    assert said in result.stderr
    assert [] == list(tmp_path.iterdir())


def test_all_mistakes_at_once(tmp_path):
    """From Python the kind is checked as well, and all mistakes come together."""
    with pytest.raises(iv.errors.InvalidInputError) as caught:
        write_package("No", tmp_path, kind="neither", author="")
    assert ["name", "kind", "author"] == [mistake.path for mistake in caught.value.mistakes]


def test_what_is_there_stays(run, tmp_path):
    """A folder of that name is never written over."""
    (tmp_path / "interview-value-fine").mkdir()
    result = run("new-plugin", "fine")
    assert (2, "error: interview-value-fine: is there already; nothing was written\n") == (
        result.exit_code, result.stderr
    )  # fmt: skip


def test_where_it_cannot_be_written(run, tmp_path):
    """A file that stands where the folder should go is told in words."""
    (tmp_path / "file").write_text("")
    with pytest.raises(iv.errors.ScaffoldError, match="interview-value-fine"):
        write_package("fine", tmp_path / "file")


def test_without_copier(run, monkeypatch):
    """Where the extra is missing, the command says how to install it."""
    monkeypatch.setitem(sys.modules, "copier", None)
    assert 'pip install "interview-value[new-plugin]"' in run("new-plugin", "fine").stderr


def test_without_git(run, tmp_path, monkeypatch):
    """Nothing but the template and the extra is needed: it also works where no git can be found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert 0 == run("new-plugin", "fine").exit_code
