"""The plugins of the repository, really installed: one found, blocked, listed, and gone again; all of them together.

These tests run where ``INTERVIEW_VALUE_INSTALLED`` names the plugins that are to be there, separated by commas; the nox
session ``plugins`` builds them, installs them, and uninstalls them again.
"""

from __future__ import annotations

import os
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import pytest

import interview_value as iv

EXPECTED = os.environ.get("INTERVIEW_VALUE_INSTALLED")
FOLDERS = {
    path.name for path in (Path(__file__).parents[2] / "plugins").iterdir() if (path / "pyproject.toml").exists()
}


def expects(what: str) -> pytest.MarkDecorator:
    """Run a test only where the plugins that it needs are to be there."""
    return pytest.mark.skipif(EXPECTED != what, reason="needs plugins that are installed; run `nox -s plugins`")


commute_alone = expects("commute")
none = expects("")
together = pytest.mark.skipif(
    EXPECTED is None or set(EXPECTED.split(",")) != FOLDERS,
    reason="needs all plugins to be installed; run `nox -s plugins`",
)

pytestmark = pytest.mark.installed

EXAMPLES = [Path(__file__).parents[2] / "examples" / name for name in ("invitation.ics", "posting.html")]
INVITATION = iv.Invitation(role_interest=0.3, offer_chance=0.25)


def listing(evaluator: iv.Evaluator) -> dict[str, iv.plugins.Plugin]:
    """The listing by name."""
    return {plugin.name: plugin for plugin in evaluator.plugins}


def names(evaluator: iv.Evaluator) -> set[str]:
    """The names of the scorers."""
    return {scorer.name for scorer in evaluator.scorers}


@commute_alone
def test_it_is_listed() -> None:
    """The listing says what the package brings, in which version, and where from."""
    expected = iv.plugins.Plugin(
        name="commute",
        package="interview-value-commute",
        version=version("interview-value-commute"),
        where="interview_value_commute",
        file=str(import_module("interview_value_commute").__file__),
        hooks=("interview_value_scorers",),
        scorers=("commuting",),
        quantities=("commute",),
    )
    assert expected == listing(iv.Evaluator())["commute"]


@commute_alone
def test_it_takes_part() -> None:
    """Every evaluator has the criterion without further ado, the module-level one included."""
    assert "commuting" in names(iv.Evaluator())
    contribution = iv.evaluate(INVITATION.with_quantities(commute=5))["commuting"]
    assert (5.0, "cost", "") == (contribution.hours.mean, contribution.kind, contribution.error)
    assert "commute" in iv.evaluate(INVITATION).assumed


@commute_alone
def test_its_quantity_is_known() -> None:
    """The quantity stands among those that can be given, with its question."""
    quantity = iv.Evaluator().quantities["commute"]
    assert ("h a week", "How many hours a week would the commute take, 0 if you would work at home?") == (
        quantity.unit,
        quantity.question,
    )


@commute_alone
def test_others_numbers_are_the_same() -> None:
    """The criteria of the library give to the last bit what they give without it."""
    with_it = iv.Evaluator().evaluate(INVITATION)
    for item in iv.Evaluator(discover=False).evaluate(INVITATION).contributions:
        assert item.draws == with_it[item.name].draws


@commute_alone
@pytest.mark.parametrize("how", ["argument", "environment"])
def test_it_can_be_blocked(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocked by its name it is listed as blocked, and has no part in anything."""
    if how == "environment":
        monkeypatch.setenv("INTERVIEW_VALUE_BLOCK", "commute")
    evaluator = iv.Evaluator(block={"commute"} if how == "argument" else ())
    assert ("blocked", False, False) == (
        listing(evaluator)["commute"].status, "commuting" in names(evaluator), "commute" in evaluator.quantities
    )  # fmt: skip
    with pytest.raises(iv.errors.InvalidInputError, match="commute"):
        evaluator.evaluate(INVITATION.with_quantities(commute=5))


@commute_alone
def test_its_criterion_can_be_blocked() -> None:
    """The criterion alone can be blocked, too."""
    evaluator = iv.Evaluator(block={"commuting"})
    assert ("active", False) == (listing(evaluator)["commute"].status, "commuting" in names(evaluator))


@commute_alone
def test_discovery_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without discovery it is as if the package were not there."""
    assert "commute" not in listing(iv.Evaluator(discover=False))
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    assert "commute" not in listing(iv.Evaluator())


@none
def test_nothing_is_left_of_it() -> None:
    """Uninstalled, it is gone from the listing, the scorers and the quantities."""
    evaluator = iv.Evaluator()
    assert ["interview_value"] == list(listing(evaluator))
    assert ("commuting" in names(evaluator), "commute" in evaluator.quantities) == (False, False)


@together
def test_all_are_listed_and_active() -> None:
    """Installed side by side, each takes part, with its package and version."""
    plugins = listing(iv.Evaluator())
    assert {*FOLDERS, "interview_value"} == plugins.keys()
    assert {"active"} == {plugin.status for plugin in plugins.values()}
    packages = {name: f"interview-value-{name.replace('_', '-')}" for name in FOLDERS}
    assert packages == {name: plugins[name].package for name in FOLDERS}
    assert all(plugins[name].version for name in FOLDERS)


@together
def test_all_work_side_by_side() -> None:
    """An evaluation with all of them is complete, and the library's own criteria give what they give without."""
    with_them = iv.evaluate(INVITATION)
    assert (True, ()) == (with_them.complete, with_them.errors)
    for item in iv.Evaluator(discover=False).evaluate(INVITATION).contributions:
        assert item.draws == with_them[item.name].draws


@together
def test_examples_are_read_as_before() -> None:
    """No plugin's reader claims a file that the library reads by itself."""
    readers = iv.Evaluator().readers.items()
    for path in EXAMPLES:
        assert iv.read(path).to_dict() == iv.read(path, readers=readers).to_dict()
