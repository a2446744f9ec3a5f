"""Law: the order in which scorers and gates are registered changes nothing, not even a last bit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from strategies import cases

import interview_value as iv


@iv.scorer(kind="benefit")
def alpha(job_worth):
    """A benefit with a weight that no float holds exactly."""
    return job_worth / 300


@iv.scorer(kind="cost")
def omega(travel, duration):
    """A cost that varies from draw to draw."""
    return 0.1 * travel + 0.3 * duration


@iv.scorer(kind="benefit")
def middle(mindset, people_met):
    """Another benefit."""
    return mindset * people_met / 7


@iv.gate(reason="Nobody would be there.")
def nobody(people_met):
    """Decline if there is nobody to meet."""
    return people_met == 0


class Policy:
    """Two plugins of this kind multiply their factors."""

    def __init__(self, factor):
        self.name, self.factor = f"policy_{factor}", factor

    @iv.hookimpl
    def interview_value_weights(self, names, seeker):
        """Give every criterion the same factor."""
        return dict.fromkeys(names, self.factor)


PLUGINS = [alpha, omega, middle, nobody, Policy(0.1), Policy(0.7), Policy(3)]
IN_ORDER = iv.Evaluator(plugins=PLUGINS, discover=False)


@given(case=cases(), plugins=st.permutations(PLUGINS))
def test_order_of_plugins_is_irrelevant(case, plugins):
    """Any order of the same plugins gives the same evaluation, draws included."""
    assert IN_ORDER.evaluate(*case).to_dict() == iv.Evaluator(plugins=plugins, discover=False).evaluate(*case).to_dict()


@given(case=cases(), plugins=st.permutations(PLUGINS), at=st.integers(0, len(PLUGINS)))
def test_registering_later_is_the_same_as_at_once(case, plugins, at):
    """What is registered after the evaluator was made counts as if it had been there from the start."""
    evaluator = iv.Evaluator(plugins=plugins[:at], discover=False).register(*plugins[at:])
    assert IN_ORDER.evaluate(*case).to_dict() == evaluator.evaluate(*case).to_dict()
