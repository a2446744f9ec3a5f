"""`interview-value evaluate`: the main job, and every mistake in words."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = [str(EXAMPLES / "invitation.ics"), str(EXAMPLES / "posting.html")]
SAID = ["--role-interest", "0.2", "--organization-interest", "0.6"]


@pytest.fixture
def run(monkeypatch):
    """Run the command line as a person would, in a terminal of 100 columns, without installed plugins."""
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, **options):
        return CliRunner().invoke(main, [str(argument) for argument in arguments], **options)

    return call


def refused(result):
    """Return what a person is told when something cannot be used: lines that begin with error, and exit code 2."""
    assert 2 == result.exit_code
    assert "Traceback" not in result.output
    lines = result.stderr.splitlines()
    assert all(line.startswith("error: ") for line in lines)
    return lines


def test_main_job(run):
    """Two files and two answers give a verdict, a line for each criterion, and where every number comes from."""
    result = run("evaluate", *FILES, *SAID)
    assert 0 == result.exit_code
    text = " ".join(result.stdout.split())
    assert result.stdout.startswith("Ask first: ")
    for part in (
        "Data Analyst at Brightside Marketing · first interview",
        "practice", "networking", "role_discovery", "future_opportunity", "effort", "courtesy",
        "Find out first: - How many hours would you spend to land a job",
        "duration 1 h (invitation.ics: DTSTART, DTEND)",
        "Given by you: organization_interest 0.6 share; role_interest 0.2 share",
        "Assumed, because nobody said:",
    ):  # fmt: skip
        assert part in text


def test_options_say_what_python_says(run):
    """Options exact and as a range, facts, dates, weights and blocks do what the same does in Python."""
    result = run(
        "evaluate", *SAID, "--role", "Analyst", "--stage", "onsite", "--in-person", "--starts", "2026-12-03T14:00+01:00",
        "--preparation", "1..3", "--mindset", "0.7", "--skill-ceiling", "0.4", "--past-interviews", "2025-01-10",
        "--weight", "networking=2", "--block", "courtesy", "--draws", "64", "--asking-cost", "0.5", "--strict", "--json",
    )  # fmt: skip
    assert 0 == result.exit_code, result.stderr
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert ("Analyst", iv.Stage.ONSITE, False) == (
        evaluation.invitation.role, evaluation.invitation.stage, evaluation.invitation.remote
    )  # fmt: skip
    assert iv.Estimate(1, 3) == evaluation.invitation.preparation
    assert iv.Estimate(0.4) == evaluation.invitation.quantities["skill_ceiling"]
    assert iv.Estimate(0.7) == evaluation.seeker.mindset
    assert 1 == len(evaluation.seeker.past_interviews)
    assert 2 == evaluation["networking"].weight
    assert "courtesy" not in [item.name for item in evaluation.contributions]
    assert 64 == len(evaluation["practice"].draws)
    assert 0.5 == evaluation.asking_cost


def test_what_a_person_says_counts_more_than_a_file(run):
    """An option wins over a file, and the disagreement is shown."""
    result = run("evaluate", *FILES, *SAID, "--duration", "2")
    assert "duration: 2.0 (given) counts, not 1.0 (invitation.ics: DTSTART, DTEND)" in " ".join(result.stdout.split())


def test_all_mistakes_in_options_are_told_at_once(run):
    """Each mistake is told by the option it was made in, with what is allowed and the nearest name."""
    lines = refused(
        run("evaluate", "--role-interest", "2", "--stage", "frist", "--mindset", "x", "--preparation", "3..1",
            "--people-met", "0..3", "--travel", "nan", "--starts", "soon", "--past-interviews", "yesterday",
            "--weight", "networking")
    )  # fmt: skip
    told = {line.removeprefix("error: ").partition(":")[0] for line in lines}
    assert {
        "--role-interest", "--stage", "--mindset", "--preparation", "--people-met", "--travel", "--starts",
        "--past-interviews[0]", "--weight",
    } == told  # fmt: skip
    assert any("did you mean 'first'?" in line for line in lines)


def test_mistakes_in_everything_are_told_at_once(run):
    """Mistakes in what is said, in how to evaluate and in files are told together, each on its own line."""
    lines = refused(run("evaluate", "--duration", "-1", "--skill-ceiling", "much", "--mindset", "7", "missing.ics"))
    assert ["--duration", "--skill-ceiling", "--mindset", "missing.ics"] == [line.split(":")[1][1:] for line in lines]
    lines = refused(run("evaluate", "--duration", "-1", "--draws", "0", "--asking-cost", "nan"))
    assert ["--duration", "--draws", "--asking-cost"] == [line.split(":")[1][1:] for line in lines]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--weight", "netwrking=2"], "did you mean 'networking'?"),
        (["--weight", "networking=-1"], "a factor from 0"),
        (["--block", "cortesy"], "did you mean 'courtesy'?"),
        (["--draws", "0"], "a whole number from 1"),
        (["--asking-cost", "-1"], "hours, ≥ 0"),
        (["missing.ics"], "cannot be opened"),
    ],
)
def test_mistake_is_told(run, arguments, told):
    """A mistake in how to evaluate, or in a file, is told in words."""
    assert told in " ".join(refused(run("evaluate", *arguments)))


def test_all_broken_files_are_told(run, tmp_path):
    """Every file that cannot be read is told, not only the first."""
    (tmp_path / "empty.ics").write_text("")
    (tmp_path / "page.html").write_text("<html><body>nothing</body></html>")
    lines = refused(run("evaluate", tmp_path / "empty.ics", tmp_path / "page.html"))
    assert ["error: empty.ics", "error: page.html"] == [":".join(line.split(":")[:2]) for line in lines]


def test_file_that_is_too_large_is_refused(run, tmp_path):
    """A file of 50 MB is refused before it is read."""
    large = tmp_path / "large.ics"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    (line,) = refused(run("evaluate", large))
    assert "is larger than 10,000,000 bytes" in line


def test_strict_tells_what_failed(run, monkeypatch):
    """With --strict a criterion that fails is told, and nothing is printed as if it were complete."""

    @iv.scorer(kind="benefit")
    def broken(travel):
        """Fail."""
        raise RuntimeError("no luck")

    plain = iv.Evaluator
    monkeypatch.setattr("interview_value.cli.options.Evaluator", lambda **given: plain(**given, plugins=[broken]))
    (line,) = refused(run("evaluate", "--strict"))
    assert "broken: raised RuntimeError" in line
    assert 0 == run("evaluate").exit_code


def test_help_has_every_quantity(run):
    """The help shows each quantity with its question, unit, bounds and prior, those of the constants too."""
    text = " ".join(run("evaluate", "--help", terminal_width=200).stdout.split())
    for name, quantity in iv.Evaluator(discover=False).quantities.items():
        assert f"--{name.replace('_', '-')} N" in text
        assert f"[{quantity.unit}; {quantity.bounds}; assumed: " in text
        assert (quantity.question or quantity.source) in text


def test_help_has_the_quantities_of_plugins(run, monkeypatch):
    """A plugin's quantity is an option like any other; one whose name is taken has a longer name."""

    def brought(name):
        return iv.Quantity(name, unit="h", bounds=(0, 60), prior=(1, 8), question=f"What {name}?", ask="yourself")

    @iv.scorer(kind="cost", quantities=[brought("commute"), brought("draws")])
    def commuting(commute, draws):
        """Cost hours."""
        return commute + draws

    plain = iv.Evaluator
    monkeypatch.setattr("interview_value.cli.options.Evaluator", lambda **given: plain(**given, plugins=[commuting]))
    text = " ".join(run("evaluate", "--help").stdout.split())
    assert "--commute N What commute? [h; 0 to 60; assumed: 1..8]" in text
    assert "--quantity-draws N What draws?" in text
    result = run("evaluate", *SAID, "--commute", "5", "--quantity-draws", "2", "--draws", "16", "--json")
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert 7 == evaluation["commuting"].hours.mean
    assert 16 == len(evaluation["practice"].draws)


