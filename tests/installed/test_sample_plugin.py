"""The sample plugin, really installed: found, blocked, listed; and gone once it is uninstalled.

These tests run where ``INTERVIEW_VALUE_SAMPLE`` says what to expect, ``installed`` or ``uninstalled``, or else where the
plugin is installed; the nox session ``sample_plugin`` builds it, installs it, and uninstalls it again.
"""

from __future__ import annotations

import os
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

import pytest

import interview_value as iv

EXPECTED = os.environ.get("INTERVIEW_VALUE_SAMPLE", "")


def _version() -> str:
    """The version that is installed; empty if none is."""
    try:
        return version("interview-value-commute")
    except PackageNotFoundError:
        return ""


VERSION = _version()

pytestmark = pytest.mark.installed
installed = pytest.mark.skipif(
    not VERSION and EXPECTED != "installed", reason="the sample plugin is not installed; run `nox -s sample_plugin`"
)
uninstalled = pytest.mark.skipif(
    EXPECTED != "uninstalled", reason="says whether nothing is left of the plugin; run `nox -s sample_plugin`"
)

INVITATION = iv.Invitation(role_interest=0.3, offer_chance=0.25)


def listing(evaluator: iv.Evaluator) -> dict[str, iv.Plugin]:
    """The listing by name."""
    return {plugin.name: plugin for plugin in evaluator.plugins}


def names(evaluator: iv.Evaluator) -> set[str]:
    """The names of the scorers."""
    return {scorer.name for scorer in evaluator.scorers}


@installed
def test_it_is_listed() -> None:
    """The listing says what the package brings, in which version, and where from."""
    expected = iv.Plugin(
        name="commute",
        package="interview-value-commute",
        version=VERSION,
        where="interview_value_commute",
        file=str(import_module("interview_value_commute").__file__),
        hooks=("interview_value_scorers",),
        scorers=("commuting",),
        quantities=("commute",),
    )
    assert expected == listing(iv.Evaluator())["commute"]


@installed
def test_it_takes_part() -> None:
    """Every evaluator has the criterion without further ado, the module-level one included."""
    assert "commuting" in names(iv.Evaluator())
    contribution = iv.evaluate(INVITATION.with_quantities(commute=5))["commuting"]
    assert (5.0, "cost", "") == (contribution.hours.mean, contribution.kind, contribution.error)
    assert "commute" in iv.evaluate(INVITATION).assumed


@installed
def test_its_quantity_is_known() -> None:
    """The quantity stands among those that can be given, with its question."""
    quantity = iv.Evaluator().quantities["commute"]
    assert ("h a week", "How many hours a week would the commute take?") == (quantity.unit, quantity.question)


@installed
def test_others_numbers_are_the_same() -> None:
    """The criteria of the library give to the last bit what they give without it."""
    with_it = iv.Evaluator().evaluate(INVITATION)
    for item in iv.Evaluator(discover=False).evaluate(INVITATION).contributions:
        assert item.draws == with_it[item.name].draws


@installed
@pytest.mark.parametrize("how", ["argument", "environment"])
def test_it_can_be_blocked(how: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocked by its name it is listed as blocked, and has no part in anything."""
    if how == "environment":
        monkeypatch.setenv("INTERVIEW_VALUE_BLOCK", "commute")
    evaluator = iv.Evaluator(block={"commute"} if how == "argument" else ())
    assert ("blocked", False, False) == (
        listing(evaluator)["commute"].status, "commuting" in names(evaluator), "commute" in evaluator.quantities
    )  # fmt: skip
    with pytest.raises(iv.InvalidInputError, match="commute"):
        evaluator.evaluate(INVITATION.with_quantities(commute=5))


@installed
def test_its_criterion_can_be_blocked() -> None:
    """The criterion alone can be blocked, too."""
    evaluator = iv.Evaluator(block={"commuting"})
    assert ("active", False) == (listing(evaluator)["commute"].status, "commuting" in names(evaluator))


@installed
def test_discovery_can_be_switched_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without discovery it is as if the package were not there."""
    assert "commute" not in listing(iv.Evaluator(discover=False))
    monkeypatch.setenv("INTERVIEW_VALUE_NO_DISCOVERY", "1")
    assert "commute" not in listing(iv.Evaluator())


@uninstalled
def test_nothing_is_left_of_it() -> None:
    """Uninstalled, it is gone from the listing, the scorers and the quantities."""
    evaluator = iv.Evaluator()
    assert "" == VERSION
    assert ["interview_value"] == list(listing(evaluator))
    assert ("commuting" in names(evaluator), "commute" in evaluator.quantities) == (False, False)
