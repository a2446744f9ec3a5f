"""The checks: `nox` runs those that every change needs, `nox -t ci` and `nox -t nightly` the others.

`nox -s typing` runs one of them, and `nox -l` lists them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nox

nox.needs_version = ">=2026.8.10"
nox.options.sessions = ["lint", "typing", "tests", "core"]
nox.options.default_venv_backend = "uv"
nox.options.reuse_venv = "yes"  # uv installs a wheel anew when its file has changed, though not its version
nox.options.error_on_missing_interpreters = False  # what is absent is skipped, saying so
nox.options.download_python = "never"

PYPROJECT = nox.project.load_toml("pyproject.toml")
PYTHONS = nox.project.python_versions(PYPROJECT)
DIST = Path("dist")
PLUGINS = sorted(path.parent for path in Path("plugins").glob("*/pyproject.toml"))
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")  # Debian's, Ubuntu's, and Google's own
CHROMIUM = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), "")
EVERYTHING = "[all,mcda,new-plugin,testing]"

# The shims of pyenv stand for the versions that are switched on only, so all that are installed are.
PYENV = Path(os.environ.setdefault("PYENV_ROOT", str(Path.home() / ".pyenv")))
os.environ.setdefault("PYENV_VERSION", ":".join(sorted(path.name for path in PYENV.glob("versions/3.1?.*"))))


def present(version: str) -> bool:
    """Tell whether an interpreter runs, not only whether there is a name for it."""
    command = shutil.which(f"python{version}")
    return bool(command) and subprocess.run([command, "-c", ""], capture_output=True, check=False).returncode == 0


PRESENT = list(filter(present, PYTHONS))
RUNNING = f"{sys.version_info.major}.{sys.version_info.minor}"
HERE = next((version for version in (RUNNING, *PRESENT) if version in PYTHONS), PYTHONS[0])
"""The interpreter of a run without options: the one that runs nox, if it is supported."""

OTHERS = [version for version in PYTHONS if version != HERE]
COVERED = next((version for version in reversed(PRESENT) if version != HERE), HERE)
"""The interpreter that coverage is measured on: another one where there is one, so that the tests have run on two."""


def group(name: str) -> list[str]:
    """Return the requirements of a dependency group."""
    return list(nox.project.dependency_groups(PYPROJECT, name))


def wheel(extras: str = "") -> str:
    """Return the requirement that stands for the built wheel."""
    (built,) = DIST.glob("interview_value-*.whl")
    return f"{built}{extras}"


def built_plugin(session: nox.Session, plugin: Path) -> str:
    """Build a plugin of the repository, and return its wheel."""
    folder = Path(session.create_tmp()) / plugin.name
    session.run_install("uv", "build", "--clear", "--wheel", "--out-dir", str(folder), str(plugin), silent=True)
    (built,) = folder.glob("*.whl")
    return str(built)


def run_in_environment(session: nox.Session, *module: str) -> None:
    """Run a module in the environment of the session `environment`; nox itself gives each session its own."""
    home = session.cache_dir.parent / "environment"
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    env = {"VIRTUAL_ENV": str(home), "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    session.run(str(programs / "python"), "-m", *module, env=env, external=True)


@nox.session
def build(session: nox.Session) -> None:
    """Build the sdist, and from it the wheel that all other sessions install."""
    session.run_install("uv", "build", "--clear", silent=True)


@nox.session(python=HERE)
def lint(session: nox.Session) -> None:
    """Check style, docstrings, layout, that modules import one way, and that the workflows are safe."""
    session.install("-e", ".", *group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("lint-imports", "--no-cache")
    session.run("zizmor", "--offline", "--quiet", ".github")


@nox.session(python=HERE, requires=["build"])
def environment(session: nox.Session) -> None:
    """Install the wheel and what typing and tests need; both run in this one environment."""
    session.install(wheel(EVERYTHING), *group("typing"), *group("test"))


@nox.session(venv_backend="none", requires=["environment"])
def typing(session: nox.Session) -> None:
    """Check the types with two checkers, and that all that is public has one."""
    run_in_environment(session, "mypy", "src", "tests/typing", *(f"{plugin}/src" for plugin in PLUGINS))
    run_in_environment(session, "pyright")
    run_in_environment(session, "pyright", "--verifytypes", "interview_value", "--ignoreexternal")


@nox.session(venv_backend="none", requires=["environment"])
def tests(session: nox.Session) -> None:
    """Run all tests on the built wheel, and the examples of the README and the documentation."""
    run_in_environment(session, "pytest", "-n", "auto", *session.posargs)


@nox.session(python=HERE, requires=["build"], reuse_venv=False)
def core(session: nox.Session) -> None:
    """Run what must work without any extra, where there is none."""
    session.install(wheel(), "pytest", "pytest-xdist", "hypothesis")  # the group would install the extras
    session.run("python", "-m", "pytest", "-n", "auto", "-m", "core", *session.posargs)
    session.run("python", "benchmarks/size.py")


@nox.session(python=OTHERS, requires=["build"], tags=["ci"])
def interpreters(session: nox.Session) -> None:
    """Run all tests on each of the other interpreters."""
    session.install(wheel(EVERYTHING), *group("test"))
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(python=COVERED, requires=["build"], tags=["ci"])
def coverage(session: nox.Session) -> None:
    """Run all tests, and see that they go through every line and every branch."""
    session.install(wheel(EVERYTHING), *group("test"))
    session.run("coverage", "erase")
    session.run("coverage", "run", "-m", "pytest", "-n", "auto", *session.posargs)
    session.run("coverage", "combine", "--quiet")
    session.run("coverage", "report")


@nox.session(python=PYTHONS[0], requires=["build"], reuse_venv=False, tags=["ci"])
def lowest(session: nox.Session) -> None:
    """Run the tests with the oldest versions of the dependencies that are promised to work."""
    session.install("--resolution", "lowest-direct", "-r", "pyproject.toml", "--all-extras", "--group", "test")
    session.install("--no-deps", wheel())
    session.run("python", "-m", "pytest", "-n", "auto", *session.posargs)


@nox.session(requires=["build"], reuse_venv=False, tags=["ci"])
def package(session: nox.Session) -> None:
    """Check the metadata of what would be published, and that the command runs where only it was installed."""
    session.install("twine>=6.1", wheel("[cli]"))
    session.run("twine", "check", "--strict", *map(str, sorted(DIST.glob("interview_value-*"))))
    session.run("interview-value", "evaluate", "examples/invitation.ics", silent=True)


@nox.session(requires=["build"], reuse_venv=False, tags=["ci"])
def plugins(session: nox.Session) -> None:
    """Build and test each plugin of the repository by itself; then one is found and gone, and all work together."""
    session.install(wheel(EVERYTHING))
    built = {plugin.name: built_plugin(session, plugin) for plugin in PLUGINS}
    for plugin in PLUGINS:
        session.install(*nox.project.dependency_groups(nox.project.load_toml(plugin / "pyproject.toml"), "test"))
        session.install("--no-deps", built[plugin.name])
        config = ("--config-file", f"{plugin}/pyproject.toml", "--hypothesis-profile=ci")  # with no limit of time
        session.run("python", "-m", "pytest", *config, str(plugin))
        session.run("uv", "pip", "uninstall", built[plugin.name])
    for installed in (["commute"], [], list(built)):
        if installed:
            session.install("--no-deps", *(built[name] for name in installed))
        env = {"INTERVIEW_VALUE_INSTALLED": ",".join(installed)}
        session.run("python", "-m", "pytest", "tests/installed/test_plugins.py", env=env)
        if installed:
            session.run("uv", "pip", "uninstall", *(built[name] for name in installed))


@nox.session(python=PYTHONS[0], requires=["build"], tags=["ci"])
def spark(session: nox.Session) -> None:
    """Evaluate on Spark, in local mode with two workers, and follow the page about it."""
    if not shutil.which("java"):
        session.skip("there is no Java; in Debian: apt-get install --no-install-recommends openjdk-17-jre-headless")
    # Spark 4 warns of pandas 3.
    session.install(
        wheel("[arrow]"), "pyspark>=4.0", "pandas>=2.2,<3", "pytest>=9.0", "hypothesis>=6.115", "sybil>=10.1"
    )
    python = shutil.which("python", path=session.bin)
    env = {"INTERVIEW_VALUE_SPARK": "yes", "PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python}
    session.run("python", "-m", "pytest", "tests/installed/test_spark.py", *session.posargs, env=env)


@nox.session(python=PYTHONS[0], requires=["build"], tags=["ci"])
def browser(session: nox.Session) -> None:
    """Look at what is shown in a real Chromium, without a window: every look, hostile text, accessibility."""
    if not CHROMIUM:
        session.skip("there is no Chromium; in Debian: apt-get install --no-install-recommends chromium")
    session.install(wheel("[all]"), *group("browser"))
    env = {"INTERVIEW_VALUE_CHROMIUM": CHROMIUM}
    session.run("python", "-m", "pytest", "tests/browser", *session.posargs, env=env)


@nox.session(requires=["build"], tags=["ci"])
def new_plugin(session: nox.Session) -> None:
    """Follow the page on writing a package of one's own, command by command, with nothing but Python, pip and git."""
    session.install("pytest", "hypothesis")
    session.run(
        "python", "-m", "pytest", "tests/installed/test_new_plugin_page.py", env={"INTERVIEW_VALUE_DIST": str(DIST)}
    )


