"""An option for every fact and quantity, those of plugins too, in the help and in a call."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

import interview_value as iv
from interview_value.cli import main
from interview_value.deciding.answers import possible

SAID = ["--role-interest", "0.2", "--organization-interest", "0.6"]


def test_help_has_every_quantity(run):
    """The help shows each quantity with its question, choices, unit, bounds and prior, those of the constants too."""
    text = " ".join(run("evaluate", "--help-all", terminal_width=200).stdout.split())
    for name, quantity in iv.Evaluator(discover=False).quantities.items():
        assert f"--{name.replace('_', '-')} {'CHOICE' if quantity.is_label else 'N'}" in text
        assert quantity.is_label or f"{possible(quantity)}; " in text
        assert (quantity.question or quantity.source) in text
        assert [] == [choice for choice, known in quantity.choices.items() if f"{choice} ({known.label})" not in text]


@pytest.mark.parametrize("command", [[], ["evaluate"], ["ask"], ["batch"], ["explain"]])
def test_help_is_english_in_every_language(run, monkeypatch, command):
    """Its frame is English, and so are the questions in it, whatever the environment or an option says."""
    ways = ["--help", "--help-all"] if command and command != ["explain"] else ["--help"]
    english = [run(*command, way).stdout for way in ways]
    if command:
        assert english == [run(*command, "--language", "de", way).stdout for way in ways]
    monkeypatch.setenv("LANGUAGE", "de")
    assert english == [run(*command, way).stdout for way in ways]


def test_help_is_short(run):
    """The help fits a screen and a half, opens with an example, and names the help that has everything."""
    lines = run("evaluate", "--help", prog_name="interview-value").stdout.splitlines()
    assert len(lines) < 45
    assert lines[2].startswith("  interview-value evaluate invitation.ics --")
    assert any(line.startswith("  --help-all") for line in lines)
    assert not any(line.startswith(("  --skill-ceiling", "  --draws", "  --history")) for line in lines)
    assert max(map(len, lines)) <= 80


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_help_opens_with_an_example(run, command):
    """The example of a command comes before its description, and fits the width."""
    example = run(command, "--help", prog_name="interview-value").stdout.splitlines()[2]
    assert example.startswith(f"  interview-value {command}")
    assert len(example) <= 80


def test_the_list_of_commands_fits(run):
    """The list has the commands in the order of need, each with a description that is not cut off."""
    listed = run("--help").stdout.partition("Commands:\n")[2]
    assert ["evaluate", "ask", "letter"] == [line.split()[0] for line in listed.splitlines()][:3]
    assert "..." not in listed


@pytest.mark.parametrize(
    ("option", "said", "name", "kept"),
    [
        ("--stage", "panel", "stage", iv.Stage.ONSITE),
        ("--remote", "yes", "remote", True),
        ("--remote", "no", "remote", False),
        ("--would-accept", "unlikely", "would_accept", iv.Estimate(0.08, 0.25)),
        ("--promise", "somebody's goodwill", "promise", iv.Estimate(2, 8)),
        ("--status", "unemployed", "status", iv.model.Status.WITHOUT_WORK),
        ("--pressure", "0.6", "pressure", iv.Estimate(0.6)),
    ],
)
def test_choices_are_typed_as_one_says_them(run, option, said, name, kept):
    """A choice is given by its name, its words, or other words for it, and a number by a number."""
    evaluation = iv.Evaluation.from_dict(json.loads(run("evaluate", option, said, "--json").stdout))
    assert kept == getattr(evaluation.invitation if hasattr(evaluation.invitation, name) else evaluation.seeker, name)


def test_what_is_no_choice(run, refused):
    """A slip is told with the choice that is meant, and what is no choice with those that there are."""
    assert ["error: --status: “openn” is no answer; do you mean “open”?"] == refused(
        run("evaluate", "--status", "openn")
    )
    told = "error: --status: “rich” is no answer; it is one of content, open, looking, without_work."
    assert [told] == refused(run("evaluate", "--status", "rich"))


@pytest.mark.parametrize(
    ("option", "typed", "told"),
    [
        ("--would-accept", "60", "do you mean “60%”?"),
        (
            "--would-accept",
            "so-so",
            "it is 0% to 95%, or one of ruled_out, very_unlikely, unlikely, perhaps, probably.",
        ),
        ("--duration", "-3", "it is 0.05 to 60 hours, such as 1.5 h or 1..3."),
        ("--people-met", "lots", "it is 1 to 40 people, such as 4 or 2..7."),
    ],
)
def test_what_is_no_amount(run, refused, option, typed, told):
    """A text that says nothing of a quantity is told with what would, in words."""
    assert [f"error: {option}: “{typed}” is no answer; {told}"] == refused(run("evaluate", option, typed))


def test_options_take_what_people_type_in_their_language(run, refused):
    """In German amounts, choices and yes and no may be German, as they are in a conversation; so is what is wrong."""
    german = ["--duration", "2,5 Stunden", "--would-accept", "vielleicht", "--remote", "nein"]
    english = ["--duration", "2.5 hours", "--would-accept", "perhaps", "--remote", "no"]
    plain = [run("evaluate", "--json", "--language", "de", *options).stdout for options in (german, english)]
    first, second = (iv.Evaluation.from_dict(json.loads(text)).invitation for text in plain)
    assert second.known == first.known
    (line,) = refused(run("evaluate", "--language", "de", "--people-met", "viele"))
    assert "“viele”" not in line
    assert "--people-met: „viele“ ist keine Antwort; möglich ist 1 bis 40 Personen" in line


def test_help_has_the_quantities_of_plugins(run, bring):
    """A plugin's quantity is an option like any other; one whose name is taken has a longer name."""

    def brought(name):
        return iv.Quantity(name, unit="h", bounds=(0, 60), prior=(1, 8), question=f"What {name}?", ask="yourself")

    @iv.scorer(kind="cost", quantities=[brought("commute"), brought("draws")])
    def commuting(commute, draws):
        """Cost hours."""
        return commute + draws

    bring(commuting)
    text = " ".join(run("evaluate", "--help-all").stdout.split())
    assert "--commute N What commute? [0 to 60 hours; we assume 1 to 8 hours]" in text
    assert "--quantity-draws N What draws?" in text
    result = run("evaluate", *SAID, "--commute", "5", "--quantity-draws", "2", "--draws", "16", "--json")
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert 7 == evaluation["commuting"].hours.mean
    assert 16 == len(evaluation["practice"].draws)