@pytest.mark.parametrize("name", ["in_person", "no_discovery", "json", "save", "weight", "strict"])
def test_quantity_never_takes_the_name_of_an_option(run, monkeypatch, name):
    """A plugin's quantity whose name an option has already is given by its longer name, and the option by its own."""
    taken = iv.Quantity(name, unit="h", bounds=(0, 60), prior=(1, 8), question="How much?", ask="yourself")
    cost = iv.scorer(kind="cost", name="taking", quantities=[taken])(eval(f"lambda {name}: {name}"))
    plain = iv.Evaluator
    monkeypatch.setattr("interview_value.cli.options.Evaluator", lambda **given: plain(**given, plugins=[cost]))
    option = f"--quantity-{name.replace('_', '-')}"
    result = run("evaluate", *SAID, option, "5", "--role", "Analyst", "--remote", "--weight", "taking=2", "--json")
    assert 0 == result.exit_code, result.output
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert (5, 2) == (evaluation["taking"].hours.mean, evaluation["taking"].weight)
    assert ("Analyst", True) == (evaluation.invitation.role, evaluation.invitation.remote)


def test_quantity_may_begin_like_a_longer_name(run, monkeypatch):
    """A plugin's quantity that is really called quantity_sold keeps its name."""
    sold = iv.Quantity("quantity_sold", unit="h", bounds=(0, 60), prior=(1, 8), question="How much?", ask="yourself")
    selling = iv.scorer(kind="cost", name="selling", quantities=[sold])(lambda quantity_sold: quantity_sold)
    plain = iv.Evaluator
    monkeypatch.setattr("interview_value.cli.options.Evaluator", lambda **given: plain(**given, plugins=[selling]))
    result = run("evaluate", "--quantity-sold", "5", "--json")
    assert 5 == iv.Evaluation.from_dict(json.loads(result.stdout))["selling"].hours.mean