@nox.session(python=(PRESENT or [HERE])[-1], requires=["build"], tags=["ci"])
def docs(session: nox.Session) -> None:
    """Build the documentation, running its notebooks, and look at the pages; what fails or leads nowhere is wrong."""
    session.install(wheel(EVERYTHING), *group("docs"), *group("browser"))
    session.run("sphinx-build", "-W", "-n", "-q", "-E", "docs", "docs/_build/html")
    env = {"INTERVIEW_VALUE_SITE": "docs/_build/html", "INTERVIEW_VALUE_CHROMIUM": CHROMIUM}
    looks = ("tests/site", "tests/docs/test_comparison.py", "tests/browser/test_site.py")
    session.run("python", "-m", "pytest", *looks, *session.posargs, env=env)


@nox.session(requires=["build"], tags=["nightly"])
def properties(session: nox.Session) -> None:
    """Look for counter-examples to every property, much longer than the tests do."""
    session.install(wheel(EVERYTHING), *group("test"))
    thorough = ("-m", "hypothesis", "--hypothesis-profile=thorough")
    session.run("python", "-m", "pytest", "-n", "auto", *thorough, *session.posargs)


@nox.session(requires=["build"], tags=["nightly"])
def weblinks(session: nox.Session) -> None:
    """Follow the links of the documentation to other sites, which needs the network and their good will."""
    session.install(wheel(EVERYTHING), *group("docs"))
    session.run("sphinx-build", "-b", "linkcheck", "-q", "docs", "docs/_build/weblinks")