@pytest.mark.parametrize("name", ["no_discovery", "json", "save", "way", "weight", "strict"])
def test_quantity_never_takes_the_name_of_an_option(run, bring, name):
    """A plugin's quantity whose name an option has already is given by its longer name, and the option by its own."""
    taken = iv.Quantity(name, unit="h", bounds=(0, 60), prior=(1, 8), question="How much?", ask="yourself")
    cost = iv.scorer(kind="cost", name="taking", quantities=[taken])(eval(f"lambda {name}: {name}"))
    bring(cost)
    option = f"--quantity-{name.replace('_', '-')}"
    result = run(
        "evaluate", *SAID, option, "5", "--role", "Analyst", "--remote", "yes", "--weight", "taking=2", "--json"
    )
    assert 0 == result.exit_code, result.output
    evaluation = iv.Evaluation.from_dict(json.loads(result.stdout))
    assert (5, 2) == (evaluation["taking"].hours.mean, evaluation["taking"].weight)
    assert ("Analyst", True) == (evaluation.invitation.role, evaluation.invitation.remote)


def test_quantity_may_begin_like_a_longer_name(run, bring):
    """A plugin's quantity that is really called quantity_sold keeps its name."""
    sold = iv.Quantity("quantity_sold", unit="h", bounds=(0, 60), prior=(1, 8), question="How much?", ask="yourself")
    selling = iv.scorer(kind="cost", name="selling", quantities=[sold])(lambda quantity_sold: quantity_sold)
    bring(selling)
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


def test_installed_plugin_takes_part(install, refused):
    """A plugin that is found has options and a line of its own; without discovery it has no line."""
    install("far")
    runner = CliRunner()
    assert "How far? [0 to 9 hours; we assume 1 to 8 hours]" in " ".join(
        runner.invoke(main, ["evaluate", "--help-all"]).stdout.split()
    )
    assert "commuting" in runner.invoke(main, ["evaluate", "--commute", "2"]).stdout
    assert "commuting" not in runner.invoke(main, ["evaluate", "--no-discovery"]).stdout
    (line,) = refused(runner.invoke(main, ["evaluate", "--no-discovery", "--commute", "2"]))
    assert "commute" in line


def test_plugins_that_clash_are_told(install, refused):
    """Installed plugins that claim one name are told in words, with what to do; the rest is counted without them."""
    install("far", "further")
    done = CliRunner().invoke(main, ["evaluate", "--why"])
    assert 0 == done.exit_code
    assert "two plugins bring a scorer called 'commuting': far and further; rename one, or block" in " ".join(
        done.stdout.split()
    )
    (line, *_) = refused(CliRunner().invoke(main, ["evaluate", "--strict"]))
    assert "far and further" in line
    assert "commuting" in CliRunner().invoke(main, ["evaluate", "--block", "further"]).stdout
