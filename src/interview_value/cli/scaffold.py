"""Scaffold: a whole package for a new plugin, written from the template that ships here, and kept up with it later."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from keyword import iskeyword
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ..errors import FieldError, InvalidInputError, ScaffoldError, short
from ..scoring.criterion import CORE_QUANTITIES
from ..scoring.gates import BUILT_IN_GATES
from ..scoring.scorers import BUILT_IN_SCORERS

__all__ = ["TEMPLATES", "new_plugin", "update_plugin"]

TEMPLATES = Path(__file__).parents[1] / "plugin_template"
"""The template: a folder for each version that a package may have been made from."""

ADDRESS = "interview-value:plugin-template.git"
"""What a package records as where it came from: the same wherever this library is installed."""

ANSWERS = ".copier-answers.yml"
CACHE_VARIABLE = "COPIER_CACHE_DIR"
MAX_NAME = 24
"""So that no line of the package grows longer than 120 characters."""

MAX_AUTHOR = 200
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
VERSION = re.compile(r"v[1-9][0-9]{0,5}")
TAKEN = {
    *(criterion.name for criterion in (*BUILT_IN_SCORERS, *BUILT_IN_GATES)),
    *CORE_QUANTITIES,
}
"""Names that mean something in the library already."""

COMMIT = {
    **dict.fromkeys(("GIT_AUTHOR_NAME", "GIT_COMMITTER_NAME"), "interview-value"),
    **dict.fromkeys(("GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"), "interview-value@example.invalid"),
    **dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2026-01-01T00:00:00+00:00"),
}
"""Who commits the template's versions, and when: always the same, so that the history is."""


def new_plugin(name: str, into: Path | str = ".", *, kind: str = "cost", author: str = "The authors") -> Path:
    """Write a complete package for a plugin: a scorer with its quantity, tests, typing, noxfile and CI.

    Args:
        name: What the plugin is called, in lower case with hyphens, such as ``"night-shifts"``; at most 24 characters.
        into: The folder in which the package's own folder is made.
        kind: What its criterion is: ``"cost"`` or ``"benefit"``.
        author: Who holds the copyright, at most 200 characters.

    Returns:
        The package's folder, ``interview-value-NAME``.

    Raises:
        InvalidInputError: The name, the kind or the author cannot be used.
        ScaffoldError: The folder is there already, git or the extra ``new-plugin`` is missing, or it cannot be written.
    """
    _check(name, kind, author)
    folder = Path(into) / f"interview-value-{name}"
    if folder.exists():
        raise ScaffoldError(str(folder), "is there already; nothing was written")
    with _template() as copier, _failures(folder):
        folder.parent.mkdir(parents=True, exist_ok=True)  # copier warns where it fails to
        data = {"name": name, "kind": kind, "author": author}
        copier.run_copy(ADDRESS, folder, data, defaults=True, quiet=True)
    return folder


def update_plugin(folder: Path | str = ".") -> tuple[str, str]:
    """Bring what has changed in the template into a package that was made from it; its own changes are kept.

    Where both changed the same lines, both are left in the file between conflict markers, as git does.

    Args:
        folder: The package's folder; all its changes are committed to git.

    Returns:
        The version of the template that the package had, and the one that it has now.

    Raises:
        ScaffoldError: The folder is no such package, has changes that are not committed, or git or the extra
            ``new-plugin`` is missing.
    """
    folder = Path(folder)
    with _template() as copier, _failures(folder):
        before = _version(folder)
        copier.run_update(folder, defaults=True, overwrite=True, quiet=True)
        return before, _version(folder)


def _check(name: str, kind: str, author: str) -> None:
    mistakes: list[FieldError] = []
    scorer = name.replace("-", "_")
    if not NAME.fullmatch(name) or len(name) > MAX_NAME:
        allowed = f"lower-case words joined by hyphens, such as night-shifts, at most {MAX_NAME} characters"
        mistakes.append(FieldError("name", name, allowed))
    elif scorer in TAKEN or iskeyword(scorer):
        mistakes.append(FieldError("name", name, "a name that neither the library nor Python has a meaning for"))
    if kind not in ("cost", "benefit"):
        mistakes.append(FieldError("kind", kind, "'cost' or 'benefit'"))
    if not author.isprintable() or not 0 < len(author) <= MAX_AUTHOR:
        mistakes.append(FieldError("author", author, f"a name on one line, at most {MAX_AUTHOR} characters"))
    if mistakes:
        raise InvalidInputError("plugin", mistakes)


def _version(folder: Path) -> str:
    """Return the version of the template that a package has; it must be ours, as nothing is ever fetched."""
    from yaml import YAMLError, safe_load

    try:
        answers = safe_load((folder / ANSWERS).read_text(encoding="utf-8"))
        address, version = answers["_src_path"], answers["_commit"]
    except (OSError, ValueError, YAMLError, LookupError, TypeError):
        address = version = None
    if address != ADDRESS or not isinstance(version, str) or not VERSION.fullmatch(version):
        raise ScaffoldError(str(folder), f"has no {ANSWERS} that `interview-value new-plugin` wrote")
    return version


@contextmanager
def _template() -> Generator[Any]:
    """Give copier the template's versions as the tags of a repository, which is how it tells what has changed.

    The repository is made anew in a temporary folder, and git is told to look there for the template's address.
    """
    try:
        import copier
        from plumbum import local
    except ImportError as error:
        raise ScaffoldError("copier", 'is not installed; run: pip install "interview-value[new-plugin]"') from error
    if shutil.which("git") is None:
        raise ScaffoldError("git", "is not installed; the template's versions are compared with it")
    with TemporaryDirectory() as folder:
        configuration = {
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": f"url.{Path(folder).as_posix()}/.insteadOf",
            "GIT_CONFIG_VALUE_0": ADDRESS.partition(":")[0] + ":",
        }
        with local.env(**configuration), _cached_in(Path(folder) / "cache"):
            _tag_versions(Path(folder) / ADDRESS.partition(":")[2], local["git"])
            yield copier


@contextmanager
def _cached_in(folder: Path) -> Generator[None]:
    """Keep what copier caches out of the user's cache, where another version of this library may have left its own."""
    before = os.environ.get(CACHE_VARIABLE)
    os.environ[CACHE_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[CACHE_VARIABLE]
        else:
            os.environ[CACHE_VARIABLE] = before


def _tag_versions(repository: Path, git: Any) -> None:
    repository.mkdir()
    at = git["-C", str(repository), "-c", "commit.gpgSign=false", "-c", "core.autocrlf=false", "-c", "core.hooksPath="]
    at("init", "--quiet")
    for version in sorted(TEMPLATES.iterdir(), key=lambda path: int(path.name.removeprefix("v"))):
        at("rm", "-r", "--quiet", "--ignore-unmatch", ".")
        shutil.copytree(version, repository, dirs_exist_ok=True)
        at("add", "--all", "--force")
        with git.machine.env(**COMMIT):
            at("commit", "--quiet", "--message", version.name)
        at("tag", version.name)


@contextmanager
def _failures(folder: Path) -> Generator[None]:
    """Say in the library's own error what copier says in one of its own."""
    from copier.errors import CopierError

    try:
        yield
    except (CopierError, OSError) as error:
        raise ScaffoldError(str(folder), short(str(error), 500)) from error