class Point:
    """What an installed package says that it brings."""

    dist = None

    def __init__(self, name):
        """Bring a scorer under this name."""
        self.name = self.value = name

    def load(self):
        """Bring a scorer with a quantity of its own."""
        commute = iv.Quantity("commute", unit="h", bounds=(0, 9), prior=(1, 8), question="How far?", ask="yourself")
        return iv.scorer(kind="cost", name="commuting", quantities=[commute])(lambda commute: commute)


@pytest.fixture
def install(monkeypatch):
    """Let the library find these plugins as if they were installed."""
    monkeypatch.setenv("COLUMNS", "100")

    def put(*names):
        monkeypatch.setattr("interview_value.plugins.registry.installed", lambda: tuple(map(Point, names)))

    return put


def test_installed_plugin_takes_part(install):
    """A plugin that is found has options and a line of its own; without discovery it has no line."""
    install("far")
    runner = CliRunner()
    assert "How far? [h; 0 to 9; assumed: 1..8]" in " ".join(runner.invoke(main, ["evaluate", "-h"]).stdout.split())
    assert "commuting" in runner.invoke(main, ["evaluate", "--commute", "2"]).stdout
    assert "commuting" not in runner.invoke(main, ["evaluate", "--no-discovery"]).stdout
    (line,) = refused(runner.invoke(main, ["evaluate", "--no-discovery", "--commute", "2"]))
    assert "commute" in line


def test_plugins_that_clash_are_told(install):
    """Installed plugins that claim one name are told in words, with what to do; the rest is counted without them."""
    install("far", "further")
    done = CliRunner().invoke(main, ["evaluate"])
    assert 0 == done.exit_code
    assert "two plugins bring a scorer called 'commuting': far and further; rename one, or block" in " ".join(
        done.stdout.split()
    )
    (line, *_) = refused(CliRunner().invoke(main, ["evaluate", "--strict"]))
    assert "far and further" in line
    assert "commuting" in CliRunner().invoke(main, ["evaluate", "--block", "further"]).stdout


def test_module_runs_the_command_line():
    """The command line also runs as a module, and writes what a narrow encoding can show."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_value", "evaluate", *FILES, *SAID],
        capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii:strict", "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert (0, b"") == (done.returncode, done.stderr)
    assert b"Ask first" in done.stdout


def test_without_its_extra_the_command_line_says_what_to_install():
    """Where click is not installed, the command says so and how to get it, instead of a traceback."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.modules['click'] = None; import interview_value.__main__"],
        capture_output=True, check=False, text=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert 1 == done.returncode
    assert 'the command line needs an extra: pip install "interview-value[cli]"' == done.stderr.strip()


def test_output_may_be_kept_in_memory(monkeypatch):
    """A caller who catches what is printed, in a stream that is no file, gets it."""
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stdout", caught)
    main(["evaluate", "--no-discovery", *SAID], standalone_mode=False)
    assert caught.getvalue().startswith("Ask first: ")


def test_version(run):
    """The version is told."""
    assert "interview-value" in run("--version").stdout


HISTORY = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:past
DTSTART:20240401T090000Z
SUMMARY:Phone screen
END:VEVENT
END:VCALENDAR
"""


def test_history_counts_as_yours(run, tmp_path):
    """The interviews of a calendar become experience, and the output says which were counted; the one asked for is none."""
    (tmp_path / "mine.ics").write_text(HISTORY)
    (tmp_path / "work.ics").write_text(HISTORY.replace("Phone screen", "Lunch"))
    text = run(
        "evaluate",
        *FILES,
        "--history",
        tmp_path / "mine.ics",
        "--history",
        tmp_path / "work.ics",
        "--history",
        FILES[0],
    )
    shown = " ".join(text.stdout.split())
    assert 'counted as past interviews: 2024-04-01 Phone screen (its title says "Phone screen")' in shown
    assert "called an interview, but left out: 2026-12-03 First interview" in shown
    assert "experience" in shown
    assert "mine.ics: event 1" in shown


def test_words_for_the_history(run, tmp_path):
    """A calendar that calls interviews something else."""
    (tmp_path / "mine.ics").write_text(HISTORY.replace("Phone screen", "Coffee chat"))
    for words, count in ([], 0), (["--history-word", "coffee chat", "--history-word", "beer"], 1):
        result = run("evaluate", "--json", "--history", tmp_path / "mine.ics", *words)
        assert count == len(json.loads(result.stdout)["seeker"].get("past_interviews", []))
    assert "words" in refused(run("evaluate", "--history", tmp_path / "mine.ics", "--history-word", "x"))[0]


def test_history_that_cannot_be_read(run, tmp_path):
    """Each file is told of."""
    (tmp_path / "a.txt").write_text("nothing")
    lines = refused(run("evaluate", "--history", tmp_path / "a.txt", "--history", tmp_path / "gone.ics"))
    assert (2, True) == (len(lines), "is no calendar" in lines[0])


def test_a_weight_out_of_bounds_is_called_by_its_option():
    """A factor that cannot be used is told with the option and the name it was given for."""
    result = CliRunner().invoke(main, ["evaluate", "--no-discovery", "--weight", "practice=-1"])
    assert (2, True) == (result.exit_code, result.stderr.startswith("error: --weight practice: got -1.0, expected"))
