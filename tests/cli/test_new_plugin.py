"""`interview-value new-plugin` and `update-plugin`: a package is written, and what changes in its template reaches it."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sys
import tomllib

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main, scaffold

NAMES = ["a", "night-shifts", "abcdefghij-klmnopqrstuvw"]
"""The shortest, a usual one, and the longest."""


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(main, [*map(str, arguments)])


def git(folder, *arguments):
    """Run git in a folder, and return what it says."""
    who = ["-c", "user.name=An author", "-c", "user.email=author@example.com"]
    return subprocess.run(
        ["git", "-C", folder, *who, *arguments], capture_output=True, text=True, check=True
    ).stdout  # fmt: skip


def committed(folder):
    """Put all of a folder under version control."""
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Begin")


@pytest.fixture(scope="session")
def written(tmp_path_factory):
    """Write a package once for all tests that begin with one."""
    return scaffold.new_plugin("fine", tmp_path_factory.mktemp("written"))


@pytest.fixture
def folder(written, tmp_path):
    """Give a test a new package of its own."""
    return shutil.copytree(written, tmp_path / written.name)


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Give the template a second version, in which the list of ignored files is longer."""
    templates = tmp_path / "templates"
    for version in ("v1", "v2"):
        shutil.copytree(scaffold.TEMPLATES / "v1", templates / version)
    with (templates / "v2" / "template" / ".gitignore").open("a") as ignored:
        ignored.write("*.log\n")

    def publish():
        monkeypatch.setattr(scaffold, "TEMPLATES", templates)

    return publish


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


def test_its_own_tests_pass(tmp_path, monkeypatch):
    """The tests of the package pass at once, but for the one that needs it installed."""
    folder = scaffold.new_plugin("night-shifts", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(folder / "src"), prepend=":")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not installed"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stdout
    assert "3 passed, 1 deselected" in done.stdout


def test_two_are_the_same(tmp_path):
    """What is written depends on the answers alone."""
    first, second = (scaffold.new_plugin("night-shifts", tmp_path / part) for part in "ab")
    for path in filter(scaffold.Path.is_file, first.rglob("*")):
        assert path.read_bytes() == (second / path.relative_to(first)).read_bytes()


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
    with pytest.raises(iv.InvalidInputError) as caught:
        scaffold.new_plugin("No", tmp_path, kind="neither", author="")
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
    with pytest.raises(iv.ScaffoldError, match="interview-value-fine"):
        scaffold.new_plugin("fine", tmp_path / "file")


def test_an_update(run, folder, next_version):
    """The template's change arrives, what the author changed stays, and the rest is untouched."""
    readme = folder / "README.md"
    readme.write_text(readme.read_text(encoding="utf-8").replace("one more criterion", "my own"), encoding="utf-8")
    committed(folder)
    next_version()
    result = run("update-plugin", folder)
    assert (0, f"{folder} is brought from v1 to v2 of the template; see `git diff`\n") == (
        result.exit_code, result.stdout
    ), result.stderr  # fmt: skip
    assert "my own" in readme.read_text(encoding="utf-8")
    assert (folder / ".gitignore").read_text(encoding="utf-8").endswith("*.log\n")
    assert [" M .copier-answers.yml", " M .gitignore"] == git(folder, "status", "--porcelain").splitlines()


def test_nothing_is_left_in_the_users_cache(run, tmp_path, monkeypatch):
    """What another version of this library may have left in copier's cache is not used, and nothing is left there."""
    monkeypatch.setenv("COPIER_CACHE_DIR", str(tmp_path / "cache"))
    run("new-plugin", "fine")
    assert not (tmp_path / "cache").exists()
    assert str(tmp_path / "cache") == os.environ["COPIER_CACHE_DIR"]


def test_both_changed_the_same_lines(run, folder, next_version):
    """Where both changed the same lines, neither is lost: both stand between conflict markers."""
    with (folder / ".gitignore").open("a") as ignored:
        ignored.write("*.tmp\n")
    committed(folder)
    next_version()
    run("update-plugin", folder)
    ignored = (folder / ".gitignore").read_text(encoding="utf-8")
    assert [True] * 3 == [part in ignored for part in ("<<<<<<<", "*.log", "*.tmp")]


def test_nothing_to_update(run, folder):
    """A package that has the newest version of the template is left as it is."""
    committed(folder)
    assert f"{folder} is up to date with v1 of the template\n" == run("update-plugin", folder).stdout
    assert "" == git(folder, "status", "--porcelain")


def test_uncommitted_changes_are_not_risked(run, folder):
    """An update waits until everything is committed, so that it can be undone."""
    committed(folder)
    (folder / "README.md").write_text("changed")
    result = run("update-plugin", folder)
    assert 2 == result.exit_code
    assert "Please commit or stash your local changes" in result.stderr


def test_no_package_to_update(run, tmp_path):
    """A folder that was not made from the template cannot be updated."""
    result = run("update-plugin")
    assert (2, "error: .: has no .copier-answers.yml that `interview-value new-plugin` wrote\n") == (
        result.exit_code, result.stderr
    )  # fmt: skip


def test_without_git(run, monkeypatch):
    """Where git is missing, the command says so."""
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "error: git: is not installed" in run("new-plugin", "fine").stderr


def test_without_copier(run, monkeypatch):
    """Where the extra is missing, the command says how to install it."""
    monkeypatch.setitem(sys.modules, "copier", None)
    assert 'pip install "interview-value[new-plugin]"' in run("new-plugin", "fine").stderr


@pytest.mark.parametrize(
    "answers",
    [
        "name: fine\n",
        "_src_path: https://example.com/other.git\n_commit: v1\n",
        "_src_path: interview-value:plugin-template.git\n_commit: --upload-pack=touch\n",
        "_src_path: interview-value:plugin-template.git\n_commit: 1\n",
        "- a list\n",
        "{ broken",
        "",
    ],
)
def test_answers_that_somebody_edited(run, folder, answers):
    """Answers that lead to another template, or nowhere, are refused: nothing is fetched."""
    (folder / ".copier-answers.yml").write_text(answers)
    committed(folder)
    result = run("update-plugin", folder)
    assert (2, f"error: {folder}: has no .copier-answers.yml that `interview-value new-plugin` wrote\n") == (
        result.exit_code, result.stderr
    )  # fmt: skip