@nox.session(python=PYTHONS[0], requires=["build"])
def pictures(session: nox.Session) -> None:
    """Draw each picture and photograph each display, in all looks, into pictures/ to be looked at."""
    session.install(wheel("[plots,frames,widget]"), "pandas", *group("browser"))
    session.run("python", "scripts/draw_pictures.py", "pictures/light")
    session.run("python", "scripts/draw_pictures.py", "pictures/dark", "dark")
    if CHROMIUM:
        env = {"INTERVIEW_VALUE_CHROMIUM": CHROMIUM}
        session.run("python", "scripts/take_screenshots.py", "pictures/displays", env=env)


@nox.session(requires=["build"], tags=["nightly"])
def benchmarks(session: nox.Session) -> None:
    """Measure speed and size; with `-- --save` the numbers are kept in benchmarks/results, and shown in the pages."""
    session.install(wheel("[all]"), *group("peers"), *group("browser"))
    for script in sorted(Path("benchmarks").glob("[!_]*.py")):
        if CHROMIUM or script.stem != "widget":
            session.run("python", str(script), *session.posargs, env={"INTERVIEW_VALUE_CHROMIUM": CHROMIUM})
    if "--save" in session.posargs:
        session.run("python", "scripts/write_speed.py")


@nox.session(python=PYTHONS[0], tags=["nightly"])
def mutation(session: nox.Session) -> None:
    """Change the core in small ways, one at a time, and see whether the tests notice."""
    session.install("-e", ".[all,testing]", *group("test"), "cosmic-ray>=8.4")
    session.run("python", "scripts/mutation.py", *session.posargs)


@nox.session(python=PYTHONS[0], requires=["build"], tags=["nightly"])
def fuzz(session: nox.Session) -> None:
    """Look for input that a reader cannot bear, a million times; `-- --runs 10000` for less. Takes about an hour."""
    session.install(wheel("[all]"), "atheris>=3.0")
    session.run("python", "scripts/fuzz.py", *session.posargs)


PYODIDE = "314.0.7"
"""The version of the npm package: CPython 3.14 in WebAssembly."""


@nox.session(requires=["build"], tags=["ci"])
def wasm(session: nox.Session) -> None:
    """Run the tests of the core on CPython 3.14 in WebAssembly, under Node."""
    if not (shutil.which("node") and shutil.which("npm")):
        session.skip("there is no Node with npm; in Debian: apt-get install --no-install-recommends nodejs npm")
    home = Path(session.create_tmp())
    target = ("--target", str(home / "site"), "--python-platform", "wasm32-pyodide2025", "--python-version", "3.14")
    session.run("uv", "pip", "install", "-q", *target, "--only-binary", ":all:", wheel(), "pytest>=9.0", "hypothesis")
    install = ("npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(home), f"pyodide@{PYODIDE}")
    session.run(*install, external=True)
    session.run("node", "scripts/wasm_tests.mjs", str(home), *session.posargs, external=True)
